"""Letters, from a template to paper."""
