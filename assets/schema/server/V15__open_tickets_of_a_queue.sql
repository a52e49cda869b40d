-- Tickets that are not closed on both sides, by queue: those whose completion the provider has stamped while the client
-- still works on them are missing in `ticket_open`.
CREATE INDEX ticket_unclosed ON ticket (queue_id, id) WHERE closed_date IS NULL;
