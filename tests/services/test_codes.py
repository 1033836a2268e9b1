"""The lists that came with the program: whole, in both languages, and kept in the vault."""

import json
import re
from dataclasses import fields, replace
from datetime import date
from importlib.resources import files

import pytest

from advisor_app import _assets
from advisor_app.domain import known_codes
from advisor_app.domain.case import Case, NewCase
from advisor_app.domain.codes import Code
from advisor_app.domain.language import Language
from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.services import words
from advisor_app.services.case_rules import LISTS, LISTS_OF_SEVERAL
from advisor_app.services.codes import Codes
from advisor_app.services.organisations import OrganisationFile
from advisor_app.storage.code_lists import StoredList
from tests.services.test_organisations import an_organisation

SHIPPED = Codes.shipped()
TODAY = date(2026, 11, 20)
DOMAIN_MD = {
    "DOM", "CAT", "GRD", "STA", "ROL", "DVB", "FNC", "GEN", "REL", "CTF", "CTS", "DUR", "FRQ",
    "HUL", "VRV", "UIT", "SLU", "HLD", "DBG", "ACT", "PER", "KWG", "KVF",
}  # fmt: skip
OF_OUR_OWN = {"INI", "POS", "PLA", "KAN", "EFF", "EER", "ORG", "CTR", "FUP", "NAT", "ONT"}


def test_every_list_of_the_profession_is_there_and_no_other():
    assert set(SHIPPED._lists) == DOMAIN_MD | OF_OUR_OWN


def test_a_code_stands_in_one_list_only():
    codes = [
        item.code
        for name in SHIPPED._lists
        for item in (*SHIPPED.list(name).items, *SHIPPED.list(name).rollups)
    ]
    assert len(codes) == len(set(codes))


def test_a_code_begins_with_the_name_of_its_list():
    for name in set(SHIPPED._lists) - {"DOM", "CAT"}:
        assert all(item.code.startswith(f"{name}-") for item in SHIPPED.list(name).items)
    for item in SHIPPED.list("CAT").items:
        assert item.domain in SHIPPED.list("DOM")
        if item.domain != known_codes.UNKNOWN_DOMAIN:
            assert item.code.startswith(f"{item.domain}-")


def test_every_word_is_clean_in_both_languages():
    for name in SHIPPED._lists:
        listed = SHIPPED.list(name)
        for item in (*listed.items, *listed.rollups):
            for wording in filter(None, (item.label, item.help)):
                for language in Language:
                    text = wording.text(language)
                    assert text == text.strip()
                    assert text[0].isupper() or not text[0].isalpha()
                    assert not re.search(r"\bu\b.*\b(je|jouw)\b", text)


def test_every_rule_of_the_program_hangs_on_a_code_that_exists():
    for name, code in vars(known_codes).items():
        if name.isupper():
            assert SHIPPED.item(code).code == code


def test_a_quick_log_finds_what_to_fall_back_on_in_every_list_of_a_case():
    for name in set(LISTS.values()) - {"STA"}:
        assert SHIPPED.unknown(name) in SHIPPED.list(name)


@pytest.mark.parametrize(
    ("words_of_the_policy", "code"),
    [
        ("belangenverstrengeling", "INT-BEL"),
        ("manipulatie van of misbruik van (toegang tot) informatie", "INT-INF"),
        ("misbruik van bevoegdheden of positie", "INT-BEV"),
        ("schending van wet- en regelgeving of beleidsregels", "INT-WET"),
        ("onverenigbare functie, bindingen of activiteiten", "INT-ONV"),
        ("strafbare feiten binnen werktijd", "INT-STW"),
        ("fraude of corruptie", "INT-FRA"),
        ("strafbare feiten buiten werktijd", "INT-STP"),
        ("verspilling en misbruik van middelen", "INT-MID"),
        ("pesten", "OO-PES"),
        ("discriminatie", "OO-DIS"),
        ("stalking of belaging", "OO-STA"),
    ],
)
def test_footnote_four_of_the_policy_can_be_chosen_in_its_own_words(words_of_the_policy, code):
    plain = SHIPPED.label(Code(code), Language.NL).casefold()
    assert plain.replace("manipulatie of misbruik", "manipulatie van of misbruik") == (
        words_of_the_policy
    )


