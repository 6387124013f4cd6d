"""Who sits at the table."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.briefs.material import Material
from generator.briefs.section import Part, Section, Support, support
from generator.briefs.tables import FactValue, fact_value


@dataclass(frozen=True)
class NameCards(Section):
    """A card for each."""

    cards: tuple[FactValue, ...]

    def parts(self) -> Iterator[Part]:
        """Yield each card by its name."""
        yield from (Part(card.shown, "", card) for card in self.cards)

    def supports(self) -> Iterator[Support]:
        """Yield each card."""
        yield from (support("name card", card.shown, card.quotes) for card in self.cards)


def make(material: Material) -> NameCards:
    """Return the cards of those who are named, each with where it stands in each source."""
    named = (material.comparison.names[one] for one in material.definition.written.get("name_cards", ()))
    return NameCards(tuple(fact_value(variant.values[0]) for variant in named))
