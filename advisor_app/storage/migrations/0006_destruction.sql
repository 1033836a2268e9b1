-- A ground holds a closed case back from destruction; NULL says that none does.
ALTER TABLE "case" ADD COLUMN hold TEXT;

-- What figures still count once a case is destroyed: a month and codes, and nothing of its file.
CREATE TABLE counted_case (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    department INTEGER REFERENCES department (id),
    month TEXT NOT NULL,
    category TEXT NOT NULL,
    relation TEXT NOT NULL,
    reporter_role TEXT NOT NULL,
    person TEXT NOT NULL,
    situation TEXT NOT NULL,
    content_mac BLOB NOT NULL
) STRICT;
CREATE INDEX counted_case_of_organisation ON counted_case (organisation, month);

-- A situation whose other cases live on counts as one with those that are destroyed.
ALTER TABLE situation ADD COLUMN token TEXT;
CREATE UNIQUE INDEX situation_of_token ON situation (token) WHERE token <> '';

-- The register of destructions says when, and in how many backups the text still stood.
CREATE TABLE destruction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    destroyed_at TEXT NOT NULL,
    backups INTEGER NOT NULL,
    unreachable INTEGER NOT NULL,
    last_backup_at TEXT,
    content_mac BLOB NOT NULL
) STRICT;
