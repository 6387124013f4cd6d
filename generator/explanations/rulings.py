"""Rulings to paste: what a person would write to decide a passage, or a clause of it, over the rules."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.comparison.items import Item


def rulings(item: Item) -> list[dict[str, Any]]:
    """Return one ruling for each clause of the passage, as it is read now, in the words of `briefs/dossier.yml`.

    One for the whole passage where it has but one, or where the words of a clause do not stand once in the source.
    """
    statement, text = item.statement, item.source.text
    clauses = [(text[each.start : each.end], each.speaker, each.holders) for each in statement.clauses]
    if len(clauses) < 2 or any(text.count(words) != 1 for words, _, _ in clauses):
        clauses = [(statement.passage.quote, statement.speaker, statement.holders)]
    return [
        {"source": item.source.id, "quote": words, "speaker": speaker, "holders": list(holders)}
        for words, speaker, holders in clauses
    ]


def ruling_lines(item: Item) -> Iterator[str]:
    """Yield the rulings as lines of YAML, to be pasted under ``rulings:`` and corrected there."""
    for each in rulings(item):
        yield f"- source: {each['source']}"
        yield f"  quote: {json.dumps(each['quote'], ensure_ascii=False)}"
        if each["speaker"]:
            yield f"  speaker: {each['speaker']}"
        yield f"  holders: [{', '.join(each['holders'])}]"
        yield "  note: why you decided so"
