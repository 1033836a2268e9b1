"""Vertrouwd: the encrypted, offline casebook of the external confidential advisor."""
