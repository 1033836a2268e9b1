"""The command line as its user meets it: a real process, a real vault, one clear line when it fails."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pypdf
import pytest

from advisor_app.domain.language import Language
from advisor_app.domain.problems import Problem
from advisor_app.domain.report import FileFormat
from advisor_app.gui.places import Page
from advisor_app.keychain import Keychain
from advisor_app.services import words
from advisor_app.services.access import Access
from advisor_app.services.demo import vault as demo_vault
from tests.conftest import Clock
from tests.systems import unix

PROGRAM = [sys.executable, "-m", "advisor_app"]
ROOT = Path(__file__).parent.parent
WITH_PASSPHRASE = ("--passphrase-fd", "0")
as_root_on_linux = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root can mount a disk"
)


@dataclass(frozen=True)
class Answer:
    """What a command came to."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Terminal:
    """A place to type commands, with a home of its own and no key store."""

    home: Path

    def __call__(self, *command: str | Path, typed: str = demo_vault.PASSPHRASE) -> Answer:
        done = subprocess.run(
            [*PROGRAM, *command],
            check=False, cwd=self.home, env=self.environment, input=typed.encode(),
            capture_output=True, start_new_session=True, timeout=600,
        )  # fmt: skip
        out, err = (said.decode().replace(os.linesep, "\n") for said in (done.stdout, done.stderr))
        answer = Answer(done.returncode, out, err)
        assert "Traceback" not in answer.err
        return answer

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        places = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA")
        return kept | dict.fromkeys(places, str(self.home)) | {"PYTHONPATH": str(ROOT)}


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    home = tmp_path / "home"
    home.mkdir()
    return Terminal(home)


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the demo vault as its user does, once."""
    home = tmp_path_factory.mktemp("made")
    made = Terminal(home)("demo-vault", "Demo.vault")
    assert (made.code, made.err) == (0, "")
    assert demo_vault.PASSPHRASE in made.out
    return home / "Demo.vault"


@pytest.fixture
def vault(practice: Path, terminal: Terminal) -> Path:
    return Path(shutil.copytree(practice, terminal.home / "Demo.vault"))


@pytest.fixture
def periods(terminal: Terminal, vault: Path) -> list[list[str]]:
    """Return what `figures list` shows: code, period and state of each."""
    listed = terminal("figures", "list", vault, *WITH_PASSPHRASE)
    assert listed.code == 0
    return [line.split("\t") for line in listed.out.splitlines()]


def period_of(periods: list[list[str]], code: str, state: str) -> str:
    return next(period for at, period, its_state in periods if (at, its_state) == (code, state))


def number_of_a_case(folder: Path) -> str:
    access = Access(folder.parent, lambda: Keychain(None), Clock())
    session = access.open(folder, demo_vault.PASSPHRASE)
    organisation = session.organisations.coded("LINDE").id
    number = session.casework.case_lines(organisation, limit=1)[0].number
    session.close()
    return number


def sentence(problem: Problem, about: str = "") -> str:
    """Return the one line that a refusal is."""
    line = words.problem_on_command_line(problem, Language.NL)
    return f"{about}: {line}\n" if about else f"{line}\n"


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "vault.lock"}


# What a newcomer types first


@pytest.mark.parametrize("language", list(Language))
def test_help_tells_every_command_and_exit_code_in_both_languages(terminal, language):
    said = terminal("--language", language.value, "--help")
    assert (said.code, said.err) == (0, "")
    for each in ("demo-vault", "check", "backup", "restore", "figures", "letter", "--demo"):
        assert each in said.out
    for code in ("0:", "2:", "3:"):
        assert code in said.out
    assert ("usage:" in said.out) is (language is Language.EN)


def test_help_of_a_command_tells_what_may_follow(terminal):
    letter = terminal("letter", "--help").out
    for each in ("--case", "--template", "--to", "--out", "--passphrase-fd", "adviesbrief"):
        assert each in letter


def test_the_version_is_one_line(terminal):
    said = terminal("--version")
    assert said.code == 0
    assert said.out.strip().count(".") == 2


@pytest.mark.parametrize(
    "command",
    [
        ("onzin",),
        ("check",),
        ("figures",),
        ("figures", "onzin"),
        ("letter", "kluis", "--case"),
        ("check", "kluis", "--onzin"),
        ("check", "kluis", "--passphrase", "geheim"),
        ("--language", "fy", "check", "kluis"),
        ("--pictures", "map"),
    ],
    ids=" ".join,
)
def test_a_wrong_command_is_answered_with_the_right_one(terminal, command):
    said = terminal(*command)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("Zo klopt het commando niet. ")
    assert "Schrijf: advisor-app " in said.err
    assert said.err.count("\n") == 1
    assert "geheim" not in said.err


def test_a_command_that_lacks_something_says_what(terminal):
    said = terminal("letter", "--to", "melder")
    assert said.err.startswith(
        "Zo klopt het commando niet. Er ontbreekt: --case, --template, --out, VAULT. Schrijf: "
    )
    english = terminal("--language", "en", "restore", "a.vaultbackup")
    assert english.err.startswith("This command is not right. Missing: FOLDER. Write: ")


def test_what_is_not_there_is_named_before_a_passphrase_is_asked_for(terminal):
    for command, problem in (
        (("check", "nergens"), Problem.NOT_A_VAULT),
        (("figures", "list", "nergens"), Problem.NOT_A_VAULT),
        (("restore", "nergens", "nieuw"), Problem.NOT_FOUND),
    ):
        assert terminal(*command) == Answer(2, "", sentence(problem))


def test_a_path_that_is_no_vault_is_answered_in_one_sentence(terminal):
    (terminal.home / "brief.pdf").write_bytes(b"%PDF-")
    for path, problem in (
        ("nergens/x", Problem.NOT_FOUND),
        ("./nergens", Problem.NOT_FOUND),
        ("brief.pdf", Problem.NOT_A_VAULT),
    ):
        assert terminal(path) == Answer(2, "", sentence(problem))


def test_the_language_is_that_of_the_windows(terminal):
    said = terminal("check", "nergens", *WITH_PASSPHRASE)
    assert said.err == sentence(Problem.NOT_A_VAULT)
    # where the windows keep it differs per system: keep it as the program does
    keep = (
        "from advisor_app.domain.language import Language\n"
        "from advisor_app.domain.settings import Appearance\n"
        "from advisor_app.services.device import appearance_file\n"
        "appearance_file().keep(Appearance(language=Language.EN))\n"
    )
    subprocess.run([sys.executable, "-c", keep], check=True, env=terminal.environment)
    english = words.problem_on_command_line(Problem.NOT_A_VAULT, Language.EN)
    assert terminal("check", "nergens", *WITH_PASSPHRASE).err == f"{english}\n"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_screen_the_windows_say_so(terminal, vault):
    for command in ((), ("--demo",), (vault,), (vault.rename(vault.with_name("kluis")),)):
        said = terminal(*command)
        assert (said.code, said.err) == (2, sentence(Problem.NO_DISPLAY))


def test_the_self_test_sees_every_page(terminal):
    said = terminal("--self-test", "--pictures", "plaatjes")
    assert (said.code, said.out, said.err) == (0, "OK\n", "")
    made = {path.stem for path in (terminal.home / "plaatjes").iterdir()}
    assert made == {page.value for page in Page}


@unix
def test_the_self_test_tells_a_terminal_each_step(terminal):
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*PROGRAM, "--self-test"],
        env=terminal.environment, cwd=terminal.home,
        stdout=subprocess.PIPE, stderr=theirs, start_new_session=True,
    )  # fmt: skip
    os.close(theirs)
    out, _ = process.communicate(timeout=600)
    told = b""
    with suppress(OSError):  # as Linux says that nobody is at the other end any more
        while said := os.read(ours, 65_536):
            told += said
    os.close(ours)
    assert (process.returncode, out) == (0, b"OK\n")
    assert told.decode().splitlines() == ["demo…", "prepare…", *(f"{page.value}…" for page in Page)]


@pytest.mark.parametrize(
    ("breakage", "named"),
    [
        ("AgendaPage.show_place = broken", "broken"),
        ("Agenda.ahead = refused", "disk_full"),
        ("Agenda.ahead = slow", "agenda: not done after 1 seconds"),
    ],
)
def test_the_self_test_names_a_page_that_is_broken(terminal, breakage, named):
    program = f"""
