"""Tooltips of what somebody typed: Qt takes a text with tags for HTML, and opens what it names."""

from html import escape


def plain_tip(text: str) -> str:
    """Return a tooltip that reads as the text stands."""
    return f"<qt>{escape(text)}</qt>" if "<" in text else text
