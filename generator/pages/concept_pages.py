"""A page a concept of the topic map: what it means, who says what on it, and who is silent; and the list of topics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.comparison.repeats import Repeated, repeats
from generator.dossier.definitions import BriefDefinition
from generator.dossier.topic_map import Concept, Match
from generator.pages.list_pages import concept_lists
from generator.pages.page import Page
from generator.pages.renderer import PageRenderer
from generator.pages.side_by_side import below, side_by_side


@dataclass(frozen=True)
class ByHolder:
    """The claims on a concept of the same holders: *Alder says*, *Both say*, or nobody's position."""

    label: str
    anchor: str
    claims: tuple[Repeated, ...]


def concept_pages(renderer: PageRenderer) -> Iterator[Page]:
    """Yield each concept, in the order of the topic map, and the list of them."""
    for concept in renderer.publication.dossier.concepts:
        yield _concept(renderer, concept)
    yield renderer.page("topics/index.md", "topics.md", {"title": "Topics"})


def _concept(renderer: PageRenderer, concept: Concept) -> Page:
    concepts = renderer.publication.dossier.concepts
    return renderer.page(
        f"topics/{concept.path}.md",
        "concept.md",
        {"title": concept.pref_label, "tags": [topic.pref_label for topic in renderer.tops((concept.path,))]},
        about=(concept.path,),
        concept=concept,
        broader=next((other for other in concepts if other.path == concept.broader), None),
        narrower=[other for other in concepts if other.broader == concept.path],
        related=[other for other in concepts if other.path in concept.related],
        by_holder=by_holder(renderer, concept.path),
        across=side_by_side(renderer, concept, mark=False),
        briefs_on=briefs_on(renderer, concept),
        phrases=phrases(concept.match),
        lists=concept_lists(renderer, concept),
        passages_here=len(renderer.mentions.get(concept.path, ())),
        passages=sum(len(renderer.mentions.get(one.path, ())) for one in below(renderer, concept)),
    )


def by_holder(renderer: PageRenderer, path: str) -> tuple[ByHolder, ...]:
    """Return the claims on the concept at `path`: of each party alone, of parties together, of nobody's position."""
    dossier, names = renderer.publication.dossier, renderer.publication.entities
    held = [(item, item.holders_on(path)) for item in renderer.mentions.get(path, ())]
    together = "Both say" if len(dossier.parties) == 2 else "Said together"
    nobodys = "In the reports’ own words, by others, not attributed"
    chosen = [
        *(
            (f"{names[party].pref_label} says", party, [item for item, holders in held if holders == (party,)])
            for party in dossier.parties
        ),
        (together, "together", [item for item, holders in held if len(holders) > 1]),
        (nobodys, "own", [item for item, holders in held if not holders]),
    ]
    folded = renderer.publication.comparison.folded
    return tuple(ByHolder(label, f"by-{anchor}", repeats(own, folded)) for label, anchor, own in chosen if own)


def briefs_on(renderer: PageRenderer, concept: Concept) -> tuple[BriefDefinition, ...]:
    """Return the briefs that the concept belongs to: those that name it, or one above it."""
    return tuple(
        brief
        for brief in renderer.publication.dossier.briefs
        if any(concept.path == path or concept.path.startswith(path + "/") for path in brief.concepts)
    )


def phrases(match: Match) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return how the desk's phrases find passages: what is asked of them, in words, and the phrases."""
    near = tuple(f"{' … '.join(one.phrases)} (within {one.within} words)" for one in match.near)
    rows = (
        ("One of", match.any + near),
        ("Or one of, where the text has spoken of it before", match.again),
        *(("And one of", group) for group in match.all),
        ("Only where one of these stands too, or in the thought before", match.context),
        ("But not with", match.none),
    )
    return tuple((what, some) for what, some in rows if some)
