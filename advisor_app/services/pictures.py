"""Pictures that an advisor chooses for paper: from a file on disk to what a vault may hold."""

from pathlib import Path

from advisor_app.domain.problems import InvalidError, Problem, ProblemError
from advisor_app.services import files

LARGEST = 32 << 20
"""More bytes than the camera of a telephone puts into one picture."""

SUFFIXES = (".png", ".jpg", ".jpeg")


def read(field: str, path: Path) -> bytes:
    """Return the plain pixels of a picture in a file, as a PNG; needs no vault.

    Raises:
        InvalidError: NOT_FOUND, FILE_UNREADABLE, EMPTY_FILE, IMAGE_TOO_LARGE, NOT_AN_IMAGE.
    """
    from advisor_app.documents import images  # noqa: PLC0415  # a heavy door

    content = _content(field, path)
    if not content:
        raise InvalidError(field, Problem.EMPTY_FILE)
    return images.plain(field, content)


def _content(field: str, path: Path) -> bytes:
    try:
        content = files.read(path.resolve(), LARGEST)
    except ProblemError as error:
        problem = {
            Problem.TOO_LARGE: Problem.IMAGE_TOO_LARGE,
            Problem.NOT_FOUND: Problem.NOT_FOUND,
        }.get(error.problem, Problem.FILE_UNREADABLE)
        raise InvalidError(field, problem) from None
    if content is None:
        raise InvalidError(field, Problem.NOT_FOUND)
    return content
