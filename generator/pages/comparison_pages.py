"""docs/compare/: the sources read across, by topic, event, party, person, instrument and wording."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.comparison.developments import Development, developments
from generator.comparison.items import Item
from generator.dossier.dossier import Event
from generator.dossier.topic_map import Concept
from generator.pages.bounds import share
from generator.pages.coverage import timeline
from generator.pages.coverage_page import coverage_page
from generator.pages.differences import differences
from generator.pages.invocations import invocations
from generator.pages.page import Page
from generator.pages.pictures import coverage_grid, party_grid, time_line, voice_grid
from generator.pages.renderer import PageRenderer
from generator.pages.side_by_side import below, side_by_side
from generator.pages.voices import persons, subjects

_FRONT = {"hide": ["navigation"]}


def comparison_pages(renderer: PageRenderer) -> Iterator[Page]:
    """Yield every page of docs/compare/."""
    for kind in _KINDS:
        yield from kind(renderer)


def _index(renderer: PageRenderer) -> Iterator[Page]:
    publication = renderer.publication
    moments = timeline(publication)
    yield renderer.page(
        "compare/index.md",
        "compare-index.md",
        {"title": "Compare", **_FRONT},
        coverage_grid=coverage_grid(renderer),
        party_grid=party_grid(renderer),
        parties=[publication.entities[party] for party in publication.dossier.parties],
        pairs=pairs(renderer),
        other_event=lambda one, two: two if one.id == publication.dossier.event else one,
        timeline=moments,
        time_line=time_line(moments),
    )


def _topics(renderer: PageRenderer) -> Iterator[Page]:
    for top in _tops(renderer):
        sections = [side_by_side(renderer, concept) for concept in below(renderer, top)]
        spoken = [section for section in sections if section.cards or section.closed]
        yield renderer.page(
            f"compare/topics/{top.path}.md",
            "compare-topic.md",
            {"title": f"{top.pref_label}: source by source", **_FRONT},
            about=(top.path,),
            top=top,
            sections=spoken,
            marked=any(section.marked for section in spoken),
            silent=[s.concept for s in sections if s not in spoken and not _has_parts(renderer, s.concept)],
            briefs_on=[brief for brief in renderer.publication.dossier.briefs if _on(brief.concepts, top.path)],
        )


def _on(concepts: tuple[str, ...], top: str) -> bool:
    return any(path.partition("/")[0] == top for path in concepts)


def _has_parts(renderer: PageRenderer, concept: Concept) -> bool:
    return any(other.broader == concept.path for other in renderer.publication.dossier.concepts)


def _tops(renderer: PageRenderer) -> list[Concept]:
    return [concept for concept in renderer.publication.dossier.concepts if concept.broader is None]


@dataclass(frozen=True)
class Compared:
    """A top concept at two events: what the later one says on it, and the concepts that it no longer speaks to.

    `more` counts the passages for which the page has no room.
    """

    concept: Concept
    developments: tuple[Development, ...]
    dropped: tuple[Concept, ...]
    more: int = 0

    @property
    def groups(self) -> list[tuple[tuple[str, ...], list[Development]]]:
        """The developments by the concepts that they speak to, in order of first appearance."""
        found: dict[tuple[str, ...], list[Development]] = {}
        for one in self.developments:
            found.setdefault(one.concepts, []).append(one)
        return list(found.items())


def pairs(renderer: PageRenderer) -> tuple[tuple[Event, Event], ...]:
    """Return the dossier's event with each other, the earlier first, in order of time."""
    dossier = renderer.publication.dossier
    main = next(event for event in dossier.events if event.id == dossier.event)
    others = (event for event in dossier.events if event != main)
    both = ((main, event) if event.start > main.start else (event, main) for event in others)
    return tuple(sorted(both, key=lambda pair: (pair[0].start, pair[1].start, pair[0].id, pair[1].id)))


