"""The open ledger leaves as a file that anybody can check, without a word of the advisor."""

from datetime import UTC, date, datetime

import pytest

from advisor_app.commands import carry_out
from advisor_app.disclosure.ledger import Ledger
from advisor_app.disclosure.statement import Outside
from advisor_app.domain.codes import Code
from advisor_app.domain.history import Saying
from advisor_app.domain.language import Language
from advisor_app.domain.problems import InvalidError, Problem
from advisor_app.domain.reporting import Rung
from advisor_app.services.figures import ledgers
from advisor_app.storage.driver import ConstraintError
from tests.services.figures.practice import a_vault_from, practice, refused

WORDS = "Aan de telefoon: de kanarie van Wilhelmina"


@pytest.fixture
def session(access, clock):
    yield from a_vault_from(clock, access, datetime(2025, 11, 3, 9, tzinfo=UTC))


@pytest.fixture
def client(session, clock):
    """Return a client whose year was fixed."""
    made = practice(session, clock, 350)
    session.reporting.choose(made.id, "2026", Rung.YEAR_TOTAL)
    made.goes_to(2026, 5, 4)
    made.cases(3, "OO-PES")
    made.goes_to(2027, 1, 9)
    made.fixes("2026")
    return made


def says(made, text=WORDS, **figure):
    made.session.sayings.keep(
        made.id,
        Saying(
            said_on=date(2027, 1, 8), recipient_role=Code("CTR-DIR"), text=text, **figure,
        ),
    )  # fmt: skip


def says_as_before(made, text):
    """Keep a saying as an older program did: its words in the chain."""
    with made.session.history._vault.transaction() as tables:
        organisation = tables.organisations.get(made.id)
        before = ledgers.kept(tables, organisation)
        after = before.with_outside(Outside(text=text), date(2026, 12, 1))
        ledgers.add(tables, organisation, before, after)


def save(made, target, words=()):
    return made.session.ledger_copies.save(made.id, target, "opvolger", "overdracht", words)


def copies(made):
    return made.session.history.past(made.id, Language.NL).copies


def test_the_words_of_a_saying_stay_in_the_vault_and_who_heard_it_stands_in_the_file(
    client, tmp_path
):
    says(client, period=("2026",), value=3)
    save(client, tmp_path / "LEDGER.json")
    content = (tmp_path / "LEDGER.json").read_bytes()
    (said,) = Ledger.parse(content).outside
    assert (said.text, said.value) == ("said to CTR-DIR", 3)
    assert b"telefoon" not in content
    (kept,) = client.session.history.past(client.id, Language.NL).said
    assert (kept.text, kept.recipient, kept.value) == (WORDS, "Directie", 3)


def test_other_words_give_the_same_ledger(client, tmp_path):
    contents = []
    for text in (WORDS, "Iets anders"):
        says(client, text)
        save(client, tmp_path / "LEDGER.json")
        lines = Ledger.parse((tmp_path / "LEDGER.json").read_bytes()).outside
        contents.append({each.text for each in lines})
    assert contents[0] == contents[1]


def test_the_auditor_of_the_command_line_accepts_the_file(client, tmp_path, capsys):
    says(client, period=("2026",), value=3)
    copy = save(client, tmp_path / "LEDGER.json")
    assert carry_out(["figures", "audit", str(tmp_path / "LEDGER.json")], Language.NL) == 0
    assert copy.head[:8] in capsys.readouterr().out


def test_a_copy_is_registered_and_stands_in_the_log(client, tmp_path):
    before = client.session.history._vault.sequence
    save(client, tmp_path / "LEDGER.json")
    (copy,) = copies(client)
    assert (copy.recipient, copy.purpose) == ("opvolger", "overdracht")
    assert copy.head == client.session.history.past(client.id, Language.NL).ledger_head
    database = client.session.history._vault._database
    lines = database.all("SELECT action, thing FROM audit WHERE sequence > ?", (before,))
    assert lines == [("added", "ledger_copy 1")]
    client.session.require_whole()


def test_the_same_ledger_is_the_same_file(client, tmp_path):
    one, two = (save(client, tmp_path / f"{name}.json") for name in "ab")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    assert one.sha256 == two.sha256
    assert len(copies(client)) == 2


def test_words_that_an_older_program_chained_are_verified_and_leave_only_when_shown(
    client, tmp_path
):
    says_as_before(client, "Tegen de directeur: drie keer Wilhelmina")
    says(client)
    target = tmp_path / "LEDGER.json"
    (new, old) = client.session.history.past(client.id, Language.NL).said
    assert (new.text, new.recipient) == (WORDS, "Directie")
    assert (old.text, old.recipient) == ("Tegen de directeur: drie keer Wilhelmina", "")
    assert refused(lambda: save(client, target)) is Problem.WORDS_IN_LEDGER
    assert not target.exists()
    assert copies(client) == ()
    words = client.session.ledger_copies.own_words(client.id)
    assert words == (old.text,)
    save(client, target, words)
    assert old.text in target.read_text("utf-8")
    assert carry_out(["figures", "audit", str(target)], Language.NL) == 0


@pytest.mark.parametrize(
    "text", ["said to the director", "said to CTR-DIR about Anna", "Said to CTR-DIR", "ctr-dir"]
)
def test_nothing_but_a_role_is_taken_for_no_words(client, text):
    says_as_before(client, text)
    assert client.session.ledger_copies.own_words(client.id) == (text,)


def test_what_was_written_about_a_saying_is_never_changed(client):
    says(client)
    database = client.session.history._vault._database
    with pytest.raises(ConstraintError):
        database.execute("UPDATE spoken_words SET text = 'iets anders'")


def test_a_file_that_cannot_be_written_is_not_registered(client, tmp_path):
    assert refused(lambda: save(client, tmp_path / "nowhere" / "x")) is Problem.NOT_A_FOLDER
    assert copies(client) == ()


@pytest.mark.parametrize("given", [("", "overdracht", "recipient"), ("opvolger", " ", "purpose")])
def test_to_whom_and_what_for_must_be_said(client, tmp_path, given):
    recipient, purpose, field = given
    with pytest.raises(InvalidError) as refusal:
        client.session.ledger_copies.save(client.id, tmp_path / "x", recipient, purpose)
    assert (refusal.value.field, list(tmp_path.glob("x"))) == (field, [])


def test_before_the_first_plan_there_is_nothing_to_save(session, clock, tmp_path):
    bare = practice(session, clock, 350)
    assert refused(lambda: save(bare, tmp_path / "x")) is Problem.NOT_PLANNED
    assert session.history.past(bare.id, Language.NL).ledger_head == ""
