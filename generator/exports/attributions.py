"""Attribution relations, one row each: for the sources of a dossier, or for any text by itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.dossier.dossier import Dossier
from generator.passages import Passage, passages
from generator.readings.reading import Reading
from generator.sources import Source
from generator.statements.assemble import beginning, days, read
from generator.statements.discourse.here import Places
from generator.statements.mentions.names import names_on
from generator.statements.parse.quotations import quotations
from generator.statements.referents.context import Who
from generator.statements.referents.speakers import who_is
from generator.statements.relation import Relation, Span
from generator.statements.rules.relations import relations
from generator.statements.statement import Statement

Row = dict[str, object]
# Pronouns whose words alone tell a reader nothing.
_PRONOUN = re.compile(r"(?:he|she|they|it|him|her|them)", re.IGNORECASE)


@dataclass(frozen=True)
class Attributed:
    """A relation with who its source is: an entity id where there are entities, and the words that name it."""

    relation: Relation
    speaker: str | None
    speaker_text: str | None


def rows(file: str, attributed: Sequence[Attributed], nested: bool = False) -> Iterator[Row]:
    """Yield the relations of one text; spans are ``[start, end]`` in code points of the text, end exclusive.

    A relation inside the content of another (*Moreau said that Birch supports it*) comes only where `nested` asks for
    it, marked so: labelled texts in the manner of PARC 3 have the outer one alone.
    """
    for one in attributed:
        relation = one.relation
        if relation.outer is not None and not nested:
            continue
        yield {
            "file": file,
            "kind": relation.kind,
            "source": list(relation.source) if relation.source else None,
            "cue": list(relation.cue) if relation.cue else None,
            "content": [list(span) for span in relation.content],
            "speaker": one.speaker,
            "speaker_text": one.speaker_text,
            "how": relation.how,
            "rule": relation.rule,
            **({"nested": relation.outer is not None} if nested else {}),
        }


def of_reading(reading: Reading, dossier: Dossier) -> tuple[Attributed, ...]:
    """Return the relations of a source of the dossier, with who the entities of the dossier say is meant."""
    said = [mapped.statement for mapped in reading.mapped]
    return _attribute(reading.source, [one.passage for one in said], dossier, said)


def of_text(name: str, text: str) -> tuple[Attributed, ...]:
    """Return the relations of any text; nobody is known, so a speaker is only words of the text."""
    return _attribute(bare_source(name, text), passages(text), bare_dossier(), ())


def _attribute(
    source: Source, found: Sequence[Passage], dossier: Dossier, said: Sequence[Statement]
) -> tuple[Attributed, ...]:
    every = relations(source.text, found)
    quoted = [(quotation.start, quotation.end) for quotation in quotations(source.text, found)]
    named = _name_sources(source, found, dossier, every, quoted)
    starts = [one.passage.start for one in said]
    rows = [
        _one(source.text, relation, named.get(at), _statement(source.text, relation, said, starts), known=bool(said))
        for at, relation in enumerate(every)
    ]
    alone = (Relation("direct", None, None, (span,), "none", "nobody is named") for span in _alone(every, quoted))
    rows += [
        _one(source.text, one, None, _statement(source.text, one, said, starts), known=bool(said)) for one in alone
    ]
    return tuple(sorted(rows, key=lambda one: one.relation.content[0]) if len(rows) > len(every) else rows)


def _alone(every: Sequence[Relation], quoted: Sequence[Span]) -> Iterator[Span]:
    """Yield the quotations that stand in no content: whose they are, no words tell."""
    contents = sorted(span for one in every if one.outer is None for span in one.content)
    ends = list(accumulate((end for _, end in contents), max))
    for start, end in quoted:
        # The farthest end of all contents that begin before the quotation, its marks aside.
        at = bisect_right(contents, (start + 1, end)) - 1
        if at < 0 or ends[at] < end - 1:
            yield start, end


def _name_sources(
    source: Source, found: Sequence[Passage], dossier: Dossier, every: Sequence[Relation], quoted: Sequence[Span]
) -> Mapping[int, Who]:
    """Return who the source of each relation is, by its index, read in the light of the passages before."""
    names = names_on(dossier.entities, *days(source, dossier))
    places = Places(found, every, quoted)
    state = beginning(source, dossier, names)
    index = {id(relation): at for at, relation in enumerate(every)}
    named: dict[int, Who] = {}
    for passage in found:
        here = places.here(source, names, passage)
        for relation in here.relations:
            if relation.source and passage.start <= relation.source[0] < passage.end:
                named[index[id(relation)]] = who_is(here.sentence, relation.source, state.context)
        state = read(here, state)[1]
    return named


def _one(text: str, relation: Relation, who: Who | None, statement: Statement | None, *, known: bool) -> Attributed:
    speaker = who.entity if known and who is not None and who.kind in {"person", "body", "party"} else None
    if statement is not None:
        # What the whole passage is given to, a person's ruling included, holds for the relation that gave it.
        speaker = statement.speaker or (speaker if not statement.candidates else None)
    words = text[slice(*relation.source)] if relation.source else None
    if words and who is not None and _PRONOUN.fullmatch(words.strip()) and any(map(str.isupper, who.words)):
        # Only a name or an office says more than the pronoun; where none was found, the pronoun stands.
        words = who.words
    return Attributed(relation, speaker, words)


def _statement(text: str, relation: Relation, said: Sequence[Statement], starts: Sequence[int]) -> Statement | None:
    """Return the statement whose attribution this relation made, or that carries it on; None for another relation."""
    at = bisect_right(starts, (relation.cue or relation.content[0])[0]) - 1
    if at < 0:
        return None
    made = relation.cue is None or said[at].cue == text[slice(*relation.cue)]
    return said[at] if made else None


def bare_dossier() -> Dossier:
    """Return a dossier that knows nobody: what a text is read with when it is by itself."""
    return Dossier(
        title="", description="", event="", parties=(), events=(), facts=(), boilerplate=(), rulings=(), originator="",
        marking="", language="en", publish="whole", entities=(), concepts=(), briefs=(),
    )  # fmt: skip


def bare_source(name: str, text: str) -> Source:
    """Return `text` as a source of which nothing but its name is known."""
    return Source(
        id=name, file=name, text=text, sha256="", event=None, type="document", kind=None, title=None, publisher=None,
        author=None, issued=None, language=None, url=None, rests_on=None, origin=None, known={},
    )  # fmt: skip
