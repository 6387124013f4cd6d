"""Cues with what they govern: a verb (or noun) of the lexicon, its subject and its complement."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from generator.statements.lexicon import cues
from generator.statements.parse import noun_phrases
from generator.statements.parse.noun_phrases import Range
from generator.statements.parse.tokens import (
    AUXILIARIES,
    CC,
    CLOSE,
    COLON,
    COMMA,
    DASH,
    NEG,
    NOMINAL,
    PREP,
    QUOTE,
    SEMI,
    STOP,
    SUB,
    THAT,
    TIME,
    WH,
)
from generator.statements.parse.units import Unit
from generator.statements.rules.complements import complement
from generator.statements.rules.cue_nouns import by_adjective, by_light_verb, by_noun, by_role
from generator.statements.rules.extents import content_end
from generator.statements.rules.found import Found
from generator.statements.rules.passives import passive
from generator.statements.rules.speaking_nouns import can_speak

_TAKEN_OUT = cues.SAY | cues.JUDGE | cues.THINK | cues.WANT
Rule = Callable[[Unit, int], Found | None]


# Rules whose relations are also kept inside the content of another: whose position is reported by somebody else.
NESTING = frozenset(
    ("that", "clause", "question", "infinitive", "phrase", "preposition", "adjective", "light verb", "noun", "relative")
)


def framed(unit: Unit, asides: Sequence[Found], without: frozenset[str] = frozenset()) -> list[Found]:
    """Return the relations of cues with a complement; those whose cue stands in another's content are `nested`.

    `without` are rules that are switched off.
    """
    contents = [piece for aside in asides for piece in aside.content]
    marks = [aside.cue for aside in asides]
    found: list[Found] = []
    for one in sorted(_candidates(unit, without), key=lambda one: one.cue):
        if any(start < one.cue[1] and one.cue[0] < end for start, end in marks):
            continue
        if one.rule in ("noun", "quote") and any(one.content[0][0] == piece[0] for piece in contents):
            # *said in a statement that*, *he said, pointing at the map, “…”*: another cue has it already.
            continue
        around = [piece for piece in contents if piece[0] < one.cue[1] and one.cue[0] < piece[1]]
        inner = _nested(unit, one, around[-1]) if around else one
        if inner is not None:
            found.append(inner)
            contents.extend(inner.content)
            marks.append(inner.cue)
    return found


def _nested(unit: Unit, one: Found, around: Range) -> Found | None:
    """Return `one` cut to the content it stands in; None unless a finite verb there has its own subject."""
    if one.rule == "noun" and one.source is not None and one.source[0] < around[0] < one.source[1]:
        one = replace(one, source=(around[0], one.source[1]))  # *brushed aside | B's claim*
    if one.source is None or one.rule not in NESTING or one.source[0] < around[0] or one.cue[1] > around[1]:
        return None
    content = tuple((start, min(end, around[1])) for start, end in one.content if start < around[1])
    if one.rule == "noun":
        # *rejected B's claim that …*: what is claimed is B's.
        return replace(one, content=content, nested=True) if unit.tokens[content[0][0]].tag == THAT else None
    own = any(group.first == one.cue[0] and group.shape in ("finite", "ed") for group in unit.verbs)
    apart = one.source[1] <= one.cue[0]
    return replace(one, content=content, nested=True) if own and apart and content else None


def _candidates(unit: Unit, without: frozenset[str]) -> Iterator[Found]:
    for index, group in enumerate(unit.verbs):
        if unit.tokens[group.head].quoted:
            continue
        each = (one for rule in RULES if (one := rule(unit, index)) is not None)
        one = next((one for one in each if one.rule not in without), None)
        # *You* is whoever reads the text, unless it is said to say something.
        reader = one is not None and one.source and unit.tokens[one.source[0]].low == "you"
        if one is not None and (not reader or group.lemma in cues.SAY):
            yield _before_main_verb(unit, one)
    yield from (one for one in by_noun(unit) if one.rule not in without)


def _before_main_verb(unit: Unit, one: Found) -> Found:
    """End a content inside a subject before the main verb: *those who oppose it are few*, *people wary of it left*."""
    if len(one.content) > 1 or one.rule not in _CLOSED_BY_VERB:
        return one
    start, end = one.content[0]
    for group, source in zip(unit.verbs, unit.subjects, strict=True):
        inside = start < group.first < end and group.shape in ("finite", "ed")
        if inside and source and one.source and source[0] == one.source[0] and source[1] > one.cue[1]:
            relative = unit.tokens[one.source[1] - 1].tag in (WH, THAT)
            says = group.past and group.lemma in cues.SPEAKING
            surely = relative or says or unit.tokens[group.first].tag in AUXILIARIES
            return replace(one, content=((start, group.first),)) if surely else one
    return one


_CLOSED_BY_VERB = frozenset(("phrase", "preposition", "infinitive", "adjective", "role", "light verb"))


def _verb(unit: Unit, index: int) -> Found | None:
    group = unit.verbs[index]
    if group.passive:
        return None
    what = complement(unit, group)
    if what is None:
        return None
    source = unit.subjects[index] if group.shape != "infinitive" else _controller(unit, index)
    if source is None or (what.kind in ("phrase", "preposition", "infinitive") and not can_speak(unit, source)):
        return None
    end = content_end(unit, what.start, what.kind, group.first)
    return Found(source, (group.first, what.cue_end), ((what.start, end),), what.kind) if end > what.start else None


def _before_colon(unit: Unit, index: int) -> Found | None:
    """Return the relation of any verb whose clause a colon and a quotation end: *scolded him: “…”*."""
    group, tokens = unit.verbs[index], unit.tokens
    if not unit.quotations:
        return None
    at = next((at for at in range(group.last + 1, len(tokens)) if tokens[at].tag in (COLON, STOP, SEMI)), len(tokens))
    last = not any(group.last < other.first < at for other in unit.verbs)
    source = unit.subjects[index] if last and group.shape != "infinitive" else None
    quoted = at + 1 < len(tokens) and tokens[at].tag == COLON and tokens[at + 1].tag == QUOTE
    if not quoted or source is None or not can_speak(unit, source):
        return None
    end = content_end(unit, at + 1, "quote", group.first)
    return Found(source, (group.first, group.last + 1), ((at + 1, end),), "quote")


def _taken_out(unit: Unit, index: int) -> Found | None:
    """Return the relation of a cue whose object went before it: *the plan, which the bank detailed*."""
    group, tokens = unit.verbs[index], unit.tokens
    source = unit.subjects[index]
    apart = group.lemma == "share" and any(token.tag == NEG for token in tokens[group.first : group.head])
    known = (group.lemma in _TAKEN_OUT or apart) and group.shape in ("finite", "ed")
    at = group.last + 1
    if not known or group.passive or source is None or source[0] < 1 or not can_speak(unit, source):
        return None
    wh = source[0] - 1
    commented = tokens[wh].tag == THAT and wh > 1 and tokens[wh - 1].low in _COMMENTS
    ends = at >= len(tokens) or tokens[at].tag in (STOP, COMMA, PREP, TIME, CLOSE, DASH, *([CC] if commented else []))
    if not ends or source[1] > group.first or not (commented or (tokens[wh].tag == WH and group.lemma != "share")):
        return None
    before = wh - 2 if wh > 1 and tokens[wh - 1].tag == COMMA else wh - 1
    head = noun_phrases.left(tokens, before) if before >= 0 and tokens[before].tag in NOMINAL else None
    return Found(source, (group.first, at), ((head[0] if head else wh, wh + 1),), "relative")


# What one says in a word of what was said, before *that*: *…, a view that Birch does not share*.
_COMMENTS = frozenset(
    "something view opinion position claim idea proposal plan step demand charge stance assurance accusation promise "
    "offer gesture".split()
)


def _controller(unit: Unit, index: int) -> Range | None:
    """Return who does what an infinitive says, where its verb tells: *gathered to discuss*, *forced him to admit*."""
    governing = unit.verbs[index - 1] if index else None
    if governing is None or unit.verbs[index].first - governing.last > noun_phrases.REACH // 2:
        return None
    if governing.lemma in cues.PURPOSE:
        return unit.subjects[index - 1]
    return noun_phrases.left(unit.tokens, unit.verbs[index].first - 1) if governing.lemma in cues.CAUSING else None


def _quoting(unit: Unit, index: int) -> Found | None:
    """Return the relation of any verb with quoted words in its object: *used the phrase “…”*."""
    group, tokens = unit.verbs[index], unit.tokens
    if not unit.quotations or group.passive or group.shape == "infinitive" or group.lemma in ("be", "have"):
        return None
    start = group.last + 1
    at = start
    while at < min(len(tokens), start + 13) and not (tokens[at].quoted or tokens[at].tag == QUOTE):
        if tokens[at].tag in (COMMA, SEMI, SUB, WH, THAT) or any(other.first == at for other in unit.verbs):
            return None
        at += 1
    source = unit.subjects[index] if at < min(len(tokens), start + 13) else None
    if source is None or not can_speak(unit, source):
        return None
    end = content_end(unit, start, "phrase", group.first)
    return Found(source, (group.first, start), ((start, end),), "quoting") if end > at else None


# Tried in this order; the first that fits a verb group makes its relation.
RULES: tuple[Rule, ...] = (by_adjective, by_role, passive, by_light_verb, _before_colon, _verb, _quoting, _taken_out)
