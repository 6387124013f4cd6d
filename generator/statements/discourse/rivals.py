"""Rivals: those of other parties who act or speak in a sentence beside the one that it is attributed to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from generator.statements.discourse.here import Here
from generator.statements.lexicon import cues
from generator.statements.mentions.mention import Mention
from generator.statements.parse.tokens import DET, NAME, PREP, PRON, Token
from generator.statements.parse.units import Unit
from generator.statements.referents.context import Context, Who
from generator.statements.relation import Relation, Span

ACTS = "another acts in the sentence as well"
# What puts somebody beside the source, or against it.
_BESIDE = re.compile(
    r"\b(?:join(?:s|ed)?|along with|together with|jointly with|as well as|joined by|echoing|echoes|backed by|"
    r"backing|like|"
    r"unlike|without|"
    r"rather than|instead of|on behalf of|speaking (?:also |only )?for|nor|or|not|despite|alongside|"
    r"accompanied by|joining|"
    r"flanked by|in the (?:words|view|eyes|opinion) of|to hear|in line with|seconded by|supported by|citing|"
    r"quoting|besides)"
    r"(?:,?\s+(?:perhaps|possibly|maybe|even))?\s+(?:both\s+|the\s+|her\s+|his\s+|its\s+)?$",
    re.IGNORECASE,
)
_WITH = re.compile(r"(?:^|,)\s*with\s+(?:the\s+)?$", re.IGNORECASE)
_SET_OFF = re.compile(r",\s+(?:from|by|for|like|unlike|with|to)\s+(?:the\s+)?$", re.IGNORECASE)
_TO_ONE = re.compile(r"\s*(?:to|for)\s+(?:the\s+)?$", re.IGNORECASE)
_VIEW_AFTER = re.compile(
    r"[’']s?\s+(?:words|view|telling|account|eyes|opinion|version|phrase|reading)\b", re.IGNORECASE
)
# Inside what is said these words bring a clause of the speaker's own.
_SUBORDINATE = re.compile(
    r"(?:\b(?:that|if|because|when|whether|how|why|what|until|unless|since|so|than|where|before|after|once|though|although|"
    r"whenever|which|who|whom|whose)\s+(?:\w+ly\s+)?(?:(?:the|both|all|its|his|her|their|mr|mrs|ms)\.?\s+)*)$",
    re.IGNORECASE,
)
# A remark on what was said, by who tells it: *…, a view that Birch shares*; *…, which Birch denies*.
_REMARK = re.compile(
    r"[,–—(;]\s+(?:(?:an?|the|one|something)\s+(?:[\w-]+\s+){1,3}?(?:that\s+|which\s+)?|(?:which|who|whom|where|whose|while|whereas|"
    r"as|though|although)\s+)(?:the\s+)?$",
    re.IGNORECASE,
)
_VIEW_OF = re.compile(r"\b(?:in the (?:words|view|eyes|opinion|phrase) of|to hear)\s+(?:the\s+)?$", re.IGNORECASE)
# After these a clause begins whose verb is left out, or is not found: *; Birch, a trial year*; *and Birch, …, a ban*.
_SEMICOLON = re.compile(r";\s+(?:and\s+|but\s+)?(?:the\s+)?$")
_AND_THEN = re.compile(r"\b[a-z][\w’'-]*[”\"]?,?\s+(?:and|but|while|whereas)\s+(?:the\s+)?$")
_APART = re.compile(
    r"(?:;\s+(?:and\s+|but\s+)?|\b[a-z][\w’'-]*[”\"]?,?\s+(?:and|but|while|"
    r"whereas)\s+)(?:the\s+)?(?=[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*,\s)"
)
_FIRST = re.compile(
    r"[\s\"“‘']*(?:that\s+)?(?:(?:in|on|at|for|as|if|when|after|with)\s[^,]{1,60},\s+)?(?:(?:he|she|it|they|we)\s+and\s+)?"
    r"(?:the\s+|both\s+|all\s+)*",
    re.IGNORECASE,
)
_AND_I = re.compile(r"^(?:And |But |So |Today,? |Then,? )?[^,;:.]{2,60}\band I\b")
_GIVEN_BY = re.compile(
    r"\b(?:by|(?:support|assurances?|agreement|commitment|promises?|views?|consent|backing|pledges?|word|approval)\s+(?:of|from))"
    r"\s+(?:the\s+)?(?:\w+\s+and\s+)?$",
    re.IGNORECASE,
)
# *The allegation that …*: who speaks gives another's words.
_THEIRS = re.compile(
    r"\b(?:the|this|that|an?)\s+(?:\w+\s+)?(?:allegation|accusation|claim|charge|assertion|suggestion)s?\b[^.;]*\bthat\b",
    re.I,
)
_HELD_BY_OTHERS = "others are said to hold it, in words that are one side’s alone"
_CLEAR = frozenset(
    ("that", "clause", "quote", "parenthesis", "according to", "as", "colon", "in the view of", "question")
)
_HOLDING = (
    cues.SAY | cues.TELL | cues.WANT | cues.JUDGE | cues.URGE | cues.CALL | frozenset(("align", "demonstrate", "meet"))
)


def parties_of(each: Mention, context: Context) -> frozenset[str]:
    """Return the parties that a mention may stand for; "?" for somebody unknown, "*" for several without names."""
    if each.kind == "pronoun":
        return frozenset()
    if each.kind in ("collective", "document"):
        return frozenset("*")
    if each.kind == "stranger":
        return frozenset((each.party or "?",))
    if each.party:
        return frozenset((each.party,))
    return frozenset(context.entity(id_).party or id_ for id_ in each.ids)


def another_acts(here: Here, held: Collection[str], context: Context) -> str:
    """Return that somebody of another party than `held`, or unknown, acts in a clause that nobody reports."""
    for unit in here.units:
        for index, span in _actors(unit, here):
            reported = _is_reported(here, span)
            nested = any(low <= span[0] < high for each, _ in here.sources for low, high in each.content)
            if reported or (_is_read(here, unit, index) and not nested):
                continue
            rivals = _rivals(here, unit, span, context) - set(held)
            if rivals - {"*"} or (rivals and not nested and len(held) < 2):
                return ACTS
    return ""


def another_holds(here: Here, relation: Relation, held: Collection[str], context: Context) -> bool:
    """Tell whether what `relation` attributes begins with another who holds it: *Birch, Alder says, wants it*."""
    low, high = relation.content[0][0], relation.content[-1][1]
    for unit in here.units:
        for index, span in _actors(unit, here):
            if (
                low <= span[0] < high
                and unit.verbs[index].lemma in _HOLDING
                and _FIRST.fullmatch(here.text[low : span[0]])
            ):
                return bool(_rivals(here, unit, span, context) - set(held))
    return False


def speaks_for_another(here: Here, held: Collection[str], context: Context) -> str:
    """Return that in somebody's own words another, or several together, are said to hold something."""
    for unit in here.units:
        for index, span in _actors(unit, here):
            if unit.verbs[index].lemma not in _HOLDING:
                continue
            rivals = _rivals(here, unit, span, context) - {"?"} - set(held)
            if rivals - {"*"} or (rivals and len(held) < 2):
                return _HELD_BY_OTHERS
    alone = len(held) < 2
    if alone and (_AND_I.search(here.passage.quote) or _THEIRS.search(here.passage.quote)):
        return _HELD_BY_OTHERS
    given = (each for each in here.sentence.found if _is_given_by(here, each))
    return _HELD_BY_OTHERS if alone and any(parties_of(each, context) - {"?"} - set(held) for each in given) else ""


