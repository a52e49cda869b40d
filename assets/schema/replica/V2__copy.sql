-- What this machine keeps besides the mirror. Moments are milliseconds since 1970 in UTC.

-- The one row that says whose copy this is and how far it has come.
CREATE TABLE copy (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  actor TEXT,
  feed_place TEXT,
  as_of INTEGER,
  step TEXT NOT NULL,
  step_after INTEGER NOT NULL,
  last_temporary INTEGER NOT NULL
) STRICT;
INSERT INTO copy (id, step, step_after, last_temporary) VALUES (1, 'statuses', -1, 0);

-- Changes that the server has not answered. Precious: never rebuilt, never thrown away by itself.
CREATE TABLE outbox (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  change_id TEXT NOT NULL UNIQUE,
  ticket_id INTEGER NOT NULL,
  change TEXT NOT NULL,
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'stopped')),
  stop TEXT,
  CHECK ((state = 'stopped') = (stop IS NOT NULL))
) STRICT;
CREATE INDEX outbox_ticket ON outbox (ticket_id, position);

-- Half-typed text; ticket 0 is the one that is not there yet.
CREATE TABLE draft (
  ticket_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  context TEXT NOT NULL,
  text TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (ticket_id, kind, context)
) STRICT, WITHOUT ROWID;

-- Which number a ticket that was made here has got.
CREATE TABLE renumbered (
  temporary_id INTEGER PRIMARY KEY,
  ticket_id INTEGER NOT NULL
) STRICT;

-- Tickets to which somebody else did something, since when.
CREATE TABLE unread (
  ticket_id INTEGER PRIMARY KEY,
  since INTEGER NOT NULL
) STRICT;

-- Tickets whose notes, time and history are here.
CREATE TABLE held (ticket_id INTEGER PRIMARY KEY) STRICT;

-- Which of several consoles may push the outbox, and until when.
CREATE TABLE lease (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  holder TEXT NOT NULL,
  until INTEGER NOT NULL
) STRICT;

-- The words of what this person may read of a ticket, folded.
CREATE VIRTUAL TABLE ticket_words USING fts5 (
  words, content = '', contentless_delete = 1, detail = 'none', prefix = '1 2 3 4 5 6', tokenize = 'ascii'
);
-- Tickets whose words are not as the ticket is now.
CREATE TABLE unindexed (ticket_id INTEGER PRIMARY KEY) STRICT;

-- A list opens with its window alone: by due time, by priority, by id.
CREATE INDEX ticket_open ON ticket (id) WHERE closed_date IS NULL;
CREATE INDEX ticket_open_due ON ticket (due_date_time, id) WHERE closed_date IS NULL;
CREATE INDEX ticket_queue ON ticket (queue_id, id) WHERE closed_date IS NULL;
CREATE INDEX ticket_queue_due ON ticket (queue_id, due_date_time, id) WHERE closed_date IS NULL;
CREATE INDEX ticket_queue_priority ON ticket (
  queue_id,
  CASE WHEN priority IS NULL THEN NULL WHEN priority = 4 THEN 0 WHEN priority = 1 THEN 1 WHEN priority = 2 THEN 2
    WHEN priority = 3 THEN 3 ELSE 4 END,
  due_date_time,
  id
) WHERE closed_date IS NULL;
CREATE INDEX ticket_taskfire_queue ON ticket (taskfire_queue_id, id) WHERE closed_date IS NULL;
CREATE INDEX ticket_taskfire_queue_due ON ticket (taskfire_queue_id, due_date_time, id) WHERE closed_date IS NULL;
CREATE INDEX ticket_taskfire_queue_priority ON ticket (
  taskfire_queue_id,
  CASE WHEN taskfire_priority IS NULL THEN NULL WHEN taskfire_priority = 4 THEN 0 WHEN taskfire_priority = 1 THEN 1
    WHEN taskfire_priority = 2 THEN 2 WHEN taskfire_priority = 3 THEN 3 ELSE 4 END,
  due_date_time,
  id
) WHERE closed_date IS NULL;
CREATE INDEX ticket_assignee ON ticket (assigned_resource_id, due_date_time, id) WHERE closed_date IS NULL;
CREATE INDEX ticket_taskfire_assignee ON ticket (taskfire_assigned_contact_id, due_date_time, id)
  WHERE closed_date IS NULL;
