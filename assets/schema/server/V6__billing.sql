-- Contracts, what is billed by them, and prepaid support. Days are texts (2026-03-31) or, in entities, the midnight they begin
-- with; amounts and prices are whole ten-thousandths.

-- Entities, each column a field of src/entities (a test compares them).
CREATE TABLE billing_code (
  id INTEGER PRIMARY KEY,
  after_hours_work_type INTEGER REFERENCES billing_code (id),
  billing_code_type INTEGER,
  department INTEGER,
  description TEXT,
  external_number TEXT,
  general_ledger_account INTEGER,
  is_active INTEGER,
  is_excluded_from_new_contracts INTEGER,
  markup_rate INTEGER,
  name TEXT,
  tax_category_id INTEGER,
  unit_cost INTEGER,
  unit_price INTEGER,
  use_type INTEGER
) STRICT;

CREATE TABLE service (
  id INTEGER PRIMARY KEY,
  billing_code_id INTEGER REFERENCES billing_code (id),
  create_date INTEGER,
  creator_resource_id INTEGER,
  description TEXT,
  invoice_description TEXT,
  is_active INTEGER,
  last_modified_date INTEGER,
  markup_rate INTEGER,
  name TEXT,
  period_type INTEGER,
  service_level_agreement_id INTEGER,
  unit_cost INTEGER,
  unit_price INTEGER,
  update_resource_id INTEGER,
  vendor_company_id INTEGER REFERENCES company (id),
  manufacturer_service_provider TEXT,
  manufacturer_service_provider_product_number TEXT,
  catalog_number_part_number TEXT,
  sku TEXT,
  internal_id TEXT,
  external_id TEXT,
  url TEXT
) STRICT;

CREATE TABLE service_bundle (
  id INTEGER PRIMARY KEY,
  billing_code_id INTEGER REFERENCES billing_code (id),
  create_date INTEGER,
  creator_resource_id INTEGER,
  description TEXT,
  invoice_description TEXT,
  is_active INTEGER,
  last_modified_date INTEGER,
  name TEXT,
  percentage_discount INTEGER,
  period_type INTEGER,
  service_level_agreement_id INTEGER,
  unit_cost INTEGER,
  unit_discount INTEGER,
  unit_price INTEGER,
  update_resource_id INTEGER,
  manufacturer_service_provider TEXT,
  manufacturer_service_provider_product_number TEXT,
  catalog_number_part_number TEXT,
  sku TEXT,
  internal_id TEXT,
  external_id TEXT,
  url TEXT
) STRICT;

CREATE TABLE service_bundle_service (
  id INTEGER PRIMARY KEY,
  service_bundle_id INTEGER REFERENCES service_bundle (id),
  service_id INTEGER REFERENCES service (id)
) STRICT;

CREATE TABLE configuration_item (
  id INTEGER PRIMARY KEY,
  api_vendor_id INTEGER,
  configuration_item_category_id INTEGER,
  company_id INTEGER REFERENCES company (id),
  company_location_id INTEGER,
  configuration_item_type INTEGER,
  contact_id INTEGER REFERENCES contact (id),
  contract_id INTEGER REFERENCES contract (id),
  contract_service_bundle_id INTEGER REFERENCES contract_service_bundle (id),
  contract_service_id INTEGER REFERENCES contract_service (id),
  create_date INTEGER,
  install_date INTEGER,
  is_active INTEGER,
  last_modified_time INTEGER,
  location TEXT,
  notes TEXT,
  parent_configuration_item_id INTEGER REFERENCES configuration_item (id),
  product_id INTEGER,
  reference_number TEXT,
  reference_title TEXT,
  rmm_device_audit_hostname TEXT,
  rmm_device_id INTEGER,
  rmm_device_uid TEXT,
  serial_number TEXT,
  service_bundle_id INTEGER REFERENCES service_bundle (id),
  service_id INTEGER REFERENCES service (id),
  service_level_agreement_id INTEGER,
  vendor_id INTEGER REFERENCES company (id),
  warranty_expiration_date INTEGER
) STRICT;