def _is_given_by(here: Here, each: Mention) -> bool:
    return _GIVEN_BY.search(here.text, max(here.passage.start, each.start - 40), each.start) is not None


def _actors(unit: Unit, here: Here) -> Iterator[tuple[int, Span]]:
    """Yield the finite verbs of the passage outside quotations, with the span of their subject."""
    tokens = unit.tokens
    for index, (group, source) in enumerate(zip(unit.verbs, unit.subjects, strict=True)):
        if source is None or group.shape not in ("finite", "ed") or tokens[group.head].quoted:
            continue
        span = tokens[source[0]].start, tokens[source[1] - 1].end
        if here.passage.start <= span[0] and span[1] <= here.passage.end:
            yield index, span


def _is_read(here: Here, unit: Unit, index: int) -> bool:
    """Tell whether the verb is the cue of a relation whose source is read: its clause is that source's."""
    group = unit.verbs[index]
    start, end = unit.tokens[group.first].start, unit.tokens[group.last].end
    return any(each.cue and each.cue[0] < end and start < each.cue[1] and _is_plain(who) for each, who in here.sources)


def _is_plain(who: Who) -> bool:
    return bool(who.parties) or who.kind == "stranger"


def _is_reported(here: Here, span: Span) -> bool:
    """Tell whether the subject at `span` stands in what somebody is said to have said, in no clause of another."""
    for relation, _ in here.sources:
        for start, end in relation.content:
            if not (start <= span[0] < end or span[0] < start < span[1]):
                continue
            before = here.text[start : max(start, span[0])]
            if _FIRST.fullmatch(before):
                return relation.rule in _CLEAR or relation.kind != "indirect" or here.text.startswith("that ", start)
            if _REMARK.search(before):
                return False
            if _SUBORDINATE.search(before):
                return True
    return False


