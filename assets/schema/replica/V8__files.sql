-- What hangs on tickets besides what is said.
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
  ticket_id INTEGER,
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
CREATE INDEX ticket_attachment_ticket ON ticket_attachment (ticket_id);
CREATE TABLE ticket_checklist_item (
  id INTEGER PRIMARY KEY,
  completed_by_resource_id INTEGER,
  completed_date_time INTEGER,
  is_completed INTEGER,
  is_important INTEGER,
  item_name TEXT,
  knowledgebase_article_id INTEGER,
  position INTEGER,
  ticket_id INTEGER,
  completed_by_name TEXT
) STRICT;
CREATE INDEX ticket_checklist_item_ticket ON ticket_checklist_item (ticket_id);

-- What is in the files of changes that attach one, and how much of it the server has. It goes with its change.
CREATE TABLE outbox_file (
  position INTEGER PRIMARY KEY,
  size INTEGER NOT NULL,
  received INTEGER NOT NULL DEFAULT 0,
  bytes BLOB NOT NULL
) STRICT;
CREATE TRIGGER outbox_file_goes AFTER DELETE ON outbox BEGIN
  DELETE FROM outbox_file WHERE position = OLD.position;
END;

-- A copy that has no files yet begins afresh; what is here stays readable meanwhile.
UPDATE copy SET feed_place = NULL;
