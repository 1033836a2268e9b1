-- A report may hold a short text of the advisor: fixed with its release, with what was answered about it.
CREATE TABLE narrative (
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    release TEXT NOT NULL,
    text TEXT NOT NULL,
    fixed_at TEXT NOT NULL,
    content_mac BLOB NOT NULL,
    PRIMARY KEY (organisation, release)
) STRICT;

CREATE TABLE narrative_answer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    release TEXT NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    sentence TEXT NOT NULL,
    place INTEGER NOT NULL,
    answered_at TEXT NOT NULL,
    content_mac BLOB NOT NULL
) STRICT;
CREATE INDEX narrative_answer_of_release ON narrative_answer (organisation, release);

CREATE TRIGGER narrative_stays BEFORE UPDATE ON narrative BEGIN
    SELECT raise(ABORT, 'fixed');
END;
CREATE TRIGGER narrative_answer_stays BEFORE DELETE ON narrative_answer WHEN EXISTS (
    SELECT 1 FROM narrative WHERE organisation = old.organisation AND release = old.release
) BEGIN
    SELECT raise(ABORT, 'fixed');
END;
