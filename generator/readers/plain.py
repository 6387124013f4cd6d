"""Plain text and Markdown: kept as they are; what they say about themselves is their first heading, at most."""

from __future__ import annotations

import unicodedata

from generator.readers.reading import Extract, Proposals, Refusal, line
from generator.sources import Known

# Longer than any headline that stood alone on the first line of a news text.
LONGEST_TITLE = 200


def extract(text: str, form: str) -> Extract:
    """Return `text`, untouched, with its title where it has one; raises Refusal when it holds no words."""
    if not any(char.isalnum() for char in text):
        raise Refusal("it holds no words", "add a file that holds a text")
    return Extract(text, _title(text, form), _notes(text))


def _title(text: str, form: str) -> Proposals:
    lines = text.removeprefix("\ufeff").strip().splitlines()
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


def _notes(text: str) -> tuple[str, ...]:
    hidden = {char for char in text if unicodedata.category(char) == "Cc" and not char.isspace()}
    hidden |= {char for char in text if unicodedata.bidirectional(char) in BIDI_CONTROLS}
    if not hidden:
        return ()
    names = ", ".join(f"U+{ord(char):04X}" for char in sorted(hidden))
    return (f"it holds control characters ({names}); they are kept, and pages show a mark in their place",)


BIDI_CONTROLS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
