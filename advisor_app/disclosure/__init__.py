"""Which figures may leave: boxes and numbers only, no cases, no Qt, no SQL."""

import os

# Matrices are small here: more threads would only wait for one another. It is read once, by numpy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
