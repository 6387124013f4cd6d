"""Words and marks of a text with their places, and what class of word each is, judged by its form and its neighbours.

The classes are coarse and a guess; they serve to find verbs, their subjects and the ends of clauses, nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.statements import words
from generator.statements.cue_lexicon import NEVER_NOUNS
from generator.statements.inflection import VERB_FORMS

WORD = re.compile(
    r"(?P<clitic>['’](?:s|S|re|ve|ll|d|m|t)(?![\w])|n['’]t\b)"
    r"|(?P<word>(?:[A-Za-z]\.){2,}|[A-Z]\.(?=\s[A-Z])|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Sens|Reps|Prof|Rev|Lt|Col|Sgt|Jr|Sr|St|No|Capt)\."
    r"|(?:(?!n['’]t\b)\w)+(?:[-‐‑.&/@](?=\w)\w+)*)"
    r"|(?P<mark>--+|\.\.\.+|[^\w\s])"
)
DASHES = frozenset("— – ― -- --- -".split())
OPEN_MARKS = frozenset("“«„")
CLOSE_MARKS = frozenset("”»")
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


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of ``text[start:end]`` with their classes."""
    rough = [_rough(match) for match in WORD.finditer(text, start, end)]
    titled = _is_titled(text, rough)
    found: list[Token] = []
    for at, token in enumerate(rough):
        following = rough[at + 1] if at + 1 < len(rough) else None
        found.append(_settled(text, token, found, following, titled))
    return found


def _rough(match: re.Match[str]) -> Token:
    low = match.group().lower().replace("’", "'")
    if match.lastgroup == "mark":
        return Token(match.start(), match.end(), low, MARK_TAGS.get(low, MARK))
    if match.lastgroup == "clitic":
        tag = GEN if low == "'s" else CLOSED.get(low, MARK)
        return Token(match.start(), match.end(), low, tag)
    if low[0].isdigit():
        return Token(match.start(), match.end(), low, NUM)
    tag = CLOSED.get(low, "")
    if low in _MONTH_VERBS and match.group()[0].islower():
        tag = MODAL if low == "may" else VERB
    return Token(match.start(), match.end(), low, tag)


def _is_titled(text: str, rough: Sequence[Token]) -> bool:
    """Tell whether the words are written as a headline is, so that a capital says nothing."""
    long = [token for token in rough if len(token.low) > 3 and token.low[0].isalpha()]
    return len(long) > 2 and sum(text[token.start].isupper() for token in long) >= 0.8 * len(long)


def _settled(text: str, token: Token, before: Sequence[Token], following: Token | None, titled: bool) -> Token:
    previous = before[-1] if before else None
    tag = token.tag
    if tag == GEN:
        return token._replace(tag=_genitive(previous, following))
    if tag in (HAVE, DO, BE):
        return token
    if tag == TO and previous is not None and previous.low in ("according", "thanks"):
        return token._replace(tag=PREP)
    if (
        token.low == "her"
        and following is not None
        and following.tag in (COMMA, STOP, COLON, PREP, TO, THAT, SUB, TIME)
    ):
        return token._replace(tag=OBJ)
    after_noun = previous is not None and previous.tag in (NAME, NOUN)
    if tag == TO and text[token.start].isupper() and not titled and after_noun:
        return token._replace(tag=NAME)
    if token.low == "no" and following is not None and following.low == "longer":
        return token._replace(tag=ADV)
    if tag == PRON and token.low in words.DETERMINERS and following is not None and following.tag in ("", ADJ, NUM):
        return token._replace(tag=DET)
    if tag and tag not in (TIME, ADJ, PREP):
        return token
    starts = previous is None or previous.tag in (STOP, COLON) or (previous.tag == MARK and len(before) < 2)
    if text[token.start].isupper() and not titled and not starts and token.low not in VERB_FORMS:
        return token if tag in (TIME, PREP) else token._replace(tag=NAME)
    if text[token.start].isupper() and not titled and not starts:
        return token._replace(tag=NAME)
    acts = tag == ADJ and token.low in VERB_FORMS and previous is not None and previous.tag in (NOUN, NAME, PRON, WH)
    if tag in (TIME, ADJ, PREP) and token.low not in ("like",) and not acts:
        return token
    return _open_class(token, before, following, text[token.start].isupper())


def _genitive(previous: Token | None, following: Token | None) -> Tag:
    if previous is None or following is None:
        return GEN
    if previous.tag in (PRON, WH, THAT) or previous.low in ("it", "here", "there"):
        return BE
    return BE if following.low in ("not", "been", "a", "the") or following.tag in (NEG,) else GEN


