"""Passages as Web Annotations (W3C Web Annotation Data Model, 2017), in JSON-LD."""

from __future__ import annotations

from urllib.parse import quote

from generator.comparison.items import Item
from generator.exports import identifiers
from generator.exports.withheld import withheld
from generator.publication.publication import Publication
from generator.publication.wording import Wording
from generator.statements import Statement

# How much of the text a `TextQuoteSelector` gives before and after the words, in code points.
AROUND = 32


def collection(publication: Publication) -> dict[str, object]:
    """Return an `AnnotationCollection` with an annotation for each body passage that has a speaker or a concept.

    Words of passages that are not published are left out, and so is what stands before and after a published passage
    of such a source: there only the position is given.
    """
    dossier = publication.dossier
    kept = withheld(publication)
    wording = Wording(dossier)
    items = [
        _annotation(publication, wording, item, quoted=item.key not in kept)
        for item in publication.comparison.items
        if item.statement.passage.zone == "body" and not item.source.withdrawn and _says_something(item)
    ]
    name = f"{identifiers.base(dossier)}annotations"
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": name,
        "type": "AnnotationCollection",
        "label": dossier.title,
        "total": len(items),
        "first": {"id": f"{name}/1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _says_something(item: Item) -> bool:
    return bool(item.mapped.mentions or _everyone(item.statement))


def _everyone(statement: Statement) -> tuple[str, ...]:
    """Return the ids of all who speak in a passage or whose position a clause of it states, each once."""
    of_clauses = (id_ for clause in statement.clauses for id_ in (clause.speaker, *clause.holders))
    return tuple(dict.fromkeys(id_ for id_ in (statement.speaker, *statement.holders, *of_clauses) if id_))


def _annotation(publication: Publication, wording: Wording, item: Item, *, quoted: bool) -> dict[str, object]:
    dossier, statement, source = publication.dossier, item.statement, item.source
    bodies: list[dict[str, object]] = [
        {"type": "SpecificResource", "purpose": "classifying", "source": identifiers.concept(dossier, path)}
        for path in item.mapped.concepts
    ]
    bodies += [
        {"type": "SpecificResource", "purpose": "identifying", "source": identifiers.entity(dossier, id_)}
        for id_ in _everyone(statement)
    ]
    bodies.append(
        {
            "type": "TextualBody",
            "purpose": "describing",
            "format": "text/plain",
            "value": f"{wording.who(item)}, {wording.how(item)}",
        }
    )
    return {
        "id": identifiers.stretch(source.sha256, statement.passage.start, statement.passage.end),
        "type": "Annotation",
        "motivation": "classifying" if item.mapped.mentions else "describing",
        "body": bodies,
        "target": {
            "source": {"id": quote(source.file), "type": "Text", "format": "text/plain"}
            | ({"language": source.language} if source.language else {}),
            "selector": _selectors(item, quoted=quoted),
        },
    }


def _selectors(item: Item, *, quoted: bool) -> list[dict[str, object]]:
    source, passage = item.source, item.statement.passage
    found: list[dict[str, object]] = [{"type": "TextPositionSelector", "start": passage.start, "end": passage.end}]
    if not quoted:
        return found
    words: dict[str, object] = {"type": "TextQuoteSelector", "exact": passage.quote}
    if source.publish == "whole":
        words["prefix"] = source.text[max(0, passage.start - AROUND) : passage.start]
        words["suffix"] = source.text[passage.end : passage.end + AROUND]
    return [*found, words]
