-- Who let a spell of automation end, and when that was. Of those that had ended before, nobody wrote it down.
ALTER TABLE billing_automation ADD COLUMN ended_by TEXT;
ALTER TABLE billing_automation ADD COLUMN ended_at INTEGER;

-- The provider's name as it was when the invoice was made. Older ones have none, and show today's.
ALTER TABLE invoice ADD COLUMN provider_name TEXT;
