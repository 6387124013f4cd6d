"""At a glance: a table of parties by events; each cell holds the claims in a few words, with strength and citations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.briefs.lines import ClaimLine, best_supported, claim_line, firmness
from generator.briefs.material import Material
from generator.briefs.section import Part, Section, Support, support
from generator.briefs.trust import is_sturdy
from generator.briefs.wording.choosing import is_courtesy
from generator.comparison.claims import Claim
from generator.dossier.dossier import Event, Strength

# So many claims stand in a cell: those that are best supported. How many more there are is told.
MOST_IN_CELL = 6
# With more events than these the table would not be read: the brief's own and the latest have a column.
MOST_EVENTS = 5


@dataclass(frozen=True)
class Said:
    """What is said with one strength: the claims, each by the name of its concept or, where that misleads, its words.

    Claims of one holder on one concept with one strength stand once, with the citations of all.
    """

    strength: str | None
    lines: tuple[ClaimLine, ...]


@dataclass(frozen=True)
class GlanceCell:
    """What a party says at an event; `more` counts the claims that have no room, or are not safely its own."""

    groups: tuple[Said, ...] = ()
    more: int = 0


@dataclass(frozen=True)
class GlanceRow:
    """A party, or parties together: its name, whether that is plural, and a cell for each event."""

    who: str
    plural: bool
    cells: tuple[GlanceCell, ...]


@dataclass(frozen=True)
class Glance(Section):
    """Parties by events. `alone` are events on which one source speaks; `apart` tells that nothing is said together."""

    events: tuple[Event, ...]
    alone: tuple[str, ...]
    rows: tuple[GlanceRow, ...]
    silent: tuple[str, ...]
    apart: bool

    def parts(self) -> Iterator[Part]:
        """Yield each row by its party."""
        yield from (Part(row.who, "", row) for row in self.rows)

    def supports(self) -> Iterator[Support]:
        """Yield each claim of each cell."""
        for row in self.rows:
            for event, cell in zip(self.events, row.cells, strict=True):
                for line in (line for said in cell.groups for line in said.lines):
                    name = f"position “{line.concept.pref_label}”, {row.who}, {event.short}"
                    yield support(name, line.first.text, line.cited)

    def core(self) -> tuple[object, ...]:
        """Return who says what with which strength in each cell."""
        return tuple(
            (row.who, event.id, said.strength, tuple(line.concept.path for line in said.lines))
            for row in self.rows
            for event, cell in zip(self.events, row.cells, strict=True)
            for said in cell.groups
        )


def make(material: Material) -> Glance:
    """Return parties by events, without rows and columns in which nothing stands."""
    events = _columns(material)
    every = dict.fromkeys(claim.holders for claim in material.claims)
    parties = material.dossier.parties
    alone = [(party,) for party in parties]
    # What parties say together stands once on a page that says what was agreed.
    agreed = "agreed" in material.definition.sections
    together = [] if agreed else sorted((each for each in every if len(each) > 1), key=lambda each: (len(each), each))
    others = [holders for holders in every if len(holders) == 1 and holders not in alone]
    rows = [_row(material, holders, events) for holders in (*alone, *together[:MOST_EVENTS], *others[:MOST_EVENTS])]
    filled = [at for at in range(len(events)) if any(row.cells[at].groups or row.cells[at].more for row in rows)]
    events = tuple(events[at] for at in filled)
    rows = [replace(row, cells=tuple(row.cells[at] for at in filled)) for row in rows]
    kept = tuple(row for row in rows if any(cell.groups or cell.more for cell in row.cells))
    told = {row.who for row in kept}
    return Glance(
        events,
        tuple(event.id for event in events if material.sources_of[event.id] == 1 < len(material.comparison.readings)),
        kept,
        tuple(name for name in (material.name_of(party) for party in parties) if name not in told) if kept else (),
        bool(kept) and len(parties) > 1 and not any(len(holders) > 1 for holders in every),
    )


def _columns(material: Material) -> tuple[Event, ...]:
    spoken = {claim.event for claim in material.claims}
    found = sorted((event for event in material.dossier.events if event.id in spoken), key=lambda e: (e.start, e.id))
    if len(found) > MOST_EVENTS:
        latest = [event for event in found if event != material.event][1 - MOST_EVENTS :]
        found = [event for event in found if event == material.event or event in latest]
    return tuple(found)


def _row(material: Material, holders: tuple[str, ...], events: Sequence[Event]) -> GlanceRow:
    own = [claim for claim in material.claims if claim.holders == holders and not is_courtesy(claim.wording.quote)]
    cells = tuple(_cell(material, [claim for claim in own if claim.event == event.id]) for event in events)
    return GlanceRow(material.together(holders), len(holders) > 1, cells)


def _cell(material: Material, claims: Sequence[Claim]) -> GlanceCell:
    """Return the best supported claims, one a concept and strength, in topic-map order, the firmest first."""
    chosen: dict[tuple[str, Strength | None], ClaimLine] = {}
    left: set[tuple[str, Strength | None]] = set()
    sturdy = [claim for claim in claims if is_sturdy(material, claim)]
    for claim in best_supported(material, sturdy):
        for concept in (each for each in material.concepts if each.path in claim.concepts):
            line = claim_line(material, claim, concept)
            key = concept.path, line.strength
            if key in chosen:
                chosen[key] = chosen[key].join(line)
            elif len(chosen) < MOST_IN_CELL:
                chosen[key] = line
            else:
                left.add(key)
    firm = {path for path, strength in chosen if strength}
    chosen = {key: line for key, line in chosen.items() if key[1] or key[0] not in firm}
    order = {concept.path: place for place, concept in enumerate(material.concepts)}
    grouped: dict[Strength | None, list[ClaimLine]] = {}
    for line in sorted(chosen.values(), key=lambda each: order[each.concept.path]):
        grouped.setdefault(line.strength, []).append(line)
    ordered = sorted(grouped.items(), key=lambda pair: -firmness(pair[0]))
    return GlanceCell(
        tuple(Said(strength, tuple(lines)) for strength, lines in ordered), len(left) + len(claims) - len(sturdy)
    )
