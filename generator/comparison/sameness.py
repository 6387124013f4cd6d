"""The same claim: when two wordings of the same holders say the same thing of the same thing."""

from __future__ import annotations

from generator.comparison.figures import differ, other_value
from generator.comparison.likeness import Likeness, stems
from generator.comparison.polarity import denies, is_negative, swaps
from generator.comparison.stances import Stance
from generator.comparison.substance import content_stems

# From here on two sentences of two sources share enough, names aside. Chosen on pairs that people labelled, each text
# in turn left out (docs/method.md): rather two lines for one claim than one line for two.
SAME = 0.25
# Within one source a speaker goes on from one thing to the next in the same words: what is said again counts.
AGAIN = 0.5

# Where two sentences give other figures for the same unit, less has to be shared: the figures are not.
ANOTHER = 0.15
# From here on two wordings are nearly the same, so that one need not stand beside the other.
NEARLY = 0.5


def is_repeat(stance: Stance, other: Stance, likeness: Likeness) -> bool:
    """Tell whether the words of two stances of one claim are nearly the same: a list that has one needs no other."""
    return likeness.overlap(stance.words, other.words) >= NEARLY


def sameness(stance: Stance, other: Stance, likeness: Likeness) -> float:
    """Return which part of their words two stances of the same holders share, from 0 to 1; 0: they make two claims.

    Whole sentences are held against each other without the names in them; the clauses share more than the words that
    show their subject, and neither says another figure, the contrary, or the other way round.
    """
    score = likeness.overlap(stance.item.words, other.item.words)
    least = AGAIN if stance.item.number == other.item.number else SAME
    if score < least or not _content(stance, likeness) & _content(other, likeness):
        return 0.0
    apart = differ(stance.quote, other.quote) or is_negative(stance.quote) != is_negative(other.quote)
    if apart or denies(stance.quote, other.quote) or swaps(stance.quote, other.quote, likeness.names):
        return 0.0
    return score


# Words that wish for something, or ask for it, say nothing of what is.
_WISHES = frozenset({"hopes", "asks"})


def contradicts(stance: Stance, other: Stance, likeness: Likeness) -> bool:
    """Tell whether two stances of the same holders say contrary things of the same, in two sources."""
    if stance.item.number == other.item.number or bool(_WISHES & {stance.strength}) != bool(_WISHES & {other.strength}):
        return False
    if not _content(stance, likeness) & _content(other, likeness):
        return False
    overlap = likeness.overlap(stance.item.words, other.item.words)
    return opposes(stance.quote, other.quote, overlap, likeness.names)


def opposes(text: str, other: str, overlap: float, names: frozenset[str]) -> bool:
    """Tell whether two texts that share `overlap` of their words differ in a figure, a day, yes and no, or in whom."""
    if overlap >= ANOTHER and other_value(text, other):
        return True
    return overlap >= SAME and (denies(text, other, wholly=True) or swaps(text, other, names))


def _content(stance: Stance, likeness: Likeness) -> frozenset[str]:
    """Return the stems that could make a claim of it: of no name, no verb of saying, and no word of its subject."""
    spans = (span for mention in stance.mentions for span in mention.spans)
    shown = {stem for span in spans for stem in stems(stance.item.cut(span).text)}
    return content_stems(stance.quote) - shown - likeness.names
