-- What the server keeps besides the entities. Moments are milliseconds since 1970 in UTC.

-- The one row that says what this database is.
CREATE TABLE instance (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  time_zone TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- The running number of a day, for ticket numbers.
CREATE TABLE ticket_number (
  day TEXT PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One name space for resources and portal users; `name` is folded to lower case.
CREATE TABLE login (
  name TEXT PRIMARY KEY,
  user_name TEXT NOT NULL,
  person_kind TEXT NOT NULL CHECK (person_kind IN ('resource', 'contact')),
  person_id INTEGER NOT NULL,
  password_hash TEXT,
  UNIQUE (person_kind, person_id)
) STRICT;

-- Credentials of API users: random texts, kept as SHA-256.
CREATE TABLE api_credential (
  resource_id INTEGER PRIMARY KEY REFERENCES resource (id),
  name TEXT NOT NULL UNIQUE,
  secret TEXT NOT NULL,
  integration_code TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- Sessions of people; the token is kept as SHA-256.
CREATE TABLE session (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  token TEXT NOT NULL UNIQUE,
  person_kind TEXT NOT NULL,
  person_id INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  last_used_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX session_person ON session (person_kind, person_id);

-- The first answer to each idempotency key of a person, with a digest of the request.
CREATE TABLE kept_answer (
  person_kind TEXT NOT NULL,
  person_id INTEGER NOT NULL,
  key TEXT NOT NULL,
  request TEXT NOT NULL,
  status INTEGER NOT NULL,
  body TEXT NOT NULL,
  answered_at INTEGER NOT NULL,
  PRIMARY KEY (person_kind, person_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_answer_age ON kept_answer (answered_at);

-- The change feed. A place is given inside the transaction of its write; only one writer can hold that transaction, so
-- places are committed in their order. `seen_before` holds the values that decided who saw the row before the write.
CREATE TABLE feed (
  place INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  entity TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  seen_before TEXT
) STRICT;

-- When Taskfire was on at a company (TF-51).
CREATE TABLE taskfire_interval (
  company_id INTEGER NOT NULL REFERENCES company (id),
  since INTEGER NOT NULL,
  until INTEGER,
  PRIMARY KEY (company_id, since)
) STRICT, WITHOUT ROWID;

-- A client's own settings for a request type (TF-44).
CREATE TABLE request_type_setting (
  company_id INTEGER NOT NULL REFERENCES company (id),
  request_type_id INTEGER NOT NULL REFERENCES request_type (id),
  queue_id INTEGER REFERENCES queue (id),
  assignee_contact_id INTEGER REFERENCES contact (id),
  PRIMARY KEY (company_id, request_type_id)
) STRICT, WITHOUT ROWID;

-- The words of a ticket, folded, by who may read them; `base` is number, title and description.
CREATE VIRTUAL TABLE ticket_words USING fts5 (
  base, public, autotask, taskfire, comanaged,
  content = '', contentless_delete = 1, detail = 'column', prefix = '1 2 3 4 5 6', tokenize = 'ascii'
);

CREATE INDEX ticket_open ON ticket (queue_id, id) WHERE completed_date IS NULL;
CREATE INDEX ticket_open_taskfire ON ticket (taskfire_queue_id, id) WHERE closed_date IS NULL;
CREATE INDEX ticket_company ON ticket (company_id, id);
CREATE INDEX ticket_contact ON ticket (contact_id, id);
CREATE INDEX ticket_assignee ON ticket (assigned_resource_id, id) WHERE completed_date IS NULL;
CREATE INDEX ticket_assignee_taskfire ON ticket (taskfire_assigned_contact_id, id) WHERE closed_date IS NULL;
CREATE UNIQUE INDEX ticket_by_number ON ticket (ticket_number);
CREATE INDEX ticket_activity ON ticket (last_activity_date);
CREATE INDEX ticket_note_ticket ON ticket_note (ticket_id, audience);
CREATE INDEX time_entry_ticket ON time_entry (ticket_id, side);
CREATE INDEX ticket_history_ticket ON ticket_history (ticket_id);
CREATE UNIQUE INDEX ticket_secondary_resource_ticket ON ticket_secondary_resource (ticket_id, resource_id);
CREATE INDEX contact_company ON contact (company_id);
CREATE INDEX queue_company ON queue (company_id);
CREATE INDEX notification_person ON notification (person_kind, person_id, id);
CREATE UNIQUE INDEX client_portal_user_contact ON client_portal_user (contact_id);
