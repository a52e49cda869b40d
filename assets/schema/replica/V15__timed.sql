-- What a change that is not settled took off its ticket's stopwatch: it goes back there where the change is thrown away,
-- and goes with the change once that is settled. Moments and spans are milliseconds.
CREATE TABLE outbox_time (
  position INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  begun_at INTEGER NOT NULL,
  spent INTEGER NOT NULL,
  runs INTEGER NOT NULL,
  is_running INTEGER NOT NULL
) STRICT;
CREATE TRIGGER outbox_time_goes AFTER DELETE ON outbox BEGIN
  DELETE FROM outbox_time WHERE position = OLD.position;
END;
