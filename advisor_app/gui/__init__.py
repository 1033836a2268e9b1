"""What the windows do: the only Qt."""
