-- A figure that was given once is given again byte for byte, whatever is renamed or drawn anew since.
CREATE TABLE fixed_file (
    organisation INTEGER NOT NULL REFERENCES organisation (id),
    release TEXT NOT NULL,
    format TEXT NOT NULL,
    fixed_on TEXT NOT NULL,
    content BLOB NOT NULL,
    content_mac BLOB NOT NULL,
    PRIMARY KEY (organisation, release, format)
) STRICT;

-- Counting a box reads nothing but this index.
DROP INDEX case_to_count;
CREATE INDEX case_to_count ON "case" (
    organisation, entered_on, category, relation, department, person, situation, reporter_role, counted_elsewhere
);
