"""A backup that was not read back does not count."""

import os
from contextlib import closing, suppress
from datetime import date, timedelta
from pathlib import Path

import pytest

from advisor_app.domain.identity import UNSAVED
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.storage.journal import Action
from tests.conftest import PASSPHRASE
from tests.systems import unix


def test_a_backup_is_noted_with_where_it_went(session, tmp_path, clock):
    assert session.backups.latest() is None
    made = session.backups.back_up(tmp_path / "a.vaultbackup")
    assert session.backups.latest() == made
    assert (made.target, made.drilled, made.made_at) == (
        str(tmp_path / "a.vaultbackup"), True, clock.at,
    )  # fmt: skip


def test_the_name_that_is_suggested_tells_the_day_and_no_more(session):
    assert session.backups.suggest_name("praktijk").startswith("praktijk 2026-11-20 ")


def test_a_backup_into_nowhere_or_over_something_leaves_nothing(session, tmp_path, problem_of):
    (tmp_path / "there").write_text("x")
    for target, problem in (
        (tmp_path / "nowhere" / "a.vaultbackup", Problem.NOT_A_FOLDER),
        (tmp_path / "there", Problem.ALREADY_THERE),
    ):
        assert problem_of(lambda target=target: session.backups.back_up(target)) == problem
    assert session.backups.latest() is None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "there"]


def test_a_clock_that_runs_behind_is_told_before_a_backup_is_made(
    session, tmp_path, clock, problem_of
):
    session.accept_clock()
    clock.pass_by(days=-2)
    target = tmp_path / "a.vaultbackup"
    assert problem_of(lambda: session.backups.back_up(target)) == Problem.CLOCK_BEHIND
    assert not target.exists()
    session.accept_clock()
    session.backups.back_up(target)


def test_a_backup_from_the_future_can_be_restored(access, session, tmp_path, clock):
    session.backups.back_up(tmp_path / "a.vaultbackup")
    clock.pass_by(days=-100)
    restored = access.restore(
        tmp_path / "a.vaultbackup", access.folders.of("terug"), passphrase=PASSPHRASE
    )
    restored.session.close()


def test_a_backup_that_a_full_disk_could_not_note_is_known_and_noted_later(
    access, session, tmp_path
):
    connection = fill(session)
    target = tmp_path / "a.vaultbackup"
    made = session.backups.back_up(target)
    assert target.exists()
    assert made.id == UNSAVED
    assert session.backups.latest() == made
    assert [each.target for each in session.backups.known()] == [str(target)]
    connection.execute("PRAGMA max_page_count = 1000000")
    folder = session.folder
    session.close()
    with closing(access.open(folder, PASSPHRASE)) as again:
        (noted,) = again.backups.known()
        assert (noted.target, noted.made_at) == (str(target), made.made_at)
        assert noted.id != UNSAVED


def fill(session):
    """Let the vault grow no more and leave no room for one more line of its log."""
    connection = session._vault._database._connection
    connection.execute(
        f"PRAGMA max_page_count = {connection.execute('PRAGMA page_count').fetchone()[0]}"
    )
    with suppress(ProblemError):
        while True:
            with session._vault.transaction() as tables:
                tables.journal.write(Action.BACKED_UP, "vault")
    return connection


@pytest.mark.parametrize("room", [400, 1400, 2200])
def test_a_backup_that_does_not_fit_leaves_nothing_on_its_stick(
    session, small_disk, problem_of, room
):
    for number in range(20):
        session.drafts.keep("w", str(number), os.urandom(20_000).hex())
    stick = small_disk(room)
    target = stick / "a.vaultbackup"
    assert problem_of(lambda: session.backups.back_up(target)) == Problem.DISK_FULL
    assert list(stick.iterdir()) == []
    assert session.backups.latest() is None


def test_a_backup_can_go_to_a_small_stick(session, small_disk):
    stick = small_disk(1200)
    session.backups.back_up(stick / "a.vaultbackup")
    assert [path.name for path in stick.iterdir()] == ["a.vaultbackup"]


@unix  # elsewhere the folder of an open vault cannot be moved away
def test_a_vault_whose_folder_is_gone_is_saved_by_a_backup(session, tmp_path):
    folder, elsewhere = session.folder, tmp_path / "elders"
    folder.rename(elsewhere)
    made = session.backups.back_up(tmp_path / "a.vaultbackup")
    assert made.id == UNSAVED
    assert Path(made.target).is_file()
    elsewhere.rename(folder)
    session.backups.note_what_waits()
    assert session.backups.latest().id != UNSAVED


def test_a_backup_is_to_be_thrown_away_after_five_weeks_or_as_was_chosen(session, tmp_path, clock):
    backups = session.backups
    usual = backups.back_up(tmp_path / "a.vaultbackup")
    assert usual.expires_on == date(2026, 12, 25)
    backups.keep_for(8)
    assert backups.back_up(tmp_path / "b.vaultbackup").expires_on == date(2027, 1, 15)
    clock.pass_by(days=34)
    assert backups.expired() == []
    clock.pass_by(days=1)
    assert backups.expired() == [usual]


def test_what_was_promised_is_never_put_off_and_may_come_earlier(session, tmp_path):
    backups = session.backups
    backups.back_up(tmp_path / "a.vaultbackup")
    usual, early = date(2026, 12, 25), date(2026, 12, 4)
    for weeks, day in ((52, usual), (2, early), (5, usual), (2, early)):
        backups.keep_for(weeks)
        assert [each.expires_on for each in backups.known()] == [day]
    backups.promise()  # as a certificate does, which names that day
    backups.keep_for(5)
    assert [each.expires_on for each in backups.known()] == [early]
    assert session.settings.read().backup_weeks == 5


def test_a_backup_is_thrown_away_once_its_file_is_gone(session, tmp_path, clock, problem_of):
    backups = session.backups
    made = backups.back_up(tmp_path / "a.vaultbackup")
    assert problem_of(lambda: backups.discard(made)) == Problem.BACKUP_STILL_THERE
    Path(made.target).unlink()
    assert backups.known() == [made]  # it may lie on a stick
    backups.discard(made)
    assert (backups.known(), backups.latest()) == ([], None)
    (row,) = session._vault.tables.backups.select()
    assert row.discarded_on == clock.today()
    session.require_whole()


def test_a_backup_from_before_a_migration_is_known_and_gets_a_day_that_stays(session, clock):
    """Such a backup stands beside the vault, and no line of the casebook tells of it."""
    backups, folder = session.backups, session.folder
    path = folder.parent / backups.suggest_name(folder.stem)
    path.write_bytes(b"x")
    moment = (clock.at - timedelta(days=3)).timestamp()
    os.utime(path, (moment, moment))
    (stray,) = backups.known()
    assert (stray.id, stray.expires_on) == (UNSAVED, date(2026, 12, 22))
    backups.promise()
    backups.keep_for(52)
    (kept,) = backups.known()
    assert (kept.id != UNSAVED, kept.expires_on) == (True, date(2026, 12, 22))
    assert backups.latest() is None  # nobody has read it back
    session.require_whole()
