-- The register says why; NULL in an older line says that it was not written down.
ALTER TABLE destruction ADD COLUMN ground TEXT;