def test_the_work_areas_and_factors_of_the_policy_are_all_there():
    assert [item.label.nl for item in SHIPPED.list("KWG").items] == [
        "Innen", "Uitbesteden", "Uitkeren", "Verlenen", "Handhaven", "Geld", "Machtspositie",
        "Informatie", "Solistisch", "Externe invloed",
    ]  # fmt: skip
    assert len(SHIPPED.list("KVF").items) == 5


def test_the_criminal_approach_of_the_customs_can_be_written_down(session):
    client = session.organisations.keep(
        OrganisationFile(organisation=an_organisation())
    ).organisation
    case = session.casework.open_case(
        NewCase(
            organisation=client.id, category=Code("OND-DRE"), relation=Code("REL-CRI"),
            acute_danger=True,
        )
    )  # fmt: skip
    case = session.casework.change_case(
        replace(
            case, vulnerable_areas=(Code("KWG-INF"),), request=Code("HUL-VEI"),
            route=Code("VRV-BVI"),
        )
    )  # fmt: skip
    assert (case.domain, case.acute_danger) == ("OND", True)
    assert {"OND-ZEL", "OND-COL", "OND-INF"} <= {item.code for item in SHIPPED.list("CAT").items}


def test_what_does_not_count_as_a_case_is_what_the_figures_promise():
    left_out = {item.code for item in SHIPPED.list("ROL").items if not item.counts}
    assert left_out == {"ROL-SIG", "ROL-LEI", "ROL-BUI"}
    contacts = {item.code for item in SHIPPED.list("CTS").items if not item.counts}
    assert {"CTS-KOR", "CTS-VOO", "CTS-ADM", "CTS-DIR", "CTS-VPO"} == contacts


def test_every_integrity_subject_has_its_national_type():
    for item in SHIPPED.list("CAT").items:
        assert (item.national_type is not None) == (item.domain == "INT")
        assert item.national_type is None or item.national_type in SHIPPED.list("NAT")


def test_roll_ups_take_together_what_reports_take_together():
    subjects = SHIPPED.list("CAT")

    def above(code: str | None) -> set[str]:
        return set() if code is None else {code} | above(subjects.item(code).rollup)

    def members(rollup: str) -> set[str]:
        return {item.code for item in subjects.items if rollup in above(item.rollup)}

    assert members("OO-SI") == {"OO-SIV", "OO-SIF"}
    assert members("OO-AG") == {"OO-AGV", "OO-AGF", "OO-STA"}
    for domain in ("OO", "INT", "MIS", "OND", "ARB"):
        inside = {item.code for item in subjects.items if item.domain == domain}
        assert members(f"{domain}-ALLE") == inside


def test_figures_name_the_subject_in_eight_leaves_and_the_relation_in_six():
    subject, relation = SHIPPED.reporting("subject"), SHIPPED.reporting("relation")
    assert [leaf.label.nl for leaf in subject.leaves] == [
        "Pesten", "Intimidatie of machtsmisbruik", "Agressie en geweld", "Seksuele intimidatie",
        "Discriminatie", "Integriteit en misstand", "Arbeidsconflict", "Overig of onbekend",
    ]  # fmt: skip
    assert [leaf.label.nl for leaf in relation.leaves] == [
        "Direct leidinggevende", "Hogere leiding of directie", "Collega", "Iemand van buiten",
        "Organisatie of beleid", "Onbekend",
    ]  # fmt: skip
    assert any({"OO-SIF", "OO-SIV"} <= set(leaf.codes) for leaf in subject.leaves)


def test_what_is_too_rare_is_marked_so():
    rare = {
        item.code
        for name in SHIPPED._lists
        for item in SHIPPED.list(name).items
        if item.never_a_leaf
    }
    assert {"STA-KLA", "GEN-AND", "FNC-DIR"} <= rare
    assert {item.code for item in SHIPPED.list("GRD").items} <= rare


def test_nobody_can_choose_that_a_case_is_destroyed():
    offered = {item.code for item in SHIPPED.offered("STA", TODAY)}
    assert offered == {item.code for item in SHIPPED.list("STA").items} - {"STA-VER"}
    assert SHIPPED.label(Code("STA-VER"), Language.NL) == "Vernietigd"


