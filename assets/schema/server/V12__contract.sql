-- The rest of Autotask's entities: one column for each field of src/entities.

CREATE TABLE company_location (
  id INTEGER PRIMARY KEY,
  address1 TEXT,
  address2 TEXT,
  alternate_phone1 TEXT,
  alternate_phone2 TEXT,
  city TEXT,
  company_id INTEGER REFERENCES company (id),
  country_id INTEGER,
  description TEXT,
  fax TEXT,
  is_active INTEGER,
  is_primary INTEGER,
  is_tax_exempt INTEGER,
  override_company_tax_settings INTEGER,
  name TEXT,
  phone TEXT,
  postal_code TEXT,
  roundtrip_distance INTEGER,
  state TEXT,
  tax_region_id INTEGER
) STRICT;
CREATE INDEX company_location_company ON company_location (company_id, id);
-- Where a location is named: one in use is not deleted.
CREATE INDEX ticket_location ON ticket (company_location_id) WHERE company_location_id IS NOT NULL;
CREATE INDEX contact_location ON contact (company_location_id) WHERE company_location_id IS NOT NULL;
CREATE INDEX configuration_item_location ON configuration_item (company_location_id)
  WHERE company_location_id IS NOT NULL;
CREATE INDEX company_bill_to_location ON company (bill_to_company_location_id)
  WHERE bill_to_company_location_id IS NOT NULL;

CREATE TABLE department (
  id INTEGER PRIMARY KEY,
  description TEXT,
  name TEXT,
  number TEXT,
  primary_location_id INTEGER
) STRICT;

CREATE TABLE resource_role_department (
  id INTEGER PRIMARY KEY,
  department_id INTEGER REFERENCES department (id),
  is_active INTEGER,
  is_default INTEGER,
  is_department_lead INTEGER,
  resource_id INTEGER REFERENCES resource (id),
  role_id INTEGER REFERENCES role (id)
) STRICT;
CREATE UNIQUE INDEX resource_role_department_link ON resource_role_department (resource_id, role_id, department_id);

CREATE TABLE resource_role_queue (
  id INTEGER PRIMARY KEY,
  queue_id INTEGER REFERENCES queue (id),
  resource_id INTEGER REFERENCES resource (id)
) STRICT;
CREATE UNIQUE INDEX resource_role_queue_link ON resource_role_queue (resource_id, queue_id);
CREATE INDEX resource_role_queue_queue ON resource_role_queue (queue_id, resource_id);

CREATE TABLE resource_service_desk_role (
  id INTEGER PRIMARY KEY,
  is_active INTEGER,
  is_default INTEGER,
  resource_id INTEGER REFERENCES resource (id),
  role_id INTEGER REFERENCES role (id)
) STRICT;
CREATE UNIQUE INDEX resource_service_desk_role_link ON resource_service_desk_role (resource_id, role_id);

-- Every resource holds the role that it was given by itself so far (autotask-rest 13.1).
INSERT INTO resource_service_desk_role (id, is_active, is_default, resource_id, role_id)
SELECT id, 1, 1, id, coalesce(default_service_desk_role_id, 1) FROM resource;

-- Links of a resource's roles with departments have even ids, those with queues odd ones.
CREATE VIEW resource_role (id, department_id, is_active, queue_id, resource_id, role_id) AS
  SELECT id * 2, department_id, is_active, NULL, resource_id, role_id FROM resource_role_department
  UNION ALL
  SELECT (works.id * 1000000 + holds.id) * 2 + 1, NULL, holds.is_active, works.queue_id, holds.resource_id, holds.role_id
  FROM resource_role_queue AS works JOIN resource_service_desk_role AS holds USING (resource_id);

