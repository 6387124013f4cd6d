"""An editor's quotations looked up by themselves: what is wrong with them is told even where no brief can be made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.briefs.quotes import Quote, locate
from generator.briefs.quoting import settled
from generator.comparison.items import Item
from generator.dossier.definitions import BriefDefinition
from generator.dossier.files import Place
from generator.messages.problems import Problem
from generator.passages import Passage, passages
from generator.sources import Source
from generator.statements import Statement
from generator.topics.topics import Mapped


def passages_of(sources: Sequence[Source]) -> dict[str, list[Item]]:
    """Return the passages of each source by its id, with nothing of what later stages find out about them."""
    return {
        source.id: [
            Item(source, number, index, Mapped(_bare_statement(source, passage), ()))
            for index, passage in enumerate(passages(source.text), start=1)
        ]
        for number, source in enumerate(sources, start=1)
    }


def _bare_statement(source: Source, passage: Passage) -> Statement:
    return Statement(source.id, passage, None, None, (), "none", "reporter's line", "", (), (), None)


def evidence_problems(definition: BriefDefinition, by_source: Mapping[str, Sequence[Item]]) -> Iterator[Problem]:
    """Yield each quotation in the lines of a brief that does not stand as it should; unknown sources are passed over.

    `by_source` has the passages of each source that can be read.
    """
    for points in definition.points.values():
        for point in points:
            quotes: list[Quote] = []
            wrong: list[Problem | None] = []
            for evidence in point.evidence:
                if evidence.source not in by_source:
                    wrong.append(None)
                    continue
                found, problem = locate(evidence, definition.file, by_source)
                quotes += found
                wrong += [problem] if problem else []
            yield from filter(None, wrong)
            if not wrong:
                at = Place(definition.file, point.text_line, point.text_column)
                yield from settled(point.text, [quote.item for quote in quotes], at).problems
