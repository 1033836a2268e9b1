"""Cases, what was said in them and what is still to be done."""
