"""Prose or not: whether a line reads as a sentence, an item of a list, or a title, by its own words alone."""

from __future__ import annotations

import re

_CLOSERS = "\"”’»'›)]}*_ \u00a0|"
_BULLET = re.compile(
    r"[-*•‣⁃◦▪–—+]\s+\S|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s|\([A-Z]\)\s|\(?[ivx]{1,5}[.)]\s|\d{1,2}\.\d{1,2}\.?\s"
)
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+\S.*|\*\*[^*]{1,120}\*\*:?|__[^_]{1,120}__:?")
_NUMBERED_HEADING = re.compile(
    r"(?:Article|Section|Chapter|Part|Annex|Clause|ARTICLE|SECTION|CHAPTER|PART|ANNEX)\s+(?:\d{1,3}|[IVXLC]{1,6}|[A-Z])"
    r"(?:\s?[.:–—-]\s?\S.{0,80}|\s\S.{0,80})?[.:]?|[IVXLC]{1,6}[.)]\s\S.{0,90}|[IVXLC]{1,6}\.?"
)
_INNER_STOP = re.compile(r"[a-z)\]”\"][.!?][\"”’)]?\s+[\"“‘(]?[A-Z]")
_ARTICLE = re.compile(r"\b(?:the|a|an)\b")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|said|says|told|added|stressed|noted|affirmed|agreed|pledged|signed|"
    r"reached|called|asked|must|should|could|can|may|might|did|does|he|she|they|we|it|which|who)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|will|would|could|has been|have been|has agreed|have agreed|"
    r"[a-z]{2,}ed (?:the|to|that|on|a|an|with))\b"
)
_COLON = re.compile(
    r"(?:said|says|added|adds|continued|told|wrote|noted|stressed|asked|replied|stated|declared|announced|reports?|"
    r"reported|including|include|includes|included|follows|following|namely|areas?|are|is|was|were|to|on|that|agreed|[a-z]+ed)"
    r"(?:\s[\w’']+){0,4}\s?[:—–-]\Z",
)
# A quotation and under it, in the same line, the name: “… all.” — Ana Moreau".
_SIGNED = re.compile(r"[.!?…][”\"’]?\s*[–—―-]+\s*[^\W\d_a-z][^.!?]{0,60}\Z")
# An agency's letters behind a dash, as at the end of a report: "— BNS".
_INITIALS = re.compile(r"[–—-]\s[A-Z/]{2,12}")
_ASKING = re.compile(r"(?:Why|How|What|Who|When|Where|Which)\b")


def is_title(line: str) -> bool:
    """Say whether a line is marked as a heading: by Markdown, by a number ("Article 3", "II. Trade"), by capitals."""
    if len(line) > 160:
        return False
    if _MARKDOWN_HEADING.fullmatch(line):
        return True
    numbered = _NUMBERED_HEADING.fullmatch(line) is not None
    if numbered and (_letters(line).isupper() or not _ends_sentence(line) or len(line.split()) <= 3):
        return not _FINITE.search(line) or _letters(line).isupper()
    words = len(line.split())
    return _letters(line).isupper() and 3 <= words <= (7 if _ends_sentence(line) else 24) and not _BULLET.match(line)


def is_item(line: str) -> bool:
    """Say whether a line is an item of a marked list with something to say (a numbered short line is a heading)."""
    if line.startswith("|") and line.endswith("|") and line.count("|") > 2:
        return True
    if not is_list_marked(line) or _INITIALS.fullmatch(line):
        return False
    words = line.split()
    return line[0] in "-*•‣⁃◦▪–—+(" or _ends_sentence(line) or line.endswith((";", ",", ":")) or len(words) > 11


def is_list_marked(line: str) -> bool:
    """Say whether a line begins with a bullet, a number or a letter of a list."""
    return _BULLET.match(line) is not None


def is_sentence(line: str) -> bool:
    """Say whether a line is prose: closed by a stop, or broken off but plainly not a title."""
    bare = line.rstrip(_CLOSERS)
    words = bare.split()
    if _ends_sentence(line):
        return len(words) > 1 or bare.endswith((".", "!", "?"))
    if bare.endswith((",", ";")):
        return len(words) > 2
    if bare.endswith((":", "—", "–", "-")):
        told = _COLON.search(bare) or (len(words) >= 3 and _FINITE.search(bare))
        return len(words) >= 10 or (len(words) >= 6 and _capital_share(words) < 0.5) or (len(words) >= 2 and bool(told))
    if bare[:1].islower():
        return len(words) > 2
    if _capital_share(words) >= 0.75:
        return False
    if _SIGNED.search(line):
        return True
    if line[0] in '“"‘' and len(words) >= 8 and not re.search(r"[”\"’]\S?\s", line[1:]):
        return True
    return len(bare) >= 160 or (len(words) >= 12 and _INNER_STOP.search(bare) is not None)


def is_loose_sentence(line: str) -> bool:
    """Say whether a line without a full stop has the small words that titles leave out; a headline may too."""
    words = line.split()
    if len(words) < 8 or _capital_share(words) >= 0.7 or _ASKING.match(line) or is_list_marked(line):
        return False
    if not _ARTICLE.search(line):
        return False
    # Short lines in the present tense are titles.
    return _PAST.search(line) is not None or (len(words) >= 13 and _FINITE.search(line) is not None)


def reads_on(line: str) -> bool:
    """Say whether a line has a verb or a pronoun of a sentence in it."""
    return _FINITE.search(line) is not None


def _ends_sentence(line: str) -> bool:
    return line.rstrip(_CLOSERS + "0123456789[]¹²³").endswith((".", "!", "?", "…")) or line.rstrip(_CLOSERS).endswith(
        (".", "!", "?", "…")
    )


def _letters(line: str) -> str:
    return "".join(filter(str.isalpha, line))


def _capital_share(words: list[str]) -> float:
    """Return the share of the longer words that begin with a capital or a digit."""
    longer = [word.lstrip("“\"‘'(") for word in words]
    longer = [word for word in longer if len(word) > 3]
    if not longer:
        return 1.0
    return sum(not word[0].islower() for word in longer) / len(longer)
