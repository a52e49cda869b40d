-- What was brought over from other desks.

-- Each row that was taken: the same source, number and digest is never written twice.
CREATE TABLE import_row (
  source TEXT NOT NULL,
  number TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (source, number, digest)
) STRICT, WITHOUT ROWID;

-- Which ticket an imported number became, and the last known value of everything the other desk said about it.
CREATE TABLE import_ticket (
  source TEXT NOT NULL,
  number TEXT NOT NULL,
  ticket_id INTEGER NOT NULL REFERENCES ticket (id),
  known TEXT NOT NULL,
  PRIMARY KEY (source, number)
) STRICT, WITHOUT ROWID;
