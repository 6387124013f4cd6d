"""Why a sentence is on a page, or is not: every decision about it, in plain words."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.comparison.items import Item
from generator.dossier.dates import day
from generator.explanations.attribution import attribution, clauses, position
from generator.explanations.ledger import ZONES, entry
from generator.explanations.lookup import short
from generator.explanations.rulings import ruling_lines, rulings
from generator.kinds.kinds import kinds
from generator.messages.phrasing import join_words
from generator.messages.problems import place
from generator.publication.publication import Place, Publication
from generator.publication.wording import Wording
from generator.topics.topics import Mention

_WIDTH = 110
_INDENT = 16
_REASONS = {
    "words": "the sentence itself says so",
    "continued thought": "it goes on with the thought of the sentence before",
    "lead-in": "it stands under the words that open its paragraph",
    "heading": "it stands under a heading that names it",
    "quotation": "it goes on with a quotation that speaks of it",
    "answer": "it answers a question that asks of it",
    "ruling": "a person decided so",
}


@dataclass(frozen=True)
class Topic:
    """A concept that a passage speaks to, or was kept out of: its name, the words that show it, and why."""

    path: str
    label: str
    words: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Explained:
    """Every decision about one passage, in plain words; `line` counts from 1 in the source's file."""

    item: Item
    line: int
    zone: str
    attribution: tuple[str, ...]
    position: str
    topics: tuple[Topic, ...]
    kept_out: tuple[Topic, ...]
    places: tuple[Place, ...]
    not_published: str
    also: tuple[Item, ...]
    other_figures: tuple[Item, ...]
    decided: tuple[str, ...] = ()


def explain(publication: Publication, item: Item) -> Explained:
    """Return why `item` is where it is."""
    wording = Wording(publication.dossier)
    names = {concept.path: concept.pref_label for concept in publication.dossier.concepts}
    became = entry(publication, item)
    claims = publication.comparison.claims.of_item.get(item.key, ())
    return Explained(
        item=item,
        line=place(item.source.text, item.statement.passage.start)[0],
        zone=_zone(publication, item),
        attribution=tuple(attribution(wording, item.statement)),
        position=position(wording, item.statement),
        topics=tuple(
            Topic(mention.concept, names.get(mention.concept, mention.concept), _words(item, mention), _reason(mention))
            for mention in item.mapped.mentions
        ),
        kept_out=tuple(
            Topic(kept.concept, names.get(kept.concept, kept.concept), kept.phrases, kept.because)
            for kept in item.mapped.kept_out
        ),
        places=became.places,
        not_published=became.because,
        also=publication.comparison.also.get(item.key, ()),
        other_figures=publication.comparison.other_figures.get(item.key, ()),
        decided=tuple(note for claim in claims for note in claim.notes),
    )


def _zone(publication: Publication, item: Item) -> str:
    passage = item.statement.passage
    if passage.zone == "boilerplate":
        line = passage.quote.strip()
        for pattern in publication.dossier.boilerplate:
            if re.fullmatch(pattern, line):
                return f"boilerplate: the dossier's own pattern “{pattern}” sets it aside"
    where = f", in paragraph {passage.paragraph}" if passage.zone == "body" else ""
    return f"{passage.zone}: {ZONES[passage.zone]}{where}"


def _words(item: Item, mention: Mention) -> tuple[str, ...]:
    """Return the words of the text that show the concept; what a person ruled on needs none."""
    if mention.reason == "ruling":
        return ()
    return tuple(dict.fromkeys(" ".join(item.source.text[start:end].split()) for start, end in mention.spans))


def _reason(mention: Mention) -> str:
    return _REASONS[mention.reason]


def text(publication: Publication, explained: Sequence[Explained]) -> str:
    """Return the explanations for reading in a terminal."""
    return "\n".join("\n".join(_lines(publication, one)) + "\n" for one in explained)


