"""What a rule found in one unit, in token indices; `relations` turns it into spans of the text."""

from __future__ import annotations

from dataclasses import dataclass

from generator.statements.parse.noun_phrases import Range


@dataclass(frozen=True)
class Found:
    """A relation in token ranges ``[start, end)`` of its unit; `rule` names the rule that found it."""

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    rule: str
    nested: bool = False
