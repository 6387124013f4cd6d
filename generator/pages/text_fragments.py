"""Links to the exact words of a page elsewhere (WICG URL Fragment Text Directives): ``#:~:text=prefix-,start,end``."""

from __future__ import annotations

import re
from urllib.parse import quote

# A passage up to this long is given whole; of a longer one the words at both ends, with as many as it needs.
_WHOLE = 12
_ENDS = 5
_AROUND = 4
_MOST = 30


def text_fragment(text: str, start: int, end: int) -> str:
    """Return the directive that leads to ``text[start:end]``, with its ``#:~:text=``.

    `text` is the whole text, white space folded when compared. Words are added at the start until what begins so
    begins there only; where the passage itself stands more than once, the words before and after it are given too.
    """
    words, before, after = text[start:end].split(), text[:start].split(), text[end:].split()
    if not words:
        return ""
    folded = _fold(text)
    if len(words) <= _WHOLE:
        parts = [_encode(words)]
        single = _times(folded, words) == 1
    else:
        count = next((n for n in range(_ENDS, min(_MOST, len(words) - _ENDS) + 1) if _times(folded, words[:n]) == 1), 0)
        single = count > 0
        count = count or _ENDS
        parts = [_encode(words[:count]), _encode(words[-_ENDS:])]
    if not single:
        parts = [f"{_encode(before[-_AROUND:])}-"] * bool(before) + parts
        parts += [f"-{_encode(after[:_AROUND])}"] * bool(after)
    return "#:~:text=" + ",".join(parts)


def with_fragment(url: str, directive: str) -> str:
    """Return `url` with the directive; a fragment that it has already stays before it."""
    if not directive:
        return url
    return url + (directive.removeprefix("#") if "#" in url else directive)


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()


def _times(folded: str, words: list[str]) -> int:
    wanted = re.escape(" ".join(words).casefold())
    return len(re.findall(rf"(?<!\w){wanted}(?!\w)", folded))


def _encode(words: list[str]) -> str:
    """Percent-encode; the dash, the comma and the ampersand have a meaning in the directive."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