CREATE TABLE ticket_category (
  id INTEGER PRIMARY KEY,
  display_color_rgb INTEGER,
  is_active INTEGER,
  is_api_only INTEGER,
  is_global_default INTEGER,
  name TEXT,
  nickname TEXT
) STRICT;
-- Those of the product; the one for returned goods needs a module that isn't here.
INSERT INTO ticket_category (id, display_color_rgb, is_active, is_api_only, is_global_default, name, nickname) VALUES
  (2, 1, 1, 0, 0, 'RMM Alert', 'RMM'),
  (3, 2, 1, 0, 1, 'Standard', 'STD'),
  (4, 3, 1, 0, 0, 'Datto Alert', 'DAT'),
  (5, 4, 0, 0, 0, 'RMA', 'RMA');

-- Values of picklists that the desk keeps and that are no rows of an entity. `parent` is the value of the other field under
-- which a value is possible.
CREATE TABLE picklist_value (
  field TEXT NOT NULL CHECK (field IN ('source', 'subIssueType')),
  value INTEGER NOT NULL,
  label TEXT NOT NULL,
  parent INTEGER,
  is_active INTEGER NOT NULL DEFAULT 1,
  is_system INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (field, value)
) STRICT, WITHOUT ROWID;
INSERT INTO picklist_value (field, value, label, is_system) VALUES
  ('source', -2, 'Insourced', 1),
  ('source', -1, 'Client Portal', 1),
  ('source', 2, 'Phone', 1),
  ('source', 4, 'Email', 1),
  ('source', 8, 'Monitoring Alert', 1);
-- What tickets have from before the lists were kept stays possible.
INSERT INTO picklist_value (field, value, label)
SELECT DISTINCT 'source', source, 'Source ' || source FROM ticket WHERE source IS NOT NULL ON CONFLICT DO NOTHING;
INSERT INTO picklist_value (field, value, label, parent)
SELECT 'subIssueType', sub_issue_type, 'Sub-issue type ' || sub_issue_type, min(issue_type)
FROM ticket WHERE sub_issue_type IS NOT NULL GROUP BY sub_issue_type;

CREATE TABLE ticket_checklist_item (
  id INTEGER PRIMARY KEY,
  completed_by_resource_id INTEGER,
  completed_date_time INTEGER,
  is_completed INTEGER,
  is_important INTEGER,
  item_name TEXT,
  knowledgebase_article_id INTEGER,
  position INTEGER,
  ticket_id INTEGER REFERENCES ticket (id),
  completed_by_name TEXT
) STRICT;
CREATE INDEX ticket_checklist_item_ticket ON ticket_checklist_item (ticket_id, position);

CREATE TABLE ticket_charge (
  id INTEGER PRIMARY KEY,
  billable_amount INTEGER,
  billing_code_id INTEGER,
  charge_type INTEGER,
  contract_service_bundle_id INTEGER,
  contract_service_id INTEGER,
  create_date INTEGER,
  creator_resource_id INTEGER,
  date_purchased INTEGER,
  description TEXT,
  extended_cost INTEGER,
  internal_currency_billable_amount INTEGER,
  internal_currency_unit_price INTEGER,
  internal_purchase_order_number TEXT,
  is_billable_to_company INTEGER,
  is_billed INTEGER,
  name TEXT,
  notes TEXT,
  organizational_level_association_id INTEGER,
  product_id INTEGER,
  purchase_order_number TEXT,
  status INTEGER,
  status_last_modified_by INTEGER,
  status_last_modified_date INTEGER,
  ticket_id INTEGER REFERENCES ticket (id),
  unit_cost INTEGER,
  unit_price INTEGER,
  unit_quantity INTEGER
) STRICT;
CREATE INDEX ticket_charge_ticket ON ticket_charge (ticket_id);
-- Time and charges that were billed are locked.
CREATE INDEX billing_item_time_entry ON billing_item (time_entry_id) WHERE time_entry_id IS NOT NULL;
CREATE INDEX billing_item_ticket_charge ON billing_item (ticket_charge_id) WHERE ticket_charge_id IS NOT NULL;

