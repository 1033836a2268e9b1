"""The auditor: reads a ledger as its sharpest reader would; it never sees a case or the engine."""
