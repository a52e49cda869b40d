-- What support contracts are asked for. Entries of before contracts were active have no covered minutes and are never debited.
CREATE INDEX time_entry_contract ON time_entry (contract_id, id) WHERE covered_minutes IS NOT NULL;
CREATE INDEX time_entry_carried ON time_entry (contract_id) WHERE carried_minutes > 0;
CREATE INDEX time_entry_resource_day ON time_entry (resource_id, date_worked);
CREATE INDEX time_entry_contact_day ON time_entry (author_contact_id, date_worked) WHERE author_contact_id IS NOT NULL;
CREATE INDEX refused_request_person ON refused_request (person_kind, person_id) WHERE answered_at IS NULL;

-- Time that no contract covered, by day: what billing says of a month.
CREATE INDEX time_entry_uncovered ON time_entry (date_worked, ticket_id) WHERE uncovered_minutes > 0;