def _rivals(here: Here, unit: Unit, span: Span, context: Context) -> frozenset[str]:
    """Return the parties of those at the head of the subject at `span`; "?" for an unknown name."""
    head = next(
        (token.start for token in unit.tokens if span[0] < token.start < span[1] and token.tag == PREP), span[1]
    )
    inside = [each for each in here.sentence.inside(span[0], head) if each.start < head]
    every = frozenset(party for each in inside if _is_head(here, each) for party in parties_of(each, context))
    words = [each for each in unit.tokens if span[0] <= each.start < head and each.tag != DET]
    unknown = words and not inside and all(_is_name(here, each) for each in words)
    return every or (frozenset("?") if unknown else frozenset())


def _is_head(here: Here, mention: Mention) -> bool:
    """Tell the one who acts from the owner of something that is named so: *the Council Charter*."""
    runs_on = mention.kind in ("body", "party") and re.match(r" [A-Z]", here.text[mention.end : mention.end + 2])
    return mention.kind != "other" and not runs_on


def _is_name(here: Here, token: Token) -> bool:
    capital = here.text[token.start].isupper() and token.start > here.passage.start and token.low != "i"
    return token.tag == NAME or (capital and token.tag not in (PRON, DET))


def named_beside(here: Here, held: Collection[str], context: Context) -> str:
    """Return that somebody of another party than `held` is set beside the source, or speaks without a verb."""
    contents = [span for each, who in here.sources if who.parties for span in each.content]
    for each in here.sentence.found:
        unquoted = not any(low <= each.start < high for low, high in here.quoted)
        if not parties_of(each, context) - set(held) or not unquoted or each.kind in ("collective", "document"):
            continue
        before = here.text[max(here.passage.start, each.start - 60) : each.start]
        inside = any(start < each.start < end for start, end in contents)
        if _stands_apart(here, each, before):
            return ACTS
        if not inside and (_BESIDE.search(before) or _WITH.search(before)):
            return "another is named beside the source"
    return ACTS if any(_is_unknown(here, match.end()) for match in _APART.finditer(here.passage.quote)) else ""


def _is_unknown(here: Here, offset: int) -> bool:
    """Tell whether at `offset` of the passage a name begins that nobody has, and that no quotation holds."""
    at = here.passage.start + offset
    known = any(each.start <= at < each.end for each in here.sentence.found)
    return not known and not any(low <= at < high for low, high in here.quoted)


def _stands_apart(here: Here, each: Mention, before: str) -> bool:
    """Tell whether a mention has words of its own without a verb: *; Birch, a truce*; *in the words of Field*."""
    text, after = here.text, here.text[each.end : each.end + 5]
    read = any(
        relation.source and relation.source[0] <= each.start < relation.source[1] for relation, _ in here.sources
    )
    if _VIEW_OF.search(before) or (_VIEW_AFTER.match(text, each.end) and not read):
        return True
    if _SET_OFF.search(before) and after.startswith(","):
        return True
    if _TO_ONE.fullmatch(text[here.passage.start : each.start]) and not after.startswith(","):
        return True
    if read or each.possessive:
        return False
    if _SEMICOLON.search(before):
        return True
    joined = _AND_THEN.search(before)
    return joined is not None and (
        after.startswith(",") or re.match(r"\s(?:[A-Z“\"\d]|an?\b|the\b)", after) is not None
    )
