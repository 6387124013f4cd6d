"""Sentence boundaries inside one block of text.

A sentence ends at a stop that white space follows, unless one of the rules below says that it goes on. Sentences
inside a quotation are sentences of their own, so that each can be cited alone; closing marks stay with what they close.
Every check looks at a bounded stretch around a stop, so the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.passages.abbreviations import AFTER_HOUR, CAPITALS, OPENERS, STATES, USES, Use
from generator.passages.lines import INVISIBLE, WHITE

Span = tuple[int, int]

_CLOSING = r"[\"”’»›'\])}*_\u00ad\u200b-\u200f\u2060\ufeff]*+"
_NOTE = r"(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹])*+"
# A run of stops is looked at once, from its first character (the look-behinds): a long run costs one pass.
_STOP = re.compile(
    r"(?<![.!?…])(?<!\.\s)(?<!\.\r\n)(?P<stops>[.!?…]++(?:\s\n?\.++(?!\w))*+)"
    rf"(?P<closing>{_CLOSING}{_NOTE}(?:[ \u00a0\u202f][”»](?=\s|\Z))?)(?=[\s\u200b\ufeff]|\Z)"
    # Sentences that a lost line end has glued together.
    r"|(?P<glued>(?<=\w\w)[.!?][\"”’)]?(?=[A-ZÀ-ÖØ-ÞĐ][a-zà-öø-ÿ]))"
    r"|(?P<wide>[。！？]++[」』”’）]*+)"
    r"|(?P<bullet>(?<=\s)(?=[•⁃◦▪‣]\s?\w))"
)
# What each of them begins with.
_MARK = re.compile("[.!?…。！？•⁃◦▪‣]")
_WORD = re.compile(r"\w")
_OPENING = re.compile(r"[\"“„‘'«‹(\[¿¡*_]*+(?:[–—-]\s?)?[\"“‘]?")
_NEXT_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’][^\W\d_])*")
_PARTICLE = re.compile(r"(?:al|el|de|von|van|bin|ibn|da|di|du|ter)[ -][^\W\d_a-z]|[a-z][A-Z]")
_MARKER = re.compile(
    r"[(\[•⁃◦▪‣*\s-]*(?:\d{1,3}(?:\.\d{1,2})*|[a-zA-Z]|[ivxIVX]{1,6}"
    r"|(?:Article|Section|Chapter|Clause|Point|Rule|Annex|Part|Art|Sec|Question|Item)\.?\s(?:\d{1,3}|[IVX]{1,6}))\Z"
)
_INITIALISM = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}\Z")
_ONLY_AN_HOUR = re.compile(
    r"(?:(?:At|By|Around|About|Before|After|From|Since|Until|On)\s)?(?:\w+\s){0,2}[\d:.]+\s?[APap]\.?[Mm]\Z"
)
_ROMAN = re.compile(r"[IVXLC]+\b")
_SAYS = (
    r"(?:said|says|asked|asks|replied|replies|added|adds|wrote|writes|told|noted|exclaimed|shouted|yelled|tweeted|"
    r"stressed|remarked|wondered|continued|concluded|recalled|declared|insisted|answered|responded|joked|quipped)"
)
_SPEAKER = r"(?:[^\W\d_a-z][\w.’'-]*\s|of\s|the\s|and\s|de\s|van\s|von\s|al-){1,7}"
# After '."' only a clause that is nothing but the attribution; after '?"' or '!"' it may say more, or be any verb.
_SAYS_ONLY = re.compile(rf"{_SPEAKER}{_SAYS}(?:\s\w+)?(?:\.|,(?!\s[\"“'‘]))")
# An agency's letters after the last sentence: "… in May. — BNS".
_AGENCY = re.compile(r"[–—―-]\s?[A-Z][A-Z/]{1,9}\)?\s{0,3}(?:[\n\r]|\Z)")
# The name under a quotation: "…” — Ana Moreau".
_SIGNED = re.compile(r"[–—―]\s?(?:[^\W\d_a-z][\w.’'-]*,?[ \u00a0]?){1,6}[ \u00a0]?(?:[\n\r]|\Z)")

_SAYS_ON = re.compile(rf"{_SPEAKER}(?:{_SAYS}\b(?!\s(?:that|the|a|an|it|he|she|they|we|his|her|their)\b)|[a-z]+ed[.,])")

_NEAR = 400


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the spans of the sentences in ``text[start:end]``, in code points of `text`, without white space around.

    Together they cover all of the stretch but white space; what carries no letter or digit stays with its neighbour.
    """
    held: Span | None = None
    worded = False
    for at, stop in _pieces(text, start, end):
        word = _WORD.search(text, at, stop) is not None
        if held is None or not (worded and word):
            held, worded = (held[0] if held else at, stop), worded or word
        else:
            yield held
            held = (at, stop)
    if held is not None:
        yield held


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    at = _skip(text, start, end)
    done = at
    for mark in _MARK.finditer(text, at, end):
        match = _STOP.match(text, mark.start(), end) if mark.start() >= done else None
        done = match.end() if match is not None else done
        if match is not None and match.end() > at and _ends(text, at, match, end):
            yield at, _back(text, at, match.end())
            at = _skip(text, match.end(), end)
    if at < end and (stop := _back(text, at, end)) > at:
        yield at, stop


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at] in WHITE:
        at += 1
    return at


