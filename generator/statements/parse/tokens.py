"""Words and marks of a text with their places, and the classes of words; `word_classes` judges the open ones."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.statements.lexicon import words

# A plain word before a space or a comma, as most are, is found by the first line; the others know what else there is.
WORD = re.compile(
    r"(?P<plain>[A-Za-z]++)(?=[\s,])"
    r"|(?P<clitic>['’](?:s|S|re|ve|ll|d|m|t)(?![\w])|n['’]t\b|(?<=s)['’](?=\s\w))"
    r"|(?P<word>(?:[A-Za-z]\.){2,}|[A-Z]\.(?=\s[A-Z])|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Sens|Reps|Prof|Rev|Lt|Col|Sgt|Jr|Sr|St|No|Capt)\."
    r"|(?:[A-Z]{1,3})?[$€£¥₩₹]\d+(?:[.,]\d+)*|\d{1,3}(?:,\d{3})+(?![\w,])"
    r"|(?:(?!n['’]t\b)\w)+(?:[-‐‑.&/@](?=\w)\w+)*)"
    r"|(?P<mark>--+|\.\.\.+|[^\w\s])"
)
DASHES = frozenset("— – ― -- --- -".split())
Tag = str
# What a token can be; QUOTE stands for a whole direct quotation, MARK for any mark without its own class.
DET, POSS, GEN, PRON, OBJ, PREP, SUB, CC, MODAL, BE, HAVE, DO, NEG, TO, THAT, WH, ADV, NUM, TIME, ADJ, NOUN, NAME = (
    "DET POSS GEN PRON OBJ PREP SUB CC MODAL BE HAVE DO NEG TO THAT WH ADV NUM TIME ADJ NOUN NAME".split()
)
VERB, ED, ING, COMMA, SEMI, COLON, DASH, OPEN, CLOSE, STOP, MARK, QUOTE = (
    "VERB ED ING COMMA SEMI COLON DASH OPEN CLOSE STOP MARK QUOTE".split()
)
MARK_TAGS = {",": COMMA, ";": SEMI, ":": COLON, "(": OPEN, ")": CLOSE, "[": OPEN, "]": CLOSE} | dict.fromkeys(
    (".", "!", "?", "...", "…"), STOP
) | dict.fromkeys(DASHES, DASH)  # fmt: skip
NOMINAL = frozenset((NOUN, NAME, NUM, TIME))
AUXILIARIES = frozenset((MODAL, BE, HAVE, DO))
_CLOSED: tuple[tuple[frozenset[str], Tag], ...] = (
    (words.MODALS, MODAL), (words.BE, BE), (words.HAVE, HAVE), (words.DO, DO), (words.NEGATIONS, NEG),
    (words.TIMES, TIME), (words.NUMBERS, NUM), (words.POSSESSIVES, POSS), (words.WH, WH),
    (words.SUBJECT_PRONOUNS, PRON), (words.OBJECT_PRONOUNS, OBJ), (words.DETERMINERS, DET), (words.CONJUNCTIONS, CC),
    (words.SUBORDINATORS, SUB), (words.PREPOSITIONS, PREP), (words.ADVERBS, ADV), (words.ADJECTIVES, ADJ),
)  # fmt: skip
CLOSED = {"to": TO, "that": THAT} | {
    word: tag for group, tag in reversed(_CLOSED) for word in sorted(group) if word not in ("to", "that")
}
_CURRENCIES = frozenset("$€£¥₩₹")
# In capitals these are names of states, bodies and things, and no pronouns.
_ACRONYMS = frozenset(("US", "WHO", "IT"))
# May, March and the like are months only when written as names; otherwise they are verbs.
_MONTH_VERBS = frozenset(("may", "march"))


class Token(NamedTuple):
    """A word or mark: place in code points, the word in lower case, its class, and its verb ("" if none)."""

    start: int
    end: int
    low: str
    tag: Tag
    lemma: str = ""
    quoted: bool = False

    def with_tag(self, tag: Tag) -> Token:
        """Return the token with another class."""
        return _new(Token, (self.start, self.end, self.low, tag, self.lemma, self.quoted))

    def of_verb(self, lemma: str, tag: Tag = "") -> Token:
        """Return the token as a form of the verb `lemma`."""
        return _new(Token, (self.start, self.end, self.low, tag, lemma, self.quoted))


def marked(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of ``text[start:end]``, those of the closed classes with their class, others with none."""
    found = []
    for one in WORD.finditer(text, start, end):
        written = one.group()
        low, tag = _known.get(written) or _classed(written, one.lastgroup)
        found.append(_new(Token, (*one.span(), low, tag, "", False)))
    return found


# One of many thousand tokens at a time: the words met so far, and a tuple made without its names.
_known: dict[str, tuple[str, Tag]] = {}
_new = tuple.__new__
_MOST_KNOWN = 1 << 14


def _classed(written: str, kind: str | None) -> tuple[str, Tag]:
    """Return `written` in lower case, and its class where it is closed; an apostrophe may be two things."""
    if written in ("'", "’"):
        return _class(written, kind)
    if len(_known) >= _MOST_KNOWN:
        _known.clear()
    _known[written] = classed = _class(written, kind)
    return classed


def _class(written: str, kind: str | None) -> tuple[str, Tag]:
    low = written.lower().replace("’", "'")
    if kind == "mark":
        return low, MARK_TAGS.get(low, MARK)
    if written in _ACRONYMS:
        return low, ""
    if kind == "clitic":
        return low, GEN if low in ("'s", "'") else CLOSED.get(low, MARK)
    if low[0].isdigit() or _CURRENCIES.intersection(low) or low.split("-")[0] in words.NUMBERS:
        return low, NUM
    if low in _MONTH_VERBS and written[0].islower():
        return low, MODAL if low == "may" else VERB
    return low, CLOSED.get(low, "")
