"""Cues with what they govern: a verb (or noun) of the lexicon, its subject and its complement."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.statements.complements import complement, content_end
from generator.statements.cue_nouns import by_adjective, by_light_verb, by_noun
from generator.statements.found import Found
from generator.statements.passives import passive
from generator.statements.subjects import subject
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
    if group.passive or group.shape == "infinitive":
        return None
    what = complement(unit, group)
    source = subject(unit, index) if what else None
    if what is None or source is None:
        return None
    end = content_end(unit, what.start, what.kind, group.first)
    return Found(source, (group.first, what.cue_end), ((what.start, end),), what.kind) if end > what.start else None


# Tried in this order; the first that fits a verb group makes its relation.
RULES: tuple[Rule, ...] = (by_adjective, passive, by_light_verb, _verb)
