"""Every word of the windows is there in both languages."""

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "translations"


def messages(path):
    return [
        (context.findtext("name"), message.findtext("source"), message.find("translation"))
        for context in ET.parse(path).iter("context")
        for message in context.iter("message")
    ]


def words(translation):
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_nothing_is_left_untranslated_and_every_place_is_kept(language):
    for _context, source, translation in messages(FOLDER / f"advisor_app_{language}.ts"):
        assert translation.get("type") is None, source
        for text in words(translation):
            assert text.strip() or not source.strip(), source
            for pattern in (r"%\d", r"%n"):
                assert sorted(re.findall(pattern, text)) == sorted(re.findall(pattern, source))


def test_the_english_file_knows_every_word_of_forms_and_code(tmp_path):
    place = tmp_path / "house"
    for name in ("ui", "resources", "advisor_app"):
        shutil.copytree(
            ROOT / name, place / name, ignore=shutil.ignore_patterns("_assets", "__pycache__")
        )
    shutil.copy(ROOT / "pyproject.toml", place)
    subprocess.run(
        [sys.executable, place / "resources" / "compile.py", "--translations"],
        check=True,
        capture_output=True,
    )
    kept = {(c, s) for c, s, _t in messages(FOLDER / "advisor_app_en.ts")}
    fresh = {
        (c, s) for c, s, _t in messages(place / "resources" / "translations" / "advisor_app_en.ts")
    }
    assert fresh == kept


def test_no_sentence_is_put_together_before_it_is_translated():
    for path in (ROOT / "advisor_app" / "gui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in {"tr", "translate"}:
                assert not any(isinstance(each, ast.JoinedStr) for each in node.args), path


def test_one_dossier_is_not_called_one_dossiers(translation):
    from PySide6.QtCore import QCoreApplication

    from advisor_app.domain.language import Language

    for language, one, two in (
        (Language.NL, "1 dag", "2 dagen"),
        (Language.EN, "1 day", "2 days"),
    ):
        translation.wear(language)
        for number, said in ((1, one), (2, two)):
            assert QCoreApplication.translate("TodayPage", "%n dag(en)", "", number) == said


ANOTHER_WORD_FOR = {
    "nl": {
        "wachtwoord": "wachtzin", "paswoord": "wachtzin", "inloggen": "openen", "account": "kluis",
        "database": "kluis", "aantekening": "notitie", "memo": "notitie", "casus": "dossier",
        "cliënt": "melder", "klager": "melder", "slachtoffer": "melder", "klant": "opdrachtgever",
        "werkgever": "opdrachtgever", "bedrijf": "organisatie", "backup": "back-up",
        "weghalen": "verwijderen", "weggehaald": "verwijderd", "wissen": "verwijderen",
        "logboek": "tijdlijn", "zoekterm": "woord", "locken": "vergrendelen", "grootboek": "controlebestand",
        "rapport": "overzicht", "alias": "schuilnaam", "bewaar opnieuw": "sla opnieuw op",
    },
    "en": {
        "password": "passphrase", "log in": "open", "account": "vault", "database": "vault",
        "memo": "note", "dossier": "case", "complainant": "reporter", "victim": "reporter",
        "counsellor": "confidential advisor", "customer": "client", "employer": "client",
        "company": "organisation", "organization": "organisation", "erase": "remove",
        "back up file": "backup", "to-do": "follow-up", "ledger": "check file",
        "mind:": "please note:", "can not": "cannot", "strange sign": "unusual character",
    },
}  # fmt: skip
"""The word that nobody should meet, and the one that we use for that thing."""


def said(language):
    """Return every text of windows and documents in one language."""
    for _context, source, translation in messages(FOLDER / "advisor_app_en.ts"):
        yield from [source] if language == "nl" else words(translation)
    for path in (ROOT / "resources" / "words").glob("*.toml"):
        found = re.findall(rf'^{language} = "(.*)"$', path.read_text("utf-8"), re.MULTILINE)
        assert found, path
        yield from found


@pytest.mark.parametrize("language", ["nl", "en"])
def test_one_word_is_used_for_one_thing(language):
    texts = list(said(language))
    assert len(texts) > 700
    for wrong, right in ANOTHER_WORD_FOR[language].items():
        found = [
            text for text in texts if re.search(rf"\b{wrong}(en|s|es)?(?!\w)", text, re.IGNORECASE)
        ]
        assert found == [], f"{wrong}: say {right}"