def test_a_code_of_another_list_or_a_roll_up_cannot_be_chosen():
    SHIPPED.require("category", "CAT", Code("OO-PES"))
    for code in ("OO-SI", "ROL-ZEL", "niets", ""):
        with pytest.raises(InvalidError) as refusal:
            SHIPPED.require("category", "CAT", Code(code))
        assert (refusal.value.field, refusal.value.problem) == ("category", Problem.UNKNOWN_CODE)


def test_a_roll_up_has_words_and_a_code_that_nobody_knows_stands_for_itself():
    assert SHIPPED.label(Code("OO-SI"), Language.EN) == "Sexual harassment"
    assert SHIPPED.label(Code("XX-OUD"), Language.NL) == "XX-OUD"
    with pytest.raises(ProblemError):
        SHIPPED.item(Code("XX-OUD"))


def a_newer(name: str, file: str, *changes: tuple[str, str]) -> StoredList:
    """Return a shipped list as a later version of the program might have it."""
    text = (files(_assets) / "codes" / file).read_text("utf-8")
    for before, after in (("version = 1", "version = 2"), *changes):
        assert before in text
        text = text.replace(before, after, 1)
    return StoredList(name=name, version=2, content=text)


def test_a_vault_keeps_the_newer_words_of_a_later_program(vault):
    newer = (
        a_newer("CAT", "cat.toml", ('code = "OO-PES"\nnl = "Pesten"', 'code = "OO-PES"\nnl = "Getreiter"')),
        a_newer("CTF", "ctf.toml"),
    )  # fmt: skip
    with vault.transaction() as tables:
        for each in newer:
            tables.code_lists.keep(each)
    codes = Codes.of_vault(vault)
    assert codes.label(Code("OO-PES"), Language.NL) == "Getreiter"
    assert codes.list("CAT").version == 2


def test_a_later_program_may_have_added_a_code_with_its_leaf(vault):
    """The vault brings its own reporting list: ours knows no leaf for the new code."""
    new = '\n[[code]]\ncode = "OO-NIE"\nnl = "Iets nieuws"\nen = "Something new"\ndomain = "OO"\n'
    added = a_newer("CAT", "cat.toml")
    leaf = a_newer(
        "reporting/subject", "reporting/subject.toml", ('["OO-PES"]', '["OO-PES", "OO-NIE"]')
    )
    with vault.transaction() as tables:
        tables.code_lists.keep(replace(added, content=added.content + new))
        tables.code_lists.keep(leaf)
    codes = Codes.of_vault(vault)
    [bullying] = [leaf for leaf in codes.reporting("subject").leaves if leaf.name == "pesten"]
    assert "OO-NIE" in bullying.codes


def test_an_older_list_of_a_vault_gives_way_to_ours_once(vault):
    older = replace(a_newer("CAT", "cat.toml", ("Pesten", "Getreiter")), version=0)
    with vault.transaction() as tables:
        tables.code_lists.keep(older)
    told = []
    sequence = vault.sequence
    assert Codes.of_vault(vault).label(Code("OO-PES"), Language.NL) == "Pesten"
    vault.watch(told.append)
    Codes.of_vault(vault)
    assert (told, vault.sequence) == ([], sequence)


def test_every_coded_field_of_a_case_has_its_list():
    coded = {
        each.name for each in fields(Case) if each.type in {"Code", Code, tuple[Code, ...]}
    } - {"domain"}
    assert coded == LISTS.keys() | LISTS_OF_SEVERAL.keys()


@pytest.mark.parametrize("problem", Problem)
@pytest.mark.parametrize("language", Language)
def test_every_problem_has_a_sentence_in_every_language(problem, language):
    sentence = words.sentence(problem, language)
    assert sentence[0].isupper()
    assert sentence.endswith((".", "?"))
    assert "\n" not in sentence
    assert len(sentence) < 200


def test_no_sentence_is_left_of_a_problem_that_went():
    written = json.loads((_assets.FOLDER / "words" / "problems.json").read_text("utf-8"))
    assert written.keys() == {problem.value for problem in Problem}
    assert len({each["nl"] for each in written.values()}) == len(written)


def test_the_program_says_u():
    written = json.loads((_assets.FOLDER / "words" / "problems.json").read_text("utf-8"))
    dutch = [each["nl"] for each in written.values()]
    assert not [each for each in dutch if re.search(r"\b(je|jij|jouw|jullie)\b", each)]