def _open_class(token: Token, before: Sequence[Token], following: Token | None, capital: bool) -> Token:
    low = token.low
    if _after_modal(before) and not low.endswith("ly"):
        return token._replace(tag=VERB, lemma=VERB_FORMS[low][0] if low in VERB_FORMS else "")
    if low.endswith("ly") and low not in words.NOT_ADVERBS:
        # Recently, … against a name that opens the sentence: Tessaly regards …
        name = capital and not before and following is not None and "s" in _names(following)
        return token._replace(tag=NAME if name else ADV)
    if low in words.NOT_VERBS:
        return token._replace(tag=NOUN)
    if low in VERB_FORMS:
        verb, names = VERB_FORMS[low]
        return _verb_form(token._replace(lemma=verb), names, before, following)
    if low.endswith("ed") and len(low) > 4:
        return token._replace(tag=ED)
    if low.endswith(words.ADJECTIVE_ENDINGS) and len(low) > 6:
        return token._replace(tag=ADJ)
    if low.endswith("ing") and len(low) > 5 and "-" not in low:
        return token._replace(tag=ING)
    return token._replace(tag=NAME if capital else NOUN)


def _acts(following: Token | None) -> bool:
    """Tell whether the next word may be a finite verb, so that *the crossing* before it is its subject."""
    if following is None or following.tag in (BE, HAVE, MODAL, DO):
        return True
    return not following.tag and "s" in _names(following)


def _after_modal(before: Sequence[Token]) -> bool:
    at = len(before) - 1
    while at >= 0 and before[at].tag in (ADV, NEG):
        at -= 1
    return at >= 0 and before[at].tag == MODAL


def _verb_form(token: Token, names: frozenset[str], before: Sequence[Token], following: Token | None) -> Token:
    if "ing" in names:
        noun = bool(before) and before[-1].tag in (DET, ADJ, POSS, GEN) and _acts(following)
        return token._replace(tag=NOUN if noun else ING)
    if names <= {"past", "participle"}:
        return token._replace(tag=ED if "participle" in names else VERB)
    if _reads_as_noun(token, names, before, following):
        return token._replace(tag=NOUN)
    return token._replace(tag=ED if "past" in names or "participle" in names else VERB)


def _reads_as_noun(token: Token, names: frozenset[str], before: Sequence[Token], following: Token | None) -> bool:
    """Tell whether a base or -s form that may be a noun is one here, by the words beside it."""
    previous = before[-1] if before else None
    if token.lemma in NEVER_NOUNS or (token.low == "says"):
        return False
    if previous is None:
        return True
    if following is not None and following.tag in AUXILIARIES and previous.tag not in (PRON, MODAL, TO):
        return True
    if (
        following is not None
        and "s" in names
        and "base" in VERB_FORMS.get(following.low, ("", ()))[1]
        and not following.tag
    ):
        return previous.tag != PRON
    if previous.tag == NAME and "base" in names and _in_article(before):
        return True
    if previous.tag in (MODAL, TO, DO, NEG, PRON, WH, THAT):
        plural = len(before) > 1 and before[-2].tag in (NOUN, NAME) and before[-2].low.endswith("s")
        return previous.tag == THAT and not plural and "s" not in names
    if previous.tag in (DET, POSS, GEN, ADJ, PREP, NUM, BE, HAVE, VERB, ING, ED):
        return True
    if previous.tag == CC and len(before) > 1:
        return not _parallel(names, before)
    quoted = any(token.tag == MARK for token in before[-7:])
    joined = len(before) > 2 and before[-2].low == "and"
    return not _verb_may_follow(names, previous, following, joined, quoted)


def _names(token: Token) -> frozenset[str]:
    return VERB_FORMS[token.low][1] if token.low in VERB_FORMS else frozenset()


def _in_article(before: Sequence[Token]) -> bool:
    """Tell whether a name stands after *a*, so that what follows is its noun: *a Harbour Times report*."""
    at = len(before) - 1
    while at >= 0 and before[at].tag == NAME:
        at -= 1
    return at >= 0 and before[at].low in ("a", "an")


def _parallel(names: frozenset[str], before: Sequence[Token]) -> bool:
    """Tell whether a verb after *and* has one like it before: *to cut … and trade*, *plans … and promises*."""
    if before[-2].tag in (ADJ, PREP, DET):
        return False
    for token in reversed(before):
        if token.tag in (TO, MODAL, DO):
            return "base" in names
        if token.tag == VERB:
            other = _names(token)
            return bool(names & other) or not other
        if token.tag in (BE, HAVE):
            return "s" in names or "participle" in names
    return False


def _verb_may_follow(
    names: frozenset[str], previous: Token, following: Token | None, joined: bool, quoted: bool
) -> bool:
    """Tell whether a finite verb can stand between these two: it agrees with the noun before and takes what follows."""
    if following is None:
        return False
    if "past" in names and previous.tag in (NOUN, NAME):
        joined = "s" not in names and previous.low.endswith("s")
        names = names - {"base"}
    plural = joined or (previous.low.endswith("s") and not previous.low.endswith("ss"))
    if previous.tag in (NOUN, TIME) and names & {"s", "base"} and ("s" in names) == plural:
        return False
    if previous.tag == NAME and "base" in names and not plural and following.tag != THAT:
        return False
    if following.tag == STOP and names & {"s", "past"} and (previous.tag == NAME or quoted):
        return True
    starters = (DET, POSS, PRON, OBJ, THAT, TO, WH, SUB, NAME, MARK, COLON, ADV, NUM, ADJ, PREP)
    return following.tag in starters or following.tag == ""
