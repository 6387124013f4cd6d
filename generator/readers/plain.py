"""Plain text and Markdown: kept as they are; title, day, author and agency are proposed from their first lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from itertools import islice

from generator.dossier.dates import MONTHS
from generator.passages.datelines import inline_dateline, is_byline, is_date_line
from generator.passages.front_matter import FrontMatter, read_front_matter
from generator.passages.zones import blocks
from generator.readers.declared import declared_value
from generator.readers.reading import Extract, Proposals, Refusal, line
from generator.sources import Known

# Longer than any headline that stood alone on the first line of a news text.
LONGEST_TITLE = 200
# So many first lines with words may say when a text was published, and by whom.
_HEAD = 6
_HEAD_LENGTH = 4_000
# The keys of front matter that give a field of sources.yml, the usual one first.
FRONT_MATTER = {
    "title": ("title", "headline"),
    "author": ("author", "authors"),
    "publisher": ("publisher", "outlet", "site", "source"),
    "issued": ("date", "published", "published_at", "issued"),
    "URL": ("url", "canonical_url", "canonical", "link", "permalink", "source"),
    "language": ("language", "lang"),
}
_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS)
# A day with its year, the month in words: of 4/5/2031 nobody knows which is the month.
_DAY = re.compile(
    rf"\b(?:(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})|(?P<d>\d{{1,2}}) (?P<m>{_MONTH})\.?),? (?P<year>\d{{4}})\b"
    r"|\b(?P<iso>\d{4}-\d\d-\d\d)\b"
)
# Without such a word a day at the head of a page may be the one on which it was saved.
_PUBLISHED = re.compile(r"(?:first |originally )?(?:published|posted|issued|released)\b", re.IGNORECASE)
_AUTHOR = re.compile(r"[Bb][Yy] (?P<who>\S.*)")
_AGENCY = re.compile(r"\((?P<who>[^()]+)\)\W*$")


def extract(text: str, form: str) -> Extract:
    """Return `text`, untouched, with its title where it has one; raises Refusal when it holds no words."""
    if not any(char.isalnum() for char in text):
        raise Refusal("it holds no words", "add a file that holds a text")
    front = read_front_matter(text)
    own = text[front.end :] if front else text
    stated = _of_front_matter(front) if front else {}
    return Extract(text, {**_of_its_head(own), **_title(own, form), **stated}, _notes(text))


def _of_front_matter(front: FrontMatter) -> Proposals:
    """Return what the front matter of a file states, each field by the first of its usual keys that is there."""
    proposals: dict[str, tuple[str, Known]] = {}
    for field, keys in FRONT_MATTER.items():
        for key in keys:
            value = declared_value(field, front.values.get(key, ""))
            if value and field not in proposals:
                proposals[field] = (value, Known("stated", f"`{key}` of its front matter"))
    return proposals


def _title(text: str, form: str) -> Proposals:
    lines = text.removeprefix("\ufeff").strip().splitlines() or [""]
    first = lines[0]
    if form == "markdown":
        if not first.startswith("# "):
            return {}
        return {"title": (line(first[2:].rstrip("# ")), Known("stated", "the first heading"))}
    # A first line is a headline only if it stands apart and is no sentence; a person has to confirm that.
    alone = len(lines) > 1 and not lines[1].strip()
    if alone and len(first) <= LONGEST_TITLE and not first.rstrip("\"'”’)").endswith((".", ":", ",", ";")):
        return {"title": (line(first), Known("inferred", "the first line stands alone, as a headline does"))}
    return {}


def _of_its_head(text: str) -> Proposals:
    """Return what the first lines say: inferred, so that without a person to confirm it nothing of it is taken.

    Where they say two different things of one kind, nothing is proposed.
    """
    found: dict[str, dict[str, str]] = {}
    for field, value, said in _stated_fields(text):
        found.setdefault(field, {}).setdefault(line(value), line(said))
    if "issued" not in found:
        found["issued"] = dict(_lone_days(text))
    return {
        field: (value, Known("inferred", f'it reads "{said}"'))
        for field, one in found.items()
        if len(one) == 1
        for value, said in one.items()
    }


def _stated_fields(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield a field, its value, and the words that say so, of the first lines."""
    lines = [line.strip() for line in text.removeprefix("\ufeff").splitlines() if line.strip()]
    for one in lines[:_HEAD]:
        dateline = one[: inline_dateline(one, 0, len(one), opening=False)]
        for day in _DAY.finditer(dateline or (one if _PUBLISHED.match(one) and is_date_line(one) else "")):
            iso = _iso(day)
            if iso:
                yield "issued", iso, dateline or one
        agency = _AGENCY.search(dateline.rstrip("–—-: "))
        if agency:
            yield "publisher", agency["who"], dateline
        author = _AUTHOR.fullmatch(one) if is_byline(one) else None
        if author:
            yield "author", author["who"], one


def _lone_days(text: str) -> Iterator[tuple[str, str]]:
    """Yield the days that stand alone on one of the first lines, and the lines: a day beside the weather is today's."""
    for block in islice(blocks(text[:_HEAD_LENGTH]), _HEAD):
        said = text[block.start : block.end]
        # With a weekday before it, it is as often the day on which the page was saved.
        day = _DAY.fullmatch(said.strip("().")) if block.zone == "dateline" else None
        iso = _iso(day) if day else None
        if iso:
            yield iso, line(said)


def _iso(day: re.Match[str]) -> str | None:
    if day["iso"]:
        year, month, number = (int(part) for part in day["iso"].split("-"))
    else:
        months = [name[:3] for name in MONTHS]
        month = months.index((day["month"] or day["m"])[:3]) + 1
        year, number = int(day["year"]), int(day["day"] or day["d"])
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def _notes(text: str) -> tuple[str, ...]:
    hidden = {char for char in text if unicodedata.category(char) == "Cc" and not char.isspace()}
    hidden |= {char for char in text if unicodedata.bidirectional(char) in BIDI_CONTROLS}
    if not hidden:
        return ()
    names = ", ".join(f"U+{ord(char):04X}" for char in sorted(hidden))
    return (f"it holds control characters ({names}); they are kept, and pages show a mark in their place",)


BIDI_CONTROLS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
