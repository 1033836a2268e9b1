-- What counts of destroyed cases is written anew under fresh random numbers: see docs/decisions.md, 29.
ALTER TABLE counted_case ADD COLUMN salt TEXT;
