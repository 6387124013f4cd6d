"""A sentence as choosing needs it: its words, its verbs, and who each verb belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.statements.parse.subjects import subjects
from generator.statements.parse.tokens import DET, GEN, MARK, POSS, Token
from generator.statements.parse.verb_groups import VerbGroup, verb_groups
from generator.statements.parse.word_classes import tokens


@dataclass(frozen=True)
class LineSentence:
    """The tokens of a sentence without quotation marks, its verb groups, and the subject of each, in tokens."""

    tokens: tuple[Token, ...]
    verbs: tuple[VerbGroup, ...]
    subjects: tuple[tuple[int, int] | None, ...]

    @cached_property
    def verb_starts(self) -> frozenset[int]:
        """The tokens with which a group of verbs begins."""
        return frozenset(verb.first for verb in self.verbs)

    @cached_property
    def subject_starts(self) -> frozenset[int]:
        """The tokens with which a subject begins that stands right before its verb."""
        pairs = zip(self.verbs, self.subjects, strict=True)
        return frozenset(own[0] for verb, own in pairs if own and verb.shape == "finite" and own[1] == verb.first)


@lru_cache(maxsize=1 << 12)
def parse_line(text: str, start: int, end: int) -> LineSentence:
    """Return the sentence ``text[start:end]``, in code points."""
    found = tuple(each for each in tokens(text, start, end) if not (each.tag == MARK and each.low in "\"“”‘’'«»„"))
    verbs = tuple(verb for verb in verb_groups(found) if not _qualifies(found, verb))
    return LineSentence(found, verbs, subjects(found, verbs))


def _qualifies(tokens: Sequence[Token], verb: VerbGroup) -> bool:
    """Tell whether a form in -ed stands before a noun as an adjective does: *Alder's balanced view*."""
    before = tokens[verb.first - 1].tag if verb.first else ""
    return verb.shape == "ed" and verb.first == verb.last and before in (GEN, POSS, DET)
