"""Today and the days that follow."""
