CREATE INDEX activity_of_organisation ON activity (organisation, last_on DESC, "case" DESC);

CREATE INDEX case_of_person ON "case" (person);

CREATE INDEX case_of_situation ON "case" (situation);

CREATE INDEX case_to_count ON "case" (
    organisation, entered_on, category, relation, department, person, situation, reporter_role, counted_elsewhere
);

CREATE INDEX closed_case ON "case" (organisation, closed_on) WHERE closed_on IS NOT NULL;

CREATE INDEX contact_of_organisation ON contact (organisation);

CREATE INDEX conversation_of_case ON conversation ("case", held_on);

CREATE INDEX counted_case_of_organisation ON counted_case (organisation, month);

CREATE INDEX export_of_organisation ON export (organisation, exported_at);

CREATE INDEX follow_up_of_case ON follow_up ("case");

CREATE INDEX follow_up_to_do ON follow_up (due_on, due_at) WHERE done_on IS NULL;

CREATE INDEX ledger_copy_of_organisation ON ledger_copy (organisation);

CREATE INDEX letter_of_case ON letter ("case");

CREATE INDEX letter_of_organisation ON letter (organisation, changed_at);

CREATE INDEX loose_conversation ON conversation (organisation, held_on) WHERE "case" IS NULL;

CREATE INDEX narrative_answer_of_release ON narrative_answer (organisation, release);

CREATE INDEX note_of_case ON note ("case");

CREATE UNIQUE INDEX one_anonymous_person ON person (organisation) WHERE anonymous = 1;

CREATE INDEX person_of_organisation ON person (organisation);

CREATE UNIQUE INDEX situation_of_token ON situation (token) WHERE token <> '';

CREATE TABLE activity (
    "case" INTEGER PRIMARY KEY REFERENCES "case" (id) ON DELETE CASCADE,
    organisation INTEGER NOT NULL,
    last_on TEXT NOT NULL
) STRICT;

CREATE TABLE advisor (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    public_name TEXT NOT NULL,
    function_line TEXT NOT NULL,
    letterhead_lines TEXT NOT NULL,
    logo BLOB NOT NULL,
    signature BLOB NOT NULL,
    language TEXT NOT NULL,
    content_mac BLOB NOT NULL
) STRICT;

CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    action TEXT NOT NULL,
    thing TEXT NOT NULL,
    content_mac BLOB,
    chain_mac BLOB NOT NULL
) STRICT;

CREATE TABLE backup (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    made_at TEXT NOT NULL,
    target TEXT NOT NULL,
    drilled INTEGER NOT NULL CHECK (drilled IN (0, 1)),
    sequence INTEGER NOT NULL,
    content_mac BLOB NOT NULL
, expires_on TEXT, discarded_on TEXT) STRICT;

CREATE TABLE "case" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    number TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    department INTEGER REFERENCES department (id),
    person INTEGER NOT NULL REFERENCES person (id),
    situation INTEGER NOT NULL REFERENCES situation (id),
    domain TEXT NOT NULL,
    category TEXT NOT NULL,
    further_categories TEXT NOT NULL,
    reporter_role TEXT NOT NULL,
    relation TEXT NOT NULL,
    employment TEXT NOT NULL,
    function_group TEXT NOT NULL,
    subject_position TEXT NOT NULL,
    duration TEXT NOT NULL,
    frequency TEXT NOT NULL,
    channel TEXT NOT NULL,
    place TEXT NOT NULL,
    reported_earlier_to TEXT NOT NULL,
    request TEXT NOT NULL,
    vulnerable_areas TEXT NOT NULL,
    vulnerability_factors TEXT NOT NULL,
    acute_danger INTEGER NOT NULL CHECK (acute_danger IN (0, 1)),
    status TEXT NOT NULL,
    route TEXT NOT NULL,
    outcome TEXT NOT NULL,
    opened_on TEXT NOT NULL,
    entered_on TEXT NOT NULL,
    closed_on TEXT,
    counted_elsewhere INTEGER NOT NULL CHECK (counted_elsewhere IN (0, 1)),
    content_mac BLOB NOT NULL
, discrimination_grounds TEXT, gender TEXT, effects TEXT, closing_reason TEXT, hold TEXT) STRICT;

CREATE VIRTUAL TABLE case_search USING fts5 (
    number, title, content = 'case', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 2", prefix = '3'
);

CREATE TABLE 'case_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'case_search_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'case_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'case_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE code_list (
    list TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    content TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    salutation TEXT NOT NULL,
    address TEXT NOT NULL,
    receives_report INTEGER NOT NULL CHECK (receives_report IN (0, 1)),
    content_mac BLOB NOT NULL
) STRICT;

CREATE TABLE conversation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    "case" INTEGER REFERENCES "case" (id),
    held_on TEXT NOT NULL,
    held_at TEXT,
    form TEXT NOT NULL,
    kind TEXT NOT NULL,
    initiator TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    preparation_minutes INTEGER NOT NULL,
    travel_minutes INTEGER NOT NULL,
    content_mac BLOB NOT NULL
) STRICT;

