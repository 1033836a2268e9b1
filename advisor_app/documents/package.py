"""The package around a spreadsheet: its parts in one file that depends on nothing but them."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def packed(parts: Mapping[str, str]) -> bytes:
    """Return a zip file of the parts in their order, without a time, an owner or a comment.

    Nothing is compressed: other builds of zlib would make other bytes of the same parts.
    """
    output = BytesIO()
    with ZipFile(output, "w", ZIP_STORED) as package:
        for name, text in parts.items():
            place = ZipInfo(name, _EPOCH)
            place.create_system = _UNIX
            place.external_attr = 0o600 << 16
            package.writestr(place, text.encode())
    return output.getvalue()
