"""The encrypted file and all SQL."""
