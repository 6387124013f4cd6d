"""What class of word each token is, judged by its form and its neighbours.

The classes are coarse and a guess; they serve to find verbs, their subjects and the ends of clauses, nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from generator.statements.lexicon import words
from generator.statements.lexicon.cues import JUDGE, LIGHT, NEVER_NOUNS, NOUNS, OFFICES, SAY, WITH_PREPOSITION
from generator.statements.lexicon.inflection import VERB_FORMS
from generator.statements.parse.tokens import (
    ADJ,
    ADV,
    AUXILIARIES,
    BE,
    CC,
    CLOSE,
    CLOSED,
    COLON,
    COMMA,
    DET,
    DO,
    ED,
    GEN,
    HAVE,
    ING,
    MARK,
    MARK_TAGS,
    MODAL,
    NAME,
    NEG,
    NOUN,
    NUM,
    OBJ,
    POSS,
    PREP,
    PRON,
    STOP,
    SUB,
    THAT,
    TIME,
    TO,
    VERB,
    WH,
    Tag,
    Token,
    marked,
)
from generator.statements.parse.word_names import NAME_WORDS, is_name_word

BEFORE_NOTHING = frozenset((COMMA, STOP, COLON, PREP, TO, THAT, SUB, TIME))
NOTHING = Token(0, 0, "", "")
# Only these closed classes and words have another class beside some neighbours.
_SWAYED_CLASSES = frozenset((GEN, TO, PRON))
_SWAYED_WORDS = frozenset("yet her may about no first last long like early late".split())
# What no neighbour changes; a capital may make a name of the last two.
_SURE = frozenset(CLOSED.values()) | frozenset(MARK_TAGS.values()) | {MARK, NUM}
_SURE -= _SWAYED_CLASSES | {ADJ, TIME, PREP, VERB}
_SURE_SMALL = _SURE | {TIME, PREP}
# After these a capital need not be a name's; after those a word may be the verb of a modal.
_STARTING = frozenset((STOP, COLON, MARK))
_LEADING = frozenset((MODAL, ADV, NEG))


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of ``text[start:end]`` with their classes."""
    rough = marked(text, start, end)
    titled = _is_titled(text, rough)
    found: list[Token] = []
    for at, token in enumerate(rough):
        capital = text[token.start].isupper()
        if capital and token.low in NAME_WORDS and not titled and is_name_word(text, rough, at):
            found.append(token.with_tag(NAME))
            continue
        plain = _plain(token, found[-1].tag if found else STOP, capital and not titled, capital)
        if plain is not None:
            found.append(token if plain == token.tag else token.with_tag(plain))
            continue
        following = rough[at + 1] if at + 1 < len(rough) else None
        settled = _settled(token, found, following, capital and not titled, capital)
        if settled.tag == VERB and settled.low == "like" and _verb_follows(rough, at):
            settled = settled.with_tag(PREP)
        elif settled.tag == VERB and _begins_subject(rough, at, found):
            settled = settled.with_tag(NOUN)
        found.append(settled)
    return found


def _plain(token: Token, previous: Tag, named: bool, capital: bool) -> Tag | None:
    """Return the class that a word has whatever stands beside it, or after anything but `previous`; None for others."""
    _, _, low, tag, _, _ = token
    if low in _SWAYED_WORDS:
        return None
    if tag:
        return tag if tag in (_SURE if named else _SURE_SMALL) else None
    if named and previous not in _STARTING:
        return NAME
    if previous in _LEADING or (named and previous == MARK):
        return None
    shape = _shape(low)
    return None if shape in (VERB, ADV) else shape or (NAME if capital else NOUN)


def _begins_subject(rough: Sequence[Token], at: int, before: Sequence[Token]) -> bool:
    """Tell whether a base form after a comma or a quotation begins a subject: *…, trade officials said*."""
    apart = not before or before[-1].tag in (COMMA, MARK, COLON)
    # *…, trade minister of Alder, …*: an office follows, and no verb need do.
    office = at + 1 < len(rough) and rough[at + 1].low in OFFICES
    return apart and "base" in _names(rough[at]) and (office or _verb_follows(rough, at))


