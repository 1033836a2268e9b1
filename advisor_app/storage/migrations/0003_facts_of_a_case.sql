-- Advisors had nowhere to keep these facts. NULL in an older case says what the record's default says.
ALTER TABLE "case" ADD COLUMN discrimination_grounds TEXT;
ALTER TABLE "case" ADD COLUMN gender TEXT;
ALTER TABLE "case" ADD COLUMN effects TEXT;
ALTER TABLE "case" ADD COLUMN closing_reason TEXT;
