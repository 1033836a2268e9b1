"""Pages on the screen and on paper."""
