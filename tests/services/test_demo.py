"""The demo is a practice of three years, the same for the same seed."""

import secrets
from datetime import UTC, date, datetime

from advisor_app.domain.reporting import ReleaseState
from advisor_app.services import demo
from advisor_app.storage.keys import FLOOR_COST

TODAY = date(2026, 11, 20)


def content(folder, seed):
    now = lambda: datetime(2026, 11, 20, 9, 16, tzinfo=UTC)  # noqa: E731
    session = demo.make(folder, TODAY, now, secrets.choice, FLOOR_COST, seed=seed)
    try:
        found = []
        for organisation in session.clients.all():
            lines = session.casework.case_lines(organisation.id, limit=1_000)
            found.append((organisation.code, [(line.title, line.last_on) for line in lines]))
            fixed = [
                line
                for line in session.reporting.overview(organisation.id)
                if line.state is ReleaseState.FIXED
            ]
            found.append([(line.id, line.fixed_on) for line in fixed])
        return found, session.agenda.day()
    finally:
        session.close()


def test_the_demo_has_eight_clients_and_two_fixed_years(tmp_path):
    found, day = content(tmp_path / "een.vault", 1)
    cases = sum(len(each[1]) for each in found[::2])
    assert len(found) == 16
    assert 180 <= cases <= 320
    assert any(not each[1] for each in found[::2])  # a client without a single case
    assert all(fixed for fixed in found[1::2])
    assert day.appointments
    assert day.follow_ups


def test_an_equal_seed_gives_equal_content_and_another_seed_other_content(tmp_path):
    one, _ = content(tmp_path / "een.vault", 1)
    again, _ = content(tmp_path / "weer.vault", 1)
    other, _ = content(tmp_path / "ander.vault", 2)
    assert one == again
    assert one != other