CREATE TABLE counted_as (
    "case" INTEGER PRIMARY KEY REFERENCES "case" (id),
    department INTEGER REFERENCES department (id),
    category TEXT NOT NULL,
    relation TEXT NOT NULL,
    reporter_role TEXT NOT NULL,
    counted_elsewhere INTEGER NOT NULL,
    content_mac BLOB NOT NULL
) STRICT;

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
, salt TEXT) STRICT;

CREATE TABLE department (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    name TEXT NOT NULL,
    content_mac BLOB NOT NULL,
    UNIQUE (organisation, name)
) STRICT;

CREATE TABLE department_year (
    department INTEGER NOT NULL REFERENCES department (id),
    year INTEGER NOT NULL,
    reporting_group TEXT NOT NULL,
    staff INTEGER NOT NULL CHECK (staff > 0),
    content_mac BLOB NOT NULL,
    PRIMARY KEY (department, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE destruction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    destroyed_at TEXT NOT NULL,
    backups INTEGER NOT NULL,
    unreachable INTEGER NOT NULL,
    last_backup_at TEXT,
    content_mac BLOB NOT NULL
, ground TEXT, last_expires_on TEXT) STRICT;

CREATE TABLE draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    window TEXT NOT NULL,
    target TEXT NOT NULL,
    text TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    content_mac BLOB NOT NULL,
    UNIQUE (window, target)
) STRICT;

CREATE TABLE earlier_note (
    note INTEGER NOT NULL REFERENCES note (id),
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    written_at TEXT NOT NULL,
    content_mac BLOB NOT NULL,
    PRIMARY KEY (note, version)
) STRICT;

CREATE TABLE export (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    release TEXT NOT NULL,
    format TEXT NOT NULL,
    recipient TEXT NOT NULL,
    purpose TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    exported_at TEXT NOT NULL,
    content_mac BLOB NOT NULL
) STRICT;

CREATE TABLE fixed_file (
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    release TEXT NOT NULL,
    format TEXT NOT NULL,
    fixed_on TEXT NOT NULL,
    content BLOB NOT NULL,
    content_mac BLOB NOT NULL,
    PRIMARY KEY (organisation, release, format)
) STRICT;

CREATE TABLE fixed_letter (
    letter INTEGER PRIMARY KEY REFERENCES letter (id),
    pdf BLOB NOT NULL,
    content_mac BLOB NOT NULL
) STRICT;

CREATE TABLE follow_up (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER REFERENCES organisation (id),
    "case" INTEGER REFERENCES "case" (id),
    kind TEXT NOT NULL,
    due_on TEXT NOT NULL,
    due_at TEXT,
    text TEXT NOT NULL,
    done_on TEXT,
    content_mac BLOB NOT NULL
) STRICT;

CREATE TABLE headcount (
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    year INTEGER NOT NULL,
    staff INTEGER NOT NULL CHECK (staff > 0),
    content_mac BLOB NOT NULL,
    PRIMARY KEY (organisation, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE identity (
    person INTEGER PRIMARY KEY REFERENCES person (id),
    name TEXT NOT NULL,
    private_contact TEXT NOT NULL,
    content_mac BLOB NOT NULL
) STRICT;

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

CREATE TABLE ledger_entry (
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    position INTEGER NOT NULL,
    entry TEXT NOT NULL,
    content_mac BLOB NOT NULL,
    PRIMARY KEY (organisation, position)
) STRICT;

CREATE TABLE letter (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    "case" INTEGER REFERENCES "case" (id),
    template TEXT NOT NULL,
    recipient_role TEXT NOT NULL,
    addressee TEXT NOT NULL,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    fixed_on TEXT,
    content_mac BLOB NOT NULL
) STRICT;

CREATE VIRTUAL TABLE letter_search USING fts5 (
    subject, body, content = 'letter', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 2", prefix = '3'
);

CREATE TABLE 'letter_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'letter_search_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'letter_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'letter_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

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

CREATE TABLE note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    "case" INTEGER REFERENCES "case" (id),
    conversation INTEGER UNIQUE REFERENCES conversation (id),
    kind TEXT NOT NULL,
    written_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    content_mac BLOB NOT NULL
) STRICT;

CREATE VIRTUAL TABLE note_search USING fts5 (
    body, content = 'note_text', content_rowid = 'note',
    tokenize = "unicode61 remove_diacritics 2", prefix = '3'
);

CREATE TABLE 'note_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'note_search_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'note_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'note_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE note_text (
    note INTEGER PRIMARY KEY REFERENCES note (id),
    body TEXT NOT NULL
) STRICT;

CREATE TABLE organisation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    advisor_role TEXT NOT NULL,
    preliminary_check INTEGER NOT NULL CHECK (preliminary_check IN (0, 1)),
    undesirable_under_integrity INTEGER NOT NULL CHECK (undesirable_under_integrity IN (0, 1)),
    scope TEXT NOT NULL,
    regulation TEXT NOT NULL,
    period_kind TEXT NOT NULL,
    minimum INTEGER NOT NULL CHECK (minimum >= 5),
    language TEXT NOT NULL,
    client_since TEXT NOT NULL,
    client_until TEXT,
    content_mac BLOB NOT NULL
, retention_months INTEGER) STRICT;

CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    token TEXT NOT NULL UNIQUE,
    alias TEXT NOT NULL,
    anonymous INTEGER NOT NULL CHECK (anonymous IN (0, 1)),
    content_mac BLOB NOT NULL
) STRICT;

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE situation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    content_mac BLOB NOT NULL
, token TEXT) STRICT;

CREATE TABLE spoken_words (
    organisation INTEGER NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    content_mac BLOB NOT NULL,
    PRIMARY KEY (organisation, position),
    FOREIGN KEY (organisation, position) REFERENCES ledger_entry (organisation, position)
) STRICT;

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE vault (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    vault_id BLOB NOT NULL,
    instance_id BLOB NOT NULL
) STRICT;

CREATE TRIGGER case_is_active AFTER INSERT ON "case" BEGIN
    INSERT INTO activity ("case", organisation, last_on)
    VALUES (new.id, new.organisation, new.opened_on);
END;

CREATE TRIGGER case_is_found AFTER INSERT ON "case" BEGIN
    INSERT INTO case_search (rowid, number, title) VALUES (new.id, new.number, new.title);
END;

CREATE TRIGGER case_is_found_anew AFTER UPDATE OF number, title ON "case" BEGIN
    INSERT INTO case_search (case_search, rowid, number, title) VALUES ('delete', old.id, old.number, old.title);
    INSERT INTO case_search (rowid, number, title) VALUES (new.id, new.number, new.title);
END;

CREATE TRIGGER case_is_lost AFTER DELETE ON "case" BEGIN
    INSERT INTO case_search (case_search, rowid, number, title) VALUES ('delete', old.id, old.number, old.title);
END;

CREATE TRIGGER case_moves AFTER UPDATE OF opened_on, organisation ON "case" BEGIN
    UPDATE activity SET
        organisation = new.organisation,
        last_on = max(new.opened_on, coalesce((SELECT max(held_on) FROM conversation WHERE "case" = new.id), ''))
    WHERE "case" = new.id;
END;

CREATE TRIGGER conversation_goes AFTER DELETE ON conversation WHEN old."case" IS NOT NULL BEGIN
    UPDATE activity SET last_on = (
        SELECT max(c.opened_on, coalesce(max(t.held_on), ''))
        FROM "case" AS c LEFT JOIN conversation AS t ON t."case" = c.id WHERE c.id = old."case"
    ) WHERE "case" = old."case";
END;

CREATE TRIGGER conversation_is_held AFTER INSERT ON conversation WHEN new."case" IS NOT NULL BEGIN
    UPDATE activity SET last_on = max(last_on, new.held_on) WHERE "case" = new."case";
END;

CREATE TRIGGER conversation_moves AFTER UPDATE OF held_on, "case" ON conversation BEGIN
    UPDATE activity SET last_on = (
        SELECT max(c.opened_on, coalesce(max(t.held_on), ''))
        FROM "case" AS c LEFT JOIN conversation AS t ON t."case" = c.id WHERE c.id = activity."case"
    ) WHERE "case" IN (old."case", new."case");
END;

CREATE TRIGGER letter_is_found AFTER INSERT ON letter BEGIN
    INSERT INTO letter_search (rowid, subject, body) VALUES (new.id, new.subject, new.body);
END;

CREATE TRIGGER letter_is_found_anew AFTER UPDATE OF subject, body ON letter BEGIN
    INSERT INTO letter_search (letter_search, rowid, subject, body) VALUES ('delete', old.id, old.subject, old.body);
    INSERT INTO letter_search (rowid, subject, body) VALUES (new.id, new.subject, new.body);
END;

CREATE TRIGGER letter_is_lost AFTER DELETE ON letter BEGIN
    INSERT INTO letter_search (letter_search, rowid, subject, body) VALUES ('delete', old.id, old.subject, old.body);
END;

CREATE TRIGGER narrative_answer_stays BEFORE DELETE ON narrative_answer WHEN EXISTS (
    SELECT 1 FROM narrative WHERE organisation = old.organisation AND release = old.release
) BEGIN
    SELECT raise(ABORT, 'fixed');
END;

CREATE TRIGGER narrative_stays BEFORE UPDATE ON narrative BEGIN
    SELECT raise(ABORT, 'fixed');
END;

CREATE TRIGGER note_is_found AFTER INSERT ON note_text BEGIN
    INSERT INTO note_search (rowid, body) VALUES (new.note, new.body);
END;

CREATE TRIGGER note_is_found_anew AFTER UPDATE OF body ON note_text BEGIN
    INSERT INTO note_search (note_search, rowid, body) VALUES ('delete', old.note, old.body);
    INSERT INTO note_search (rowid, body) VALUES (new.note, new.body);
END;

CREATE TRIGGER note_is_lost AFTER DELETE ON note_text BEGIN
    INSERT INTO note_search (note_search, rowid, body) VALUES ('delete', old.note, old.body);
END;

CREATE TRIGGER spoken_words_stay BEFORE UPDATE ON spoken_words BEGIN
    SELECT raise(ABORT, 'said');
END;

