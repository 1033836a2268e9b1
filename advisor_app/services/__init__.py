"""What an advisor can do: one verb, one transaction."""
