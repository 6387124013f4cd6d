"""Label files: what a careful reader found in a text, sentence by sentence, as YAML (tests/labels/README.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.dossier.documents import Document, parse
from generator.dossier.entities import Entity, entities
from generator.dossier.files import Place
from generator.dossier.schema import check
from generator.evaluation.brat import GoldRelation
from generator.exports.named import text as text_of
from generator.messages.problems import DossierError, Problem
from generator.statements.relation import Span

ZONES = frozenset(["body", "heading", "dateline", "byline", "caption", "boilerplate"])


@dataclass(frozen=True)
class Entry:
    """A labelled sentence, ``[start, end)`` in code points of the text.

    `speakers` and `holders` are the answers that count as right, the best first; `concepts` are None where nobody
    labelled them, `maybe` those that count neither way. `relations` are the labelled attribution relations that have a
    cue or stand in quotation marks; `loose` spans in which a relation found counts neither way.
    """

    start: int
    end: int
    zone: str
    line: int
    speakers: tuple[str | None, ...] = (None,)
    holders: tuple[frozenset[str], ...] = (frozenset(),)
    concepts: frozenset[str] | None = None
    maybe: frozenset[str] = frozenset()
    relations: tuple[GoldRelation, ...] = ()
    loose: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Labelled:
    """A text with its labels. `entities` are None where a dossier says who is who.

    `with_cues` is whether the words that attribute are labelled too, and not only who speaks and holds what.
    """

    file: str
    text_path: Path
    text: str
    entries: tuple[Entry, ...]
    entities: tuple[Entity, ...] | None
    issued: str | None
    with_cues: bool = True

    @property
    def body(self) -> tuple[Entry, ...]:
        """The entries of the body."""
        return tuple(entry for entry in self.entries if entry.zone == "body")


def is_labels(document: Document) -> bool:
    """Tell whether a YAML file holds labels of a text."""
    value = document.value
    return isinstance(value, dict) and isinstance(value.get("sentences"), list) and isinstance(value.get("file"), str)


def read_labels(document: Document, path: Path) -> Labelled:
    """Return the labels in `document`, read from `path`.

    Raises DossierError where the text is missing, a quotation does not stand in it after the one before, a zone is
    unknown, or an entity is not as the schema of entities.yml has it.
    """
    value: Any = document.value
    text_path = path.parent / str(value["file"])
    if not text_path.exists():
        mend = "write its path as counted from the folder of the labels"
        raise document.at("file").error(f"there is no text {value['file']} for these labels", mend)
    text = text_of(str(text_path))
    problems: list[Problem] = []
    entries = tuple(_entries(document, text, problems))
    people: tuple[Entity, ...] | None = None
    if "entities" in value:
        listed = Document(document.file, value["entities"], {}, {})
        found = check(listed, "entities")
        problems += found
        people = None if found else entities(listed)
    if problems:
        raise DossierError(problems)
    issued = value.get("issued")
    with_cues = any("cue" in raw or "content" in raw for raw in value["sentences"])
    return Labelled(document.file, text_path, text, entries, people, str(issued) if issued else None, with_cues)


def read_yaml(path: Path, name: str) -> Document:
    """Return the YAML file at `path`, called `name` in messages; raises DossierError where it cannot be read."""
    return parse(text_of(str(path)), name)


def _entries(document: Document, text: str, problems: list[Problem]) -> Iterator[Entry]:
    value: Any = document.value
    at = 0
    for index, raw in enumerate(value["sentences"]):
        place = document.at("sentences", index)
        quote = raw.get("quote", "") if isinstance(raw, dict) else ""
        start = text.find(quote, at) if quote else -1
        if start < 0 or raw.get("zone") not in ZONES:
            problems.append(_fault(place, quote, start))
            continue
        at = start + len(quote)
        try:
            yield _entry(raw, text, start, at, place.line)
        except (AttributeError, KeyError, TypeError, ValueError):
            mend = "write it as the README of tests/labels shows"
            problems.append(place.problem("the labels of this sentence are not as they should be", mend))


def _fault(place: Place, quote: str, start: int) -> Problem:
    if quote and start < 0:
        what = f"“{quote[:60]}” does not stand in the text after the sentence before"
        return place.problem(what, "copy the words from the text, in its order")
    return place.problem("this sentence has no `quote`, or no zone that is known", "write `quote:` and `zone:`")


def _entry(raw: Mapping[str, Any], text: str, start: int, end: int, line: int) -> Entry:
    if raw["zone"] != "body":
        return Entry(start, end, raw["zone"], line)
    relations, loose = _relations(raw, text, start, end)
    return Entry(
        start,
        end,
        "body",
        line,
        (raw.get("speaker"), *raw.get("speaker_maybe", ())),
        tuple(frozenset(one) for one in (raw.get("holders", ()), *raw.get("holders_maybe", ()))),
        frozenset(raw["concepts"]) if "concepts" in raw else None,
        frozenset(raw.get("maybe", ())),
        relations,
        loose,
    )


def _relations(
    raw: Mapping[str, Any], text: str, start: int, end: int
) -> tuple[tuple[GoldRelation, ...], tuple[Span, ...]]:
    """Return the relations of one sentence, and what counts neither way in it.

    A sentence that carries on an account in the reporter's own words has no relation of its own (PARC 3 has none), but
    nobody would call one wrong. So it is with the channel through which an utterance came.
    """
    found: list[GoldRelation] = []
    loose: list[Span] = []
    for one in (raw, *raw.get("also", ())):
        if not one.get("content"):
            continue
        content = _in_order(text, one["content"], start, end)
        if one.get("cue") is None and one.get("kind") == "indirect":
            loose += content
            continue
        cue = _nearest(text, one.get("cue"), (start, end), content, content)
        source = _nearest(text, one.get("speaker_text"), (start, end), content, cue or content)
        found.append(GoldRelation(source, cue, content))
    if raw.get("via"):
        loose += _nearest(text, raw["via"].get("cue"), (start, end), (), ((end, end),))
    return tuple(found), tuple(loose)


def _in_order(text: str, pieces: Sequence[str], start: int, end: int) -> tuple[Span, ...]:
    """Return the places of `pieces` in ``text[start:end]``, each after the one before where it can be."""
    spans: list[Span] = []
    at = start
    for piece in pieces:
        place = text.find(piece, at, end)
        place = place if place >= 0 else text.find(piece, start, end)
        if place >= 0:
            spans.append((place, place + len(piece)))
            at = place + len(piece)
    return tuple(sorted(spans))


def _nearest(
    text: str, words: str | None, within: Span, content: Sequence[Span], to: Sequence[Span]
) -> tuple[Span, ...]:
    """Return the place of `words` nearest to `to`, outside `content` if there is one; empty if there is none."""
    if not words:
        return ()
    places = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text[slice(*within)])]
    spans = [(within[0] + low, within[0] + high) for low, high in places]
    outside = [span for span in spans if not any(low <= span[0] < high for low, high in content)]
    return tuple(sorted(outside or spans, key=lambda span: min(_gap(span, other) for other in to))[:1])


def _gap(one: Span, other: Span) -> int:
    return max(other[0] - one[1], one[0] - other[1], 0)
