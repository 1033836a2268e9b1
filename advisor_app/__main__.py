"""`python -m advisor_app` is `advisor-app`."""

import sys

from advisor_app.cli import run

if __name__ == "__main__":
    sys.exit(run())