def _events(renderer: PageRenderer) -> Iterator[Page]:
    for earlier, later in pairs(renderer):
        other = later if earlier.id == renderer.publication.dossier.event else earlier
        sections = [_compare(renderer, top, earlier, later) for top in _tops(renderer)]
        yield renderer.page(
            f"compare/events/{other.id}.md",
            "compare-event.md",
            {"title": f"{earlier.short} and {later.short}", **_FRONT},
            earlier=earlier,
            later=later,
            sections=sections,
            redlined=any(development.changes for section in sections for development in section.developments),
            reported=[
                r.source
                for r in renderer.publication.comparison.readings
                if r.source.event == later.id and not r.source.withdrawn
            ],
        )


def _compare(renderer: PageRenderer, top: Concept, earlier: Event, later: Event) -> Compared:
    concepts = below(renderer, top)
    paths = [concept.path for concept in concepts]

    def at(event: Event) -> list[Item]:
        return [
            item for item in renderer.open_items if item.event == event.id and set(paths) & set(item.mapped.concepts)
        ]

    before, after = at(earlier), at(later)
    after_shown = share(after, len(_tops(renderer)))
    made = developments(before, after_shown, paths, renderer.publication.comparison.likeness)
    spoken = {path for item in after for path in item.mapped.concepts}
    once = {path for item in before for path in item.mapped.concepts}
    dropped = tuple(c for c in concepts if c.path in once - spoken)
    return Compared(top, made, dropped, len(after) - len(after_shown))


def _parties(renderer: PageRenderer) -> Iterator[Page]:
    publication = renderer.publication
    parties = [publication.entities[party] for party in publication.dossier.parties]
    # Also a party that is not compared has a page of its own: the page of its name leads there.
    for party in [*parties, *(e for e in publication.dossier.entities if e.type == "party" and e not in parties)]:
        yield renderer.page(
            f"compare/parties/{party.id}.md",
            "compare-party.md",
            {"title": f"Everything that {party.pref_label} says"},
            title=f"Everything that {party.pref_label} says",
            lead=f"Every position of {party.pref_label} alone in these sources, topic by topic, each claim once.",
            who=party.pref_label,
            subjects=subjects(renderer, _held_by(party.id)),
        )
    if len(parties) > 1:
        words = "both say" if len(parties) == 2 else "they say together"
        yield renderer.page(
            "compare/together.md",
            "compare-party.md",
            {"title": f"Everything that {words}"},
            title=f"Everything that {words}",
            lead="Every position that parties take together in these sources, topic by topic, each claim once.",
            who="the parties together",
            subjects=subjects(renderer, lambda item: len(item.holders) > 1),
        )


def _held_by(party: str) -> Callable[[Item], bool]:
    return lambda item: item.holders == (party,)


def _people(renderer: PageRenderer) -> Iterator[Page]:
    speaking = persons(renderer)
    ids = [person.entity.id for person in speaking]
    yield renderer.page(
        "compare/people.md",
        "compare-people.md",
        {"title": "Who said it, as reported by whom", **_FRONT},
        persons=speaking,
        voice_grid=voice_grid(renderer, ids),
        unheard=[
            entity
            for entity in renderer.publication.dossier.entities
            if entity.type == "person" and entity.id not in ids
        ],
    )


def _instruments(renderer: PageRenderer) -> Iterator[Page]:
    yield renderer.page(
        "compare/instruments.md",
        "compare-instruments.md",
        {"title": "Who invokes what"},
        invocations=invocations(renderer),
    )


def _wording(renderer: PageRenderer) -> Iterator[Page]:
    yield renderer.page(
        "compare/wording.md",
        "compare-wording.md",
        {"title": "Where the sources differ"},
        differences=differences(renderer),
    )


# The kinds of comparison, in the order in which the index leads to them.
_KINDS: tuple[Callable[[PageRenderer], Iterator[Page]], ...] = (
    _index, coverage_page, _topics, _events, _parties, _people, _instruments, _wording,
)  # fmt: skip
