"""How a command ends, for whoever called it."""

FINE = 0
CANNOT = 2
"""It can not be carried out, and nothing is wrong with the vault."""
WRONG = 3
"""Something is wrong with the vault, the file or the program."""
READER_GONE = 141
"""Whoever read what is said has gone: what a shell makes of SIGPIPE, 128 + 13."""
