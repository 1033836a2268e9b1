"""Makes a vault of invented people, to try and to practise on."""

import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from advisor_app.domain.identity import Choose
from advisor_app.keychain import Keychain
from advisor_app.services.demo.inventor import invent
from advisor_app.services.demo.material import begins_on
from advisor_app.services.demo.stand_ins import DemoChoice, DemoClock
from advisor_app.services.demo.writer import Writer
from advisor_app.services.session import Session
from advisor_app.services.settings import VaultSettings
from advisor_app.storage.keys import FLOOR_COST, Argon2Cost
from advisor_app.storage.vault import Vault

COST = FLOOR_COST
"""Nothing real lies in a demo, so nobody has to wait for it."""

SEED = 2026
PASSPHRASE = "kersen zeilboot marmer vlinder zolder fluiten"  # noqa: S105  (it keeps nothing secret)
"""Of a demo vault, which holds nothing real: `demo-vault` prints it."""


def make(
    folder: Path,
    today: date,
    now: Callable[[], datetime],
    choose: Choose,
    cost: Argon2Cost,
    *,
    seed: int = SEED,
    throw_away: bool = False,
) -> Session:
    """Make a vault of invented people in a new folder; it opens with `PASSPHRASE`.

    `throw_away`: its session removes the folder when it is closed.

    Raises:
        ProblemError: those of Vault.create, DISK_FULL; InvalidError TOO_LONG_AGO for a day of long
            ago. No folder is left behind then.
    """
    clock, choice = DemoClock(begins_on(today), now), DemoChoice(seed, choose)
    vault, _code = Vault.create(folder, PASSPHRASE, clock, cost)
    VaultSettings(vault).note_practice()
    session = Session(vault, Keychain(None), clock, choice, is_demo=throw_away, cost=cost)
    try:
        with vault.transaction():  # one wait for the disk instead of two thousand
            fill(session, clock, today, seed)
    except BaseException:
        try:
            session.close()
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        raise
    clock.at = choice.seeded = None
    return session


def fill(session: Session, clock: DemoClock, today: date, seed: int = SEED) -> None:
    """Fill an empty vault, whose clock stands at `begins_on`, with everything before a day."""
    Writer(session, clock, today).write(invent(today, seed))