def _back(text: str, start: int, at: int) -> int:
    while at > start and text[at - 1] in WHITE:
        at -= 1
    return at


def _ends(text: str, at: int, match: re.Match[str], end: int) -> bool:
    """Say whether the sentence that begins at `at` ends with the stop of `match`."""
    if match["wide"] or match["bullet"] is not None:
        return True
    if match["glued"]:
        return _is_glued(text, at, match.start(), match.end(), end)
    following = _skip(text, match.end(), end)
    if following == end:
        return True
    opening = _OPENING.match(text, following, end)
    first = opening.end() if opening else following
    if first >= end:
        return True
    if text[first].islower() and not _PARTICLE.match(text, first, end):
        return False
    if _in_brackets(text, at, match.end(), end) or _is_marker(text, at, match):
        return False
    stops = "".join(match["stops"].split())
    if "…" in stops or stops.startswith(".."):
        return _ends_with_ellipsis(text, match, stops, first)
    if _is_attribution_after(text, match, stops, following, end):
        return False
    opened = first > following and text[following] not in "–—-"
    return stops != "." or _ends_with_word(text, at, match.start(), first, end, opened=opened)


def _is_glued(text: str, at: int, stop: int, after: int, end: int) -> bool:
    """Say whether "ended.Next" is two sentences, and not an address, a file name or an abbreviation before a name."""
    left = re.split(r"\s", text[max(at, stop - 60) : stop])[-1].lstrip("\"“‘'(")
    right = re.split(r"\s", text[after : min(end, after + 60)], maxsplit=1)[0].rstrip('.,;:!?"”’)')
    if any(mark in left + right for mark in "./@_\\") or right in ("Com", "Net", "Org"):
        return False
    return (left[-2:].islower() or left[-1:].isdigit()) and left.lower() not in USES["title"] | USES["after"]


def _in_brackets(text: str, at: int, after: int, end: int) -> bool:
    """Say whether the stop stands inside round brackets that were opened in mid-sentence."""
    low = max(at, after - _NEAR)
    opened = text.rfind("(", low, after)
    if opened <= at or text.rfind(")", low, after) > opened:
        return False
    return text.find(")", after, min(end, after + _NEAR)) != -1


def _is_marker(text: str, at: int, match: re.Match[str]) -> bool:
    """Say whether all there is of the sentence yet is a list marker: "1.", "(a).", "Article 3."."""
    return match.start() - at <= 24 and _MARKER.match(text, at, match.start()) is not None


def _ends_with_ellipsis(text: str, match: re.Match[str], stops: str, first: int) -> bool:
    before = text[match.start() - 1 : match.start()]
    if before in ("[", "(") or (len(stops) < 4 and (not before or before in WHITE or len(stops) < len(match["stops"]))):
        return False
    word = _NEXT_WORD.match(text, first)
    return text[first].isupper() and (len(stops) > 3 or word is None or word.group() not in ("I", "I'm", "I’m"))


def _is_attribution_after(text: str, match: re.Match[str], stops: str, following: int, end: int) -> bool:
    """Say whether a closed quotation goes on with who said it: '"Will it hold?" Moreau asked.'."""
    near = min(end, following + 120)
    if _AGENCY.match(text, following, near):
        return True
    if not any(mark in match["closing"] for mark in "\"”’'»"):
        return False
    pattern = _SAYS_ONLY if stops == "." else _SAYS_ON
    return bool(pattern.match(text, following, near) or _SIGNED.match(text, following, near))


def _ends_with_word(text: str, at: int, stop: int, first: int, end: int, *, opened: bool) -> bool:
    """Say whether the word before a single full stop ends the sentence; `opened`: a mark opens what follows."""
    word = _word_before(text, at, stop)
    key = word.lower()
    found = _NEXT_WORD.match(text, first, end)
    following = found.group() if found else ""
    use = _use(text, at, stop, word, key)
    if use == "title":
        return False
    if use == "number":
        return not (text[first].isdigit() or _ROMAN.match(text, first, end))
    if use == "date":
        return not text[first].isdigit()
    if use == "hour":
        zone = following in AFTER_HOUR or text.startswith(("E.T", "P.T", "C.T", "M.T"), first)
        in_place = zone or text[first].isdigit() or text.startswith("time", first + len(following) + 1)
        return not in_place and not _ONLY_AN_HOUR.match(text[at:stop] if stop - at < 40 else "")
    if use == "after":
        return following in OPENERS or (opened and len(word) > 1 and not text[first].isdigit())
    return True


def _use(text: str, at: int, stop: int, word: str, key: str) -> Use | None:
    if len(word) == 1 and word.isupper():
        return "after"
    known = not (word.isupper() and word.isalpha()) or word in CAPITALS
    for use, words in USES.items():
        if known and key in words and not (use == "date" and word.islower()):
            return use
    if _INITIALISM.match(word):
        return "after"
    if word in STATES and text[max(at, stop - len(word) - 2) : stop - len(word)].startswith(","):
        return "after"
    return None


def _word_before(text: str, at: int, stop: int) -> str:
    stretch = text[max(at, stop - 40) : stop].translate(INVISIBLE)
    word = re.split(r"[\s\"“”‘«»(\[—–/,]", stretch)[-1]
    # Of a compound its last part: "Alder-U.N. Harbour Agreement".
    last = re.split(r"[-\u2010\u2011]", word)[-1]
    return last if _INITIALISM.match(last) or (len(last) == 1 and last.isupper()) else word
