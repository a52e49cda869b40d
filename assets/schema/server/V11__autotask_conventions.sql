-- What an API credential may ask for (autotask-rest 8): nothing is limited unless it says so.
ALTER TABLE api_credential ADD COLUMN hourly_limit INTEGER CHECK (hourly_limit > 0);
ALTER TABLE api_credential ADD COLUMN limit_at_once INTEGER CHECK (limit_at_once > 0);
ALTER TABLE api_credential ADD COLUMN is_delayed INTEGER NOT NULL DEFAULT 0;

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
  udf_field_id INTEGER REFERENCES user_defined_field_definition (id),
  value_for_display TEXT,
  value_for_export TEXT
) STRICT;
CREATE INDEX user_defined_field_list_item_field ON user_defined_field_list_item (udf_field_id);

-- The values of a row's user-defined fields: an object of texts, by the definitions' ids.
ALTER TABLE company ADD COLUMN user_defined_fields TEXT;
ALTER TABLE contact ADD COLUMN user_defined_fields TEXT;
ALTER TABLE ticket ADD COLUMN user_defined_fields TEXT;
ALTER TABLE configuration_item ADD COLUMN user_defined_fields TEXT;
ALTER TABLE contract ADD COLUMN user_defined_fields TEXT;