def _verb_follows(rough: Sequence[Token], at: int) -> bool:
    """Tell whether nouns, and no mark, stand between `at` and a finite verb, so that `at` belongs to its subject."""
    for index in range(at + 1, min(len(rough), at + _LONGEST_SUBJECT)):
        token = rough[index]
        names = _names(token)
        if token.tag in AUXILIARIES or (token.tag == "" and "base" not in names and names & {"past", "s"}):
            return index > at + 1 and (token.tag != "" or "past" in names or not rough[index - 1].low.endswith("s"))
        if token.tag not in ("", ADJ):
            return False
    return False


# In tokens, what may stand between the first noun of a subject and its verb.
_LONGEST_SUBJECT = 7


def _is_titled(text: str, rough: Sequence[Token]) -> bool:
    """Tell whether the words are written as a headline is, so that a capital says nothing."""
    long = [text[token.start] for token in rough if len(token.low) > 3 and token.low[0].isalpha()]
    return len(long) > 2 and sum(map(str.isupper, long)) >= 0.8 * len(long)


def _settled(token: Token, before: Sequence[Token], following: Token | None, named: bool, capital: bool) -> Token:
    """Return the token with its class; `named` tells whether its capital may make it a name."""
    previous = before[-1] if before else None
    tag = _closed(token, before, following, named)
    if tag and tag not in (TIME, ADJ, PREP):
        return token if tag == token.tag else token.with_tag(tag)
    starts = previous is None or previous.tag in (STOP, COLON) or (previous.tag == MARK and len(before) < 2)
    if named and not starts:
        return token.with_tag(tag if tag in (TIME, PREP) and token.low not in VERB_FORMS else NAME)
    acts = tag == ADJ and token.low in VERB_FORMS and previous is not None and _may_act(previous, following)
    if tag and token.low != "like" and not acts:
        return token.with_tag(tag)
    return _open_class(token, before, following, capital)


def _may_act(previous: Token, following: Token | None) -> bool:
    """Tell whether a word that is an adjective as well may be a verb: *would open*, *needs to open its markets*."""
    governs = following is not None and following.tag in (DET, POSS, PRON, OBJ, WH)
    return previous.tag in (NOUN, NAME, PRON, WH, MODAL) or (previous.tag == TO and governs)


def _closed(token: Token, before: Sequence[Token], following: Token | None, named: bool) -> Tag:
    """Return the class of a word of a closed class, which a neighbour may change; "" for other words."""
    if token.tag not in _SWAYED_CLASSES and token.low not in _SWAYED_WORDS:
        return token.tag
    previous = before[-1] if before else NOTHING
    after = following or NOTHING
    if token.tag == GEN:
        return _genitive(previous, after)
    if token.tag == TO and previous.low in ("according", "thanks"):
        return PREP
    if token.tag == TO and named and previous.tag in (NAME, NOUN):
        return NAME
    if token.low == "yet" and previous.tag in (NEG, HAVE):
        return ADV
    if token.low == "her" and following is not None and after.tag in BEFORE_NOTHING:
        return OBJ
    if token.low == "may" and token.tag == MODAL and named and before:
        return TIME
    if _is_adverb(token, previous, after):
        return ADV
    if token.tag == PRON and token.low in words.DETERMINERS and following is not None and after.tag in ("", ADJ, NUM):
        return DET
    return token.tag


def _is_adverb(token: Token, previous: Token, after: Token) -> bool:
    """Tell whether a word of another class is an adverb here: *announced early Saturday that*, *no longer*."""
    if token.low in ("early", "late"):
        return previous.tag in (VERB, ED) and (after.tag == TIME or after.low == "on")
    if token.low in ("first", "last", "long"):
        return previous.tag in AUXILIARIES and after.low in VERB_FORMS
    about = token.low == "about" and after.tag == NUM and previous.lemma == "say"
    return about or (token.low == "no" and after.low == "longer")