import sys, time
from advisor_app import self_test
from advisor_app.domain.problems import Problem, ProblemError
from advisor_app.gui.agenda.agenda_page import AgendaPage
from advisor_app.services.agenda import Agenda

def broken(*_all, **_named):
    raise ValueError("Alma")

def refused(*_all, **_named):
    raise ProblemError(Problem.DISK_FULL)

def slow(*_all, **_named):
    self_test.PATIENCE_SECONDS = 1
    time.sleep(3)
    self_test.PATIENCE_SECONDS = 120

{breakage}
sys.exit(self_test.run(None))
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        check=False, cwd=terminal.home, env=terminal.environment,
        capture_output=True, text=True, timeout=600,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("FAILED ")
    assert named in done.stderr
    assert "Alma" not in done.stderr


# The passphrase


@pytest.mark.parametrize(
    ("number", "typed", "problem"),
    [
        ("0", "onjuist\n", Problem.WRONG_PASSPHRASE),
        ("0", "", Problem.NO_PASSPHRASE),
        ("0", "\n", Problem.NO_PASSPHRASE),
        ("2", "", Problem.NO_PASSPHRASE),
        ("77", "", Problem.NO_PASSPHRASE),
        ("-1", "", Problem.NO_PASSPHRASE),
    ],
)
def test_a_passphrase_that_does_not_come_or_fit_opens_nothing(
    terminal, vault, number, typed, problem
):
    said = terminal("check", vault, "--passphrase-fd", number, typed=typed)
    assert (said.code, said.out, said.err) == (2, "", sentence(problem))


