"""docs/compare/: the sources read across, by topic, event, party, person, instrument and wording."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.comparison.developments import Development, developments
from generator.comparison.items import Item
from generator.dossier.dossier import Event
from generator.dossier.topic_map import Concept
from generator.pages.coverage import timeline
from generator.pages.coverage_page import coverage_page
from generator.pages.differences import differences
from generator.pages.invocations import invocations
from generator.pages.page import Page
from generator.pages.pictures import coverage_grid, party_grid, time_line, voice_grid
from generator.pages.press import Press
from generator.pages.side_by_side import below, side_by_side
from generator.pages.voices import persons, subjects

_FRONT = {"hide": ["navigation"]}


def comparison_pages(press: Press) -> Iterator[Page]:
    """Yield every page of docs/compare/."""
    for kind in _KINDS:
        yield from kind(press)


def _index(press: Press) -> Iterator[Page]:
    publication = press.publication
    moments = timeline(publication)
    yield press.page(
        "compare/index.md",
        "compare-index.md",
        {"title": "Compare", **_FRONT},
        coverage_grid=coverage_grid(press),
        party_grid=party_grid(press),
        parties=[publication.entities[party] for party in publication.dossier.parties],
        pairs=pairs(press),
        other_event=lambda one, two: two if one.id == publication.dossier.event else one,
        timeline=moments,
        time_line=time_line(moments),
    )


def _topics(press: Press) -> Iterator[Page]:
    for top in _tops(press):
        sections = [side_by_side(press, concept) for concept in below(press, top)]
        spoken = [section for section in sections if section.cards or section.closed]
        yield press.page(
            f"compare/topics/{top.path}.md",
            "compare-topic.md",
            {"title": f"{top.pref_label}: source by source", **_FRONT},
            about=(top.path,),
            top=top,
            sections=spoken,
            marked=any(section.marked for section in spoken),
            silent=[s.concept for s in sections if s not in spoken and not _divided(press, s.concept)],
            briefs_on=[brief for brief in press.publication.dossier.briefs if _on(brief.concepts, top.path)],
        )


def _on(concepts: tuple[str, ...], top: str) -> bool:
    return any(path.partition("/")[0] == top for path in concepts)


def _divided(press: Press, concept: Concept) -> bool:
    return any(other.broader == concept.path for other in press.publication.dossier.concepts)


def _tops(press: Press) -> list[Concept]:
    return [concept for concept in press.publication.dossier.concepts if concept.broader is None]


@dataclass(frozen=True)
class Compared:
    """A top concept at two events: what the later one says on it, and the concepts that it no longer speaks to."""

    concept: Concept
    developments: tuple[Development, ...]
    dropped: tuple[Concept, ...]

    @property
    def groups(self) -> list[tuple[tuple[str, ...], list[Development]]]:
        """The developments by the concepts that they speak to, in order of first appearance."""
        found: dict[tuple[str, ...], list[Development]] = {}
        for one in self.developments:
            found.setdefault(one.concepts, []).append(one)
        return list(found.items())


def pairs(press: Press) -> tuple[tuple[Event, Event], ...]:
    """Return the dossier's event with each other, the earlier first, in order of time."""
    dossier = press.publication.dossier
    main = next(event for event in dossier.events if event.id == dossier.event)
    others = (event for event in dossier.events if event != main)
    both = ((main, event) if event.start > main.start else (event, main) for event in others)
    return tuple(sorted(both, key=lambda pair: (pair[0].start, pair[1].start, pair[0].id, pair[1].id)))


def _events(press: Press) -> Iterator[Page]:
    for earlier, later in pairs(press):
        other = later if earlier.id == press.publication.dossier.event else earlier
        sections = [_compared(press, top, earlier, later) for top in _tops(press)]
        yield press.page(
            f"compare/events/{other.id}.md",
            "compare-event.md",
            {"title": f"{earlier.short} and {later.short}", **_FRONT},
            earlier=earlier,
            later=later,
            sections=sections,
            redlined=any(one.changes for section in sections for one in section.developments),
            reported=[
                r.source
                for r in press.publication.comparison.readings
                if r.source.event == later.id and not r.source.withdrawn
            ],
        )


def _compared(press: Press, top: Concept, earlier: Event, later: Event) -> Compared:
    concepts = below(press, top)
    paths = [concept.path for concept in concepts]

    def at(event: Event) -> list[Item]:
        return [item for item in press.open_items if item.event == event.id and set(paths) & set(item.mapped.concepts)]

    before, after = at(earlier), at(later)
    made = developments(before, after, paths, press.publication.comparison.likeness)
    spoken = {path for item in after for path in item.mapped.concepts}
    once = {path for item in before for path in item.mapped.concepts}
    return Compared(top, made, tuple(c for c in concepts if c.path in once - spoken))


def _parties(press: Press) -> Iterator[Page]:
    publication = press.publication
    parties = [publication.entities[party] for party in publication.dossier.parties]
    # Also a party that is not compared has a page of its own: the page of its name leads there.
    for party in [*parties, *(e for e in publication.dossier.entities if e.type == "party" and e not in parties)]:
        yield press.page(
            f"compare/parties/{party.id}.md",
            "compare-party.md",
            {"title": f"Everything that {party.pref_label} says"},
            title=f"Everything that {party.pref_label} says",
            lead=f"Every position of {party.pref_label} alone in these sources, topic by topic, each claim once.",
            who=party.pref_label,
            subjects=subjects(press, _held_by(party.id)),
        )
    if len(parties) > 1:
        words = "both say" if len(parties) == 2 else "they say together"
        yield press.page(
            "compare/together.md",
            "compare-party.md",
            {"title": f"Everything that {words}"},
            title=f"Everything that {words}",
            lead="Every position that parties take together in these sources, topic by topic, each claim once.",
            who="the parties together",
            subjects=subjects(press, lambda item: len(item.holders) > 1),
        )


def _held_by(party: str) -> Callable[[Item], bool]:
    return lambda item: item.holders == (party,)


def _people(press: Press) -> Iterator[Page]:
    speaking = persons(press)
    ids = [person.entity.id for person in speaking]
    yield press.page(
        "compare/people.md",
        "compare-people.md",
        {"title": "Who said it, as reported by whom", **_FRONT},
        persons=speaking,
        voice_grid=voice_grid(press, ids),
        unheard=[one for one in press.publication.dossier.entities if one.type == "person" and one.id not in ids],
    )


def _instruments(press: Press) -> Iterator[Page]:
    yield press.page(
        "compare/instruments.md",
        "compare-instruments.md",
        {"title": "Who invokes what"},
        invocations=invocations(press),
    )


def _wording(press: Press) -> Iterator[Page]:
    yield press.page(
        "compare/wording.md",
        "compare-wording.md",
        {"title": "Where the sources differ"},
        differences=differences(press),
    )


# The kinds of comparison, in the order in which the index leads to them.
_KINDS: tuple[Callable[[Press], Iterator[Page]], ...] = (
    _index, coverage_page, _topics, _events, _parties, _people, _instruments, _wording,
)  # fmt: skip
