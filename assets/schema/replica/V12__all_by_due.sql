-- All tickets in the order in which lists begin, closed ones too: a filter over everything walks it, up to as many tickets
-- as are shown.
CREATE INDEX ticket_due ON ticket (due_date_time, id);
