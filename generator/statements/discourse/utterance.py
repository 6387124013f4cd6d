"""Utterances: of all attribution relations that touch a passage, the one that says who uttered it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.passages.passage import Passage
from generator.statements.discourse.chains import is_medium, whose_words
from generator.statements.discourse.naming import named_source
from generator.statements.discourse.unsaid import is_circumstance, is_unsaid
from generator.statements.lexicon.patterns import nouns
from generator.statements.lexicon.verbs import CLAUSAL, DOING, SAYS_NEXT, says
from generator.statements.mentions.grammar import PREPOSITION, Sentence, mention_at
from generator.statements.referents.context import Context, Who
from generator.statements.referents.speakers import single, who_is
from generator.statements.relation import How, Relation, Span

_DOCUMENT = re.compile(rf"(?:{nouns('issued')}|plan|media|agency|newspaper|press)\b", re.IGNORECASE)
_AUXILIARIES = frozenset("have has had also then will would just and jointly to is are was were been".split())
# "His view of the pact" names a view; "his view that the pact …" states it.
_CLAUSE = re.compile(r"[\s\"“‘]*(?:that|to|how|why|whether)\b")
# Who reads out the news says what others said: *Anchor: Moreau has called for a ban*.
_READS_OUT = re.compile(r"(?:Anchor|Newsreader|Narrator|Announcer|Newscaster)")
# *…, with both sides agreeing to meet*: what several agree to is theirs, though it stands beside the news.
_AGREEING = re.compile(
    r"(?:(?:both|the two|the)\s\w+|[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)\s(?:\w+ly\s)?(?:agreeing|pledging|vowing|"
    r"promising|reaffirming|reiterating|calling|committing|rejecting|insisting|urging|warning)\b"
)
_THAT = re.compile(r"\bthat\s+(?:the\s+|both\s+)?$")
_WITHOUT = re.compile(r"\b(?:without|rather than|instead of)\s+(?:the\s+)?$", re.IGNORECASE)
_POINTER = re.compile(r"(?:this|that|these|those|it|such|which|who|there)\b.{0,12}", re.IGNORECASE)


@dataclass(frozen=True)
class Utterance:
    """Who uttered a passage.

    `via` is the channel it came through, `others` further speakers in the same sentence, `inner` those it
    reports; `channel` says that the source is a text, a body or a medium.
    """

    relation: Relation
    who: Who
    how: How
    via: Who | None = None
    others: tuple[Who, ...] = ()
    inner: tuple[Who, ...] = ()
    channel: bool = False


def touching(passage: Passage, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Return the relations whose source, cue or content overlaps `passage`."""
    return tuple(relation for relation in relations if any(_overlap(span, passage) for span in _spans(relation)))


def _spans(relation: Relation) -> tuple[Span, ...]:
    return tuple(span for span in (relation.source, relation.cue, *relation.content) if span is not None)


def _overlap(span: Span, passage: Passage) -> bool:
    return span[0] < passage.end and passage.start < span[1]


def attributing_in(sentence: Sentence, passage: Passage, relations: Sequence[Relation]) -> list[Relation]:
    """Return the relations with a cue in `passage` that attribute; inside what nobody has said none does."""
    here = [one for one in touching(passage, relations) if _anchored(one, passage)]
    unsaid = [one for one in here if is_unsaid(sentence, one)]
    return [one for one in here if _counts(sentence, one) and not any(is_within(one, other) for other in unsaid)]


def sources(
    sentence: Sentence, passage: Passage, relations: Sequence[Relation], context: Context
) -> list[tuple[Relation, Who]]:
    """Return the relations with a cue in `passage` that say whose words or position something is, with who that is."""
    here = attributing_in(sentence, passage, relations)
    return [(one, named_source(sentence, one, one.source, context)) for one in here if one.source is not None]


def utterance(
    sentence: Sentence,
    passage: Passage,
    relations: Sequence[Relation],
    context: Context,
    read: Sequence[tuple[Relation, Who]] | None = None,
) -> Utterance | None:
    """Return who uttered `passage`, read from the relations with a cue or source in it; None if none says so.

    `read` are the `sources` of the passage, where they are known already.
    """
    text = sentence.text
    read = sources(sentence, passage, relations, context) if read is None else read
    here = attributing_in(sentence, passage, relations)
    outermost = [(one, who) for one, who in read if not _stands_inside(one, here)]
    known = [pair for pair in outermost if _is_known(pair[1])]
    chosen = [pair for pair in outermost if _is_known(pair[1]) or _speaks(text, pair[0])]
    if not chosen:
        return None
    relation, who = next((pair for pair in chosen if not leads_in(text, pair[0])), chosen[0])
    clauses = [pair for pair in chosen if _in_that_clause(text, pair[0], relation)]
    chosen = [pair for pair in chosen if pair not in clauses]
    known = [pair for pair in known if pair not in clauses]
    contents = tuple(span for one, other in chosen if _same(other, who) for span in one.content) + tuple(
        (one.source[0], max(end for _, end in one.content)) for one, _ in clauses if one.source is not None
    )
    inner = [(one, other) for one, other in read if one is not relation and is_within(one, relation)]
    channel = is_medium(text, relation, who)
    if channel and context.uses("passed on"):
        person = whose_words(sentence, relation, who, inner, context)
        if person is None:
            person = _spoken_inside(sentence, relation, context)
        if person is not None:
            return Utterance(person[0], person[1], _how(text, person[0], person[1]), via=who)
    others = tuple(other for _, other in known if not _same(other, who) and not _own_side(other, who))
    return Utterance(
        replace(relation, content=contents),
        who,
        _how(text, relation, who),
        None,
        others,
        tuple(other for _, other in inner),
        channel,
    )


