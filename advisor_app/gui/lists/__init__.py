"""Lists that paint their rows, and tables that are filled in by hand."""