CREATE TABLE contract (
  id INTEGER PRIMARY KEY,
  billing_preference INTEGER,
  bill_to_company_contact_id INTEGER REFERENCES contact (id),
  bill_to_company_id INTEGER REFERENCES company (id),
  company_id INTEGER REFERENCES company (id),
  contact_id INTEGER REFERENCES contact (id),
  contact_name TEXT,
  contract_category INTEGER,
  contract_exclusion_set_id INTEGER,
  contract_name TEXT,
  contract_number TEXT,
  contract_period_type INTEGER,
  contract_type INTEGER,
  description TEXT,
  end_date INTEGER,
  estimated_cost INTEGER,
  estimated_hours INTEGER,
  estimated_revenue INTEGER,
  exclusion_contract_id INTEGER REFERENCES contract (id),
  internal_currency_overage_billing_rate INTEGER,
  internal_currency_setup_fee INTEGER,
  is_compliant INTEGER,
  is_default_contract INTEGER,
  last_modified_date_time INTEGER,
  opportunity_id INTEGER,
  organizational_level_association_id INTEGER,
  overage_billing_rate INTEGER,
  purchase_order_number TEXT,
  renewed_contract_id INTEGER REFERENCES contract (id),
  service_level_agreement_id INTEGER,
  setup_fee INTEGER,
  setup_fee_billing_code_id INTEGER REFERENCES billing_code (id),
  start_date INTEGER,
  status INTEGER,
  time_reporting_requires_start_and_stop_times INTEGER,
  anchor TEXT,
  support_form TEXT,
  support_scope TEXT,
  scope_configuration_item_id INTEGER REFERENCES configuration_item (id),
  scope_contact_id INTEGER REFERENCES contact (id),
  ticket_id INTEGER,
  minutes_bought INTEGER,
  minutes_used INTEGER,
  minutes_carried INTEGER
) STRICT;

CREATE TABLE contract_note (
  id INTEGER PRIMARY KEY,
  contract_id INTEGER REFERENCES contract (id),
  create_date_time INTEGER,
  creator_resource_id INTEGER,
  description TEXT,
  impersonator_creator_resource_id INTEGER,
  impersonator_updater_resource_id INTEGER,
  last_activity_date INTEGER,
  title TEXT
) STRICT;

CREATE TABLE contract_service (
  id INTEGER PRIMARY KEY,
  contract_id INTEGER REFERENCES contract (id),
  internal_currency_adjusted_price INTEGER,
  internal_currency_unit_price INTEGER,
  internal_description TEXT,
  invoice_description TEXT,
  quote_item_id INTEGER,
  service_id INTEGER REFERENCES service (id),
  unit_cost INTEGER,
  unit_price INTEGER
) STRICT;

CREATE TABLE contract_service_unit (
  id INTEGER PRIMARY KEY,
  approve_and_post_date INTEGER,
  contract_id INTEGER REFERENCES contract (id),
  contract_service_id INTEGER REFERENCES contract_service (id),
  cost INTEGER,
  end_date INTEGER,
  internal_currency_price INTEGER,
  organizational_level_association_id INTEGER,
  price INTEGER,
  service_id INTEGER REFERENCES service (id),
  start_date INTEGER,
  units INTEGER,
  vendor_company_id INTEGER REFERENCES company (id)
) STRICT;

CREATE TABLE contract_service_adjustment (
  id INTEGER PRIMARY KEY,
  adjusted_unit_cost INTEGER,
  adjusted_unit_price INTEGER,
  allow_repeat_service INTEGER,
  contract_id INTEGER,
  contract_service_id INTEGER,
  effective_date INTEGER,
  quote_item_id INTEGER,
  service_id INTEGER,
  unit_change INTEGER
) STRICT;

CREATE TABLE contract_service_bundle (
  id INTEGER PRIMARY KEY,
  adjusted_price INTEGER,
  contract_id INTEGER REFERENCES contract (id),
  internal_currency_adjusted_price INTEGER,
  internal_currency_unit_price INTEGER,
  internal_description TEXT,
  invoice_description TEXT,
  quote_item_id INTEGER,
  service_bundle_id INTEGER REFERENCES service_bundle (id),
  unit_price INTEGER
) STRICT;

