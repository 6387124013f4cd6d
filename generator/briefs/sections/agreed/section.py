"""What was agreed: claim by claim, what parties undertake together, and what one asks of the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.briefs.lines import ClaimLine, claim_line, firmness
from generator.briefs.material import Material
from generator.briefs.section import Part, Section, Support, support
from generator.briefs.trust import is_sturdy
from generator.comparison.claims import Claim
from generator.dossier.dossier import Event
from generator.dossier.topic_map import Concept

# So many rows are shown, the firmest and best supported; fewer where the page has all positions at a glance.
MOST_ROWS, FEW_ROWS = 12, 4
MOST_WISHES = 2
_WISHES = ("asks", "is ready")


@dataclass(frozen=True)
class AgreedRow:
    """A claim: the concepts that its words speak to, the line, and the event at which it was made."""

    concepts: tuple[Concept, ...]
    line: ClaimLine
    event: str | None


@dataclass(frozen=True)
class Agreed(Section):
    """What was agreed, by topic; `more` counts the claims without a row."""

    events: tuple[Event, ...]
    rows: tuple[AgreedRow, ...]
    more: int

    def parts(self) -> Iterator[Part]:
        """Yield each row by its topics."""
        yield from (Part("; ".join(concept.pref_label for concept in row.concepts), "", row) for row in self.rows)

    def supports(self) -> Iterator[Support]:
        """Yield each row."""
        for row in self.rows:
            name = f"agreed, “{row.concepts[0].pref_label}”"
            yield support(name, row.line.first.text, row.line.cited)

    def core(self) -> tuple[object, ...]:
        """Return what was agreed, and how firmly."""
        return tuple((row.line.first, row.line.strength, row.event) for row in self.rows)


def make(material: Material) -> Agreed:
    """Return a row for each thing that parties agreed, and for what one asks or offers, in topic-map order."""
    concepts = _concepts(material)
    order = {concept.path: place for place, concept in enumerate(concepts)}
    found: dict[tuple[object, ...], AgreedRow] = {}
    for claim in material.comparison.claims:
        for concept in (each for each in concepts if each.path in claim.concepts and _counts(material, claim)):
            line = claim_line(material, claim, concept)
            if line.quote is None:
                continue
            key = (line.quote.item.key, line.quote.span, line.quote.further)
            before = found.get(key)
            found[key] = AgreedRow((*(before.concepts if before else ()), concept), line, claim.event)
    rows = _distinct(sorted(found.values(), key=_rank))
    firm = {(path, row.event) for row in rows if row.line.strength for path in (c.path for c in row.concepts)}
    rows = [row for row in rows if row.line.strength or not all((c.path, row.event) in firm for c in row.concepts)]
    most = FEW_ROWS if "at-a-glance" in material.definition.sections else MOST_ROWS
    wishes = [row for row in rows if row.line.strength in _WISHES and not row.line.plural][:MOST_WISHES]
    kept = [*[row for row in rows if row not in wishes][: most - len(wishes)], *wishes]
    kept.sort(key=lambda row: (order[row.concepts[0].path], row.event != material.event.id, _rank(row)))
    events = tuple(event for event in material.dossier.events if any(row.event == event.id for row in kept))
    return Agreed(tuple(sorted(events, key=lambda e: (e.start, e.id))), tuple(kept), max(0, len(rows) - len(kept)))


def _concepts(material: Material) -> Sequence[Concept]:
    named = material.definition.written.get("agreed")
    if not named:
        return material.concepts
    tops = tuple(f"{path}/" for path in named)
    return [concept for concept in material.dossier.concepts if f"{concept.path}/".startswith(tops)]


def _counts(material: Material, claim: Claim) -> bool:
    return (len(claim.holders) > 1 or claim.strength in _WISHES) and is_sturdy(material, claim)


def _rank(row: AgreedRow) -> tuple[object, ...]:
    line = row.line
    return -firmness(line.strength), -len(row.concepts), -len(line.others), line.first.item.key, line.first.span


def _distinct(rows: Sequence[AgreedRow]) -> list[AgreedRow]:
    """Return `rows` without those of the same claim that only say it of other concepts again."""
    shown: list[AgreedRow] = []
    for row in rows:
        first = row.line.first
        if not any(first.item.key == other.line.first.item.key and _overlap(first.span, other.line.first.span)
                   for other in shown):  # fmt: skip
            shown.append(row)
    return shown


def _overlap(each: tuple[int, int], other: tuple[int, int]) -> bool:
    return each[0] < other[1] and other[0] < each[1]
