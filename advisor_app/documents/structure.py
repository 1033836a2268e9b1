"""The structure tree of a document: what a screen reader meets, in reading order."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of a page that an element owns: page from 0, and its number (MCID) on that page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle on a page, in points from its lower left corner."""

    page: int
    box: tuple[float, float, float, float]


@dataclass(slots=True, eq=False, kw_only=True)
class Element:
    """One element of the tree; drawing fills its `marks`, the closing step writes it down."""

    tag: str
    kids: list["Element"] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    place: Rectangle | None = None
    alt: str = ""
    scope: str = ""
    numbering: str = ""
    address: str = ""
    title: str = field(default="", repr=False)

    def add(
        self,
        tag: str,
        *,
        alt: str = "",
        scope: str = "",
        numbering: str = "",
        address: str = "",
        title: str = "",
    ) -> "Element":
        """Append an element of its own tag; it is read after all that came before it."""
        kid = Element(
            tag=tag, alt=alt, scope=scope, numbering=numbering, address=address, title=title
        )
        self.kids.append(kid)
        return kid

    def headings(self) -> list["Element"]:
        """Return the drawn headings below this element, in reading order."""
        own = [self] if self.title and self.place else []
        return own + [heading for kid in self.kids for heading in kid.headings()]

    def is_drawn(self) -> bool:
        """Say whether anything on a page belongs to this element."""
        return bool(self.marks) or any(kid.is_drawn() for kid in self.kids)
