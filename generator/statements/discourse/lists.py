"""Lists: a line such as *The two sides:* or *The President asked Birch to:*, and the items that go on with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.statements.discourse.going_on import Account
from generator.statements.discourse.here import Here
from generator.statements.lexicon import cues
from generator.statements.lexicon.inflection import VERB_FORMS
from generator.statements.lexicon.verbs import DOING, SAYING
from generator.statements.mentions.grammar import joined, subject_mention
from generator.statements.referents.context import Context, Who
from generator.statements.referents.hearing import actor
from generator.statements.relation import Span

_MARK = re.compile(r"\s*(?:[-*•‣⁃◦▪–—+]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)])\s+")
# Between the subject and the colon stands nothing that says something else of it.
_ADVERBS = (
    r"(?:,[^,:]{1,60},)?(?:\s+(?:also|both|further|furthermore|then|jointly|therefore|hereby|have|has|had|\w+ly))*"
)
_ALONE = re.compile(rf"{_ADVERBS}\s*:\s*$", re.IGNORECASE)
_BEFORE_VERB = frozenset("also both further then have has had again once more jointly".split())
_HOLDING = (cues.SAY, cues.TELL, cues.THINK, cues.WANT, cues.JUDGE, cues.URGE, cues.CALL, cues.LIGHT)


@dataclass(frozen=True)
class Lead:
    """The line before a list: whose items these are, in what words; `cue` is its verb, "" where each item has one.

    `paragraph` is that of the last item so far: what stands there after its first sentence does not end the list.
    """

    who: Who
    words: str
    cue: str
    paragraph: int = -1


def lead(here: Here, context: Context, before: Lead | None, account: Account | None) -> Lead | None:
    """Return what leads in the items after the passage `here`; `before` is what led in `here` itself."""
    quote = here.passage.quote
    if before is not None and (item(quote) is not None or here.passage.paragraph == before.paragraph):
        return replace(before, paragraph=here.passage.paragraph)
    if not quote.rstrip().endswith(":"):
        return None
    if account is not None and account.passage is here.passage and account.who.kind != "nobody":
        return Lead(account.who, quote, "said")
    one = subject_mention(here.sentence)
    who = actor(here.sentence, context)
    if one is None or who is None or who.kind == "nobody":
        return None
    last = joined(here.sentence, one, here.sentence.end)[-1]
    text, end = here.text, here.passage.end
    return Lead(who, quote, "") if _ALONE.match(text, last.end, end) else None


def item(quote: str) -> int | None:
    """Return where the words of a list's item begin, after its mark; None if `quote` is no such item."""
    match = _MARK.match(quote)
    return match.end() if match else None


def states(quote: str, lead: Lead) -> bool:
    """Tell whether the item says what `lead` holds.

    Where each item has its own verb, that decides: neither *signed 12 papers* nor *5 million people* is a position.
    """
    words = [word.strip(",;.:").lower() for word in quote[item(quote) or 0 :].split()]
    while words and (words[0] in _BEFORE_VERB or words[0].endswith("ly")):
        words.pop(0)
    if lead.cue or not words or words[0] in ("will", "shall"):
        return bool(words)
    if DOING.fullmatch(words[0]):
        return SAYING.search(" ".join(words[1:])) is not None
    verb, forms = VERB_FORMS.get(words[0], ("", frozenset()))
    return any(verb in group for group in _HOLDING) and forms != {"base"}


def content(here: Here) -> Span:
    """Return the span of an item without its mark."""
    return here.passage.start + (item(here.passage.quote) or 0), here.passage.end
