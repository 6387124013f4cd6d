"""Attribution reads a text without what shows nothing in it; the spans that it finds are those of the text as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.dossier.dossier import Dossier
from generator.passages import Passage
from generator.passages.visible import Visible, bare, view
from generator.sources import Source
from generator.statements.assemble import attribute_passages
from generator.statements.relation import Relation
from generator.statements.statement import Statement


def statements(
    source: Source, passages: Sequence[Passage], dossier: Dossier, without: frozenset[str] = frozenset()
) -> tuple[Statement, ...]:
    """Return one statement for each of `passages`, in their order; outside the body nobody is attributed to.

    `without` are the names of rules that are switched off, to see what they carry.
    """
    shown = view(source.text)
    if shown is None:
        return attribute_passages(source, passages, dossier, without)
    rulings = tuple(replace(ruling, quote=bare(ruling.quote)) for ruling in dossier.rulings)
    found = attribute_passages(
        replace(source, text=shown.text),
        [_in_view(passage, shown) for passage in passages],
        replace(dossier, rulings=rulings),
        without,
    )
    return tuple(_put_back(statement, passage, shown) for statement, passage in zip(found, passages, strict=True))


def _in_view(passage: Passage, shown: Visible) -> Passage:
    start, end = shown.place(passage.start), shown.place(passage.end)
    return replace(passage, start=start, end=end, quote=shown.text[start:end])


def _put_back(statement: Statement, passage: Passage, shown: Visible) -> Statement:
    """Return `statement` with its spans in the text as it is."""
    clauses = []
    for clause in statement.clauses:
        start, end = shown.span(clause.start, clause.end)
        clauses.append(replace(clause, start=start, end=end))
    relations = tuple(_relation(relation, shown) for relation in statement.relations)
    return replace(statement, passage=passage, clauses=tuple(clauses), relations=relations)


def _relation(relation: Relation, shown: Visible) -> Relation:
    return replace(
        relation,
        source=relation.source and shown.span(*relation.source),
        cue=relation.cue and shown.span(*relation.cue),
        content=tuple(shown.span(*piece) for piece in relation.content),
        carried=tuple(shown.span(*piece) for piece in relation.carried),
    )
