-- When an act was last sent without an answer: what is asked for much later is another act.
ALTER TABLE unanswered ADD COLUMN asked_at INTEGER NOT NULL DEFAULT 0;
