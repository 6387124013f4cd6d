"""Attribution relations of labelled sentences, and of brat folders, through the scores of `attribution.py`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.evaluation.attribution import Scores, score_relations
from generator.evaluation.brat import LabelledText
from generator.evaluation.faults import Fault, Measured, Side, shown
from generator.evaluation.labels import Entry, Labelled
from generator.messages.problems import place
from generator.passages import passages
from generator.statements.relation import Relation, Span
from generator.statements.rules.relations import relations


def score_brat(text: LabelledText, without: frozenset[str] = frozenset()) -> Measured:
    """Score the relations of one text of a brat folder; `without` are the names of rules that are switched off."""
    scores = score_relations(text.text, text.relations, relations(text.text, passages(text.text), without))
    return Measured(scores.by_name, tuple(_faults(text.name, text.text, scores)))


def score_labelled(labels: Labelled, found: Sequence[Relation]) -> Measured:
    """Score the relations of one text whose labels go sentence by sentence.

    What was found is cut where a labelled sentence ends, because a label never goes further.
    """
    gold = [relation for entry in labels.body for relation in entry.relations]
    loose = [span for entry in labels.body for span in entry.loose]
    taken = [span for relation in gold for span in (*relation.content, *relation.cue)]
    cut = [piece for relation in found if relation.outer is None for piece in _cut(relation, labels.body)]
    kept = [one for one in cut if not _counts_neither_way(one, loose, taken)]
    scores = score_relations(labels.text, gold, kept)
    return Measured(scores.by_name, tuple(_faults(labels.file, labels.text, scores)))


def _cut(relation: Relation, entries: Sequence[Entry]) -> Iterator[Relation]:
    """Yield the relation with what its content has in the sentence of its cue, then one for each further sentence."""
    at = (relation.cue or relation.content[0])[0]
    own = next((entry for entry in entries if entry.start <= at < entry.end), None)
    for entry in entries:
        pieces = tuple(
            (max(start, entry.start), min(end, entry.end))
            for start, end in relation.content
            if start < entry.end and entry.start < end
        )
        if pieces and entry is own:
            yield replace(relation, content=pieces)
        elif pieces:
            yield replace(relation, content=pieces, cue=None, source=None, how="carried")


def _counts_neither_way(relation: Relation, loose: Sequence[Span], taken: Sequence[Span]) -> bool:
    """Tell whether a relation lies in what labels leave open, and touches nothing that they name."""
    spans = (*relation.content, *((relation.cue,) if relation.cue else ()))
    if relation.cue and any(_touch(relation.cue, span) for span in loose):
        return not any(_touch(relation.cue, span) for span in taken if span[1] - span[0] < 60)
    return any(_touch(one, span) for one in spans for span in loose) and not any(
        _touch(one, span) for one in spans for span in taken
    )


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _faults(name: str, text: str, scores: Scores) -> Iterator[Fault]:
    for miss in scores.misses:
        words = " … ".join(text[start:end] for start, end in miss.pieces)
        side: Side = "missed" if miss.side == "missed" else "wrong"
        line = place(text, miss.pieces[0][0])[0] if miss.pieces else 1
        around = text[max(0, miss.pieces[0][0] - 60) : miss.pieces[-1][1] + 60] if miss.pieces else ""
        told = (words, "") if side == "missed" else ("", words)
        yield Fault(miss.measure, side, name, line, shown(around, 300), *(shown(one) for one in told))
