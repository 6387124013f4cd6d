"""What a file declares of itself, held to what the field means: a headline is no publisher, an address no author."""

from __future__ import annotations

import re

from generator.readers.reading import line
from generator.readers.web import is_address

# A name of an outlet or of an office has no more words; a slogan and a headline have.
MOST_WORDS = 8
_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?(?![0-9-])")
_TAG = re.compile(r"(?P<tag>[A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")
_SENTENCE = re.compile(r"[.!?…][\"”’»')]*\Z")
_INITIALS = re.compile(r"(?:\b\w\.)+\Z|\b(?:Inc|Ltd|Co|Corp)\.\Z")


def declared_value(field: str, content: str) -> str:
    """Return what `content` gives for `field` of sources.yml, or nothing where it is of another kind.

    Of a date and time it is the day; of a language tag the language; an address is an address only.
    """
    value = line(content)
    if field == "issued":
        day = _DAY.match(value)
        return day.group() if day else ""
    if field == "language":
        tag = _TAG.fullmatch(value)
        return tag["tag"].lower() if tag else ""
    if field == "URL":
        return value if is_address(value) else ""
    if is_address(value) or value.startswith(("www.", "@", "//")):
        return ""
    if field == "publisher" and (len(value.split()) > MOST_WORDS or _ends_sentence(value)):
        return ""
    return value


def _ends_sentence(value: str) -> bool:
    return _SENTENCE.search(value) is not None and not _INITIALS.search(value)
