"""Going on: whether a passage without a cue belongs to the account that stands before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.passages.passage import Passage
from generator.statements.discourse import carrying
from generator.statements.discourse.hedged import INTERPRETED
from generator.statements.discourse.here import Here
from generator.statements.lexicon.patterns import nouns
from generator.statements.lexicon.verbs import SAYING
from generator.statements.referents.context import Context, Who, is_speaking

# Whose words a quotation without a cue may be.
_QUOTED = frozenset(("person", "stranger", "body", "party"))
# A sentence that says that words follow.
_ANNOUNCES = re.compile(
    rf"{SAYING.pattern}|\b(?:read out|{nouns('cue')}|{nouns('issued')}|words?|sentences?|list|answer|reply|points|"
    r"reasons|things|cameras|microphones?|reporters|podium|lectern|audience|crowd)\b"
)


@dataclass(frozen=True)
class Account:
    """Somebody's account as it stood after `passage`: it may go on. `direct`: it was a quotation."""

    who: Who
    holders: tuple[str, ...]
    passage: Passage
    direct: bool

    def includes(self, passage: Passage, party: Who) -> bool:
        """Tell whether `party`, the subject of `passage`, is the one that this account's person speaks for."""
        same = self.passage.paragraph == passage.paragraph
        return same and self.who.kind == "person" and bool(party.parties) and self.who.parties == party.parties


def starts_here(here: Here, context: Context) -> Account | None:
    """Return an account of whoever acts in the sentence before: a quotation may follow it.

    In the paragraph before, that sentence has to announce words: *Moreau read out a list.*
    """
    passage, last = here.passage, context.heard[-1] if context.heard else None
    if last is None or last.subject is None or not last.subject.entity or last.subject.kind != "person":
        return None
    apart = passage.paragraph - last.paragraph
    if apart and (apart > 1 or last.others or last.owner or not _ANNOUNCES.search(_sentence_before(here))):
        return None
    return Account(last.subject, last.subject.parties, passage, True)


def _sentence_before(here: Here) -> str:
    """Return the last sentence of the paragraph before the passage."""
    before = here.text[: here.passage.start].rstrip()
    paragraph = before[before.rfind("\n") + 1 :]
    return paragraph[max(paragraph.rfind(stop, 0, -1) for stop in (". ", "? ", "! ")) + 1 :]


@dataclass(frozen=True)
class Hints:
    """What a passage shows: who acts in it, whether all of it is quoted, has an unknown source, speaks of a party.

    `tenses` are those of its finite verbs.
    """

    acts: Who | None
    quoted: bool
    strange: bool
    of_a_party: bool
    tenses: tuple[carrying.Tense, ...]


def goes_on(
    passage: Passage, account: Account | None, hints: Hints, without: frozenset[str] = frozenset()
) -> tuple[Account, str] | None:
    """Return `account` and the rule by which `passage` belongs to it, or None; `without` are rules switched off."""
    if account is None or not (account.who.entity or account.holders or hints.quoted) or is_speaking(account.who):
        return None
    apart = passage.paragraph - account.passage.paragraph
    if hints.quoted:
        fits = account.who.kind in _QUOTED and apart <= 1 and "quotation carried" not in without
        return (account, "a quotation without a cue, directly after words of the same speaker") if fits else None
    if account.passage is passage or _quotes_somebody(passage.quote) or _somebody_else(hints.acts, account.who):
        return None
    if carrying.is_writers(passage.quote) or INTERPRETED.match(passage.quote):
        return None
    if apart == 1 and carrying.is_demand(hints.tenses) and "demand carried" not in without:
        return account, "a demand without a cue, directly after the account of the paragraph before"
    if (
        apart == 0
        and not hints.strange
        and "view carried" not in without
        and _sounds_like_account(passage.quote, account, hints)
    ):
        return account, "a view without a cue, within the account of the sentence before"
    return None


def _quotes_somebody(quote: str) -> bool:
    """Tell whether words stand around a quotation that has no reading: whose it is stays open."""
    return any(mark in quote for mark in ',” ," ?” ?" !” !" .” ."'.split())


def _sounds_like_account(quote: str, account: Account, hints: Hints) -> bool:
    if carrying.looks_ahead(hints.tenses, quote):
        return True
    # A plain present is weaker: the reporter may say it himself, unless a side's own speaker has the word.
    return (
        carrying.is_view(hints.tenses, quote)
        and bool(account.holders)
        and not account.direct
        and ((account.who.kind == "person" and hints.of_a_party) or carrying.points_back(quote))
    )


def _somebody_else(acts: Who | None, speaker: Who) -> bool:
    """Tell whether `acts` is anybody but the speaker's party or the parties together.

    Of himself a speaker does not say "he": there the reporter tells.
    """
    if acts is None:
        return False
    if acts.kind in {"stranger", "person"}:
        return True
    if acts.kind == "body":
        return acts.entity != speaker.entity
    return acts.kind == "party" and not set(acts.parties) <= set(speaker.parties)
