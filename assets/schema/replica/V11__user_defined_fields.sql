-- User-defined fields, the entries of lists among them, and the values that rows have.
-- User-defined fields: what an administrator adds to an entity, and the entries of lists among them.
CREATE TABLE user_defined_field_definition (
  id INTEGER PRIMARY KEY,
  create_date INTEGER,
  crm_to_project_udf_id INTEGER,
  data_type INTEGER,
  default_value TEXT,
  description TEXT,
  display_format INTEGER,
  is_active INTEGER,
  is_encrypted INTEGER,
  is_field_mapping INTEGER,
  is_private INTEGER,
  is_protected INTEGER,
  is_required INTEGER,
  is_visible_to_client_portal INTEGER,
  merge_variable_name TEXT,
  name TEXT,
  number_of_decimal_places INTEGER,
  sort_order INTEGER,
  udf_type INTEGER
) STRICT;
CREATE TABLE user_defined_field_list_item (
  id INTEGER PRIMARY KEY,
  create_date INTEGER,
  is_active INTEGER,
  udf_field_id INTEGER,
  value_for_display TEXT,
  value_for_export TEXT
) STRICT;
ALTER TABLE company ADD COLUMN user_defined_fields TEXT;
ALTER TABLE contact ADD COLUMN user_defined_fields TEXT;
ALTER TABLE ticket ADD COLUMN user_defined_fields TEXT;
ALTER TABLE ticket_base ADD COLUMN user_defined_fields TEXT;

-- A copy that a former version made has passed over what it didn't know: the first sync runs once more, over what is there.
UPDATE ticket SET version = 0 WHERE id > 0;
UPDATE ticket_base SET version = 0;
UPDATE copy SET step = 'statuses', step_after = -1;
