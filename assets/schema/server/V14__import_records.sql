-- Whole records that were brought over from other desks, beside the tickets whose rows tell their history.

-- Which row a record became; `made` where the import made that row, else it was there before.
CREATE TABLE import_record (
  source TEXT NOT NULL,
  entity TEXT NOT NULL,
  key TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  made INTEGER NOT NULL,
  PRIMARY KEY (source, entity, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_record_row ON import_record (entity, row_id, source);

-- Each form of a record that was taken: the same is never written twice.
CREATE TABLE import_record_taken (
  source TEXT NOT NULL,
  entity TEXT NOT NULL,
  key TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (source, entity, key, digest)
) STRICT, WITHOUT ROWID;

-- A field of a row that names a record which hasn't come yet.
CREATE TABLE import_awaited (
  source TEXT NOT NULL,
  entity TEXT NOT NULL,
  key TEXT NOT NULL,
  in_entity TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  field TEXT NOT NULL,
  PRIMARY KEY (source, entity, key, in_entity, row_id, field)
) STRICT, WITHOUT ROWID;

-- What an import finds by its name.
CREATE INDEX company_name ON company (company_name);
CREATE INDEX contact_name ON contact (company_id, last_name, first_name);
CREATE INDEX resource_name ON resource (last_name, first_name);
CREATE INDEX request_type_name ON request_type (name);
CREATE INDEX queue_name ON queue (name);
