"""Datelines and bylines: where and when a text was filed, and who wrote it."""

from __future__ import annotations

import re

from generator.passages.prose import reads_on

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?:\s?[–-]\s?\d{1,2})?"
_YEAR = r"(?:19|20)\d\d"
_DATE = (
    rf"(?:(?:{_WEEKDAY},?\s+)?(?:{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?|{_DAY}\s+(?:of\s+)?{_MONTH},?(?:\s+{_YEAR})?"
    rf"|{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:{_YEAR}|\d\d))|{_MONTH}\s+{_YEAR}|{_WEEKDAY})"
)
_TIME = (
    r"(?:T?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[APap]\.?[Mm]\.?)?|\d{1,2}\s?[APap]\.?[Mm]\.?)"
    r"(?:\s?\(?(?:[A-Z]{2,4}(?:\s?[+-]\s?\d{1,2}(?::?\d\d)?)?|Z|[+-]\d{2}:?\d{2}|local time)\)?)?"
)
_LABEL = (
    r"(?:(?:First |Last |Originally )?(?:published|updated|posted|modified|created|issued|released|date|last updated|"
    r"update|publication date|release date|date of issue|last review)(?: on| at)?\s?:?\s*)"
)
_JOINT = r"[\s,|·•@/–—-]*(?:at\s+|on\s+)?"
_PLACE_WORDS = r"[A-ZÀ-ÖØ-ÞĐ][\w.’'-]*(?:\s(?:[A-ZÀ-ÖØ-ÞĐ][\w.’'-]*|de|del|of|la|al|am|an)){0,4}"
_DATE_LINE = re.compile(
    rf"(?:{_LABEL})?\(?(?:(?-i:{_PLACE_WORDS}(?:,\s?{_PLACE_WORDS})?),\s)?(?:{_DATE}(?:{_JOINT}{_TIME})?|{_TIME}(?:{_JOINT}{_DATE})?)\)?"
    rf"(?:{_JOINT}(?:{_LABEL}{_DATE}(?:{_JOINT}{_TIME})?))?[.,]?",
    re.IGNORECASE,
)
# A day of a year, and an hour, in a line with little else: "Alder Post | 20 June 2030 | 18:40 (GMT+7)".
_FULL_DATE = re.compile(
    rf"(?:{_MONTH}\s+{_DAY},?\s+{_YEAR}|{_DAY}\s+{_MONTH},?\s+{_YEAR}|{_YEAR}-\d{{1,2}}-\d{{1,2}}|\d{{1,2}}/\d{{1,2}}/{_YEAR})"
)
_TOLD_OF_DAY = re.compile(rf"{_YEAR}:\s[^\W\d]|^[-*•–—]\s")
_TIME_OF_DAY = re.compile(rf"{_TIME}|{_WEEKDAY}|[^\w\s]")

# The dash after a dateline; a hyphen only with spaces around it.
_DASH = r"\s*(?:[–—―]|--|\s-(?=\s))\s*"
_CAPITALS = r"[A-ZÀ-ÖØ-ÞĐ][A-ZÀ-ÖØ-ÞĐ.’'/-]+(?:\s(?:[A-ZÀ-ÖØ-ÞĐ][A-ZÀ-ÖØ-ÞĐ.’'-]*|de|del|da|am|of)){0,4}"
_REGION = r"(?:,\s?[A-ZÀ-ÖØ-ÞĐ][\w.’' -]{1,30})?"
_WHEN = rf"(?:,?\s(?:{_WEEKDAY},?\s)?(?:{_MONTH}\s{_DAY}|{_DAY}\s{_MONTH})(?:,?\s{_YEAR})?)"
_AGENCY = r"\s?\([A-ZÀ-ÖØ-ÞĐ][\w./&’' -]{1,40}\)"
_SURE = re.compile(
    rf"(?:(?:{_CAPITALS}|{_PLACE_WORDS}){_REGION}(?:{_WHEN}{_AGENCY}|{_AGENCY}|{_WHEN})"
    rf"|{_CAPITALS},\s?[A-Z][A-Za-z.’' ]{{1,20}}"
    rf"|\([A-ZÀ-ÖØ-ÞĐ][\w./&’' -]{{1,40}}\)){_DASH}"
    rf"|(?:{_CAPITALS}|{_PLACE_WORDS})(?:\s\[[A-Z][\w ]{{1,30}}\])?(?:{_WHEN}{_AGENCY}|{_AGENCY}{_WHEN})[.:]\s"
    rf"|(?:{_CAPITALS}|{_PLACE_WORDS}){_WHEN}\.?\s/[A-Z][\w .-]{{1,30}}/\.\s"
)
_LIKELY = re.compile(
    rf"{_CAPITALS}{_REGION}{_DASH}|{_PLACE_WORDS}{_REGION}\s?[–—―]\s|{_PLACE_WORDS},\s?[A-Z][\w.’' -]{{1,30}}\s-\s"
    rf"|{_PLACE_WORDS},\s(?:{_MONTH}\s{_DAY}|{_DAY}\s{_MONTH}),?\s{_YEAR}\.\s"
)

