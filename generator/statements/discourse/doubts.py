"""Doubts: why an attribution, right as it may be, is not shown as certain.

Certain is what a named source says in a plain sentence. Whoever else may be meant, or may be the one who acts or speaks
in a part of it, makes it inferred.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from generator.statements.discourse.extent import hull, open_end
from generator.statements.discourse.here import Here
from generator.statements.discourse.naming import is_list
from generator.statements.discourse.rivals import another_acts, another_holds, named_beside, speaks_for_another
from generator.statements.discourse.unsaid import is_declined, is_long_ago
from generator.statements.discourse.utterance import is_within
from generator.statements.referents.context import Context, Who
from generator.statements.relation import Relation
from generator.statements.statement import Statement

_DAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|"
    r"November|December"
)
_CAPITAL = rf"(?!(?:{_DAY})\b)[^\W\d_a-z][\w’'.-]*"
# Somebody joined to the source on its left, whom no rule has read with it.
_JOINED_BEFORE = re.compile(
    rf"(?:{_CAPITAL}|\bothers?)\)?,?\s+(?:and|or|nor|&|as well as)\s+(?:the\s+|both\s+|(?:his|her|its|their)\s+)?$"
)
_NOT_ALONE = re.compile(
    r"\b(?:or|nor|not|neither|either|without|perhaps|possibly|maybe|former|formerly|then|late|unlike|besides|minus|"
    r"critics?|opponents?|rivals?|supporters?|friends?|biographers?|close to|familiar with)\b",
    re.IGNORECASE,
)
_BEFORE_SOURCE = re.compile(
    r"\b(?:not|nor|or|neither|perhaps|maybe|possibly|like|than|with|by|not [^,;]{1,40} but|which|whom|whose|"
    r"where|except|save|bar|excluding|"
    r"(?:all|everyone|everybody|nobody|no one|none|any|each)(?: of them)? but)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:we|our|us|I|my)\b")
# Whoever agrees with somebody holds it together with him; *neither she nor Field* is of both and of none.
_AGREES = re.compile(
    r"(?:\w+ )?(?:agree[sd]?|concur(?:s|red)?|side[sd]?|disagree[sd]?) with\s+(?:the\s+|his\s+|her\s+)?[A-Z]"
)
_NEITHER = re.compile(
    r"\s*(?:that\s+)?(?:neither|either|both|not only)\b[^,.;]{0,60}\b(?:nor|or|and|but)\b", re.IGNORECASE
)
_OPEN_LEAD = re.compile(
    r"^\s*(?:perhaps|maybe|possibly|probably|it is not|it was not)\b"
    r"|\b(?:it|there) (?:is|was|has been) (?:said|believed|thought|reported|rumou?red|talk)\b|\b(?:they say|"
    r"rumou?r has it)\b"
    r"|\b(?:speaking|acting|writing|signing)\s+(?:also\s+)?(?:for|on behalf of)\b|\bon behalf of\b",
    re.IGNORECASE,
)
# What leaves open whether it was said, and by whom it is felt.
_LEFT_OPEN = re.compile(
    r"^(?:perhaps|maybe|possibly|probably|apparently|reportedly|allegedly|supposedly|seemingly|either|not)\b"
    r"|\b(?:reportedly|allegedly|supposedly|apparently|probably|possibly|perhaps|effectively|in effect)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"^(?:\w+ly )?(?:will|would|wo|shall|going to|plans to|had long|has long|have long)\b", re.IGNORECASE
)
# Verbs of hearing and of giving another's words.
_PASSING_ON = re.compile(
    r"(?:(?:has|have|had|also|\w+ly) )*(?:hears?|heard|learn(?:s|ed|t)|knows?|knew|quot(?:es?|ed|ing)|cit(?:es?|"
    r"ed|ing)|reads?|"
    r"notic(?:es?|ed)|discover(?:s|ed)|reali[sz](?:es|ed)|sees?|saw|seen|forg[eo]ts?|imagin(?:es|ed)|dream(?:s|ed|t)|"
    r"echo(?:es|ed|ing)?)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\s*(?:it|them|him|so)\s*(?:[.,;]|$|\s(?:with|to|in|for|about|on|at|by|of|out|down|up|"
    r"before|after)\b)"
)
# Rules that read what stands beside a noun, or in a clause about something else.
_WEAK = frozenset(("noun", "relative", "as", "question", "quoting", "participle by"))
_PLAIN = frozenset(("phrase", "preposition"))
# *… began, after Alder confirmed …*: what is told is that it began.
_CIRCUMSTANCE = re.compile(r"\w\s+(?:after|since|once|when|while|before|until)\s+(?:the\s+)?$")
_AROUND = frozenset(("parenthesis", "according to", "as", "in the view of"))


def doubt(here: Here, statement: Statement, context: Context, *, own: Collection[str] | None) -> str:
    """Return why `statement` may not be shown as certain, in words for people; "" where it may.

    `own` are the parties whose words all of the text or of the turn is; None in a report.
    """
    if statement.how == "none" or not statement.named or not (statement.holders or statement.speaker):
        return ""
    in_turn = own == () and statement.form == "direct quotation"
    of_issuer = own and set(statement.holders) == set(own)
    if own is not None and (in_turn or of_issuer or statement.how in ("issued", "carried", "document")):
        return speaks_for_another(here, statement.holders, context)
    if own and (set(statement.holders) - set(own) or _OURS.search(here.passage.quote)):
        return "it stands in a text of others’"
    return next((reason for reason in _reasons(here, statement, context) if reason), "")


def _reasons(here: Here, statement: Statement, context: Context) -> Iterator[str]:
    main = _main(here, statement)
    if statement.cue is not None and not main:
        yield _of_words(here, statement.cue)
        known = any(set(who.parties) & set(statement.holders) for _, who in here.sources)
        yield "it is another who passes it on" if known else ""
    for relation, who in main:
        yield of_relation(here, relation, who, context)
    if statement.how == "collective" and "takes up" in statement.rule and not _whole(statement.holders, context):
        yield "several could be meant"
    yield _one_within(here, statement, main, context)
    yield around(here, statement.holders, context)


def of_relation(here: Here, relation: Relation, who: Who, context: Context) -> str:
    """Return why what `relation` attributes to `who` may not be shown as certain; "" where it may."""
    found = (
        _of_source(here, relation, who, context), _of_cue(here, relation), _long_ago(here, relation, context)
    )  # fmt: skip
    return next((reason for reason in found if reason), "")


def around(here: Here, held: Collection[str], context: Context) -> str:
    """Return who else acts or is named in the sentence beside `held`, in no clause that is read; "" if nobody."""
    return named_beside(here, held, context) or another_acts(here, held, context)


def _main(here: Here, statement: Statement) -> list[tuple[Relation, Who]]:
    """Return the relations that give the statement its holders: those that stand inside no other."""
    every = here.sources
    outer = [(each, who) for each, who in every if not any(is_within(each, two) for two, _ in every if two is not each)]
    return [(each, who) for each, who in outer if set(who.parties) & set(statement.holders)]


def _of_words(here: Here, cue: str) -> str:
    words = here.passage.quote
    at = words.find(cue)
    if is_list(here.sentence, here.passage.start, here.passage.start + at):
        return "not all who are named together are known"
    if _LEFT_OPEN.search(words[: at + len(cue)]) or _AHEAD.match(cue):
        return "it is left open"
    vague = _VAGUE.match(words[at + len(cue) :]) is not None
    return "what is said is not given" if vague or _PASSING_ON.match(cue) else ""


def _of_source(here: Here, relation: Relation, who: Who, context: Context) -> str:
    """Return what speaks against the words that name the source."""
    if relation.source is None:
        return ""
    text, (start, end) = here.text, relation.source
    name, before = text[start:end].split(",")[0], text[max(here.passage.start, start - 60) : start]
    joined = _JOINED_BEFORE.search(before) and relation.cue is not None and start < relation.cue[0]
    if joined and not who.members and not any(low <= start < high for low, high in _other_contents(here, relation)):
        return "others are named with the source"
    if who.members and not all(each.parties for each in who.members):
        return "not all who are named together are known"
    if _NOT_ALONE.search(name) or _BEFORE_SOURCE.search(before):
        return "it is open who is meant"
    if not who.members and who.kind != "collective" and is_list(here.sentence, start, end):
        return "not all who are named together are known"
    if "only one person held" in who.rule and not _is_heard(context, who):
        return "an office without a name"
    if who.kind == "collective" and "takes up" in who.rule and not _whole(who.parties, context):
        return "several could be meant"
    if who.kind == "collective" and not who.members and not _whole(who.parties, context):
        return "several could be meant"
    return ""


def _other_contents(here: Here, relation: Relation) -> list[tuple[int, int]]:
    return [content for each, _ in here.sources if each is not relation for content in each.content]


def _is_heard(context: Context, who: Who) -> bool:
    """Tell whether the text has named the person before."""
    every = (*context.earlier, *context.heard)
    return any(each.entity == who.entity for heard in every for each in heard.persons)


def _whole(held: Collection[str], context: Context) -> bool:
    """Tell whether several, called by no names, are all of the text or title, or the only ones named together."""
    named = {frozenset(each.plural.parties) for each in (*context.earlier, *context.heard) if each.plural is not None}
    every = (set(context.titled), set(context.present) & set(context.parties))
    two = len(context.parties) < 3 and named <= {frozenset(held)}
    return set(held) in every or (two and set(held) == set(context.parties))


def _of_cue(here: Here, relation: Relation) -> str:
    """Return what speaks against the words that attribute."""
    if relation.cue is None:
        return ""
    cue = here.text[slice(*relation.cue)]
    if relation.source and relation.source[1] <= relation.cue[0]:
        between = here.text[relation.source[0] : relation.cue[0]]
        if _OPEN_LEAD.search(between):
            return "it is left open"
    if _AGREES.match(here.text, relation.cue[0]):
        return "another is named beside the source"
    if _NEITHER.match(here.text, relation.content[0][0]):
        return "it is open who is meant"
    lead = here.text[
        here.passage.start : max(here.passage.start, min(relation.cue[0], (relation.source or relation.cue)[0]))
    ]
    if is_declined(here.text, relation):
        return "it is said not to have been spoken of"
    if _LEFT_OPEN.search(cue) or _OPEN_LEAD.search(lead):
        return "it is left open"
    if (
        relation.kind == "indirect"
        and _AHEAD.match(cue)
        and not re.search(r"\bnot\b|n[’']t\b|\brather\b|\blike\b", cue)
    ):
        return "it is said to lie ahead"
    return _of_rule(here, relation, cue, lead) or open_end(here, relation)


def _of_rule(here: Here, relation: Relation, cue: str, lead: str) -> str:
    """Return what speaks against the way in which the cue is joined to what is said."""
    if relation.rule in _WEAK:
        return "it stands beside what is said"
    if relation.rule in _PLAIN and _CIRCUMSTANCE.search(lead):
        return "it only tells when"
    if _PASSING_ON.match(cue):
        return "it may be another’s"
    content = here.text[slice(*relation.content[0])]
    if relation.rule in ("phrase", "preposition", "clause") and _VAGUE.match(content):
        return "what is said is not given"
    return ""


def _long_ago(here: Here, relation: Relation, context: Context) -> str:
    """Return that it was said in another year, by what stands around the words that are said."""
    if relation.cue is None:
        return ""
    spans = [span for each, _ in here.sources for span in each.content]
    spans += [hull(each) for each, _ in here.sources if each is not relation]
    outside = _without(here, spans)
    old = is_long_ago(outside, here.text[slice(*relation.cue)], context.year)
    return "it was said at another time" if old else ""


def _without(here: Here, spans: Sequence[tuple[int, int]]) -> str:
    words, at = [], here.passage.start
    for start, end in sorted(spans):
        words.append(here.text[at : max(at, start)])
        at = max(at, end)
    return " ".join([*words, here.text[at : here.passage.end]])


_ITSELF = "it says whose position it is itself"


def _one_within(here: Here, statement: Statement, main: Sequence[tuple[Relation, Who]], context: Context) -> str:
    """Return that a parenthesis attributes what says whose position it is itself: *Birch wants it, Alder said*."""
    for relation, _ in main:
        if relation.rule not in _AROUND or relation.kind == "direct":
            continue
        if another_holds(here, relation, statement.holders, context):
            return _ITSELF
        for each, who in here.sources:
            if each is not relation and is_within(each, relation) and set(who.parties) - set(statement.holders):
                return _ITSELF
    return ""
