-- The words of more than six letters that were ever in the word table. It has indexes for beginnings of up to six; a
-- longer beginning would have it merge all words that begin so, and is searched as the words that are found here.
CREATE TABLE long_word (text TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE ticket_term USING fts5vocab (ticket_words, row);
INSERT INTO long_word SELECT term FROM ticket_term WHERE length(term) > 6;
DROP TABLE ticket_term;

-- Tickets whose words were changed in the open transaction: they are written to the word table once, before it ends.
CREATE TABLE unindexed (ticket_id INTEGER PRIMARY KEY) STRICT;
