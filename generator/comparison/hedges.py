"""Hedges: how strongly a statement commits its holders, by the words that it uses, from a closed list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.comparison.items import Item
from generator.topics.phrases import Span
from generator.topics.topics import Mention
from generator.topics.words import Word, words


@dataclass(frozen=True)
class Strength:
    """A degree of commitment: its rank, from 1 (a wish) up to 6 (done), and what pages call it."""

    rank: int
    name: str


# The closed list: every word that counts, weakest first. A word that is not here says nothing about strength.
STRENGTHS: dict[Strength, str] = {
    Strength(1, "hope or wish"): (
        "hope hopes hoped hoping wish wishes wished wishing expect expects expected expectation expectations"
        " desire desires desired desirous want wants wanted seek seeks sought"
    ),
    Strength(2, "request or proposal"): (
        "suggest suggests suggested suggesting propose proposes proposed proposing proposal proposals"
        " request requests requested requesting ask asks asked asking urge urges urged urging"
        " invite invites invited call calls called"
    ),
    Strength(3, "readiness or support"): (
        "ready readiness willing willingness support supports supported supporting welcome welcomes welcomed welcoming"
        " backs backed backing favour favours favoured favor favors favored encourage encourages encouraged"
    ),
    Strength(4, "intention"): "intend intends intended intention intentions plan plans planned will aim aims aimed",
    Strength(5, "agreement or pledge"): (
        "agree agrees agreed agreeing pledge pledges pledged pledging commit commits committed commitment commitments"
        " undertake undertakes undertook undertaken promise promises promised vow vows vowed"
    ),
    Strength(6, "done"): "signed adopted concluded launched established reopened completed",
}
_FORMS = {form: strength for strength, forms in STRENGTHS.items() for form in forms.split()}
_JOINING = frozenset({"and", "or", "but", "while"})


@dataclass(frozen=True)
class Hedge:
    """The word of commitment that governs a mention: its strength, and its span in code points of the source."""

    item: Item
    mention: Mention
    strength: Strength
    span: Span

    @property
    def words(self) -> str:
        """The exact word."""
        return self.item.source.text[self.span[0] : self.span[1]]


def hedge(item: Item, mention: Mention) -> Hedge | None:
    """Return the word of commitment that governs the words that show the concept; None where none stands before them.

    In *hopes that they continue to support passage* it is *hopes*: from the nearest word before, we go to the one
    before that, as long as the nearer is not a verb of its own (*supports trade and welcomed talks*: *welcomed*).
    """
    if not mention.spans:
        return None
    sentence = words(item.source.text, item.statement.passage.start, mention.spans[0][0])
    found: Word | None = None
    for at in range(len(sentence) - 1, -1, -1):
        if sentence[at].folded in _FORMS:
            found = sentence[at]
            if _of_its_own(sentence, at):
                break
    return Hedge(item, mention, _FORMS[found.folded], (found.start, found.end)) if found else None


def _of_its_own(sentence: Sequence[Word], at: int) -> bool:
    """Tell whether the verb begins a thing said anew: it is inflected, and joined to what stands before."""
    return at > 0 and sentence[at - 1].folded in _JOINING and sentence[at].folded.endswith(("s", "ed"))


@dataclass(frozen=True)
class Strengths:
    """How strongly the same holders are reported on one concept and event: a hedge a source, of differing strength."""

    concept: str
    holders: tuple[str, ...]
    event: str | None
    hedges: tuple[Hedge, ...]


def strengths(items: Sequence[Item]) -> tuple[Strengths, ...]:
    """Return where sources differ in the strength of what the same holders said on a concept, in order of appearance.

    Of each source the strongest wording counts. Sources that use no word of the list are left out.
    """
    found: dict[tuple[str, tuple[str, ...], str | None], dict[str, Hedge]] = {}
    for item in items:
        for mention in item.mapped.mentions if item.holders else ():
            made = hedge(item, mention)
            if made:
                own = found.setdefault((mention.concept, item.holders, item.event), {})
                before = own.get(item.source.id)
                if before is None or before.strength.rank < made.strength.rank:
                    own[item.source.id] = made
    return tuple(
        Strengths(concept, holders, event, tuple(own.values()))
        for (concept, holders, event), own in found.items()
        if len({one.strength.rank for one in own.values()}) > 1
    )
