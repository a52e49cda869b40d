-- The same as ticket_open_queue, which was there before: each write of a ticket kept both.
DROP INDEX ticket_unclosed;