CREATE TABLE ticket_attachment (
  id INTEGER PRIMARY KEY,
  attach_date INTEGER,
  attached_by_contact_id INTEGER,
  attached_by_resource_id INTEGER,
  attachment_type TEXT,
  content_type TEXT,
  creator_type INTEGER,
  file_size INTEGER,
  full_path TEXT,
  impersonator_creator_resource_id INTEGER,
  opportunity_id INTEGER,
  parent_attachment_id INTEGER,
  parent_id INTEGER,
  publish INTEGER,
  ticket_id INTEGER REFERENCES ticket (id),
  ticket_note_id INTEGER,
  time_entry_id INTEGER,
  title TEXT,
  parent_type INTEGER,
  is_task_attachment INTEGER,
  audience TEXT,
  side TEXT,
  author_name TEXT,
  digest TEXT
) STRICT;
CREATE INDEX ticket_attachment_ticket ON ticket_attachment (ticket_id, audience);
CREATE INDEX ticket_attachment_date ON ticket_attachment (attach_date);

-- What is in a file, in pieces of one length but the last: a list never reads it, a part of it is read alone.
CREATE TABLE attachment_piece (
  attachment_id INTEGER NOT NULL REFERENCES ticket_attachment (id),
  position INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (attachment_id, position)
) STRICT, WITHOUT ROWID;

-- Metadata of whatever has attachments: here that is tickets alone.
CREATE VIEW attachment_info (
  id, article_id, attach_date, attached_by_contact_id, attached_by_resource_id, attachment_type, company_id,
  company_note_id, configuration_item_id, configuration_item_note_id, content_type, contract_id, contract_note_id,
  creator_type, document_id, expense_item_id, expense_report_id, file_size, full_path, impersonator_creator_resource_id,
  opportunity_id, parent_attachment_id, parent_id, parent_type, project_id, project_note_id, publish, resource_id,
  sales_order_id, task_id, task_note_id, ticket_id, ticket_note_id, time_entry_id, title, audience, side, author_name
) AS
  SELECT
    id, NULL, attach_date, attached_by_contact_id, attached_by_resource_id, attachment_type, NULL,
    NULL, NULL, NULL, content_type, NULL, NULL,
    creator_type, NULL, NULL, NULL, file_size, full_path, impersonator_creator_resource_id,
    opportunity_id, parent_attachment_id, parent_id, parent_type, NULL, NULL, publish, attached_by_resource_id,
    NULL, NULL, NULL, ticket_id, ticket_note_id, time_entry_id, title, audience, side, author_name
  FROM ticket_attachment;

-- A file on its way: what has come of it so far, in pieces as above. It becomes an attachment once all is there.
CREATE TABLE attachment_upload (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_kind TEXT NOT NULL,
  person_id INTEGER NOT NULL,
  ticket_id INTEGER NOT NULL,
  digest TEXT NOT NULL,
  size INTEGER NOT NULL,
  received INTEGER NOT NULL DEFAULT 0,
  begun_at INTEGER NOT NULL,
  UNIQUE (person_kind, person_id, ticket_id, digest)
) STRICT;
CREATE INDEX attachment_upload_age ON attachment_upload (begun_at);
CREATE TABLE upload_piece (
  upload_id INTEGER NOT NULL REFERENCES attachment_upload (id),
  position INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (upload_id, position)
) STRICT, WITHOUT ROWID;

-- What Autotask's resources and portal users always have: a row that was read can be sent back whole.
UPDATE resource SET
  date_format = coalesce(date_format, 'MM/dd/yyyy'),
  time_format = coalesce(time_format, 'hh:mm a'),
  number_format = coalesce(number_format, 'X,XXX.XX'),
  location_id = coalesce(location_id, 1),
  payroll_type = coalesce(payroll_type, 1),
  resource_type = coalesce(resource_type, 'Employee'),
  user_type = coalesce(user_type, 1);
UPDATE client_portal_user SET
  date_format = coalesce(date_format, 1),
  number_format = coalesce(number_format, 1),
  time_format = coalesce(time_format, 1);
