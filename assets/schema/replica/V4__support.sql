-- A ticket that waits for its contract to become active.
ALTER TABLE ticket ADD COLUMN is_held_for_contract INTEGER;
ALTER TABLE ticket_base ADD COLUMN is_held_for_contract INTEGER;

-- What support contracts paid of an entry.
ALTER TABLE time_entry ADD COLUMN covered_minutes INTEGER;
ALTER TABLE time_entry ADD COLUMN uncovered_minutes INTEGER;
ALTER TABLE time_entry ADD COLUMN carried_minutes INTEGER;
