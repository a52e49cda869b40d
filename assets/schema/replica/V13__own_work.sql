-- What a person times by hand: what is on each ticket's stopwatch. Moments and spans are milliseconds.
CREATE TABLE stopwatch (
  ticket_id INTEGER PRIMARY KEY,
  begun_at INTEGER NOT NULL,
  spent INTEGER NOT NULL,
  runs INTEGER NOT NULL,
  running_since INTEGER
) STRICT;
-- One works on one thing at a time.
CREATE UNIQUE INDEX stopwatch_running ON stopwatch ((running_since IS NOT NULL)) WHERE running_since IS NOT NULL;

-- A person's own day is read by itself.
CREATE INDEX time_entry_day ON time_entry (date_worked);

-- Lists of open tickets by whatever one sorts them by: a window is read along its index, nothing is sorted.
CREATE INDEX ticket_open_number ON ticket (fold_case(ticket_number), id) WHERE closed_date IS NULL;
CREATE INDEX ticket_open_title ON ticket (fold_case(title), id) WHERE closed_date IS NULL;
CREATE INDEX ticket_open_created ON ticket (create_date, id) WHERE closed_date IS NULL;
CREATE INDEX ticket_open_changed ON ticket (last_activity_date, id) WHERE closed_date IS NULL;
CREATE INDEX ticket_open_status ON ticket (status, id) WHERE closed_date IS NULL;
CREATE INDEX ticket_open_taskfire_status ON ticket (taskfire_status, id) WHERE closed_date IS NULL;
CREATE INDEX ticket_open_priority ON ticket (
  CASE WHEN priority IS NULL THEN NULL WHEN priority = 4 THEN 0 WHEN priority = 1 THEN 1 WHEN priority = 2 THEN 2
    WHEN priority = 3 THEN 3 ELSE 4 END,
  due_date_time,
  id
) WHERE closed_date IS NULL;
CREATE INDEX ticket_open_taskfire_priority ON ticket (
  CASE WHEN taskfire_priority IS NULL THEN NULL WHEN taskfire_priority = 4 THEN 0 WHEN taskfire_priority = 1 THEN 1
    WHEN taskfire_priority = 2 THEN 2 WHEN taskfire_priority = 3 THEN 3 ELSE 4 END,
  due_date_time,
  id
) WHERE closed_date IS NULL;
