"""What a sentence carries over from the one before: continued thoughts, and the lead-in that opened the paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.topics.phrases import Index
from generator.topics.words import Word

# Words that point back at the thought before, wherever they stand in the sentence, across paragraphs too.
POINTING = (
    "in this direction", "such a direction", "in that direction", "towards this end", "to this end", "to that end",
    "in this regard", "in that regard", "in this respect", "on this matter", "on this issue", "on these issues",
    "this issue", "these issues", "these disputes", "such disputes", "this conflict",
    "the conflict there", "this matter",
    "in this spirit", "this goal", "these goals", "that goal", "such efforts", "these efforts",
    "this effort", "the same issue", "this includes", "these include",
)  # fmt: skip
# Words that take up what the sentence before asks, in the same paragraph: *the other side took note of the request*.
REPLYING = (
    "the request", "this request", "that request", "the proposal", "this proposal", "that proposal", "the offer",
    "this offer", "the suggestion", "the matter", "that matter",
)  # fmt: skip
# With one of these after it, the sentence says itself what is asked: *the request for visas*.
_OWN = frozenset("of for to on that from by concerning regarding about is was".split())
# First words by which a sentence goes on with the thought of the sentence before it in the same paragraph.
CONTINUING = frozenset(
    [
        "he",
        "she",
        "they",
        "it",
        "this",
        "these",
        "such",
        "both",
        "that",
        "those",
        "also",
        "moreover",
        "furthermore",
        "additionally",
        "likewise",
        "similarly",
    ]
)
# First words of a lead-in: "Regarding X, …". Longest first.
LEAD_INS = (
    ("with", "regard", "to"), ("with", "respect", "to"), ("in", "relation", "to"), ("when", "it", "comes", "to"),
    ("turning", "to"), ("as", "regards"), ("as", "for"), ("as", "to"), ("in", "discussing"),
    ("during", "discussions", "on"),
    ("regarding", "to"), ("regarding",), ("concerning",), ("on",), ("about",), ("in", "the", "field", "of"),
    ("in", "terms", "of"), ("in", "the", "area", "of"), ("in",), ("discussing",), ("touching", "on"),
    ("addressing",),
)  # fmt: skip
_LONGEST_LEAD_IN = 14
_POINTING = Index(POINTING, exact=True)
_REPLYING = Index(REPLYING, exact=True)


def points_back(sentence: Sequence[Word]) -> tuple[tuple[int, int], ...]:
    """Return the places of words such as *in this direction*; empty when the sentence has none."""
    return tuple(sorted(span for spans in _POINTING.hits(sentence).values() for span in spans))


def replies(sentence: Sequence[Word]) -> tuple[tuple[int, int], ...]:
    """Return the places of words such as *the request* that say no more than that; empty when there are none."""
    after = {word.end: following.folded for word, following in pairwise(sentence)}
    found = sorted(span for spans in _REPLYING.hits(sentence).values() for span in spans)
    return tuple(span for span in found if after.get(span[1]) not in _OWN)


def continues(sentence: Sequence[Word]) -> bool:
    """Tell whether the sentence begins with a word that goes on with the sentence before."""
    return bool(sentence) and sentence[0].folded in CONTINUING


def lead_in(text: str, sentence: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words of the lead-in that opens the sentence (*Regarding the river, …*); empty when there is none.

    A lead-in ends at the first comma, which must stand within `_LONGEST_LEAD_IN` words of the start.
    """
    folded = tuple(word.folded for word in sentence[:4])
    if not any(folded[: len(opening)] == opening for opening in LEAD_INS):
        return ()
    for count, (word, after) in enumerate(pairwise(sentence), start=1):
        if "," in text[word.end : after.start]:
            return tuple(sentence[:count])
        if count >= _LONGEST_LEAD_IN:
            break
    return ()
