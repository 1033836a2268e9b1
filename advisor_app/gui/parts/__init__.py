"""What several rooms are built from."""