def test_a_passphrase_is_asked_for_on_a_terminal_only(terminal, vault):
    said = terminal("check", vault)
    assert (said.code, said.out, said.err) == (2, "", sentence(Problem.NO_PASSPHRASE))


@unix
def test_a_passphrase_that_is_typed_is_not_shown(terminal, vault):
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*PROGRAM, "check", vault],
        env=terminal.environment, cwd=terminal.home,
        stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
    )  # fmt: skip
    seen = b""
    while b"Wachtzin: " not in seen:
        seen += os.read(ours, 1024)
    os.write(ours, demo_vault.PASSPHRASE.encode() + b"\n")
    while b"wijziging" not in seen:
        seen += os.read(ours, 1024)
    assert process.wait(600) == 0
    os.close(ours)
    os.close(theirs)
    assert b"zeilboot" not in seen


# Vaults


@pytest.mark.long
def test_a_demo_vault_is_the_same_for_the_same_seed_and_day(terminal):
    listed = []
    for name in ("a", "b"):
        made = terminal("demo-vault", name, "--seed", "7", "--today", "2025-03-14")
        assert made.code == 0
        listed.append(terminal("figures", "list", name, *WITH_PASSPHRASE).out)
    assert listed[0] == listed[1]
    assert listed[0]


@pytest.mark.parametrize(
    ("option", "value", "problem"),
    [
        ("--seed", "veel", Problem.NOT_A_NUMBER),
        ("--today", "morgen", Problem.NOT_A_DATE),
        ("--today", "2026-02-30", Problem.NOT_A_DATE),
        ("--today", "9999-12-31", Problem.NOT_A_DATE),
        ("--today", "1900-01-01", Problem.NOT_A_DATE),
    ],
)
def test_a_demo_of_no_day_or_seed_leaves_no_folder(terminal, option, value, problem):
    said = terminal("demo-vault", "kluis", option, value)
    assert (said.code, said.err) == (2, sentence(problem, option))
    assert list(terminal.home.iterdir()) == []


def test_a_vault_that_is_whole_is_checked_without_writing(terminal, vault):
    before = bytes_of(vault)
    said = terminal("check", vault, *WITH_PASSPHRASE)
    assert (said.code, said.err) == (0, "")
    assert "heel" in said.out
    assert bytes_of(vault) == before


def test_a_backup_is_restored_and_nothing_is_ever_overwritten(terminal, vault):
    assert terminal("backup", vault, "een.vaultbackup", *WITH_PASSPHRASE).code == 0
    restored = terminal("restore", "een.vaultbackup", "terug", *WITH_PASSPHRASE)
    assert (restored.code, restored.err) == (0, "")
    assert terminal("check", "terug", *WITH_PASSPHRASE).code == 0
    before = bytes_of(terminal.home / "terug")
    for command in (
        ("backup", vault, "een.vaultbackup"),
        ("restore", "een.vaultbackup", "terug"),
        ("demo-vault", "terug"),
    ):
        given = WITH_PASSPHRASE if command[0] != "demo-vault" else ()
        said = terminal(*command, *given)
        assert (said.code, said.err) == (2, sentence(Problem.ALREADY_THERE))
    assert bytes_of(terminal.home / "terug") == before


