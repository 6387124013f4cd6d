"""The change statement in plain words: what `briefs build` ends with and `briefs status` repeats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.changes.changes import BriefChanged, Changed, PointChanged
from generator.comparison.items import Item
from generator.dossier.dates import day
from generator.kinds.kinds import kinds
from generator.messages.phrasing import counted, listed
from generator.publication.wording import Wording

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
# As many statements of one kind are told in a terminal; the page of changes has all of them.
MOST = 12


def ordinal(number: int) -> str:
    """Return *third* for 3, *11th* for 11."""
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def heading(changed: Changed) -> str:
    """Return which edition it is, and what became of its sources, in one sentence."""
    return f"Edition {changed.edition.number}, {day(changed.edition.date)}: {sources(changed)}."


def sources(changed: Changed) -> str:
    """Return what became of the sources, in words."""
    parts = []
    for verb, names in (
        ("added", [one.name for one in changed.added]),
        ("altered", [one.name for one in changed.altered]),
        ("withdrawn", [one.name for one in changed.withdrawn]),
        ("taken out", list(changed.removed)),
    ):
        if names:
            shown = f" ({listed(names)})" if len(names) <= 6 else ""
            parts.append(f"{counted(len(names), 'source')} {verb}{shown}")
    return "; ".join(parts) or "the order of the sources changed"


def point(changed: PointChanged) -> str:
    """Return which line of its editor it is: *key point 2*."""
    return f"{kinds()[changed.section].line} {changed.line.number}"


def why(changed: PointChanged) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """Yield in what way passages bear on a line, with those that do."""
    for reason in dict.fromkeys(one.why for one in changed.newer):
        yield reason, tuple(one.quote.item for one in changed.newer if one.why == reason)


def statement(changed: Changed, wording: Wording) -> tuple[str, ...]:
    """Return the change statement of one edition as lines of plain text."""
    return tuple(_lines(changed, wording))


def _lines(changed: Changed, wording: Wording) -> Iterator[str]:
    yield heading(changed)
    if changed.edition.number > 1 and not changed.briefs:
        yield "  No brief changes."
    for brief in changed.briefs:
        yield f"{brief.title}: {'significantly amended' if brief.significant else 'amended'}"
        yield from (f"  {line}" for line in _brief(brief, wording))
    for value in changed.values:
        yield f"{value.thing}: a {ordinal(value.place)} value, {value.value}"
    for name, count in Counter(item.source.name for item in changed.unmapped).items():
        yield f"{name}: {counted(count, 'passage')} on no concept of the topic map"


def _brief(brief: BriefChanged, wording: Wording) -> Iterator[str]:
    for one in brief.points:
        for reason, items in why(one):
            yield f"{point(one)}: {reason} in {_labels(items)}"
    if brief.new:
        yield f"{counted(len(brief.new), 'new statement')}"
        yield from (f"  {item.label} {wording.who(item)}: “{_short(item)}”" for item in brief.new[:MOST])
        if len(brief.new) > MOST:
            yield f"  … and {len(brief.new) - MOST} more"
    for gained in brief.gained[:MOST]:
        yield f"{gained.item.label} “{_short(gained.item)}” gains {listed([one.source.name for one in gained.by])}"
    if len(brief.gained) > MOST:
        yield f"… and {len(brief.gained) - MOST} more statements gain a source"
    for dropped in brief.dropped:
        yield f"{dropped.item.label} “{_short(dropped.item)}” loses {dropped.name}"
    for gone in brief.gone:
        yield f"no longer cited ({gone.why}): “{shortened(gone.quote)}”"


def _labels(items: Sequence[Item]) -> str:
    return listed([item.label for item in items])


def _short(item: Item) -> str:
    return shortened(item.statement.passage.quote)


def shortened(text: str, most: int = 110) -> str:
    """Return `text` on one line, cut at a word where it is longer than `most` code points."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"
