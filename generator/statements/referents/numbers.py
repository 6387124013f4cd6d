"""Numbers: how many are meant, and which, by *both*, *each*, *the trio* and *the two Corals*, alone."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.statements.mentions.grammar import Sentence
from generator.statements.referents.context import Context, Who, known, together
from generator.statements.referents.sides import collective
from generator.statements.relation import Span

_HOW_MANY = {
    "both": 2, "both of them": 2, "the two": 2, "the pair": 2, "the duo": 2,
    "all three": 3, "the three": 3, "the trio": 3, "all four": 4, "the four": 4, "the quartet": 4,
}  # fmt: skip


def both_or_each(sentence: Sentence, span: Span, words: str, context: Context) -> Who | None:
    """Read "both", "the trio", "each" and "the two Corals", alone."""
    del sentence, span
    told = words.strip().lower()
    if re.fullmatch(r"each(?: of (?:them|the (?:two|three)))?", told):
        last = next((heard.plural for heard in reversed(context.heard) if heard.plural is not None), None)
        return None if last is None else replace(last, named=False, rule=f"“{words.strip()}” takes up {last.words}")
    count = _HOW_MANY.get(told)
    return collective(context, count, words.strip()) if count else _namesakes(words.strip(), context)


def _namesakes(words: str, context: Context) -> Who | None:
    """Read "the two Corals", where so many parties have a name that ends so: *North Coral* and *South Coral*."""
    match = re.fullmatch(r"(?i:the|both|all)\s+(?:(?P<n>two|three|four)\s+)?(?P<name>[A-Z]\w+?)s", words)
    if match is None:
        return None
    named = [
        party
        for party in context.parties
        if any(label.split()[-1] == match["name"] and " " in label for label in context.entity(party).labels)
    ]
    wanted = {"two": 2, "three": 3, "four": 4}.get(match["n"] or "", 2 if words.lower().startswith("both") else 0)
    if wanted < 2 or len(named) != wanted:
        return None
    return replace(
        together([known(context, party) for party in named], words), rule=f"“{words}” are the parties so named"
    )
