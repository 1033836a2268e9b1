"""The vault as a whole: made, opened, moved, backed up and set."""
