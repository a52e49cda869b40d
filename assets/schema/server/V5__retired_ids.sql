-- The highest id among an entity's deleted rows: ids are never given twice.
CREATE TABLE retired_id (
  entity TEXT PRIMARY KEY,
  id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What was deleted before is known as far as the feed remembers it, and by what was kept for people.
INSERT INTO retired_id (entity, id)
SELECT entity, max(row_id)
FROM (
  SELECT entity, row_id FROM feed
  UNION ALL
  SELECT 'Contact', person_id FROM notification WHERE person_kind = 'contact'
  UNION ALL
  SELECT 'Contact', person_id FROM kept_answer WHERE person_kind = 'contact'
)
GROUP BY entity;

-- How many internal notes a side has on a shared ticket is its own matter, so the count of those is not kept.
UPDATE ticket SET note_count = public_note_count WHERE is_shared;
