"""The same claim: when two wordings of the same holders say the same thing of the same thing."""

from __future__ import annotations

from generator.comparison.figures import contradict
from generator.comparison.likeness import Likeness, stems
from generator.comparison.stances import Stance

# Two wordings of one position are taken for the same claim in other words from here on.
SAME = 0.4


def sameness(stance: Stance, other: Stance, likeness: Likeness) -> float:
    """Return how alike two wordings of the same holders are where they make one claim, from 0 to 1; 0: they do not."""
    if any(held.quote.rstrip("”\"’' ").endswith("?") for held in (stance, other)):
        return 0.0
    score = likeness.of(stance.item.words, other.item.words)
    if score < SAME or contradict(stance.quote, other.quote) or not _content(stance) & _content(other):
        return 0.0
    return score


def _content(stance: Stance) -> frozenset[str]:
    """Return the stems that could make a claim of it: of no name, and of no word that shows the concept."""
    plain = " ".join(word for word in stance.quote.split() if not word[:1].isupper())
    shown = {
        stem for mention in stance.mentions for span in mention.spans for stem in stems(stance.item.cut(span).text)
    }
    return frozenset(stems(plain)) - shown
