-- Who let a spell of automation end, and when that was. Of those that had ended before, nobody wrote it down.
ALTER TABLE billing_automation ADD COLUMN ended_by TEXT;
ALTER TABLE billing_automation ADD COLUMN ended_at INTEGER;
