"""Tooltips of what somebody typed: Qt takes a text with tags for HTML, and opens what it names."""

_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def plain_tip(text: str) -> str:
    """Return a tooltip that reads as the text stands."""
    return f"<qt>{text.translate(_MARKUP)}</qt>" if "<" in text else text