CREATE TABLE contract_service_bundle_unit (
  id INTEGER PRIMARY KEY,
  approve_and_post_date INTEGER,
  contract_id INTEGER REFERENCES contract (id),
  contract_service_bundle_id INTEGER REFERENCES contract_service_bundle (id),
  cost INTEGER,
  end_date INTEGER,
  internal_currency_price INTEGER,
  organizational_level_association_id INTEGER,
  price INTEGER,
  service_bundle_id INTEGER REFERENCES service_bundle (id),
  start_date INTEGER,
  units INTEGER
) STRICT;

CREATE TABLE contract_service_bundle_adjustment (
  id INTEGER PRIMARY KEY,
  adjusted_unit_price INTEGER,
  allow_repeat_service_bundle INTEGER,
  contract_id INTEGER,
  contract_service_bundle_id INTEGER,
  effective_date INTEGER,
  quote_item_id INTEGER,
  service_bundle_id INTEGER,
  unit_change INTEGER
) STRICT;

CREATE TABLE contract_block (
  id INTEGER PRIMARY KEY,
  contract_id INTEGER REFERENCES contract (id),
  date_purchased INTEGER,
  end_date INTEGER,
  hourly_rate INTEGER,
  hours INTEGER,
  hours_approved INTEGER,
  invoice_number TEXT,
  is_paid INTEGER,
  payment_number TEXT,
  payment_type INTEGER,
  start_date INTEGER,
  status INTEGER
) STRICT;

CREATE TABLE contract_retainer (
  id INTEGER PRIMARY KEY,
  amount INTEGER,
  amount_approved INTEGER,
  contract_id INTEGER REFERENCES contract (id),
  date_purchased INTEGER,
  end_date INTEGER,
  internal_currency_amount INTEGER,
  internal_currency_amount_approved INTEGER,
  invoice_number TEXT,
  is_paid INTEGER,
  payment_id INTEGER,
  payment_number TEXT,
  start_date INTEGER,
  status INTEGER
) STRICT;

CREATE TABLE contract_ticket_purchase (
  id INTEGER PRIMARY KEY,
  contract_id INTEGER REFERENCES contract (id),
  date_purchased INTEGER,
  end_date INTEGER,
  invoice_number TEXT,
  is_paid INTEGER,
  payment_number TEXT,
  payment_type INTEGER,
  per_ticket_rate INTEGER,
  start_date INTEGER,
  status INTEGER,
  tickets_purchased INTEGER,
  tickets_used INTEGER
) STRICT;

CREATE TABLE contract_rate (
  id INTEGER PRIMARY KEY,
  contract_hourly_rate INTEGER,
  contract_id INTEGER REFERENCES contract (id),
  internal_currency_contract_hourly_rate INTEGER,
  role_id INTEGER REFERENCES role (id)
) STRICT;