def _lines(publication: Publication, one: Explained) -> Iterator[str]:
    item = one.item
    passage = item.statement.passage
    issued = day(item.source.issued)
    yield f"{item.label}  {item.source.name}, {issued}  ({item.source.file}:{one.line})"
    yield from _wrap("", f"“{' '.join(passage.quote.split())}”")
    yield from _wrap("Where it stands", one.zone)
    yield from _wrap("Who said it", " ".join(one.attribution))
    if passage.zone == "body":
        yield from _wrap("Whose position", one.position or "nobody's")
        yield from _wrap("To decide it", "correct this, and paste it into briefs/dossier.yml under “rulings:”")
        yield from (f"{'':{_INDENT + 2}}{line}" for line in ruling_lines(item))
    for topic in one.topics:
        shown = f", by {join_words([f'“{word}”' for word in topic.words])}" if topic.words else ""
        yield from _wrap("Topic", f"{topic.label} ({topic.path}): {topic.why}{shown}")
    for topic in one.kept_out:
        shown = join_words([f"“{word}”" for word in topic.words])
        yield from _wrap("Kept out of", f"{topic.label} ({topic.path}) in spite of {shown}: {topic.why}")
    if passage.zone == "body" and not one.topics:
        yield from _wrap("Topic", "none")
    for published in one.places:
        why = kinds()[published.section].why
        yield from _wrap(
            "Published",
            f"{published.title}, {published.name}: {why} (docs/briefs/{published.brief}.md#{published.section})",
        )
    if not one.places:
        yield from _wrap("Not published", one.not_published)
    for other in one.also:
        yield from _wrap("Same claim", f"{other.label} {other.source.name}: “{short(other)}”")
    for other in one.other_figures:
        yield from _wrap("Contradicted by", f"{other.label} {other.source.name}: “{short(other)}”")
    for note in one.decided:
        yield from _wrap("Ruling", note)
    if one.topics and not one.also and len(publication.comparison.readings) > 1 and item.statement.holders:
        yield from _wrap("Same claim", "in no other source")


def _wrap(name: str, words: str) -> Iterator[str]:
    yield from textwrap.wrap(
        words,
        _WIDTH,
        initial_indent=f"  {name:<{_INDENT}}",
        subsequent_indent=" " * (_INDENT + 2),
        break_long_words=False,
        break_on_hyphens=False,
    )


def as_json(explained: Explained) -> dict[str, object]:
    """Return an explanation as a JSON value; offsets count code points of the source's text, end exclusive."""
    item, statement = explained.item, explained.item.statement
    return {
        "label": item.label,
        "source": item.source.id,
        "file": item.source.file,
        "line": explained.line,
        "start": statement.passage.start,
        "end": statement.passage.end,
        "quote": statement.passage.quote,
        "zone": statement.passage.zone,
        "zone_because": explained.zone,
        "speaker": statement.speaker,
        "cue": statement.cue,
        "holders": list(statement.holders),
        "how": statement.how,
        "form": statement.form,
        "rule": statement.rule,
        "inferred": statement.inferred,
        "candidates": list(statement.candidates),
        "clauses": clauses(statement),
        "event": item.event,
        "attribution": list(explained.attribution),
        "rulings": rulings(item) if statement.passage.zone == "body" else [],
        "concepts": [_topic(topic) for topic in explained.topics],
        "kept_out": [_topic(topic) for topic in explained.kept_out],
        "published": [
            {"brief": at.brief, "title": at.title, "section": at.section, "because": kinds()[at.section].why}
            for at in explained.places
        ],
        "not_published": explained.not_published or None,
        "same_claim": [other.label for other in explained.also],
        "contradicted_by": [other.label for other in explained.other_figures],
        "decided": list(explained.decided),
    }


def _topic(topic: Topic) -> dict[str, object]:
    return {"concept": topic.path, "label": topic.label, "words": list(topic.words), "because": topic.why}
