"""One subject, all sources side by side: the clause that each has on it, its own words marked, and who is silent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.briefs.quotes import Quote
from generator.comparison.differing import Piece, differing
from generator.comparison.items import Item
from generator.dossier.topic_map import Concept
from generator.pages.renderer import PageRenderer
from generator.sources import Source


@dataclass(frozen=True)
class Words:
    """What one statement has on the subject: the quotation, and the same words in pieces, its own ones marked."""

    quote: Quote
    pieces: tuple[Piece, ...]

    @property
    def marked(self) -> bool:
        """Tell whether any word is marked."""
        return any(piece.own for piece in self.pieces)


@dataclass(frozen=True)
class Card:
    """What one source has on the subject, in text order."""

    source: Source
    words: tuple[Words, ...]


@dataclass(frozen=True)
class SideBySide:
    """A concept with a card for each source that speaks to it, those that are silent, and those that may not be quoted.

    Silent are those that speak to its top concept and not to it: of those that speak to neither, the page on coverage
    tells, so that a source about something else leaves this one as it is.
    """

    concept: Concept
    cards: tuple[Card, ...]
    silent: tuple[Source, ...]
    closed: tuple[Source, ...]

    @property
    def marked(self) -> bool:
        """Tell whether any word on any card is marked."""
        return any(words.marked for card in self.cards for words in card.words)


def below(renderer: PageRenderer, concept: Concept) -> tuple[Concept, ...]:
    """Return `concept` and all that stand below it, in the order of the topic map."""
    return tuple(
        other
        for other in renderer.publication.dossier.concepts
        if other == concept or other.path.startswith(concept.path + "/")
    )


def side_by_side(renderer: PageRenderer, concept: Concept, mark: bool = True) -> SideBySide:
    """Return what the sources have on one concept, without those below it; with `mark` false no words are marked."""
    quotes = [Quote(item, clause(item, concept.path)) for item in renderer.mentions.get(concept.path, ())]
    texts = [quote.item.cut(quote.span) for quote in quotes]
    unmarked = tuple((Piece(text.text, False),) for text in texts)
    pieces = differing(texts, renderer.publication.comparison.likeness) if mark else unmarked
    words = [Words(quote, own) for quote, own in zip(quotes, pieces, strict=True)]
    given = {quote.item.source.id for quote in quotes}
    speaking = {item.source.id for item in renderer.publication.mentions.get(concept.path, ())}
    touching = renderer.publication.speaking.get(concept.path.partition("/")[0], set())
    sources = [r.source for r in renderer.publication.comparison.readings if r.source.id in touching]
    return SideBySide(
        concept,
        tuple(_cards([source for source in sources if source.id in given], words)),
        tuple(source for source in sources if source.id in touching - speaking),
        tuple(source for source in sources if source.id in speaking - given),
    )


def _cards(sources: Sequence[Source], words: Sequence[Words]) -> Iterator[Card]:
    own: dict[str, list[Words]] = defaultdict(list)
    for one in words:
        own[one.quote.item.source.id].append(one)
    for source in sources:
        yield Card(source, tuple(own[source.id]))


def clause(item: Item, path: str) -> tuple[int, int]:
    """Return the span of the clause of `item` that speaks to the concept at `path`."""
    return next(mention.clause for mention in item.mapped.mentions if mention.concept == path)
