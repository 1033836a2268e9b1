-- A case that is corrected goes on counting as it did in figures that are fixed already.
CREATE TABLE counted_as (
    "case" INTEGER PRIMARY KEY REFERENCES "case" (id),
    department INTEGER REFERENCES department (id),
    category TEXT NOT NULL,
    relation TEXT NOT NULL,
    reporter_role TEXT NOT NULL,
    counted_elsewhere INTEGER NOT NULL,
    content_mac BLOB NOT NULL
) STRICT;
