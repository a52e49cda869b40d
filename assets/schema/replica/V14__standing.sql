-- Where names, statuses and priorities stand among their kind, of all that tickets refer to: what lists are sorted by that
-- is no column of the ticket. A resource is a person with its number's bits turned round, so that it never meets a contact.
CREATE TABLE standing (
  kind TEXT NOT NULL CHECK (kind IN ('company', 'person', 'queue', 'status', 'priority')),
  id INTEGER NOT NULL,
  is_known INTEGER NOT NULL,
  place ANY NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX standing_order ON standing (kind, is_known, place, id);

-- Names are put in as they are read; without one it is not known where something stands.
CREATE VIEW stands (kind, id, name) AS SELECT kind, id, place FROM standing;
CREATE TRIGGER stands_there INSTEAD OF INSERT ON stands BEGIN
  INSERT INTO standing (kind, id, is_known, place)
    VALUES (
      NEW.kind,
      NEW.id,
      coalesce(trim(NEW.name), '') <> '',
      CASE typeof(NEW.name) WHEN 'integer' THEN NEW.name ELSE coalesce(fold(trim(NEW.name)), '') END
    )
    ON CONFLICT (kind, id) DO UPDATE SET is_known = excluded.is_known, place = excluded.place;
END;

CREATE TRIGGER company_arrives AFTER INSERT ON company BEGIN
  INSERT INTO stands (kind, id, name) VALUES ('company', NEW.id, NEW.company_name);
END;
CREATE TRIGGER company_is AFTER UPDATE OF company_name ON company BEGIN
  INSERT INTO stands (kind, id, name) VALUES ('company', NEW.id, NEW.company_name);
END;
CREATE TRIGGER company_goes AFTER DELETE ON company BEGIN
  INSERT INTO stands (kind, id, name) VALUES ('company', OLD.id, NULL);
END;
CREATE TRIGGER contact_arrives AFTER INSERT ON contact BEGIN
  INSERT INTO stands (kind, id, name) VALUES ('person', NEW.id, concat_ws(' ', NEW.first_name, NEW.last_name));
END;
CREATE TRIGGER contact_is AFTER UPDATE OF first_name, last_name ON contact BEGIN
  INSERT INTO stands (kind, id, name) VALUES ('person', NEW.id, concat_ws(' ', NEW.first_name, NEW.last_name));
END;
CREATE TRIGGER contact_goes AFTER DELETE ON contact BEGIN
  INSERT INTO stands (kind, id, name) VALUES ('person', OLD.id, NULL);
END;
CREATE TRIGGER resource_arrives AFTER INSERT ON resource BEGIN
  INSERT INTO stands (kind, id, name) VALUES ('person', ~NEW.id, concat_ws(' ', NEW.first_name, NEW.last_name));
END;
CREATE TRIGGER resource_is AFTER UPDATE OF first_name, last_name ON resource BEGIN
  INSERT INTO stands (kind, id, name) VALUES ('person', ~NEW.id, concat_ws(' ', NEW.first_name, NEW.last_name));
END;
CREATE TRIGGER resource_goes AFTER DELETE ON resource BEGIN
  INSERT INTO stands (kind, id, name) VALUES ('person', ~OLD.id, NULL);
END;
CREATE TRIGGER queue_arrives AFTER INSERT ON queue BEGIN
  INSERT INTO stands (kind, id, name) VALUES ('queue', NEW.id, NEW.name);
END;
CREATE TRIGGER queue_is AFTER UPDATE OF name ON queue BEGIN
  INSERT INTO stands (kind, id, name) VALUES ('queue', NEW.id, NEW.name);
END;
CREATE TRIGGER queue_goes AFTER DELETE ON queue BEGIN
  INSERT INTO stands (kind, id, name) VALUES ('queue', OLD.id, NULL);
END;
CREATE TRIGGER status_arrives AFTER INSERT ON status BEGIN
  INSERT INTO stands (kind, id, name) VALUES ('status', NEW.id, coalesce(NEW.sort_order, 0));
END;
CREATE TRIGGER status_is AFTER UPDATE OF sort_order ON status BEGIN
  INSERT INTO stands (kind, id, name) VALUES ('status', NEW.id, coalesce(NEW.sort_order, 0));
END;
CREATE TRIGGER status_goes AFTER DELETE ON status BEGIN
  INSERT INTO stands (kind, id, name) VALUES ('status', OLD.id, NULL);
END;

-- Whatever tickets refer to stands somewhere, known or not, so that lists that go from one to the next miss no ticket.
CREATE VIEW referred (ticket_id, kind, id) AS
  SELECT id, 'company', company_id FROM ticket WHERE company_id IS NOT NULL
  UNION ALL SELECT id, 'person', contact_id FROM ticket WHERE contact_id IS NOT NULL
  UNION ALL SELECT id, 'person', ~assigned_resource_id FROM ticket WHERE assigned_resource_id IS NOT NULL
  UNION ALL SELECT id, 'person', taskfire_assigned_contact_id FROM ticket WHERE taskfire_assigned_contact_id IS NOT NULL
  UNION ALL SELECT id, 'queue', queue_id FROM ticket WHERE queue_id IS NOT NULL
  UNION ALL SELECT id, 'queue', taskfire_queue_id FROM ticket WHERE taskfire_queue_id IS NOT NULL
  UNION ALL SELECT id, 'priority', priority FROM ticket WHERE priority IS NOT NULL
  UNION ALL SELECT id, 'priority', taskfire_priority FROM ticket WHERE taskfire_priority IS NOT NULL
  UNION ALL SELECT id, 'status', status FROM ticket WHERE status IS NOT NULL
  UNION ALL SELECT id, 'status', taskfire_status FROM ticket WHERE taskfire_status IS NOT NULL;
CREATE TRIGGER ticket_refers AFTER INSERT ON ticket BEGIN
  INSERT INTO standing (kind, id, is_known, place) SELECT kind, id, 0, '' FROM referred WHERE ticket_id = NEW.id
    ON CONFLICT (kind, id) DO NOTHING;
END;
CREATE TRIGGER ticket_refers_anew AFTER UPDATE OF company_id, contact_id, assigned_resource_id,
  taskfire_assigned_contact_id, queue_id, taskfire_queue_id, priority, taskfire_priority, status, taskfire_status
ON ticket BEGIN
  INSERT INTO standing (kind, id, is_known, place) SELECT kind, id, 0, '' FROM referred WHERE ticket_id = NEW.id
    ON CONFLICT (kind, id) DO NOTHING;
END;

-- What a copy has already. Priorities stand by their urgency.
INSERT INTO standing (kind, id, is_known, place)
  VALUES ('priority', 4, 1, 0), ('priority', 1, 1, 1), ('priority', 2, 1, 2), ('priority', 3, 1, 3);
INSERT INTO stands (kind, id, name) SELECT 'company', id, company_name FROM company;
INSERT INTO stands (kind, id, name) SELECT 'person', id, concat_ws(' ', first_name, last_name) FROM contact;
INSERT INTO stands (kind, id, name) SELECT 'person', ~id, concat_ws(' ', first_name, last_name) FROM resource;
INSERT INTO stands (kind, id, name) SELECT 'queue', id, name FROM queue;
INSERT INTO stands (kind, id, name) SELECT 'status', id, coalesce(sort_order, 0) FROM status;
INSERT INTO standing (kind, id, is_known, place) SELECT kind, id, 0, '' FROM referred WHERE true
  ON CONFLICT (kind, id) DO NOTHING;

-- Indexes of orders are made when the copy is filled (src/replica/mirror/order.rs); these serve none any more.
DROP INDEX ticket_open_status;
DROP INDEX ticket_open_taskfire_status;
DROP INDEX ticket_open_priority;
DROP INDEX ticket_open_taskfire_priority;
DROP INDEX ticket_queue_priority;
DROP INDEX ticket_taskfire_queue_priority;