CREATE TABLE billing_item (
  id INTEGER PRIMARY KEY,
  account_manager_when_approved_id INTEGER,
  billing_code_id INTEGER,
  tax_category_id INTEGER,
  billing_item_type INTEGER,
  company_id INTEGER,
  configuration_item_id INTEGER,
  contract_block_id INTEGER,
  contract_charge_id INTEGER,
  contract_id INTEGER,
  contract_service_adjustment_id INTEGER,
  contract_service_bundle_adjustment_id INTEGER,
  contract_service_bundle_id INTEGER,
  contract_service_bundle_period_id INTEGER,
  contract_service_id INTEGER,
  contract_service_period_id INTEGER,
  description TEXT,
  expense_item_id INTEGER,
  extended_price INTEGER,
  internal_currency_extended_price INTEGER,
  internal_currency_rate INTEGER,
  internal_currency_tax_dollars INTEGER,
  internal_currency_total_amount INTEGER,
  invoice_id INTEGER,
  item_approver_id INTEGER,
  item_date INTEGER,
  item_name TEXT,
  line_item_full_description TEXT,
  line_item_group_description TEXT,
  milestone_id INTEGER,
  non_billable INTEGER,
  organizational_level_association_id INTEGER,
  our_cost INTEGER,
  posted_date INTEGER,
  posted_on_time INTEGER,
  project_charge_id INTEGER,
  project_id INTEGER,
  purchase_order_number TEXT,
  quantity INTEGER,
  rate INTEGER,
  role_id INTEGER,
  service_bundle_id INTEGER,
  service_id INTEGER,
  sort_order_id INTEGER,
  sub_type INTEGER,
  task_id INTEGER,
  tax_dollars INTEGER,
  ticket_charge_id INTEGER,
  ticket_id INTEGER,
  time_entry_id INTEGER,
  total_amount INTEGER,
  vendor_id INTEGER,
  web_service_date INTEGER,
  line_kind TEXT,
  line_day INTEGER,
  days INTEGER,
  period_days INTEGER,
  closed_period_id INTEGER
) STRICT;

CREATE TABLE subscription (
  id INTEGER PRIMARY KEY,
  configuration_item_id INTEGER REFERENCES configuration_item (id),
  description TEXT,
  effective_date INTEGER,
  expiration_date INTEGER,
  impersonator_creator_resource_id INTEGER,
  material_code_id INTEGER REFERENCES billing_code (id),
  organizational_level_association_id INTEGER,
  period_cost INTEGER,
  period_price INTEGER,
  period_type INTEGER,
  purchase_order_number TEXT,
  status INTEGER,
  subscription_name TEXT,
  total_cost INTEGER,
  total_price INTEGER,
  vendor_id INTEGER REFERENCES company (id)
) STRICT;

CREATE TABLE subscription_period (
  id INTEGER PRIMARY KEY,
  period_cost INTEGER,
  period_date INTEGER,
  period_price INTEGER,
  posted_date INTEGER,
  purchase_order_number TEXT,
  subscription_id INTEGER REFERENCES subscription (id)
) STRICT;

