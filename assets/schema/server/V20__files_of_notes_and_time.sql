-- What hangs on notes and on time of tickets lies among the attachments of tickets, with the note or the entry.
CREATE INDEX ticket_attachment_note ON ticket_attachment (ticket_note_id) WHERE ticket_note_id IS NOT NULL;
CREATE INDEX ticket_attachment_time ON ticket_attachment (time_entry_id) WHERE time_entry_id IS NOT NULL;
CREATE VIEW ticket_note_attachment AS
  SELECT
    id, attach_date, attached_by_contact_id, attached_by_resource_id, attachment_type, content_type, creator_type,
    file_size, full_path, impersonator_creator_resource_id, opportunity_id, parent_attachment_id, parent_id,
    publish, ticket_id, ticket_note_id, time_entry_id, title, parent_type, is_task_attachment, audience, side,
    author_name, digest
  FROM ticket_attachment WHERE ticket_note_id IS NOT NULL;
CREATE VIEW time_entry_attachment AS
  SELECT
    id, attach_date, attached_by_contact_id, attached_by_resource_id, attachment_type, content_type, creator_type,
    file_size, full_path, impersonator_creator_resource_id, opportunity_id, parent_attachment_id, parent_id,
    publish, ticket_id, ticket_note_id, time_entry_id, title, parent_type, is_task_attachment, audience, side,
    author_name, digest
  FROM ticket_attachment WHERE time_entry_id IS NOT NULL;

-- Who made a ticket, and who did something to it last: 1 the provider's people, 2 a client's.
UPDATE ticket SET
  creator_type = CASE WHEN creator_resource_id IS NULL THEN 2 ELSE 1 END,
  last_activity_person_type = CASE WHEN last_activity_resource_id IS NULL THEN 2 ELSE 1 END;
