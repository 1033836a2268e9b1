"""Which figures may leave: boxes and numbers only, no cases, no Qt, no SQL."""
