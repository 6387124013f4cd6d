"""Cues with what they govern: a verb (or noun) of the lexicon, its subject and its complement."""

from __future__ import annotations

from collections.abc import Sequence

from generator.statements.complements import complement, content_end
from generator.statements.found import Found
from generator.statements.subjects import subject
from generator.statements.units import Unit


def framed(unit: Unit, asides: Sequence[Found]) -> list[Found]:
    """Return the relations of verbs with a complement to their right; nested where they stand in another's content."""
    covered = [piece for one in asides for piece in (*one.content, one.cue)]
    found: list[Found] = []
    for index, group in enumerate(unit.verbs):
        if unit.tokens[group.head].quoted or group.passive:
            continue
        nested = any(start <= group.head < end for start, end in covered)
        if nested or group.shape == "infinitive":
            continue
        what = complement(unit, group)
        if what is None:
            continue
        source = subject(unit, index)
        if source is None:
            continue
        end = content_end(unit, what.start, what.kind)
        if end <= what.start:
            continue
        found.append(Found(source, (group.first, what.cue_end), ((what.start, end),), what.kind, nested))
        covered.append((what.start, end))
    return found
