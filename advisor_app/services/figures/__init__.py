"""Figures for an organisation: promised, made, looked at by another, fixed, and read back."""