def test_a_restore_of_what_is_no_backup_leaves_no_folder(terminal, vault):
    terminal("backup", vault, "een.vaultbackup", *WITH_PASSPHRASE)
    whole = (terminal.home / "een.vaultbackup").read_bytes()
    (terminal.home / "half").write_bytes(whole[: len(whole) // 2])
    (terminal.home / "bijna").write_bytes(whole[:50_000] + b"\0\0\0\0" + whole[50_004:])
    (terminal.home / "anders").write_text("geen back-up")
    for name, code, problem in (
        ("half", 3, Problem.DAMAGED_BACKUP),
        ("bijna", 3, Problem.DAMAGED_BACKUP),
        ("anders", 3, Problem.NOT_A_BACKUP),
        ("nergens", 2, Problem.NOT_FOUND),
    ):
        said = terminal("restore", name, "nieuw", *WITH_PASSPHRASE)
        assert (said.code, said.err) == (code, sentence(problem))
    wrong = terminal("restore", "een.vaultbackup", "nieuw", *WITH_PASSPHRASE, typed="onjuist")
    assert (wrong.code, wrong.err) == (2, sentence(Problem.WRONG_PASSPHRASE))
    assert not (terminal.home / "nieuw").exists()


def _make_newer(vault: Path) -> None:
    for name in ("vault.keys", "vault.keys.bak"):
        path = vault / name
        path.write_bytes(path.read_bytes().replace(b'"format":1', b'"format":2'))


def _empty(name: str) -> Callable[[Path], object]:
    return lambda vault: (vault / name).write_bytes(b"")


def _without(*names: str) -> Callable[[Path], object]:
    return lambda vault: [(vault / name).unlink() for name in names]


@pytest.mark.parametrize(
    ("spoil", "code", "problem"),
    [
        (shutil.rmtree, 2, Problem.NOT_A_VAULT),
        (_empty("vault.db"), 3, Problem.LOST_DATABASE),
        (_without("vault.db"), 3, Problem.LOST_DATABASE),
        (_without("vault.keys", "vault.keys.bak"), 3, Problem.LOST_KEY_FILES),
        (lambda vault: [_empty(n)(vault) for n in ("vault.keys", "vault.keys.bak")], 3,
         Problem.DAMAGED_KEY_FILE),
        (_make_newer, 2, Problem.NEWER_FORMAT),
    ],
    ids=["gone", "empty", "no database", "no keys", "empty keys", "newer"],
)  # fmt: skip
def test_a_vault_that_cannot_be_opened_says_why_and_keeps_its_bytes(
    terminal, vault, spoil, code, problem
):
    spoil(vault)
    before = bytes_of(vault) if vault.exists() else {}
    for command in (("check", vault), ("figures", "list", vault)):
        said = terminal(*command, *WITH_PASSPHRASE)
        assert (said.code, said.out, said.err) == (code, "", sentence(problem))
    assert (bytes_of(vault) if vault.exists() else {}) == before


def test_one_damaged_key_file_is_found_and_told(terminal, vault):
    (vault / "vault.keys").write_bytes(b"x")
    said = terminal("check", vault, *WITH_PASSPHRASE)
    assert (said.code, said.err) == (3, "")
    assert "sleutelbestanden is beschadigd" in said.out


def test_a_vault_that_is_open_elsewhere_is_left_to_that_window(terminal, vault):
    access = Access(vault.parent, lambda: Keychain(None), Clock())
    session = access.open(vault, demo_vault.PASSPHRASE)
    for command in (("check", vault), ("backup", vault, "b"), ("figures", "list", vault)):
        said = terminal(*command, *WITH_PASSPHRASE)
        assert (said.code, said.err) == (2, sentence(Problem.IN_USE))
    session.close()


@as_root_on_linux
def test_a_folder_that_is_read_only_can_be_checked_and_no_more(terminal, vault, small_disk):
    disk = small_disk(8192)
    shutil.copytree(vault, disk / "kluis")
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    assert terminal("check", disk / "kluis", *WITH_PASSPHRASE).code == 0
    for command in (
        ("figures", "list", disk / "kluis"),
        ("backup", vault, disk / "b"),
        ("demo-vault", disk / "nieuw"),
    ):
        given = WITH_PASSPHRASE if command[0] != "demo-vault" else ()
        said = terminal(*command, *given)
        assert (said.code, said.err) == (2, sentence(Problem.READ_ONLY))


@as_root_on_linux
def test_on_a_full_disk_nothing_is_left_half_done(terminal, vault, periods, small_disk):
    disk = small_disk(60)
    period = period_of(periods, "LINDE", "vastgesteld")
    figures = ("figures", "export", vault, "--organisation", "LINDE", "--period", period)
    case = ("letter", vault, "--case", number_of_a_case(vault))
    letter = (*case, "--template", "adviesbrief", "--to", "melder")
    (disk / "vol").write_bytes(bytes(30 * 1024))
    for command, about in (
        ((*figures, "--out", disk / "uit", *WITH_PASSPHRASE), "--out"),
        ((*letter, "--out", disk / "brief.pdf", *WITH_PASSPHRASE), "--out"),
        (("backup", vault, disk / "b", *WITH_PASSPHRASE), ""),
    ):
        said = terminal(*command)
        assert (said.code, said.err) == (2, sentence(Problem.DISK_FULL, about))
        assert [path.name for path in disk.iterdir()] == ["vol"]
    larger = small_disk(1024)  # there is room for a vault, and not for the people in it
    said = terminal("demo-vault", larger / "nieuw")
    assert (said.code, said.err) == (2, sentence(Problem.DISK_FULL))
    assert list(larger.iterdir()) == []


# Figures and letters


def test_figures_that_were_fixed_come_out_the_same_each_time(terminal, vault, periods):
    period = period_of(periods, "LINDE", "vastgesteld")
    command = ("figures", "export", vault, "--organisation", "linde", "--period", period)
    given = ("--recipient", "de directie", "--purpose", "jaarverslag")
    for folder, *more in (("uit",), ("uit", *given), ("nog eens", "--total-if-refused")):
        said = terminal(*command, "--out", folder, *more, *WITH_PASSPHRASE)
        assert (said.code, said.err) == (0, "")
    written = bytes_of(terminal.home / "uit")
    assert set(written) == {f"LINDE-{period}.{form}" for form in FileFormat}
    assert bytes_of(terminal.home / "nog eens") == written
    assert ("de directie", "jaarverslag") in departures_of(vault)


def test_each_quarter_that_is_over_comes_out_by_its_name_and_says_it(terminal, vault, periods):
    quarters = [
        period
        for code, period, state in periods
        if code == "LINDE" and "-Q" in period and state == "vastgesteld"
    ]
    assert len(quarters) >= 4
    for period in (quarters[0], quarters[-1]):
        command = ("figures", "export", vault, "--organisation", "LINDE", "--period", period)
        said = terminal(*command, "--out", "uit", *WITH_PASSPHRASE)
        assert (said.code, said.err) == (0, "")
        year, number = period.split("-Q")
        text = (terminal.home / "uit" / f"LINDE-{period}.csv").read_text("utf-8-sig")
        assert f"In het {number}e kwartaal van {year} " in text
        pages = pypdf.PdfReader(terminal.home / "uit" / f"LINDE-{period}.pdf").pages
        assert f"{number}e kwartaal {year}" in pages[0].extract_text()


def departures_of(folder: Path) -> set[tuple[str, str]]:
    session = Access(folder.parent, lambda: Keychain(None), Clock()).open(
        folder, demo_vault.PASSPHRASE
    )
    linde = session.organisations.coded("LINDE").id
    left = session.history.past(linde, Language.NL).made
    session.close()
    return {(each.recipient, each.purpose) for made in left for each in made.departures}


def test_figures_that_cannot_leave_say_why(terminal, vault, periods):
    running = period_of(periods, "LINDE", "loopt nog")
    ahead = period_of(periods, "HEIDE", "begint nog")
    fixed = period_of(periods, "LINDE", "vastgesteld")
    other = terminal.home / "anders"
    other.mkdir()
    (other / f"LINDE-{fixed}.csv").write_text("van de adviseur")
    (terminal.home / "bestand").write_text("geen map")
    for organisation, period, out, about, problem in (
        ("ONBEKEND", fixed, "uit", "--organisation", Problem.NOT_FOUND),
        ("LINDE", running, "uit", "--period", Problem.NOT_CLOSED_YET),
        ("HEIDE", ahead, "uit", "--period", Problem.NOT_BEGUN_YET),
        ("LINDE", "2001", "uit", "--period", Problem.NOT_PLANNED),
        ("LINDE", "../x", "uit", "--period", Problem.NOT_PLANNED),
        ("LINDE", fixed, "anders", "--out", Problem.ALREADY_THERE),
        ("LINDE", fixed, "bestand", "--out", Problem.ALREADY_THERE),
    ):
        asked = ("--organisation", organisation, "--period", period, "--out", out)
        said = terminal("figures", "export", vault, *asked, *WITH_PASSPHRASE)
        assert (said.code, said.out, said.err) == (2, "", sentence(problem, about))
    asked = ("--organisation", "LINDE", "--period", fixed, "--out", "uit")
    said = terminal("figures", "export", vault, *asked, "--recipient", "x" * 999, *WITH_PASSPHRASE)
    assert (said.code, said.err) == (2, sentence(Problem.TOO_LONG, "--recipient"))
    assert not (terminal.home / "uit").exists()
    assert [path.read_text() for path in other.iterdir()] == ["van de adviseur"]


def test_a_letter_is_written_about_a_case_or_not_at_all(terminal, vault):
    number, before = number_of_a_case(vault), letters_in(vault)
    right = {"--case": number, "--template": "adviesbrief", "--to": "melder", "--out": "brief.pdf"}

    def write(**changed: str) -> Answer:
        given = right | {f"--{name}": value for name, value in changed.items()}
        options = [part for option in given.items() for part in option]
        return terminal("letter", vault, *options, *WITH_PASSPHRASE)

    assert write(case=number.lower()).code == 0
    written = terminal.home / "brief.pdf"
    assert len(pypdf.PdfReader(written).pages) >= 1
    if os.name != "nt":
        assert written.stat().st_mode & 0o077 == 0
    for changed, about, problem in (
        ({"out": "brief.pdf", "template": "gespreksbevestiging"}, "--out", Problem.ALREADY_THERE),
        ({"case": "VP-0000"}, "--case", Problem.NOT_FOUND),
        ({"template": "onzin"}, "", Problem.UNKNOWN_TEMPLATE),
        ({"template": "../x"}, "", Problem.UNKNOWN_TEMPLATE),
        ({"to": "baas"}, "", Problem.UNKNOWN_RECIPIENT),
    ):
        said = write(**{"out": "b.pdf"} | changed)
        assert (said.code, said.out, said.err) == (2, "", sentence(problem, about))
    assert not (terminal.home / "b.pdf").exists()
    assert letters_in(vault) == before + 1, "a letter that was not written is not kept either"


@pytest.mark.parametrize(
    ("language", "begins"), [("nl", "Let op: deze brief is nog niet af."), ("en", "Note: ")]
)
def test_a_letter_with_empty_fields_is_written_and_says_which_they_are(
    terminal, vault, language, begins
):
    given = ("--case", number_of_a_case(vault), "--template", "adviesbrief", "--to", "melder")
    said = terminal(
        "--language", language, "letter", vault, *given, "--out", "b.pdf", *WITH_PASSPHRASE
    )
    assert (said.code, said.out, said.err.count("\n")) == (0, "b.pdf\n", 1)
    assert said.err.startswith(begins)
    on_paper = " ".join(
        page.extract_text() for page in pypdf.PdfReader(terminal.home / "b.pdf").pages
    )
    empty = re.findall(r"\[[^]]+\]", " ".join(on_paper.split()))
    assert "[de feiten, zoals de melder ze vertelde]" in empty
    assert re.findall(r"\[[^]]+\]", said.err) == list(dict.fromkeys(empty))


def letters_in(folder: Path) -> int:
    session = Access(folder.parent, lambda: Keychain(None), Clock()).open(
        folder, demo_vault.PASSPHRASE
    )
    organisation = session.organisations.coded("LINDE").id
    count = len(
        [each for each in session.correspondence.letters(organisation) if not each.fixed_on]
    )
    session.close()
    return count


@unix
@pytest.mark.parametrize("command", ["check", "figures", "--help", "wrong"])
def test_a_reader_who_leaves_is_no_error(terminal, vault, command):
    """As of other programs, a shell hears 128 + SIGPIPE and nobody hears a word."""
    commands = {
        "check": ["check", vault, *WITH_PASSPHRASE],
        "figures": ["figures", "list", vault, *WITH_PASSPHRASE],
        "--help": ["--help"],
        "wrong": ["check", vault.parent / "nergens", *WITH_PASSPHRASE],
    }
    before = bytes_of(vault)
    reading, writing = os.pipe()
    os.close(reading)
    closed_errors = command == "wrong"
    running = subprocess.Popen(
        [*PROGRAM, *commands[command]],
        cwd=terminal.home, env=terminal.environment, start_new_session=True,
        stdin=subprocess.PIPE, stdout=writing,
        stderr=writing if closed_errors else subprocess.PIPE,
    )  # fmt: skip
    os.close(writing)
    _, complaint = running.communicate(demo_vault.PASSPHRASE.encode(), timeout=600)
    assert not complaint
    assert running.returncode == 141
    if command == "check":
        assert bytes_of(vault) == before
