-- The words of a saying stay in the vault; its entry in the ledger says to which role it was said.
CREATE TABLE spoken_words (
    organisation INTEGER NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    content_mac BLOB NOT NULL,
    PRIMARY KEY (organisation, position),
    FOREIGN KEY (organisation, position) REFERENCES ledger_entry (organisation, position)
) STRICT;
CREATE TRIGGER spoken_words_stay BEFORE UPDATE ON spoken_words BEGIN
    SELECT raise(ABORT, 'said');
END;

-- The open ledger leaves as a file too, and the register says so.
CREATE TABLE ledger_copy (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    head TEXT NOT NULL,
    recipient TEXT NOT NULL,
    purpose TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    content_mac BLOB NOT NULL
) STRICT;
CREATE INDEX ledger_copy_of_organisation ON ledger_copy (organisation);
