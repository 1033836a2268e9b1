"""Templates: a fixed list of fields, and nothing else that is ever read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.language import Language
from advisor_app.domain.problems import InvalidError, Problem
from advisor_app.domain.template import Field, TemplateError, fill, template_of

LABELS = {field: field.value for field in Field}
CONTENT = {
    "recipient": "reporter",
    "title": {"nl": "Brief", "en": "Letter"},
    "subject": {"nl": "Over {{organisatie}}", "en": "About {{organisatie}}"},
    "body": {"nl": "{{aanhef}},\n\nTekst.", "en": "{{aanhef}},\n\nText."},
    "closing": {"nl": "Groet,\n\n{{ondertekening}}", "en": "Regards,\n\n{{ondertekening}}"},
}
plain_text = st.text().filter(lambda text: "{{" not in text and "}}" not in text)


def test_a_field_shows_its_value_or_its_label():
    filled = fill("{{aanhef}}, over {{ regeling }}.", {Field.SALUTATION: "Beste Robin"}, LABELS)
    assert filled == "Beste Robin, over [regeling]."


@pytest.mark.parametrize("value", ["", "  ", "\n"])
def test_blanks_are_no_value(value):
    assert fill("{{aanhef}}", {Field.SALUTATION: value}, LABELS) == "[aanhef]"


@given(value=st.text(st.characters(exclude_characters="{}"), min_size=1))
def test_what_fills_a_field_stands_there_as_it_is(value):
    filled = fill("{{aanhef}}", {Field.SALUTATION: value}, LABELS)
    assert filled == (value.strip() or "[aanhef]")


@given(text=plain_text)
def test_a_text_without_double_braces_stays_as_it_is(text):
    assert fill(text, {}, LABELS) == text


@given(text=st.text("{}a ", max_size=12).filter(lambda text: "{{" in text or "}}" in text))
def test_braces_around_no_field_are_refused_at_their_place(text):
    with pytest.raises(TemplateError) as refusal:
        fill(text, dict.fromkeys(Field, "x"), LABELS)
    start = refusal.value.start
    assert text[start : start + 2] in {"{{", "}}"}


@given(parts=st.lists(st.tuples(plain_text, st.sampled_from(Field)), max_size=6))
def test_every_field_is_filled_where_it_stands(parts):
    text = "".join(f"{before}\n{{{{{field.value}}}}}\n" for before, field in parts)
    shown = {field: f"[{field.value}]" for field in Field} | {Field.FACTS: "de feiten"}
    assert fill(text, {Field.FACTS: "de feiten"}, LABELS) == "".join(
        f"{before}\n{shown[field]}\n" for before, field in parts
    )


@pytest.mark.parametrize("language", Language)
def test_a_template_has_its_texts_in_one_language(language):
    template = template_of("brief", CONTENT, language)
    assert (template.code, template.recipient) == ("brief", "reporter")
    assert template.title == CONTENT["title"][language.value]


@pytest.mark.parametrize("missing", ["title", "subject", "body", "closing"])
def test_a_template_without_a_text_is_refused_by_its_name(missing):
    for spoilt in ({}, {"nl": "  "}, {"en": "text"}):
        with pytest.raises(InvalidError) as refusal:
            template_of("brief", CONTENT | {missing: spoilt}, Language.NL)
        assert (refusal.value.field, refusal.value.problem) == (missing, Problem.EMPTY)


@pytest.mark.parametrize("place", ["subject", "body", "closing"])
def test_a_template_with_an_unknown_field_cannot_exist(place):
    with pytest.raises(TemplateError) as refusal:
        template_of("brief", CONTENT | {place: {"nl": "{{naam_melder}}"}}, Language.NL)
    assert refusal.value.problem is Problem.UNKNOWN_FIELD
    assert refusal.value.name == "naam_melder"


@given(st.text(alphabet="{}a ", max_size=12))
def test_braces_in_a_name_are_never_read_as_a_field(name):
    once = fill("{{aanhef}}, {{feiten}}", {Field.SALUTATION: f"Beste {name}"}, LABELS)
    assert fill(once, {}, LABELS) == once
