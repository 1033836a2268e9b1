"""`python -m bench` prints one JSON line per row of the scorecard."""

import argparse
import json
import os
import sys
from pathlib import Path

from bench import rows

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def run() -> int:
    """Measure what was asked for; return 0 whether or not a target is met."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--rows", nargs="+", choices=rows.ROWS, default=list(rows.ROWS))
    parser.add_argument("--notes", type=int, default=rows.MANY)
    parser.add_argument("--pairs", type=int, default=11)
    parser.add_argument("--million", action="store_true", help="row 2 at a million as well")
    parser.add_argument("--quick", action="store_true", help="200 notes, 3 pairs, no callgrind")
    parser.add_argument(
        "--folder",
        type=Path,
        default=Path(__file__).parents[1] / "artefacts" / "bench",
        help="where the invented vaults are kept for a next run",
    )
    given = parser.parse_args()
    setting = rows.Setting(
        folder=given.folder,
        notes=200 if given.quick else given.notes,
        pairs=3 if given.quick else given.pairs,
        very_many=given.million,
        callgrind=not given.quick,
    )
    for measure in dict.fromkeys(rows.ROWS[name] for name in given.rows):
        for each in measure(setting):
            print(json.dumps(each.plain()), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(run())
