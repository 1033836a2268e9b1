"""What stands around the rooms: the main window, its palette, its cover and its lock."""
