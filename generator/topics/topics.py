"""Which concepts each statement speaks to, with the words that show it, and what was kept out by which guard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from generator.dossier.phrases import plain_phrase
from generator.dossier.topic_map import Concept, Match
from generator.statements import Statement
from generator.topics.carrying import Asked, OpenQuotations, utterance_span
from generator.topics.clauses import clause
from generator.topics.context import continues, lead_in, points_back, replies
from generator.topics.phrases import Index, Span
from generator.topics.words import Word, words

Reason = Literal["words", "continued thought", "lead-in", "heading", "quotation", "answer", "ruling"]
_CONTINUED: Reason = "continued thought"
_QUOTED: Reason = "quotation"
_ANSWERED: Reason = "answer"


@dataclass(frozen=True)
class Mention:
    """A concept that a statement speaks to: the words that show it, the clause that says it (both spans), and why.

    `reason` is *words* where the sentence itself says it, *continued thought*, *lead-in* or *heading* where it takes
    its context from before, *quotation* or *answer* where it goes on with one or answers a question, *ruling* where a
    person decided. `phrases` are those of the topic map that matched.
    """

    concept: str
    spans: tuple[Span, ...]
    clause: Span
    reason: Reason
    phrases: tuple[str, ...]


@dataclass(frozen=True)
class KeptOut:
    """A concept whose words stand in the statement and which a guard kept out, with the reason in plain words."""

    concept: str
    phrases: tuple[str, ...]
    because: str


@dataclass(frozen=True)
class Mapped:
    """A statement with the concepts it speaks to, in topic-map order, and those kept out."""

    statement: Statement
    mentions: tuple[Mention, ...]
    kept_out: tuple[KeptOut, ...] = ()

    @cached_property
    def concepts(self) -> tuple[str, ...]:
        """The paths of the concepts."""
        return tuple(mention.concept for mention in self.mentions)


@dataclass(frozen=True)
class _Sentence:
    """What is looked at: the words, all phrase hits in them, the hits that its context adds, and what is known.

    `known` are the concepts that the text has spoken to before.
    """

    words: tuple[Word, ...]
    hits: Mapping[str, tuple[Span, ...]]
    context: Mapping[str, Reason]
    known: Set[str] = frozenset()


class TopicMap:
    """The concepts, with their phrases indexed once for all texts."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self.concepts = tuple(concepts)
        self._index = Index(phrase for concept in concepts for phrase in _phrases(concept.match))

    def hits(self, sentence: Sequence[Word]) -> dict[str, tuple[Span, ...]]:
        """Return the places of every phrase of the map in `sentence`."""
        return self._index.hits(sentence)

    def find_concepts(self, sentence: _Sentence) -> set[str]:
        """Return the paths of the concepts that `sentence` speaks to, whatever stands around it."""
        return {
            concept.path
            for concept in self.concepts
            if _find_phrases(concept, sentence) and not any(phrase in sentence.hits for phrase in concept.match.none)
        }


def topics(text: str, statements: Sequence[Statement], topic_map: TopicMap) -> tuple[Mapped, ...]:
    """Return each statement of one source with its concepts; statements outside the body have none."""
    return tuple(_topics(text, statements, topic_map))


def _topics(text: str, statements: Sequence[Statement], topic_map: TopicMap) -> Iterator[Mapped]:
    before: Mapped | None = None
    context: dict[str, Reason] = {}
    opened: tuple[int, dict[str, Reason]] = (-1, {})
    section: dict[str, Reason] = {}
    quoted, asked, known = OpenQuotations(text, statements), Asked(), set[str]()
    for statement in statements:
        passage = statement.passage
        if passage.zone == "heading":
            title = words(text, passage.start, passage.end)
            hits = topic_map.hits(title)
            known |= topic_map.find_concepts(_Sentence(title, hits, {}))
            # The title is above every sentence and so guards against none.
            section = dict.fromkeys(hits if before is not None else (), "heading")
            asked.forget()
        if passage.zone != "body":
            yield Mapped(statement, ())
            continue
        sentence = words(text, passage.start, passage.end)
        hits = topic_map.hits(sentence)
        opening = lead_in(text, sentence)
        if opening:
            opened = (passage.paragraph, dict.fromkeys(topic_map.hits(opening), "lead-in"))
        elif opened[0] != passage.paragraph:
            opened = (-1, {})
        same_paragraph = before is not None and before.statement.passage.paragraph == passage.paragraph
        pointing = points_back(sentence) or (replies(sentence) if same_paragraph else ())
        carried: dict[str, Reason] = {**section, **opened[1]}
        if pointing or (same_paragraph and continues(sentence)):
            carried |= dict.fromkeys(context, _CONTINUED)
        mapped = _map(text, statement, _Sentence(sentence, hits, carried, known), topic_map)
        if not mapped.mentions and pointing and before is not None:
            mapped = Mapped(statement, tuple(_inherit(before, statement, pointing)), mapped.kept_out)
        known.update(mapped.concepts)
        if statement.asks:
            asked.ask(passage.quote, mapped.concepts)
            # A question is no evidence for anything; what answers it may point back at what it speaks of.
            yield Mapped(statement, (), mapped.kept_out)
        else:
            mapped = _carry(text, mapped, before, quoted, asked)
            yield mapped
        before, context = mapped, {**dict.fromkeys(hits, _CONTINUED), **carried}


