"""The texts and numbers that the demo is made of, and the days on which it is played."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from advisor_app import _assets

Material = Mapping[str, Any]


@cache
def material(name: str) -> Material:
    """Return one file of the demo's material."""
    return tomllib.loads((files(_assets) / "demo" / f"{name}.toml").read_text("utf-8"))


def first_year(today: date) -> int:
    """Return the year in which the practice begins, so that two whole years lie behind a day."""
    return today.year - (3 if today.month < 7 else 2)


def begins_on(today: date) -> datetime:
    """Return when the first vault of a demo of this day is made: before its first year."""
    return datetime.combine(date(first_year(today) - 1, 11, 15), time(9)).astimezone()


def workday(day: date) -> date:
    """Return the day, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))
