"""Verb groups: a main verb with its auxiliaries, negation and adverbs (*has also repeatedly refused to say*)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from generator.statements.lexicon.cues import LEADING, LEADING_ADJECTIVES
from generator.statements.lexicon.inflection import VERB_FORMS
from generator.statements.parse.tokens import (
    ADV,
    AUXILIARIES,
    BE,
    CC,
    COMMA,
    DO,
    ED,
    HAVE,
    ING,
    NEG,
    TO,
    VERB,
    Token,
)

Shape = Literal["finite", "ed", "participle", "ing", "infinitive"]


class VerbGroup(NamedTuple):
    """Token indices ``[first, last]`` (both taken in), the head's index, its verb and how the group is built.

    `shape` "ed" is a lone form in -ed: a past tense or a participle, which only its surroundings tell; "participle" is
    a lone form that is nothing else (*chosen*).
    """

    first: int
    last: int
    head: int
    lemma: str
    shape: Shape
    passive: bool = False
    past: bool = False


def verb_groups(tokens: Sequence[Token]) -> tuple[VerbGroup, ...]:
    """Return the verb groups of one unit in order; groups do not overlap."""
    found: list[VerbGroup] = []
    at = 0
    while at < len(tokens):
        group = _group(tokens, at) if tokens[at].tag in _BEGINNING else None
        if group is None:
            at += 1
            continue
        group = _with_adverbs(tokens, group)
        if found and _leads(tokens, found[-1], group):
            first = found.pop()
            group = group._replace(first=first.first, shape=first.shape, past=first.past)
        found.append(group)
        at = group.last + 1
    return tuple(found)


_BEGINNING = AUXILIARIES | {TO, VERB, ED, ING}


def _group(tokens: Sequence[Token], at: int) -> VerbGroup | None:
    token = tokens[at]
    if token.tag == TO:
        inner = _main(tokens, at + 1)
        if inner is None or tokens[inner].tag == ED:
            return None
        return VerbGroup(at, inner, inner, tokens[inner].lemma, "infinitive")
    if token.tag in AUXILIARIES:
        return _with_auxiliaries(tokens, at)
    if token.tag == ED and token.lemma and "past" not in VERB_FORMS[token.low][1]:
        return VerbGroup(at, at, at, token.lemma, "participle", past=True)
    if token.tag in (VERB, ED):
        past = token.tag == ED or "past" in VERB_FORMS.get(token.low, ("", ()))[1]
        return VerbGroup(at, at, at, token.lemma, "ed" if token.tag == ED else "finite", past=past)
    if token.tag == ING:
        return VerbGroup(at, at, at, token.lemma, "ing")
    return None


def _main(tokens: Sequence[Token], at: int) -> int | None:
    """Return the index of the main verb that the auxiliaries and adverbs from `at` lead to."""
    last_auxiliary: int | None = None
    while at < len(tokens) and tokens[at].tag in (*AUXILIARIES, NEG, ADV):
        if tokens[at].tag in AUXILIARIES:
            last_auxiliary = at
        at += 1
    if at < len(tokens) and (tokens[at].tag in (VERB, ED) or (tokens[at].tag == ING and last_auxiliary is not None)):
        return at
    return last_auxiliary


def _with_auxiliaries(tokens: Sequence[Token], at: int) -> VerbGroup:
    main = _main(tokens, at)
    main = at if main is None else main
    before = [tokens[index].tag for index in range(at, main)]
    last = main
    head = tokens[main]
    passive = head.tag == ED and BE in before
    lemma = head.lemma or ("be" if head.tag == BE else "have" if head.tag == HAVE else "do" if head.tag == DO else "")
    while last + 1 < len(tokens) and tokens[last + 1].tag == NEG:
        last += 1
    past = tokens[at].low in ("was", "were", "had", "did")
    shape: Shape = "ing" if tokens[at].low in ("being", "having") else "finite"
    return VerbGroup(at, last, main, lemma, shape, passive, past)


def _with_adverbs(tokens: Sequence[Token], group: VerbGroup) -> VerbGroup:
    """Take in the adverbs just before: *also noted*."""
    first = group.first
    while first and tokens[first - 1].tag == ADV and tokens[first - 1].low not in ("here", "there", "so"):
        first -= 1
    if first == group.first or not first or tokens[first - 1].tag in (COMMA, CC):
        return group
    return group._replace(first=first)


def _leads(tokens: Sequence[Token], first: VerbGroup, second: VerbGroup) -> bool:
    """Tell whether `first` only leads to `second`: *tried to make*, *went on to say*, *kept asking*."""
    between = tokens[first.last + 1 : second.first]
    if first.lemma == "be" and second.shape == "infinitive" and not first.passive:
        return len(between) == 1 and between[0].low in LEADING_ADJECTIVES
    if first.lemma not in LEADING or first.passive:
        return False
    if second.shape == "infinitive":
        return not between or (len(between) == 1 and between[0].low in ("on", "out", "set"))
    return second.shape == "ing" and not between and first.lemma in ("keep", "start", "stop", "begin", "continue", "go")
