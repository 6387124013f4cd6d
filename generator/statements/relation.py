"""Attribution relations (PARC 3): who is said to have said what, and with which words it is attributed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
Kind = Literal["direct", "indirect", "mixed"]
How = Literal["cue", "pronoun", "collective", "carried", "lead-in", "nominal", "document", "issued", "none"]


@dataclass(frozen=True)
class Relation:
    """One attribution relation; spans count code points of the untouched text, end exclusive.

    `source` is the words that name who is attributed to (None: nobody is named): the noun phrase with what PARC takes
    in, an apposition between commas, a genitive's *'s*, and, where the cue stands in a relative clause, the antecedent
    with its pronoun (*critics who*). `cue` is the words that attribute, with auxiliaries, negation and the adverbs
    before; a mere colon or dash where a name stands beside the words. `content` is what is attributed, in text order,
    in one or more pieces, *that* and quotation marks inside, the full stop outside.
    `how` says in which way the source is named and `rule` names the rule that found the relation, for people
    (`briefs explain`).
    `outer` is the index, in the same result, of the relation inside whose content this one stands (nested).
    `carried` are those pieces of the content that have no cue of their own and carry on this attribution: quotations in
    a later sentence or paragraph. They are inferred, and to be shown as inferred.
    """

    kind: Kind
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    how: How
    rule: str
    outer: int | None = None
    carried: tuple[Span, ...] = ()
