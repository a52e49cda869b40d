-- The level by its number where it is one of the provider's own.
ALTER TABLE contact ADD COLUMN custom_level_id INTEGER;

-- Administrative acts whose answer never came: asked again with their key, so that each happens once.
CREATE TABLE unanswered (
  key TEXT PRIMARY KEY,
  act TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;