def _carry(text: str, mapped: Mapped, before: Mapped | None, quoted: OpenQuotations, asked: Asked) -> Mapped:
    """Return `mapped` with what it carries on where it speaks to nothing in its own words."""
    if mapped.mentions:
        asked.forget()
        return mapped
    statement = mapped.statement
    barred = {kept.concept for kept in mapped.kept_out}
    span = quoted.goes_on(before.statement, statement) if before is not None and not before.statement.asks else None
    if before is not None and span and before.mentions:
        reason, paths = _QUOTED, before.concepts
    else:
        reason, paths, span = _ANSWERED, asked.answers(statement), utterance_span(statement)
    # No word shows it: its place is where what goes on begins.
    place = next(((word.start, word.end) for word in words(text, *span)), span)
    found = [Mention(path, (place,), span, reason, ()) for path in paths]
    return Mapped(statement, tuple(m for m in found if m.concept not in barred), mapped.kept_out)


def _inherit(before: Mapped, statement: Statement, pointing: tuple[Span, ...]) -> Iterator[Mention]:
    """Yield the concepts of the thought before for a sentence that only points back at it."""
    whole = (statement.passage.start, statement.passage.end)
    for mention in before.mentions:
        yield Mention(mention.concept, pointing, whole, "continued thought", ())


def _map(text: str, statement: Statement, sentence: _Sentence, topic_map: TopicMap) -> Mapped:
    passage = statement.passage
    mentions: list[Mention] = []
    kept_out: list[KeptOut] = []
    shown_by = {concept: shown for concept in topic_map.concepts if (shown := _find_phrases(concept, sentence))}
    for concept, shown in shown_by.items() or _find_again(topic_map, sentence):
        because, reason = _guard(concept.match, sentence)
        if because:
            kept_out.append(KeptOut(concept.path, tuple(shown), because))
            continue
        spans = tuple(sorted({span for found in shown.values() for span in found}))
        within = statement.clause_of(spans) or passage
        said = clause(text, (within.start, within.end), spans)
        mentions.append(Mention(concept.path, spans, said, reason, tuple(shown)))
    return Mapped(statement, _most_specific(mentions), tuple(kept_out))


def _find_again(topic_map: TopicMap, sentence: _Sentence) -> Iterator[tuple[Concept, dict[str, tuple[Span, ...]]]]:
    """Yield the concepts that the text knows and that a sentence without any other takes up again, with the phrases."""
    for concept in topic_map.concepts if sentence.known else ():
        shown = {phrase: sentence.hits[phrase] for phrase in concept.match.again if phrase in sentence.hits}
        if shown and concept.path in sentence.known:
            yield concept, shown


def _find_phrases(concept: Concept, sentence: _Sentence) -> dict[str, tuple[Span, ...]]:
    """Return the phrases that speak for a concept, with their places; empty when it is not spoken to."""
    match = concept.match
    shown = {phrase: sentence.hits[phrase] for phrase in match.any if phrase in sentence.hits}
    for near in match.near:
        together = _near(near.phrases, near.within, sentence)
        if together:
            shown[" … ".join(near.phrases)] = (together,)
    every = [[phrase for phrase in group if phrase in sentence.hits] for group in match.all]
    if not all(every) or not (shown or (match.all and not match.any and not match.near)):
        return {}
    return shown | {group[0]: sentence.hits[group[0]] for group in every}


def _guard(match: Match, sentence: _Sentence) -> tuple[str, Reason]:
    """Return why the concept is kept out ("" when it is not), and from where its context comes."""
    barred = [phrase for phrase in match.none if phrase in sentence.hits]
    if barred:
        return f"the sentence also has “{plain_phrase(barred[0])}”, which `none` rules out", "words"
    if not match.context or any(phrase in sentence.hits for phrase in match.context):
        return "", "words"
    for phrase in match.context:
        if phrase in sentence.context:
            return "", sentence.context[phrase]
    nearby = "in the sentence, in the thought that it continues or in the heading above"
    return f"none of its `context` stands {nearby}", "words"


def _near(phrases: tuple[str, ...], within: int, sentence: _Sentence) -> Span | None:
    """Return the span that holds all of `phrases` with at most `within` words between first and last, or None."""
    if any(phrase not in sentence.hits for phrase in phrases):
        return None
    for first in sentence.hits[phrases[0]]:
        chosen = [first]
        for phrase in phrases[1:]:
            chosen.append(min(sentence.hits[phrase], key=lambda span: (abs(span[0] - first[0]), span)))
        start, end = min(span[0] for span in chosen), max(span[1] for span in chosen)
        inside = sum(start <= word.start and word.end <= end for word in sentence.words)
        taken = sum(sum(a <= word.start and word.end <= b for word in sentence.words) for a, b in chosen)
        if inside - taken <= within:
            return start, end
    return None


def _most_specific(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Leave out a concept where a narrower one is spoken to: the narrower one says it all."""
    paths = {mention.concept for mention in mentions}
    return tuple(m for m in mentions if not any(path.startswith(m.concept + "/") for path in paths))


def _phrases(match: Match) -> Iterator[str]:
    yield from match.any
    yield from match.again
    yield from (phrase for group in match.all for phrase in group)
    yield from match.none
    yield from (phrase for near in match.near for phrase in near.phrases)
    yield from match.context
