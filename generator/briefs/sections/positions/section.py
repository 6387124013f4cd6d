"""Positions side by side: a table of concepts by parties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.briefs.material import Material
from generator.briefs.quotes import Quote
from generator.briefs.section import Part, Section, Support, support
from generator.briefs.tables import distinct, spoken
from generator.comparison.corroboration import Taken
from generator.dossier.dossier import Event


@dataclass(frozen=True)
class Cell:
    """Who says it in one place of a table: the quotation shown, and the others that say the same.

    `event` is set where the quotation is of another event than the brief's, `inferred` where the attribution is not
    in the sentence itself, `who` where the column holds more than one set of parties.
    """

    quote: Quote | None = None
    others: tuple[Quote, ...] = ()
    event: Event | None = None
    inferred: bool = False
    who: str = ""


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
    """Return concept by holder: one column a party, and one for what parties say together."""
    parties = material.parties
    together = "Both say" if len(parties) == 2 else "Together"
    columns = (*(f"{material.name_of(party)} says" for party in parties), together)
    rows = []
    for concept in material.concepts:
        taken = spoken(material, concept)
        if not any(set(said.holders) & {*parties} for said in taken):
            continue
        alone = [[one for one in taken if one.holders == (party,)] for party in parties]
        joint = [said for said in taken if len(said.holders) > 1 and set(said.holders) & {*parties}]
        cells = [_cell(material, own) for own in alone] + [_cell(material, joint, name=len(parties) > 2)]
        rows.append(Row(concept.pref_label, concept.path, tuple(cells)))
    return Positions(columns, tuple(rows))


def _cell(material: Material, taken: Sequence[Taken], name: bool = False) -> Cell:
    if not taken:
        return Cell()
    best = material.best(taken)
    others = tuple(
        Quote(one.item, one.mention.clause) for one in distinct(taken) if one.item.key != best.item.key
    )  # every other place, one a passage
    who = material.who(best.holders) if name and best.holders else ""
    inferred = best.item.statement.inferred
    return Cell(Quote(best.item, best.mention.clause), others, material.later(best.item.event), inferred, who)
