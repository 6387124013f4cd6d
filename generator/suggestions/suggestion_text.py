"""How suggestions are told: for reading, as lines for the topic map, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import yaml

from generator.comparison.items import Item
from generator.explanations.lookup import short
from generator.messages.phrasing import count_of, join_words
from generator.messages.problems import Problem
from generator.suggestions.suggestions import Phrase, Suggestions
from generator.suggestions.unlisted import Unlisted

# The name under which phrases stand that are like no concept.
NEW = "a-new-concept"


def text(suggestions: Suggestions, people: Sequence[Unlisted], notes: Sequence[Problem]) -> str:
    """Return everything for reading in a terminal."""
    return "\n".join(_lines(suggestions, people, notes)) + "\n"


def _lines(suggestions: Suggestions, people: Sequence[Unlisted], notes: Sequence[Problem]) -> Iterator[str]:
    of_all = f"{len(suggestions.unmapped)} of {count_of(suggestions.body, 'body passage')}"
    yield f"{of_all} speak to no concept and stand on no page."
    for one in suggestions.unmapped:
        yield f"  {one.item.label} {one.item.source.name}: “{short(one.item)}”"
        if one.concepts:
            yield "      like " + ", ".join(f"{path} ({score:.2f})" for path, score in one.concepts)
    if suggestions.phrases:
        yield ""
        yield "Phrases that would take them up, to be pasted under `any` in briefs/topic-map.yml:"
        yield ""
        yield yaml_lines(suggestions.phrases).rstrip("\n")
    if people:
        yield ""
        yield "Who speaks and is not in briefs/entities.yml:"
        yield from (f"  {person.words}, {_party(person)}: {_labels(person.items)}" for person in people)
    if notes:
        yield ""
        yield "The topic map:"
        yield from (f"  {note}" for note in notes)


def yaml_lines(phrases: Sequence[Phrase]) -> str:
    """Return the phrases as YAML: a list a concept, with the passages that each phrase would take up as a comment."""
    concepts = dict.fromkeys(phrase.concept or NEW for phrase in phrases)
    lines: list[str] = []
    for concept in concepts:
        lines.append(f"{concept}:")
        for phrase in phrases:
            if (phrase.concept or NEW) == concept:
                lines.append(f"  - {_scalar(phrase.text)}  # {_labels(phrase.items)}")
    return "\n".join(lines) + "\n" if lines else ""


def _labels(items: Sequence[Item]) -> str:
    return ", ".join(item.label for item in items[:6]) + (", …" if len(items) > 6 else "")


def _party(one: Unlisted) -> str:
    return f"counted for {join_words(one.holders)}" if one.holders else "counted for no party"


def _scalar(phrase: str) -> str:
    return str(yaml.safe_dump(phrase, allow_unicode=True, width=1_000)).removesuffix("\n").removesuffix("\n...")


def as_json(suggestions: Suggestions, people: Sequence[Unlisted], notes: Sequence[Problem]) -> dict[str, object]:
    """Return everything as a JSON value."""
    return {
        "body_passages": suggestions.body,
        "not_mapped": [
            {
                "label": one.item.label,
                "source": one.item.source.id,
                "start": one.item.statement.passage.start,
                "end": one.item.statement.passage.end,
                "quote": one.item.statement.passage.quote,
                "concepts": [{"concept": path, "likeness": score} for path, score in one.concepts],
            }
            for one in suggestions.unmapped
        ],
        "phrases": [
            {"phrase": phrase.text, "concept": phrase.concept, "passages": [item.label for item in phrase.items]}
            for phrase in suggestions.phrases
        ],
        "unlisted": [
            {"words": person.words, "holders": list(person.holders), "passages": [item.label for item in person.items]}
            for person in people
        ],
        "topic_map": [
            {"file": note.file, "line": note.line, "problem": note.what, "mend": note.mend} for note in notes
        ],
    }