def _in_that_clause(text: str, relation: Relation, first: Relation) -> bool:
    """Tell whether the source of `relation` begins a *that*-clause after the cue of `first`, which reports it."""
    if relation is first or relation.source is None or first.cue is None or relation.source[0] < first.cue[1]:
        return False
    return _THAT.search(text, first.cue[1], relation.source[0]) is not None


def leads_in(text: str, relation: Relation) -> bool:
    """Tell whether the cue only leads in ("Speaking on …, she said"): the verb proper follows."""
    return (
        relation.cue is not None
        and relation.cue[0] < (relation.source or relation.cue)[0]
        and bool(re.match(r"\w+ing\b", text[slice(*relation.cue)]))
    )


def _spoken_inside(sentence: Sentence, relation: Relation, context: Context) -> tuple[Relation, Who] | None:
    """Return the person whose words a text or a medium passes on, with the relation inside the content."""
    for start, end in relation.content:
        one = mention_at(sentence, start + 5 if sentence.text.startswith("that ", start) else start)
        verb = SAYS_NEXT.match(sentence.text, one.end, end + 1) if one is not None and not one.possessive else None
        if one is None or verb is None:
            continue
        who = single(sentence, (one.start, one.end), one, context)
        if who.kind == "person" or who.candidates:
            span, cue = (one.start, one.end), (verb.start("cue"), verb.end("cue"))
            return replace(relation, source=span, cue=cue, content=((verb.end(), end),)), who
    return None


def is_strangers(sentence: Sentence, passage: Passage, relations: Sequence[Relation], context: Context) -> bool:
    """Tell whether somebody the dossier does not know is the source of what stands in `passage`."""
    here = attributing_in(sentence, passage, relations)
    return any(
        one.source is not None
        and not _POINTER.fullmatch(sentence.text, *one.source)
        and who_is(sentence, one.source, context).kind == "stranger"
        for one in here
    )


def is_doing(text: str, relation: Relation) -> bool:
    """Tell whether the cue of `relation` is an act of the meeting (signed, issued, attended), not an utterance."""
    if relation.cue is None or relation.rule in CLAUSAL:
        return False
    words = text[relation.cue[0] : relation.cue[1]].split()
    while words and words[0].lower() in _AUXILIARIES:
        words.pop(0)
    cue = " ".join(words)
    return relation.kind == "indirect" and DOING.fullmatch(cue) is not None


def _counts(sentence: Sentence, relation: Relation) -> bool:
    """Leave out doings, and what a preposition in front shows to be no subject ("a plan by Alder aims to …")."""
    text = sentence.text
    if relation.source is not None and relation.cue is not None and _READS_OUT.fullmatch(text, *relation.source):
        return text[slice(*relation.cue)] != ":"
    if relation.source is None or relation.cue is None or is_doing(text, relation):
        return relation.cue is None
    if relation.how == "nominal" and not _CLAUSE.match(text, relation.content[0][0]):
        return False
    if relation.rule == "participle by" or is_unsaid(sentence, relation):
        # *Reefs claimed by both* describes the reefs; the sentence says something else of them.
        return False
    if relation.rule == "in the view of":
        return True
    cue = text[slice(*relation.cue)]
    before = text[max(sentence.start, relation.source[0] - 20) : relation.source[0]]
    if is_circumstance(text, relation.source[0]):
        if _AGREEING.match(text, relation.source[0]):
            return True
        if not says(cue, relation.rule):
            return False
    if _WITHOUT.search(before) and relation.source[0] < relation.cue[0]:
        return False
    return relation.cue[0] < relation.source[0] or relation.kind != "indirect" or not PREPOSITION.search(before)


def _anchored(relation: Relation, passage: Passage) -> bool:
    span = relation.cue or relation.source
    return span is not None and _overlap(span, passage)


def _stands_inside(relation: Relation, here: Sequence[Relation]) -> bool:
    return any(one is not relation and is_within(relation, one) and not is_within(one, relation) for one in here)


def is_within(inner: Relation, outer: Relation) -> bool:
    """Tell whether `inner` stands inside what `outer` attributes."""
    span = inner.cue or inner.source
    return span is not None and any(start <= span[0] and span[1] <= end for start, end in outer.content)


def _is_known(who: Who) -> bool:
    return bool(who.entity or who.parties or who.candidates)


def _speaks(text: str, relation: Relation) -> bool:
    if relation.kind != "indirect" or relation.cue is None:
        return True
    return says(text[relation.cue[0] : relation.cue[1]], relation.rule)


def is_passive(text: str, relation: Relation) -> bool:
    """Tell whether the cue is "was quoted", so that the source after *by* only passes words on."""
    cue = text[slice(*relation.cue)] if relation.cue else ""
    return re.match(r"(?:was|were|is|are|been|has been)\s+(?:also )?(?:quoted|cited)\b", cue) is not None


def _how(text: str, relation: Relation, who: Who) -> How:
    if who.kind == "collective":
        return "collective"
    if who.kind == "document":
        return "document"
    if who.by_pronoun:
        return "pronoun"
    source = text[relation.source[0] : relation.source[1]] if relation.source else ""
    if who.kind == "body" and _DOCUMENT.search(source):
        return "document"
    return relation.how if relation.how in {"nominal", "lead-in", "document"} else "cue"


def _own_side(other: Who, who: Who) -> bool:
    """Tell whether `other` is the party of `who`, whose account it continues ("…, but Alder is prepared")."""
    return other.kind == "party" and who.kind in {"person", "body"} and set(other.parties) <= set(who.parties)


def _same(one: Who, other: Who) -> bool:
    return one.entity == other.entity and one.parties == other.parties
