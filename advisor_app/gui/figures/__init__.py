"""The plan, the figures that leave, and what was said about them."""
