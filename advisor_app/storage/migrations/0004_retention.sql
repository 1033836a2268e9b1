-- How long a case is kept after it closed differs by organisation; NULL says the record's default.
ALTER TABLE organisation ADD COLUMN retention_months INTEGER;

-- What retention ends for is found without reading a case.
CREATE INDEX closed_case ON "case" (organisation, closed_on) WHERE closed_on IS NOT NULL;
