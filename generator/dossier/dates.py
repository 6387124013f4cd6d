"""Dates as people write them: ISO 8601, as precise as they are known."""

from __future__ import annotations

import calendar
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


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
    """Return the first and the last day of ``2031-04-08/2031-04-11``, of one day, or of a month or year (``2031-04``).

    Raises ValueError for what is none of them, or ends before it begins.
    """
    first, _, last = text.partition("/")
    days = first_day(first), last_day(last or first)
    if days[0] > days[1]:
        raise ValueError(text)
    return days


def format_date(iso: str) -> str:
    """Return a date of any precision as pages write it: ``20 June 2031``, ``June 2031``, ``2031``."""
    year, month, day = (*(int(part) for part in iso.split("-")), 0, 0)[:3]
    return " ".join(str(part) for part in (day, MONTHS[month - 1] if month else "", year) if part)


def written_span(start: str, end: str) -> str:
    """Return the days from `start` to `end` (whole ISO 8601 days) as pages write them.

    A month or year that both share is said once; a whole month or year is said as such.
    """
    if start == end:
        return format_date(start)
    for precision in (4, 7):
        if (first_day(start[:precision]), last_day(start[:precision])) == (start, end):
            return format_date(start[:precision])
    for shared in (7, 4):
        if start[:shared] == end[:shared]:
            return f"{format_date(start).removesuffix(' ' + format_date(start[:shared]))} to {format_date(end)}"
    return f"{format_date(start)} to {format_date(end)}"


def day(iso: str | None) -> str:
    """Return a date as pages write it, or that it is not stated."""
    return format_date(iso) if iso else "date not stated"
