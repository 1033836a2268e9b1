"""What the work is about; standard library only."""
