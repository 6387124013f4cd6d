"""In their words: the claims concept by concept, one line each, and the citations of everything else on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.briefs.lines import ClaimLine, best_supported, carried_by, claim_line, reporting_alike
from generator.briefs.material import Material
from generator.briefs.quotes import Quote, whole
from generator.briefs.section import Part, Section, Support
from generator.briefs.wording.choosing import choose
from generator.comparison.items import Item
from generator.dossier.names import slug
from generator.dossier.topic_map import Concept

# On one concept so many claims stand in words, so many further passages by their citations; lists hold all of them.
MOST_LINES, MOST_OWN, MOST_CITED = 4, 2, 12


@dataclass(frozen=True)
class OwnLine:
    """What a report says of its own, in which no party takes a position."""

    quote: Quote
    shown: str
    support: str


@dataclass(frozen=True)
class ClaimGroup:
    """What is said on one concept: claims in words, the reports' own lines, and further passages.

    `passages` counts all that speak to it; `listed` tells that not all of them are cited here.
    """

    concept: Concept
    lines: tuple[ClaimLine, ...]
    own: tuple[OwnLine, ...]
    further: tuple[Quote, ...]
    passages: int
    listed: bool


@dataclass(frozen=True)
class ClaimList(Section):
    """The claims by concept."""

    groups: tuple[ClaimGroup, ...]

    def parts(self) -> Iterator[Part]:
        """Yield each group by its concept."""
        yield from (Part(group.concept.pref_label, slug(group.concept.path), group) for group in self.groups)

    def supports(self) -> Iterator[Support]:
        """Yield each claim, with the sources that carry it."""
        for group in self.groups:
            for line in group.lines:
                quotes = line.cited
                sources = tuple(dict.fromkeys(quote.item.source.id for quote in quotes))
                yield Support("statement", line.first.text, (line.first.item.label,), sources)


def make(material: Material) -> ClaimList:
    """Return the claims concept by concept; words that stand under one concept are not repeated under the next."""
    shown: list[Quote] = []
    groups = []
    for concept in material.concepts:
        spoken = [item for item in material.items if concept.path in item.mapped.concepts]
        if spoken:
            groups.append(_group(material, concept, spoken, shown))
    return ClaimList(tuple(groups))


def _group(material: Material, concept: Concept, spoken: Sequence[Item], shown: list[Quote]) -> ClaimGroup:
    claims = material.comparison.claims.on.get(concept.path, ())
    lines: list[ClaimLine] = []
    for claim in best_supported(material, claims):
        if len(lines) == MOST_LINES:
            break
        line = claim_line(material, claim, concept)
        if line.quote is None or _stands(line.quote, shown):
            continue
        shown.append(line.quote)
        lines.append(line)
    programme = material.definition.written.get("programme", ())
    told = "programme" in material.definition.sections and concept.path in programme
    own = () if told else _own_lines(material, concept, shown)
    cited = {quote.item.key for line in lines for quote in line.cited}
    cited |= {line.quote.item.key for line in own}
    further = [whole(item) for item in spoken if item.key not in cited]
    return ClaimGroup(
        concept, tuple(lines), own, tuple(further[:MOST_CITED]), len(spoken), len(further) > MOST_CITED
    )  # fmt: skip


def _own_lines(material: Material, concept: Concept, shown: list[Quote]) -> tuple[OwnLine, ...]:
    """Return the reports' own lines that most sources have, in the order of the sources."""
    found: list[tuple[int, OwnLine]] = []
    taken: set[tuple[int, int]] = set()
    every = material.own_lines.get(concept.path, ())
    for item in every:
        mention = next(each for each in item.mapped.mentions if each.concept == concept.path)
        chosen = None if item.key in taken else choose(item, mention, frozenset())
        if chosen is None or not chosen.self_contained or _stands(chosen.quote, shown):
            continue
        same = reporting_alike(material, item, every)
        taken |= {item.key, *(other.key for other in same)}
        found.append(
            (
                len({other.number for other in same}),
                OwnLine(chosen.quote, chosen.shown, carried_by(material, [item, *same])),
            )
        )
    best = sorted(found, key=lambda each: (-each[0], each[1].quote.item.key))[:MOST_OWN]
    shown += [line.quote for _, line in best]
    return tuple(line for _, line in sorted(best, key=lambda each: each[1].quote.item.key))


def _stands(quote: Quote, shown: Sequence[Quote]) -> bool:
    """Tell whether most of the words of a quotation stand on the page already."""
    return any(
        quote.item.key == other.item.key
        and 2 * (min(quote.end, other.end) - max(quote.span[0], other.span[0])) > quote.end - quote.span[0]
        for other in shown
    )
