"""Every kind of document, drawn once for all tests that only read."""

from collections.abc import Callable

import pytest

from tests.documents.samples import EVERY_KIND


@pytest.fixture(scope="session")
def drawn() -> Callable[[str], bytes]:
    kept: dict[str, bytes] = {}

    def of(kind: str) -> bytes:
        return kept.get(kind) or kept.setdefault(kind, EVERY_KIND[kind]())

    return of


@pytest.fixture(params=EVERY_KIND)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def document(kind: str, drawn: Callable[[str], bytes]) -> bytes:
    return drawn(kind)