CREATE INDEX service_bundle_service_bundle ON service_bundle_service (service_bundle_id);
CREATE INDEX service_bundle_service_service ON service_bundle_service (service_id);
CREATE INDEX configuration_item_company ON configuration_item (company_id, id);
CREATE INDEX configuration_item_contact ON configuration_item (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX contract_company ON contract (company_id, id);
-- The search for a request's contract (LT-14), one scope each.
CREATE INDEX contract_of_item ON contract (scope_configuration_item_id, end_date) WHERE scope_configuration_item_id IS NOT NULL;
CREATE INDEX contract_of_customer ON contract (scope_contact_id, end_date) WHERE scope_contact_id IS NOT NULL;
CREATE INDEX contract_of_org_unit ON contract (company_id, end_date) WHERE support_scope = 'org_unit';
CREATE INDEX contract_of_ticket ON contract (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX contract_note_contract ON contract_note (contract_id, id);
CREATE INDEX contract_service_contract ON contract_service (contract_id, id);
CREATE INDEX contract_service_service ON contract_service (service_id);
CREATE INDEX contract_service_unit_service ON contract_service_unit (contract_service_id, start_date);
CREATE INDEX contract_service_unit_contract ON contract_service_unit (contract_id, start_date);
CREATE INDEX contract_service_bundle_contract ON contract_service_bundle (contract_id, id);
CREATE INDEX contract_service_bundle_bundle ON contract_service_bundle (service_bundle_id);
CREATE INDEX contract_service_bundle_unit_bundle ON contract_service_bundle_unit (contract_service_bundle_id, start_date);
CREATE INDEX contract_block_contract ON contract_block (contract_id, id);
CREATE INDEX contract_retainer_contract ON contract_retainer (contract_id, id);
CREATE INDEX contract_ticket_purchase_contract ON contract_ticket_purchase (contract_id, id);
CREATE UNIQUE INDEX contract_rate_role ON contract_rate (contract_id, role_id);
CREATE INDEX billing_item_company ON billing_item (company_id, id);
CREATE INDEX billing_item_contract ON billing_item (contract_id, id);
CREATE INDEX billing_item_period ON billing_item (closed_period_id);
CREATE INDEX billing_item_invoice ON billing_item (invoice_id);
CREATE INDEX subscription_item ON subscription (configuration_item_id);
CREATE INDEX subscription_period_subscription ON subscription_period (subscription_id, period_date);

-- The code of time and services where none is said (autotask-rest 13.1).
INSERT INTO billing_code (id, name, use_type, billing_code_type, is_active, unit_cost, unit_price)
  VALUES (1, 'Remote Support', 1, 0, 1, 0, 0);

-- A ticket that waits for its contract to become active (D-22); those are found by their contract.
ALTER TABLE ticket ADD COLUMN is_held_for_contract INTEGER;
CREATE INDEX ticket_held ON ticket (contract_id) WHERE is_held_for_contract = 1;
CREATE INDEX ticket_item ON ticket (configuration_item_id) WHERE configuration_item_id IS NOT NULL;

-- What support contracts paid of an entry.
ALTER TABLE time_entry ADD COLUMN covered_minutes INTEGER;
ALTER TABLE time_entry ADD COLUMN uncovered_minutes INTEGER;
ALTER TABLE time_entry ADD COLUMN carried_minutes INTEGER;

-- The instance's settings for contracts. What happens to time that outlives its contract has no default (LT-04).
ALTER TABLE instance ADD COLUMN contracts_active INTEGER NOT NULL DEFAULT 0;
ALTER TABLE instance ADD COLUMN contract_validation INTEGER NOT NULL DEFAULT 0;
ALTER TABLE instance ADD COLUMN time_expired_option TEXT CHECK (time_expired_option IN ('rollover', 'ignore'));

-- Whose licence it was: a contact may be deleted since. Null where it was before this was kept.
DROP TRIGGER level_history_is_not_changed;
DROP TRIGGER level_history_is_not_removed;
ALTER TABLE level_history ADD COLUMN company_id INTEGER;
UPDATE level_history SET company_id = (SELECT company_id FROM contact WHERE contact.id = level_history.contact_id);
CREATE INDEX level_history_company ON level_history (company_id, id);
CREATE TRIGGER level_history_is_not_changed BEFORE UPDATE ON level_history
  BEGIN SELECT RAISE(ABORT, 'the history of levels is kept as it is'); END;
CREATE TRIGGER level_history_is_not_removed BEFORE DELETE ON level_history
  BEGIN SELECT RAISE(ABORT, 'the history of levels is kept for good'); END;

-- In the tables below `contract_service_id` is the id of a service or of a bundle on a contract: both draw their ids from
-- one sequence, so that periods, prices and units of either are told apart by it alone.

-- What a unit costs from a day on; what applies at a period's first day applies to all of it (D-46).
CREATE TABLE contract_service_price (
  contract_service_id INTEGER NOT NULL,
  from_day TEXT NOT NULL,
  unit_price INTEGER NOT NULL,
  PRIMARY KEY (contract_service_id, from_day)
) STRICT, WITHOUT ROWID;

-- Changes of units by hand or by reported usage. Licences have their own history.
CREATE TABLE unit_change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contract_service_id INTEGER NOT NULL,
  day TEXT NOT NULL,
  delta INTEGER NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('manual', 'usage', 'correction')),
  at INTEGER NOT NULL,
  by_person TEXT NOT NULL,
  by_name TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX unit_change_service ON unit_change (contract_service_id, day, id);
CREATE TRIGGER unit_change_is_not_changed BEFORE UPDATE ON unit_change
  BEGIN SELECT RAISE(ABORT, 'a change of units is kept as it is'); END;
CREATE TRIGGER unit_change_is_not_removed BEFORE DELETE ON unit_change
  BEGIN SELECT RAISE(ABORT, 'a change of units is kept for good'); END;

-- Which service bills a client's licences by itself, from which day to which, both included (D-19).
CREATE TABLE billing_automation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  company_id INTEGER NOT NULL,
  contract_id INTEGER NOT NULL,
  contract_service_id INTEGER NOT NULL,
  service_id INTEGER NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT,
  starts_with TEXT NOT NULL CHECK (starts_with IN ('held', 'increase')),
  saved_at INTEGER NOT NULL,
  by_person TEXT NOT NULL,
  by_name TEXT NOT NULL
) STRICT;
CREATE INDEX billing_automation_company ON billing_automation (company_id, id);
CREATE INDEX billing_automation_service ON billing_automation (contract_service_id, id);
CREATE INDEX billing_automation_contract ON billing_automation (contract_id);
CREATE TRIGGER billing_automation_only_ends BEFORE UPDATE OF
    id, company_id, contract_id, contract_service_id, service_id, from_day, starts_with, saved_at, by_person, by_name
  ON billing_automation
  BEGIN SELECT RAISE(ABORT, 'of a spell of automation only its end is set'); END;
