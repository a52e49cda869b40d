-- Onboarding and administration: agreement, acknowledgements, settings, levels, the log of administrative acts.

-- Every version of the agreement that was ever published here.
CREATE TABLE agreement (
  version INTEGER NOT NULL,
  language TEXT NOT NULL,
  published TEXT NOT NULL,
  text TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (version, language)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER agreement_is_not_changed BEFORE UPDATE ON agreement
  BEGIN SELECT RAISE(ABORT, 'a version of the agreement stays as it was published'); END;
CREATE TRIGGER agreement_is_not_removed BEFORE DELETE ON agreement
  BEGIN SELECT RAISE(ABORT, 'a version of the agreement is kept for good'); END;

-- What was accepted, with the text as accepted (TF-13, D-15). Nothing can change or remove it.
CREATE TABLE acknowledgement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  company_id INTEGER NOT NULL REFERENCES company (id),
  company_name TEXT NOT NULL,
  version INTEGER NOT NULL,
  language TEXT NOT NULL,
  published TEXT NOT NULL,
  text TEXT NOT NULL,
  digest TEXT NOT NULL,
  resource_id INTEGER NOT NULL REFERENCES resource (id),
  resource_name TEXT NOT NULL,
  at INTEGER NOT NULL,
  time_zone TEXT NOT NULL
) STRICT;
CREATE INDEX acknowledgement_company ON acknowledgement (company_id, id);
CREATE TRIGGER acknowledgement_is_not_changed BEFORE UPDATE ON acknowledgement
  BEGIN SELECT RAISE(ABORT, 'an acknowledgement is kept as it is'); END;
CREATE TRIGGER acknowledgement_is_not_removed BEFORE DELETE ON acknowledgement
  BEGIN SELECT RAISE(ABORT, 'an acknowledgement is kept for good'); END;

-- What provider and client agreed on beforehand (TF-08).
CREATE TABLE preparation (
  company_id INTEGER PRIMARY KEY REFERENCES company (id),
  work_flow TEXT NOT NULL,
  responsibilities TEXT NOT NULL,
  request_types TEXT NOT NULL,
  escalation_path TEXT NOT NULL
) STRICT;

-- The instance's settings, beside its time zone. A time zone that is to come applies from its day on.
ALTER TABLE instance ADD COLUMN currency TEXT NOT NULL DEFAULT 'EUR';
ALTER TABLE instance ADD COLUMN licence_fee TEXT;
ALTER TABLE instance ADD COLUMN subscription TEXT NOT NULL DEFAULT 'ultimate';
ALTER TABLE instance ADD COLUMN requires_two_factor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE instance ADD COLUMN coming_time_zone TEXT;
ALTER TABLE instance ADD COLUMN coming_time_zone_from TEXT;