# Between two dashes stands who somebody is: "Ana Lund — the minister's sister — said …" names no place.
_ASIDE = re.compile(r"[a-z]|[^.!?–—―\n]{1,200}\s[–—―]\s(?=[a-z])")

_NAME = (
    r"[A-ZÀ-ÖØ-ÞĐĂƠƯẠ-Ỹ][\w.’'-]*(?:\s(?:[A-ZÀ-ÖØ-ÞĐĂƠƯẠ-Ỹ][\w.’'-]*|de|del|der|van|von|bin|al|da|di|of|the|for)){0,5}"
)
_NAMES = re.compile(rf"{_NAME}(?:(?:,?\s(?:and|&)\s|\s?[,;/|–—]\s?|\s-\s){_NAME}){{0,6}}")
_BY = re.compile(
    r"(?:Reported |Written |Story |Text |Compiled |Translated |Edited |Article |Posted |Words |Report |Analysis )?"
    r"[Bb][Yy]:?\s(?=\S*[^\Wa-z\d_])(?P<who>\S.{0,120})"
)
_CREDITS = re.compile(
    r"(?:Author|Reporter|Writer|Editor|Translator|Correspondent|Source|Text|Word|Interview)s?:\s\S.{0,100}"
    r"|(?:Analysis|Report|Comment|Opinion|Interview|Text|Words|Story) by (?:our|the|a|staff) [\w ]{1,40}"
    r"|\(?(?:Reporting|Editing|Additional reporting|Writing|Compiled|Translated) (?:by|from) [^.!?\n]{1,200}[.;)]{0,2}"
)
_CONTRIBUTED = re.compile(
    r"\bcontributed (?:reporting )?(?:to|for) this (?:report|article|story|post)\b|\bcontributed reporting\b"
)
_AGENCIES = {"reuters", "xinhua", "kyodo", "yonhap", "bernama", "antara", "interfax", "bloomberg", "sputnik", "anadolu"}


def is_date_line(line: str) -> bool:
    """Say whether a line is a day, an hour or both, with or without a place before or "Updated:"."""
    if len(line) > 120 or not any(char.isdigit() for char in line):
        return False
    if _DATE_LINE.fullmatch(line):
        return True
    dated = _FULL_DATE.search(line)
    rest = line[: dated.start()] + line[dated.end() :] if dated else ""
    words = _TIME_OF_DAY.sub("", rest).split()
    return bool(dated) and not line.endswith((".", "!", "?", ":")) and len(words) <= 4 and not _TOLD_OF_DAY.search(line)


def is_byline(line: str) -> bool:
    """Say whether a line says who wrote ("By …", "Reporting by …; Editing by …")."""
    if len(line) > 220:
        return False
    if _CONTRIBUTED.search(line):
        return True
    if reads_on(line):
        return False
    by = _BY.fullmatch(line)
    # A closed line is one only if it holds nothing but names: "By Monday, nobody spoke." is a sentence.
    if by and (not line.endswith((".", "!", "?")) or is_names(by["who"].rstrip("."))):
        return True
    return _CREDITS.fullmatch(line) is not None


def is_names(line: str) -> bool:
    """Say whether a line is nothing but names of persons or of a publication: a byline, in the right place."""
    line = line.strip("—–-/() ")
    if len(line) > 80 or not _NAMES.fullmatch(line):
        return False
    words = line.split()
    return len(words) > 1 or line.casefold() in _AGENCIES or (line.isupper() and 2 <= len(line) <= 6)


def inline_dateline(text: str, start: int, end: int, *, opening: bool) -> int:
    """Return the code point at which the text proper begins after a dateline at `start`; `start` if there is none.

    `opening`: the line is the first of the body, where a place and a dash are enough; elsewhere a day or an agency
    must stand there too, since "Trade – the sides agreed" is no dateline.
    """
    near = min(end, start + 120)
    found = _SURE.match(text, start, near)
    if found is None and opening:
        found = _LIKELY.match(text, start, near)
        if found and _ASIDE.match(text, found.end(), end) and not text[start : found.end() - 1].isupper():
            found = None
    return found.end() if found and found.end() < end else start
