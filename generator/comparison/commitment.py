"""Commitment: the word of wanting, asking, agreeing or doing that governs some words, and how strong it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.dossier.dossier import Strength
from generator.statements.lexicon.strengths import commitments
from generator.topics.phrases import Span
from generator.topics.words import Word, words

_STRENGTHS = commitments()
_UNDERGOING = frozenset("am is are was were be been being when if".split())
_JOINING = frozenset({"and", "or", "but", "while"})


@dataclass(frozen=True)
class Commitment:
    """A word that commits: its strength, and its span in code points of the source."""

    strength: Strength
    span: Span


def commitment(text: str, start: int, upto: int) -> Commitment | None:
    """Return what commits to the words that begin at `upto`, in a sentence that begins at `start`; None if nothing.

    In *hopes that they continue to support passage* it is *hopes*: from the nearest word before, we go to the one
    before that, as long as the nearer is not a verb of its own (*supports trade and welcomed talks*: *welcomed*).
    """
    sentence = words(text, start, upto)
    found: Word | None = None
    for at in range(len(sentence) - 1, -1, -1):
        if sentence[at].folded in _STRENGTHS and not _is_undergone(sentence, at):
            found = sentence[at]
            if _is_own_verb(sentence, at):
                break
    return Commitment(_STRENGTHS[found.folded], (found.start, found.end)) if found else None


def _is_undergone(sentence: Sequence[Word], at: int) -> bool:
    """Tell whether the word is said of those to whom it is done: *is being asked*, *Asked whether …, he said*."""
    asked = sentence[at].folded in ("asked", "invited", "urged")
    return asked and (at == 0 or sentence[at - 1].folded in _UNDERGOING)


def _is_own_verb(sentence: Sequence[Word], at: int) -> bool:
    """Tell whether the verb begins a thing said anew: it is inflected, and joined to what stands before."""
    return at > 0 and sentence[at - 1].folded in _JOINING and sentence[at].folded.endswith(("s", "ed"))