-- Features of the activations page; one that has no row is on, but for co-managed and the next portal.
CREATE TABLE feature (
  name TEXT PRIMARY KEY,
  is_active INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Portal settings as JSON: the global ones under no company, else what a client has instead.
CREATE TABLE portal_setting (
  id INTEGER PRIMARY KEY,
  company_id INTEGER UNIQUE REFERENCES company (id),
  body TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX portal_setting_global ON portal_setting (company_id IS NULL) WHERE company_id IS NULL;

-- Levels that the provider made after a system level; the system's have the numbers 1 to 5.
CREATE TABLE security_level (
  id INTEGER PRIMARY KEY CHECK (id >= 100),
  name TEXT NOT NULL UNIQUE,
  based_on INTEGER NOT NULL CHECK (based_on BETWEEN 1 AND 5),
  is_client_assignable INTEGER NOT NULL
) STRICT;

-- The level by its number where it is one of the provider's own; `security_level` says what it lets people do.
ALTER TABLE contact ADD COLUMN custom_level_id INTEGER;

-- Who had which level since when (TF-39); rows are only added, and outlive their contact. A level taken away is none, and so is one that rests
-- while its person is not active. Whether it is a licence is kept, since one of the provider's own may be deleted; and
-- the day as of then at the provider, whose time zone may change.
CREATE TABLE level_history (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL,
  level INTEGER,
  before INTEGER,
  is_licence INTEGER NOT NULL,
  day TEXT NOT NULL,
  at INTEGER NOT NULL,
  by_person TEXT NOT NULL
) STRICT;
INSERT INTO level_history (contact_id, level, is_licence, day, at, by_person)
  SELECT id, security_level, security_level >= 4, date(coalesce(create_date, 0) / 1000, 'unixepoch'),
    coalesce(create_date, 0), 'system' FROM contact
  WHERE security_level IS NOT NULL AND is_active AND is_portal_active ORDER BY id;
CREATE INDEX level_history_contact ON level_history (contact_id, id);
CREATE TRIGGER level_history_is_not_changed BEFORE UPDATE ON level_history
  BEGIN SELECT RAISE(ABORT, 'the history of levels is kept as it is'); END;
CREATE TRIGGER level_history_is_not_removed BEFORE DELETE ON level_history
  BEGIN SELECT RAISE(ABORT, 'the history of levels is kept for good'); END;

-- Who has which level, for counting licences (D-21).
CREATE INDEX contact_level ON contact (security_level, company_id) WHERE security_level IS NOT NULL;

-- A client's open tickets of both sides, and those that it keeps to itself: what switching Taskfire off looks at.
CREATE INDEX ticket_shared_open ON ticket (company_id, id, holder) WHERE is_shared = 1 AND closed_date IS NULL;
CREATE INDEX ticket_internal ON ticket (company_id) WHERE is_shared = 0 AND holder = 'taskfire';

-- People with a licence of the co-managed help desk, who can't have one of Taskfire besides (D-48).
CREATE TABLE comanaged_user (
  contact_id INTEGER PRIMARY KEY REFERENCES contact (id)
) STRICT;

-- Sessions that are over, known for a while: a machine that comes back with one learns whether its person may still be.
CREATE TABLE ended_session (
  token TEXT PRIMARY KEY,
  person_kind TEXT NOT NULL,
  person_id INTEGER NOT NULL,
  ended_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Sign-in: a password that must be changed, the second factor, the last sign-in.
ALTER TABLE login ADD COLUMN must_change INTEGER NOT NULL DEFAULT 0;
ALTER TABLE login ADD COLUMN totp_secret TEXT;
ALTER TABLE login ADD COLUMN totp_confirmed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE login ADD COLUMN totp_last_step INTEGER NOT NULL DEFAULT 0;
ALTER TABLE login ADD COLUMN last_sign_in_at INTEGER;

-- Whether somebody has switched to the next version of the portal (CP-19).
ALTER TABLE login ADD COLUMN uses_next_portal INTEGER NOT NULL DEFAULT 0;

-- Administrative acts. Each digest covers its entry and the digest before it.
CREATE TABLE audit_entry (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  origin TEXT NOT NULL,
  act TEXT NOT NULL,
  company_id INTEGER,
  subject TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT;
CREATE INDEX audit_entry_company ON audit_entry (company_id, id);
CREATE INDEX audit_entry_act ON audit_entry (act, id);
CREATE TRIGGER audit_entry_is_not_changed BEFORE UPDATE ON audit_entry
  BEGIN SELECT RAISE(ABORT, 'the audit log is kept as it is'); END;
CREATE TRIGGER audit_entry_is_not_removed BEFORE DELETE ON audit_entry
  BEGIN SELECT RAISE(ABORT, 'the audit log is kept for good'); END;

-- The newest digest, kept outside the log, so that a cut end is found.
CREATE TABLE audit_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  entry_id INTEGER NOT NULL,
  digest TEXT NOT NULL
) STRICT;

-- A queue's open tickets by their ids: its newest ones are read without looking at those that are closed.
CREATE INDEX ticket_open_queue ON ticket (queue_id, id) WHERE closed_date IS NULL;

-- A place of the feed at which a client's people start afresh, for what they are shown is another thing.
ALTER TABLE feed ADD COLUMN restarts INTEGER NOT NULL DEFAULT 0;
