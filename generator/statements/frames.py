"""Cues with what they govern: a verb (or noun) of the lexicon, its subject and its complement."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.statements import cue_lexicon as cues
from generator.statements import noun_phrases
from generator.statements.complements import complement, content_end
from generator.statements.cue_nouns import by_adjective, by_light_verb, by_noun, by_role
from generator.statements.found import Found
from generator.statements.noun_phrases import Range
from generator.statements.passives import passive
from generator.statements.speaking_nouns import can_speak
from generator.statements.subjects import subject
from generator.statements.tokens import COMMA, QUOTE, SEMI, SUB, THAT, WH
from generator.statements.units import Unit

Rule = Callable[[Unit, int], Found | None]


def framed(unit: Unit, asides: Sequence[Found]) -> list[Found]:
    """Return the relations of cues with a complement, in order, none with its cue in the content of another."""
    covered = [piece for one in asides for piece in (*one.content, one.cue)]
    found: list[Found] = []
    for one in sorted(_candidates(unit), key=lambda one: one.cue):
        inside = any(start < one.cue[1] and one.cue[0] < end for start, end in covered)
        if not inside:
            found.append(one)
            covered.extend((*one.content, one.cue))
    return found


def _candidates(unit: Unit) -> Iterator[Found]:
    for index, group in enumerate(unit.verbs):
        if unit.tokens[group.head].quoted:
            continue
        one = next((one for rule in RULES if (one := rule(unit, index)) is not None), None)
        if one is not None:
            yield one
    yield from by_noun(unit)


def _verb(unit: Unit, index: int) -> Found | None:
    group = unit.verbs[index]
    if group.passive:
        return None
    what = complement(unit, group)
    if what is None:
        return None
    source = subject(unit, index) if group.shape != "infinitive" else _controller(unit, index)
    if source is None or (what.kind in ("phrase", "preposition", "infinitive") and not can_speak(unit, source)):
        return None
    end = content_end(unit, what.start, what.kind, group.first)
    return Found(source, (group.first, what.cue_end), ((what.start, end),), what.kind) if end > what.start else None


def _controller(unit: Unit, index: int) -> Range | None:
    """Return who does what an infinitive says, where its verb tells: *gathered to discuss*, *forced him to admit*."""
    governing = unit.verbs[index - 1] if index else None
    if governing is None or unit.verbs[index].first - governing.last > noun_phrases.REACH // 2:
        return None
    if governing.lemma in cues.PURPOSE:
        return subject(unit, index - 1)
    return noun_phrases.left(unit.tokens, unit.verbs[index].first - 1) if governing.lemma in cues.CAUSING else None


def _quoting(unit: Unit, index: int) -> Found | None:
    """Any verb of somebody's with words in quotation marks in its object: *used the phrase “…”*."""
    group, tokens = unit.verbs[index], unit.tokens
    if group.passive or group.shape == "infinitive" or group.lemma in ("be", "have"):
        return None
    for at in range(group.last + 1, min(len(tokens), group.last + 14)):
        token = tokens[at]
        if token.quoted or token.tag == QUOTE:
            source = subject(unit, index)
            if source is None or not can_speak(unit, source):
                return None
            end = content_end(unit, group.last + 1, "phrase", group.first)
            return (
                Found(source, (group.first, group.last + 1), ((group.last + 1, end),), "quoting") if end > at else None
            )
        if token.tag in (COMMA, SEMI, SUB, WH, THAT) or any(other.first == at for other in unit.verbs):
            return None
    return None


# Tried in this order; the first that fits a verb group makes its relation.
RULES: tuple[Rule, ...] = (by_adjective, by_role, passive, by_light_verb, _verb, _quoting)
