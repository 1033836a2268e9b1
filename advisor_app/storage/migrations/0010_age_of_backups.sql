-- A backup is thrown away by a day that was promised; NULL says that none was, or not yet.
ALTER TABLE backup ADD COLUMN expires_on TEXT;
ALTER TABLE backup ADD COLUMN discarded_on TEXT;

-- So a certificate can name the last of those days; NULL says that it cannot.
ALTER TABLE destruction ADD COLUMN last_expires_on TEXT;
