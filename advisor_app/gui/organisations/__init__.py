"""The organisations that the advisor works for."""
