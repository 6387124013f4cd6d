"""What each source of a passage states: a stretch of it, and the clause that it makes there.

What stands inside another's content lies on top of that; what one merely wants or expects of another is not the
other's, and what the reporter tells of a source is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.statements.clause import Clause, Sure
from generator.statements.discourse.doubts import around as anybody_else
from generator.statements.discourse.doubts import of_relation
from generator.statements.discourse.here import Here
from generator.statements.discourse.holders import holders
from generator.statements.discourse.utterance import is_within, leads_in
from generator.statements.lexicon.verbs import SAYING
from generator.statements.referents.context import Context, Who, known
from generator.statements.relation import Relation, Span
from generator.statements.statement import Statement

# Inside the content of one of these, somebody else's position is reported by its source.
_CLAUSAL = frozenset(("that", "clause", "quote", "parenthesis", "according to", "as", "colon", "in the view of"))
# What one hopes, asks for or expects of another is not the other's position, nor what the other would do.
_WISHING = re.compile(r"\b(?:hop|wish|want|expect|confiden|urg|demand|propos|suggest|recommend|request|ask|fear)\w*")
# *Denied what B had said, that …*: what B said is B's.
_DENYING = re.compile(r"\b(?:den(?:y|ie)|reject|disput|dismiss|refut|contest)\w*")
_MODAL = re.compile(r"(?:would|will|could|should|shall|might|may|must|can|to)\b", re.IGNORECASE)
# A position beside what is said: *which Birch opposes*; *a view that Birch does not share*; *(Birch denies it)*.
_ASIDE = re.compile(
    r"(?:\b(?:which|whom|whose|who|where)\s+|[(–—]\s*|[,–—]\s+(?:an?|one|some\w+|the)(?:\s+\w+){0,3}\s+(?:that\s+)?)$"
)
_SELF = re.compile(r"(?:I|we|us|me|you|it|he|she|they|this|that|who|which|(?:my|our)(?! \w+ (?:the )?[A-Z]).*)\b")
_AFTER = re.compile(r"\b(?:after|before|because|since|when|while|as|if|until|although|where)\s+(?:the\s+)?$")
_COMMENT = re.compile(r"[,–—]\s+(?P<said>an?\s+\w+(?:\s+\w+)?\s+(?:that|which)\s+)$")
# A name, or *we*: whoever it is may speak for a party. Fishermen and experts do not.
_MAY_BE = re.compile(r"[A-Z][a-z]|\b(?:we|he|she|they)\b")
_BARE = re.compile(r"[(\s]*(?:which|who|whom|that|this|it|these|those|such|there)\s*", re.IGNORECASE)
# What the reporter says of a source between its name and its cue: *Alder, which has no ships, wants …*.
_RELATIVE = re.compile(
    r"(?<=,)\s+(?:(?:of|for|to|with|from|in|on)\s+)?(?:who|which|whose|whom)\s[^,]*?\w[^,]*(?=,|$)", re.IGNORECASE
)
_MARK = re.compile(r"[,;.:)–—]")
# Where a reporter's own clause begins after what somebody says, or ends before it.
_OPENS = re.compile(r"[\s”\"’,;–—()]*(?:(?:and|but|although|though|as|while|whereas|because)\s)?\s*", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:is|are|was|were|will|would|has|have|had|can|could|may|might|must|should|does|do|did|came|went|began|took|"
    r"left|met|told|rose|fell|\w{3,}ed)\b"
)
# What only leads in to what somebody says is no clause of the reporter's.
_LEADS_IN = re.compile(
    r"(?:\w+(?:ed|ing)|in|on|at|with|by|for|from|during|after|before|following|despite|to|when|if|once)\b",
    re.IGNORECASE,
)
_LEAST = 3  # words of a clause, at least


@dataclass(frozen=True)
class Layer:
    """What one source states: the stretch that is its, and the clause that it makes.

    `beside` tells that it speaks for itself, and not within what another says; `open_` that its source, whom nothing
    names for certain, may be a party all the same.
    """

    span: Span
    clause: Clause
    depth: int
    beside: bool
    open_: bool = False


def layers(here: Here, statement: Statement, context: Context, *, own: bool) -> Iterator[Layer]:
    """Yield what each source of the passage states, those that stand inside another after it."""
    found = list(here.sources)
    pairs = [(relation, _of_demonym(here, relation, who, context)) for relation, who in found]
    main = _main(here, statement, [relation for relation, _ in pairs])
    everybody = {*statement.holders, *(party for _, who in pairs for party in who.parties)}
    lone = anybody_else(here, everybody, context)
    for relation, who in pairs:
        around = [(other, one) for other, one in pairs if other is not relation and is_within(relation, other)]
        span = _hull(here.text, _near(relation, pairs), (here.passage.start, here.passage.end))
        cue = here.text[slice(*relation.cue)] if relation.cue else None
        leads = main is not None and (relation is main or is_within(main, relation))
        leads = leads or (not around and who.entity is not None and who.entity == statement.speaker)
        leads = leads or (main is not None and not who.parties and leads_in(here.text, relation))
        if leads and not own:
            shaky = statement.inferred or (
                not statement.holders and bool(lone or of_relation(here, relation, who, context))
            )
            sure: Sure = "inferred" if shaky else "certain"
            words = statement.cue if main is not None and is_within(main, relation) else cue
            clause = Clause(*span, statement.speaker, words, statement.holders, sure)
            yield Layer(span, clause, 0, beside=True)
            yield from _told_of_source(here.text, relation, 0, pairs)
            continue
        held = () if who.candidates else holders(here.sentence, relation.content, who, context)
        if around and _is_circumstance(here.text, relation, around[-1][0]) and set(held) - set(statement.holders):
            yield Layer(span, Clause(*span, None, None, (), "reported"), len(around), beside=False)
            continue
        aside = _is_aside(here.text, relation)
        if (around or own) and not _is_others(here, relation, who, held, around, statement, own=own):
            continue
        speaker = who.entity if who.kind in {"person", "body"} else None
        if (own or (around and around[-1][0].rule in _CLAUSAL)) and relation.rule != "noun" and not aside:
            speaker = statement.speaker
        plain = who.named and not who.by_pronoun and not around and not lone and not statement.doubt
        sure = "certain" if plain and not of_relation(here, relation, who, context) else "inferred"
        beside = not own and (aside or not around or not around[-1][1].parties)
        named = bool(who.candidates) or _MAY_BE.search(who.words) is not None
        open_ = beside and not around and not held and named and not _same_source(here.text, relation, main)
        yield Layer(span, Clause(*span, speaker, cue, held, sure), len(around), beside, open_)
        yield from _told_of_source(here.text, relation, len(around), pairs)


def _same_source(text: str, relation: Relation, main: Relation | None) -> bool:
    sources_ = [one.source for one in (relation, main) if one is not None and one.source is not None]
    return len({text[slice(*source)].lower() for source in sources_}) < len(sources_)


def _near(relation: Relation, pairs: Sequence[tuple[Relation, Who]]) -> Relation:
    """Return `relation` without a source that stands with another cue: *Alder says …, and (Alder) has asked …*."""
    source, cue = relation.source, relation.cue
    apart = source and cue and any(one.cue and source[1] <= one.cue[0] < cue[0] for one, _ in pairs)
    return replace(relation, source=None) if apart else relation


def _of_demonym(here: Here, relation: Relation, who: Who, context: Context) -> Who:
    """Return the party of *the Birchan claim that …*, where the noun has nobody else whose it is."""
    if relation.rule != "noun" or who.kind != "stranger" or relation.source is None:
        return who
    start, end = relation.source
    party = next((one.party for one in here.sentence.found if one.start == start and one.end >= end), None)
    return known(context, party) if party else who


def _told_of_source(
    text: str, relation: Relation, depth: int, pairs: Sequence[tuple[Relation, Who]]
) -> Iterator[Layer]:
    """Yield what the reporter says of the source between its name and what it says."""
    if relation.source is None or relation.cue is None:
        return
    low = relation.source[0]
    high = relation.content[0][0] if relation.rule == "gap" else relation.cue[0]
    for match in _RELATIVE.finditer(text, low, max(low, high)):
        said = any(one.cue and match.start() <= one.cue[0] < match.end() for one, _ in pairs)
        if not said and is_clause(match.group()):
            yield Layer(match.span(), Clause(*match.span(), None, None, (), "reported"), depth, beside=False)


def _main(here: Here, statement: Statement, relations: Sequence[Relation]) -> Relation | None:
    """Return the relation that gave the statement its speaker: the one with its cue."""
    if statement.cue is None or (statement.how == "none"):
        return None
    cues = [(here.text[slice(*relation.cue)], relation) for relation in relations if relation.cue]
    same = next((one for cue, one in cues if cue == statement.cue), None)
    return same or next((one for cue, one in cues if cue in statement.cue or statement.cue in cue), None)


def _is_others(
    here: Here,
    relation: Relation,
    who: Who,
    held: tuple[str, ...],
    around: Sequence[tuple[Relation, Who]],
    statement: Statement,
    *,
    own: bool,
) -> bool:
    """Tell whether what stands inside what somebody says is the position of somebody else all the same."""
    text, cue = here.text, here.text[slice(*relation.cue)] if relation.cue else ""
    outer, speaker = around[-1] if around else (None, None)
    said = speaker.parties if speaker is not None and speaker.parties else statement.holders
    beside = relation.rule == "noun" or _is_aside(text, relation)
    if own and not held:
        # *My brother the President says …*: whoever it is, it is not the speaker.
        source = text[slice(*relation.source)] if relation.source else ""
        return who.kind == "stranger" and not around and bool(SAYING.search(cue)) and not _SELF.match(source)
    if not held:
        bare = relation.source is None or _BARE.fullmatch(text[slice(*relation.source)])
        return who.kind == "stranger" and beside and bool(around) and not bare
    if set(held) & set(said):
        return False
    if beside or outer is None:
        return True
    wished = outer.cue is not None and _WISHING.search(text[slice(*outer.cue)])
    denied = outer.rule == "question" and outer.cue is not None and _DENYING.search(text[slice(*outer.cue)])
    return (outer.rule in _CLAUSAL or bool(denied)) and not wished and not _MODAL.match(cue)


def _is_aside(text: str, relation: Relation) -> bool:
    start = min(span[0] for span in (relation.source, relation.cue) if span is not None)
    return _ASIDE.search(text, max(0, start - 40), start) is not None


def _is_circumstance(text: str, relation: Relation, outer: Relation) -> bool:
    """Tell whether the reporter says it, to tell when or why: *insisted on the levy after Birch rejected the dam*."""
    start = relation.source[0] if relation.source else 0
    return outer.rule not in _CLAUSAL and _AFTER.search(text, max(0, start - 40), start) is not None


def _hull(text: str, relation: Relation, passage: Span) -> Span:
    every = [span for span in (relation.source, relation.cue, *relation.content) if span is not None]
    every = [span for span in every if span[0] < passage[1] and passage[0] < span[1]]
    if relation.rule == "relative":
        # What it is about stands before, in somebody else's clause.
        every = every[:-1]
    if relation.rule == "gap":
        # Its cue is left out: it stands with somebody else.
        every = [span for span in every if span != relation.cue]
    start, end = min(start for start, _ in every), max(end for _, end in every)
    comment = _COMMENT.search(text, passage[0], start)
    start = comment.start("said") if comment else start
    if relation.rule == "relative":
        mark = _MARK.search(text, end, passage[1])
        end = mark.start() if mark else passage[1]
    return max(passage[0], start), min(passage[1], end)


def is_clause(words: str) -> bool:
    """Tell whether `words` that nobody says are a clause of the reporter's, and not what leads in or joins."""
    opens = _OPENS.match(words)
    rest = words[opens.end() :] if opens else words
    return len(rest.split()) >= _LEAST and _VERB.search(rest) is not None and not _LEADS_IN.match(rest)
