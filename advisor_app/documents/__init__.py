"""Domain values become bytes that leave on paper and in files."""
