"""Every passage of every source with its attribution and its concepts, one row each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.comparison.items import Item
from generator.exports.withheld import cited_in, withheld
from generator.publication.publication import Publication
from generator.topics.topics import Mention

Row = dict[str, object]


def rows(publication: Publication) -> Iterator[Row]:
    """Yield the passages of all sources in text order, published or not.

    `start` and `end` count Unicode code points of the file decoded as UTF-8 without newline translation, end exclusive.
    `quote` is null where the source is published in part and no page cites the passage.
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
        "start": passage.start,
        "end": passage.end,
        "quote": passage.quote if quoted else None,
        "zone": passage.zone,
        "concepts": list(item.mapped.concepts),
        "speaker": statement.speaker,
        "cue": statement.cue,
        "holders": list(statement.holders),
        "event": item.event,
        "cited_in": cited,
        "label": item.label,
        "paragraph": passage.paragraph,
        "how": statement.how,
        "form": statement.form,
        "rule": statement.rule,
        "inferred": statement.inferred,
        "candidates": list(statement.candidates),
        "mentions": [_mention(mention) for mention in item.mapped.mentions],
        "withdrawn": item.source.withdrawn is not None,
    }


def _mention(mention: Mention) -> Row:
    return {
        "concept": mention.concept,
        "reason": mention.reason,
        "spans": [list(span) for span in mention.spans],
        "clause": list(mention.clause),
    }
