"""Attribution relations (PARC 3): who is said to have said what, and with which words it is attributed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
Kind = Literal["direct", "indirect", "mixed"]
How = Literal["cue", "pronoun", "collective", "carried", "lead-in", "nominal", "document", "none"]


@dataclass(frozen=True)
class Relation:
    """One attribution relation; spans count code points of the untouched text, end exclusive.

    `source` is the words that name who is attributed to (None: nobody named); `cue` the words that attribute
    (None: carried on from before); `content` what is attributed, in text order, in one or more pieces.
    `how` says in which way it was found and `rule` names the rule, for people (`briefs explain`).
    `carried` are those pieces of the content that have no cue of their own and carry on this attribution: quotations in
    a later sentence or paragraph. They are inferred, and to be shown as inferred.
    `outer` is the index, in the same result, of the relation inside whose content this one stands (nested).
    """

    kind: Kind
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    how: How
    rule: str
    outer: int | None = None
    carried: tuple[Span, ...] = ()
