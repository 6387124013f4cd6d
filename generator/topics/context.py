"""What a sentence carries over from the one before: continued thoughts, and the lead-in that opened the paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.statements.lexicon.load import ENGLISH
from generator.topics.phrases import Index
from generator.topics.words import Word


def _phrases(value: str) -> frozenset[str]:
    return ENGLISH.having("phrases.tsv", "classes", value)


# With one of these after it, the sentence says itself what is asked: *the request for visas*.
_OWN = ENGLISH.having("closed.tsv", "classes", "own")
# First words by which a sentence goes on with the thought of the sentence before it in the same paragraph.
_CONTINUING = ENGLISH.having("closed.tsv", "classes", "takes-up")
# First words of a lead-in: "Regarding X, …".
_LEAD_INS = frozenset(tuple(phrase.split()) for phrase in _phrases("leads-in"))
_LONGEST_LEAD_IN = 14
# Words that point back at the thought before, wherever they stand in the sentence, across paragraphs too.
_POINTING = Index(sorted(_phrases("points-back")), exact=True)
# Words that take up what the sentence before asks, in the same paragraph: *the other side took note of the request*.
_REPLYING = Index(sorted(_phrases("replies")), exact=True)


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
    return bool(sentence) and sentence[0].folded in _CONTINUING


def lead_in(text: str, sentence: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words of the lead-in that opens the sentence (*Regarding the river, …*); empty when there is none.

    A lead-in ends at the first comma, which must stand within `_LONGEST_LEAD_IN` words of the start.
    """
    folded = tuple(word.folded for word in sentence[:4])
    if not any(folded[: len(opening)] == opening for opening in _LEAD_INS):
        return ()
    for count, (word, after) in enumerate(pairwise(sentence), start=1):
        if "," in text[word.end : after.start]:
            return tuple(sentence[:count])
        if count >= _LONGEST_LEAD_IN:
            break
    return ()
