"""The sheet that opens everything: all groups, numbered as the program asks for them."""

from datetime import date

import pytest

from advisor_app.documents import recovery_sheet
from advisor_app.domain.language import Language
from tests.documents import reading
from tests.documents.samples import GROUPS


@pytest.mark.parametrize("language", Language)
def test_every_group_stands_under_its_number(language):
    content = recovery_sheet.render(GROUPS, "praktijk", date(2026, 11, 20), language)
    lines = reading.lines_of(content).splitlines()
    stripped = [line.strip() for line in lines]
    for number, group in enumerate(GROUPS, start=1):
        assert stripped[stripped.index(group) - 1] == str(number)
    with reading.opened(content) as pdf:
        assert len(pdf.pages) == 1


def test_the_widest_groups_fit_on_one_line():
    content = recovery_sheet.render(["WWWWW"] * 7, "w" * 60, date(2026, 11, 20), Language.NL)
    assert reading.lines_of(content).count("WWWWW\n") == 7


def test_what_the_file_says_of_itself_is_no_part_of_the_code():
    content = recovery_sheet.render(GROUPS, "praktijk", date(2026, 11, 20), Language.NL)
    with reading.opened(content) as pdf:
        said = f"{pdf.docinfo!r} {pdf.Root.Metadata.read_bytes()!r}"
    assert not any(group in said for group in GROUPS)
    assert "praktijk" not in said
    assert b"2026" not in content