def _genitive(previous: Token, following: Token) -> Tag:
    if previous.tag in (PRON, WH, THAT) or previous.low in ("it", "here", "there"):
        return BE
    return BE if following.low in ("not", "been", "a", "the") or following.tag in (NEG,) else GEN


def _open_class(token: Token, before: Sequence[Token], following: Token | None, capital: bool) -> Token:
    low = token.low
    shape = _shape(low)
    if _after_modal(before) and not low.endswith("ly"):
        return token.of_verb(VERB_FORMS[low][0] if low in VERB_FORMS else "", VERB)
    if shape == ADV:
        # Recently, … against a name that opens the sentence: Tessaly regards …
        name = capital and not before and following is not None and "s" in _names(following)
        return token.with_tag(NAME if name else ADV)
    if shape == VERB:
        verb, names = VERB_FORMS[low]
        return _verb_form(token.of_verb(verb), names, before, following)
    return token.with_tag(shape or (NAME if capital else NOUN))


@lru_cache(maxsize=1 << 14)
def _shape(low: str) -> Tag:
    """Return the class that the letters of an open word show; VERB for any form of a verb, "" for a name or a noun."""
    if low.endswith("ly") and low not in words.NOT_ADVERBS:
        return ADV
    if low in words.NOT_VERBS:
        return NOUN
    if low in VERB_FORMS:
        return VERB
    if low.endswith("ed") and len(low) > 4:
        return ED
    if low.endswith(words.ADJECTIVE_ENDINGS) and len(low) > 6:
        return ADJ
    return ING if low.endswith("ing") and len(low) > 5 and "-" not in low else ""


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
        return token.with_tag(NOUN if noun else ING)
    if names <= {"past", "participle"}:
        return token.with_tag(ED if "participle" in names else VERB)
    if _reads_as_noun(token, names, before, following):
        return token.with_tag(NOUN)
    if "base" in names and before and before[-1].tag in (TO, DO):
        return token.with_tag(VERB)
    return token.with_tag(ED if "past" in names or "participle" in names else VERB)


def _reads_as_noun(token: Token, names: frozenset[str], before: Sequence[Token], following: Token | None) -> bool:
    """Tell whether a base or -s form that may be a noun is one here, by the words beside it."""
    previous = before[-1] if before else None
    if token.lemma in NEVER_NOUNS or (token.low == "says"):
        return False
    if previous is None or _belongs_to(token, following):
        return True
    if token.low == "studies" and len(before) > 1 and before[-2].low in ("of", "in", "for"):
        return following is None or following.tag in (PREP, COMMA, STOP)  # *professor of Birch studies at Northton*
    if following is not None and following.tag in AUXILIARIES and previous.tag not in (PRON, MODAL, TO):
        return True
    if following is not None and _carries(token, names, previous, following):
        return False
    if following is not None and following.tag in (COMMA, STOP) and "s" in names and _closes_aside(token, before):
        return False
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


def _belongs_to(token: Token, following: Token | None) -> bool:
    """Tell whether *of* or *like* follows that the verb does not take: *states like Alder*, *reports of floods*."""
    near = following.low if following is not None else ""
    return near in ("of", "like") and token.lemma in SAY and near not in WITH_PREPOSITION.get(token.lemma, ())


def _carries(token: Token, names: frozenset[str], previous: Token, following: Token) -> bool:
    """Tell whether a form in -s is the verb of the noun after it: *the Council takes note of*, *Alder voices hope*."""
    one = (previous.tag in (NAME, NOUN) and not previous.low.endswith("s")) or previous.tag == CLOSE
    return one and "s" in names and token.lemma in LIGHT | JUDGE and following.low in NOUNS


def _closes_aside(token: Token, before: Sequence[Token]) -> bool:
    """Tell whether a form of saying ends a parenthesis: *…, the communiqué reads, …*."""
    if token.lemma not in SAY or before[-1].tag not in (NOUN, NAME) or before[-1].low.endswith("s"):
        return False
    near = before[-5:]
    return any(one.tag == COMMA and other.tag in (DET, NAME) for one, other in pairwise(near))


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