CREATE TRIGGER billing_automation_is_not_removed BEFORE DELETE ON billing_automation
  BEGIN SELECT RAISE(ABORT, 'a spell of automation is kept for good'); END;

-- A period that was billed. Its lines are rows of billing_item.
CREATE TABLE closed_period (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  company_id INTEGER NOT NULL,
  contract_id INTEGER NOT NULL,
  contract_service_id INTEGER NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  total INTEGER NOT NULL,
  invoice_id INTEGER NOT NULL,
  closed_at INTEGER NOT NULL,
  by_person TEXT NOT NULL,
  by_name TEXT NOT NULL,
  UNIQUE (contract_service_id, starts)
) STRICT;
CREATE INDEX closed_period_company ON closed_period (company_id, ends);
CREATE INDEX closed_period_contract ON closed_period (contract_id);
CREATE INDEX closed_period_invoice ON closed_period (invoice_id);
CREATE TRIGGER closed_period_is_not_changed BEFORE UPDATE ON closed_period
  BEGIN SELECT RAISE(ABORT, 'a closed period stays as it is'); END;
CREATE TRIGGER closed_period_is_not_removed BEFORE DELETE ON closed_period
  BEGIN SELECT RAISE(ABORT, 'a closed period is never opened again'); END;
CREATE TRIGGER billing_item_is_not_removed BEFORE DELETE ON billing_item
  BEGIN SELECT RAISE(ABORT, 'what was billed is kept for good'); END;

CREATE TABLE invoice (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  company_id INTEGER NOT NULL,
  company_name TEXT NOT NULL,
  number TEXT NOT NULL UNIQUE,
  through TEXT NOT NULL,
  total INTEGER NOT NULL,
  currency TEXT NOT NULL,
  closed_at INTEGER NOT NULL,
  by_name TEXT NOT NULL
) STRICT;
CREATE INDEX invoice_company ON invoice (company_id, id);
CREATE TRIGGER invoice_is_not_changed BEFORE UPDATE ON invoice
  BEGIN SELECT RAISE(ABORT, 'an invoice stays as it is'); END;
CREATE TRIGGER invoice_is_not_removed BEFORE DELETE ON invoice
  BEGIN SELECT RAISE(ABORT, 'an invoice is kept for good'); END;

-- For whom a request was refused for want of a contract: they are told when there is one (D-23).
CREATE TABLE refused_request (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  company_id INTEGER NOT NULL,
  configuration_item_id INTEGER,
  contact_id INTEGER,
  person_kind TEXT NOT NULL,
  person_id INTEGER NOT NULL,
  at INTEGER NOT NULL,
  answered_at INTEGER
) STRICT;
CREATE INDEX refused_request_open ON refused_request (company_id) WHERE answered_at IS NULL;

-- Minutes of an entry that a contract paid, at once or as a later one (LT-05).
CREATE TABLE time_debit (
  time_entry_id INTEGER NOT NULL,
  contract_id INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('covered', 'carried')),
  PRIMARY KEY (time_entry_id, contract_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX time_debit_contract ON time_debit (contract_id);
