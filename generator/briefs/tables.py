"""What the tables of a brief share: values of facts, and names, with their places."""

from __future__ import annotations

from dataclasses import dataclass

from generator.briefs.quotes import Quote
from generator.comparison.variants import Value, by_source


@dataclass(frozen=True)
class FactValue:
    """A value of a fact, or a name, with the first place in each source that gives it."""

    shown: str
    quotes: tuple[Quote, ...]


def fact_value(value: Value) -> FactValue:
    """Return a value with its first place in each source that gives it."""
    return FactValue(value.shown, tuple(Quote(p[0].item, p[0].span) for p in by_source(value).values()))
