"""A transaction inside a transaction: a part can fail by itself, the whole is one."""

import pytest

from advisor_app.domain.organisation import Organisation
from advisor_app.storage.driver import ConstraintError


def codes(vault):
    return [each.code for each in vault.tables.organisations.by_name()]


def add_together(vault, an_organisation, *names):
    with vault.transaction() as part:
        for name in names:
            an_organisation(part, name)


def fail_after_a_part(vault, an_organisation):
    with vault.transaction():
        add_together(vault, an_organisation, "EEN")
        raise RuntimeError


def test_a_part_that_fails_goes_and_the_rest_stays(vault, an_organisation):
    with vault.transaction() as tables:
        an_organisation(tables, "EEN")
        with pytest.raises(ConstraintError):
            add_together(vault, an_organisation, "TWEE", "EEN")
        an_organisation(tables, "DRIE")
    assert codes(vault) == ["EEN", "DRIE"]
    vault.require_whole()


def test_a_whole_that_fails_takes_every_part_with_it(vault, an_organisation):
    with pytest.raises(RuntimeError):
        fail_after_a_part(vault, an_organisation)
    assert codes(vault) == []
    with vault.transaction() as tables:
        an_organisation(tables, "TWEE")
    vault.require_whole()


def test_listeners_hear_of_the_whole_once(vault, an_organisation):
    told = []
    vault.watch(told.append)
    with vault.transaction():
        for code in ("EEN", "TWEE"):
            with vault.transaction() as part:
                an_organisation(part, code)
        assert told == []
    assert told == [frozenset({Organisation})]
