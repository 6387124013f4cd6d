"""Dates as people write them: ISO 8601, as precise as they are known."""

from __future__ import annotations

import calendar
from datetime import date


def first_day(text: str) -> str:
    """Return the first day of ``2031``, ``2031-04`` or ``2031-04-09``; raise ValueError for what is none of them."""
    parts = text.split("-")
    whole = date.fromisoformat("-".join([*parts, "01", "01"][:3]))
    return whole.isoformat()


def last_day(text: str) -> str:
    """Return the last day of ``2031``, ``2031-04`` or ``2031-04-09``; raise ValueError for what is none of them."""
    year, month, day = (*(int(part) for part in text.split("-")), 0, 0)[:3]
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1]).isoformat()


def span(text: str) -> tuple[str, str]:
    """Return the first and the last day of ``2031-04-08/2031-04-11`` or of one day.

    Raises ValueError for what is neither, or ends before it begins.
    """
    first, _, last = text.partition("/")
    days = date.fromisoformat(first).isoformat(), date.fromisoformat(last or first).isoformat()
    if days[0] > days[1]:
        raise ValueError(text)
    return days
