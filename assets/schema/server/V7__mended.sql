-- What a contact's row is looked for by where the contact is deleted.
CREATE INDEX ticket_taskfire_assignee ON ticket (taskfire_assigned_contact_id)
  WHERE taskfire_assigned_contact_id IS NOT NULL;
CREATE INDEX request_type_setting_assignee ON request_type_setting (assignee_contact_id)
  WHERE assignee_contact_id IS NOT NULL;
CREATE INDEX contract_contact ON contract (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX contract_bill_to_contact ON contract (bill_to_company_contact_id)
  WHERE bill_to_company_contact_id IS NOT NULL;

-- And a service bundle's.
CREATE INDEX contract_service_bundle_unit_sold ON contract_service_bundle_unit (service_bundle_id);
CREATE INDEX configuration_item_bundle ON configuration_item (service_bundle_id) WHERE service_bundle_id IS NOT NULL;

-- The sentences of the two boxes, a line each, as part of what is accepted; the digest covers them. Versions from before
-- get theirs once; nothing else of a version is ever changed.
ALTER TABLE agreement ADD COLUMN boxes TEXT NOT NULL DEFAULT '';
ALTER TABLE acknowledgement ADD COLUMN boxes TEXT NOT NULL DEFAULT '';
DROP TRIGGER agreement_is_not_changed;
CREATE TRIGGER agreement_is_not_changed BEFORE UPDATE ON agreement
  WHEN old.boxes <> '' OR new.version <> old.version OR new.language <> old.language
    OR new.published <> old.published OR new.text <> old.text
  BEGIN SELECT RAISE(ABORT, 'a version of the agreement stays as it was published'); END;

-- Whether somebody chose the settings since Taskfire is on, be it those that it had.
ALTER TABLE taskfire_interval ADD COLUMN are_settings_chosen INTEGER NOT NULL DEFAULT 0;
UPDATE taskfire_interval SET are_settings_chosen = 1
WHERE EXISTS (
  SELECT 1 FROM audit_entry WHERE audit_entry.company_id = taskfire_interval.company_id
    AND act = 'write_taskfire_settings' AND at >= since
);
