"""Positions side by side: a table of concepts by parties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.briefs.lines import best_supported, claim_line
from generator.briefs.material import Material
from generator.briefs.quotes import Quote
from generator.briefs.section import Part, Section, Support, support
from generator.briefs.trust import is_sturdy
from generator.comparison.claims import Claim
from generator.dossier.dossier import Event
from generator.dossier.topic_map import Concept


@dataclass(frozen=True)
class Cell:
    """Who says it in one place of a table: the quotation shown, and where others on the same concept stand.

    `event` is set where the quotation is of another event than the brief's, `inferred` where the attribution is not
    in the sentence itself, `who` where the column holds more than one set of parties.
    """

    quote: Quote | None = None
    others: tuple[Quote, ...] = ()
    event: Event | None = None
    inferred: bool = False
    who: str = ""

    @property
    def cited(self) -> tuple[Quote, ...]:
        """All that it cites, what is shown first."""
        return (self.quote, *self.others) if self.quote else self.others


@dataclass(frozen=True)
class Row:
    """A row of a table: its heading, where that leads, and its cells in the order of the columns."""

    label: str
    concept: str | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Positions(Section):
    """Positions side by side: a column a holder."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def parts(self) -> Iterator[Part]:
        """Yield each row by its concept."""
        yield from (Part(row.label, "", row) for row in self.rows)

    def supports(self) -> Iterator[Support]:
        """Yield each cell that holds a quotation."""
        for row in self.rows:
            for column, cell in zip(self.columns, row.cells, strict=True):
                if cell.quote:
                    yield support(f"position “{row.label}”, {column}", cell.quote.text, (cell.quote, *cell.others))

    def core(self) -> tuple[object, ...]:
        """Return who says what in each cell."""
        return tuple((row.label, tuple((cell.who, cell.quote) for cell in row.cells)) for row in self.rows)


def make(material: Material) -> Positions:
    """Return concept by holder: one column a party, and one for what parties say together; none that is empty."""
    parties = material.parties
    together = "Both say" if len(parties) == 2 else "Together"
    heads = (*(f"{material.name_of(party)} says" for party in parties), together)
    rows = []
    for concept in material.concepts:
        claims = [claim for claim in material.claims if concept.path in claim.concepts]
        alone = [[claim for claim in claims if claim.holders == (party,)] for party in parties]
        joint = [claim for claim in claims if len(claim.holders) > 1 and set(claim.holders) & {*parties}]
        cells = [_cell(material, own, concept) for own in alone]
        cells.append(_cell(material, joint, concept, name=len(parties) > 2))
        if any(cell.cited for cell in cells):
            rows.append(Row(concept.pref_label, concept.path, tuple(cells)))
    filled = [at for at in range(len(heads)) if any(row.cells[at].cited for row in rows)]
    kept = tuple(Row(row.label, row.concept, tuple(row.cells[at] for at in filled)) for row in rows)
    return Positions(tuple(heads[at] for at in filled), kept)


def _cell(material: Material, claims: Sequence[Claim], concept: Concept, name: bool = False) -> Cell:
    """Return the best supported claim in its words, and where the others stand.

    What is not the holders' own, or what no clause of few words says, is cited and not shown.
    """
    lines = [(claim, claim_line(material, claim, concept)) for claim in best_supported(material, claims)]
    shown = [line for claim, line in lines if line.quote and not line.teller and is_sturdy(material, claim)]
    first = min(shown, key=lambda line: line.event is not None, default=None)
    cited = {quote.item.key: quote for _, line in lines for quote in line.cited}
    if first is None:
        return Cell(others=tuple(cited.values()))
    cited.pop(first.first.item.key)
    who = first.who if name else ""
    return Cell(first.quote, tuple(cited.values()), first.event, first.first.item.statement.inferred, who)
