"""Every passage of every source with its attribution and its concepts, one row each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.comparison.items import Item
from generator.exports.withheld import cited_in, withheld
from generator.publication.publication import Publication
from generator.statements import Clause
from generator.topics.topics import Mention

Row = dict[str, object]


def rows(publication: Publication) -> Iterator[Row]:
    """Yield the passages of all sources in text order, published or not.

    `start` and `end` count Unicode code points of the file decoded as UTF-8 without newline translation, end exclusive.
    `quote` is null where the source is published in part and no page cites the passage. `clauses` are the stretches of
    the passage with one source each; where parties speak in them each for itself, `holders` of the passage is empty.
    """
    kept = withheld(publication)
    for item in publication.comparison.items:
        yield _row(item, cited_in(publication, item), quoted=item.key not in kept)


def _row(item: Item, cited: list[str], *, quoted: bool) -> Row:
    statement = item.statement
    passage = statement.passage
    return {
        "source": item.source.id,
        "file": item.source.file,
        "label": item.label,
        "start": passage.start,
        "end": passage.end,
        "quote": passage.quote if quoted else None,
        "zone": passage.zone,
        "concepts": list(item.mapped.concepts),
        "speaker": statement.speaker,
        "cue": statement.cue,
        "holders": list(statement.holders),
        "inferred": statement.inferred,
        "candidates": list(statement.candidates),
        "rule": statement.rule,
        "event": item.event,
        "cited_in": cited,
        "clauses": [_clause(clause) for clause in statement.clauses],
        "paragraph": passage.paragraph,
        "how": statement.how,
        "form": statement.form,
        "mentions": [_mention(mention) for mention in item.mapped.mentions],
        "withdrawn": item.source.withdrawn is not None,
    }


def _clause(clause: Clause) -> Row:
    return {
        "start": clause.start,
        "end": clause.end,
        "speaker": clause.speaker,
        "cue": clause.cue,
        "holders": list(clause.holders),
        "sure": clause.sure,
    }


def _mention(mention: Mention) -> Row:
    return {
        "concept": mention.concept,
        "reason": mention.reason,
        "spans": [list(span) for span in mention.spans],
        "clause": list(mention.clause),
    }
