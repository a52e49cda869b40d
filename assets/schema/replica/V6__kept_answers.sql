-- What the server said last to questions about billing, shown at once with its age until it answers anew. It can be
-- deleted at any time, and goes with the copy when one signs out.
CREATE TABLE kept_answer (
    question TEXT PRIMARY KEY,
    answer TEXT NOT NULL,
    as_of INTEGER NOT NULL
) STRICT;
CREATE INDEX kept_answer_as_of ON kept_answer (as_of);