CREATE INDEX ticket_company ON ticket (company_id, due_date_time, id) WHERE closed_date IS NULL;
CREATE INDEX ticket_closed ON ticket (closed_date) WHERE closed_date IS NOT NULL;
CREATE INDEX ticket_number ON ticket (ticket_number);
CREATE INDEX ticket_note_ticket ON ticket_note (ticket_id);
CREATE INDEX time_entry_ticket ON time_entry (ticket_id);
CREATE INDEX ticket_history_ticket ON ticket_history (ticket_id);
CREATE INDEX ticket_secondary_resource_ticket ON ticket_secondary_resource (ticket_id);
CREATE INDEX ticket_secondary_resource_base_ticket ON ticket_secondary_resource_base (ticket_id);

-- Open tickets by what they are counted under, so that no number on a screen is ever counted on the way there.
CREATE VIEW countable (id, kind, key) AS
  SELECT id, 'open', 0 FROM ticket WHERE closed_date IS NULL
  UNION ALL SELECT id, 'autotask_queue', queue_id FROM ticket WHERE closed_date IS NULL AND queue_id IS NOT NULL
  UNION ALL SELECT id, 'taskfire_queue', taskfire_queue_id FROM ticket
    WHERE closed_date IS NULL AND taskfire_queue_id IS NOT NULL
  UNION ALL SELECT id, 'autotask_assignee', assigned_resource_id FROM ticket
    WHERE closed_date IS NULL AND assigned_resource_id IS NOT NULL
  UNION ALL SELECT id, 'taskfire_assignee', taskfire_assigned_contact_id FROM ticket
    WHERE closed_date IS NULL AND taskfire_assigned_contact_id IS NOT NULL
  UNION ALL SELECT id, 'autotask_unassigned', 0 FROM ticket
    WHERE closed_date IS NULL AND status IS NOT NULL AND assigned_resource_id IS NULL
  UNION ALL SELECT id, 'taskfire_unassigned', 0 FROM ticket
    WHERE closed_date IS NULL AND taskfire_status IS NOT NULL AND taskfire_assigned_contact_id IS NULL
  UNION ALL SELECT id, 'company', company_id FROM ticket WHERE closed_date IS NULL
  UNION ALL SELECT id, 'contact', contact_id FROM ticket WHERE closed_date IS NULL AND contact_id IS NOT NULL
  UNION ALL SELECT id, 'shared_company', company_id FROM ticket WHERE closed_date IS NULL AND is_shared = 1
  UNION ALL SELECT ticket.id, 'autotask_back', 0 FROM ticket JOIN status ON status.id = ticket.status
    WHERE closed_date IS NULL AND is_shared = 1 AND holder = 'autotask' AND status.kind = 'new'
  UNION ALL SELECT ticket.id, 'taskfire_back', 0 FROM ticket JOIN status ON status.id = ticket.taskfire_status
    WHERE closed_date IS NULL AND is_shared = 1 AND holder = 'taskfire' AND status.kind = 'new';

CREATE TABLE ticket_count (
  kind TEXT NOT NULL,
  key INTEGER NOT NULL,
  tickets INTEGER NOT NULL,
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER ticket_arrives AFTER INSERT ON ticket BEGIN
  INSERT INTO ticket_count (kind, key, tickets) SELECT kind, key, 1 FROM countable WHERE id = NEW.id
    ON CONFLICT (kind, key) DO UPDATE SET tickets = tickets + 1;
END;
CREATE TRIGGER ticket_goes BEFORE DELETE ON ticket BEGIN
  INSERT INTO ticket_count (kind, key, tickets) SELECT kind, key, -1 FROM countable WHERE id = OLD.id
    ON CONFLICT (kind, key) DO UPDATE SET tickets = tickets - 1;
END;
CREATE TRIGGER ticket_was BEFORE UPDATE ON ticket BEGIN
  INSERT INTO ticket_count (kind, key, tickets) SELECT kind, key, -1 FROM countable WHERE id = OLD.id
    ON CONFLICT (kind, key) DO UPDATE SET tickets = tickets - 1;
END;
CREATE TRIGGER ticket_is AFTER UPDATE ON ticket BEGIN
  INSERT INTO ticket_count (kind, key, tickets) SELECT kind, key, 1 FROM countable WHERE id = NEW.id
    ON CONFLICT (kind, key) DO UPDATE SET tickets = tickets + 1;
END;
