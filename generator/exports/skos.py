"""The topic map as SKOS (W3C, 2009), in Turtle."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.dossier.dossier import Dossier
from generator.dossier.topic_map import Concept
from generator.exports import identifiers

_HEAD = """\
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
# A phrase that is words and nothing else can serve as a label that programs search for and people do not see.
_PLAIN_WORDS = re.compile(r"[^*#…]*(?<!\.\.)")
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def turtle(dossier: Dossier) -> str:
    """Return the concept scheme: its top concepts, then every concept in the order of the topic map."""
    return "\n".join([_HEAD, *_blocks(dossier)])


def _blocks(dossier: Dossier) -> Iterator[str]:
    scheme = f"<{identifiers.base(dossier)}topics>"
    related = _relations(dossier)
    tops = [_iri(dossier, one.path) for one in dossier.concepts if one.broader is None]
    about = [("a", "skos:ConceptScheme"), ("dcterms:title", _text(dossier, dossier.title))]
    yield _block(scheme, [*about, *(("skos:hasTopConcept", top) for top in tops)])
    for concept in dossier.concepts:
        yield _block(_iri(dossier, concept.path), list(_concept(dossier, concept, scheme, related[concept.path])))


def _concept(dossier: Dossier, concept: Concept, scheme: str, related: list[str]) -> Iterator[tuple[str, str]]:
    yield "a", "skos:Concept"
    yield "skos:inScheme", scheme
    yield "skos:notation", _quote(concept.path)
    yield "skos:prefLabel", _text(dossier, concept.pref_label)
    # SKOS keeps the three kinds of labels apart: what one kind has, the next leaves out.
    alt = [label for label in dict.fromkeys(concept.alt_labels) if label != concept.pref_label]
    hidden = [
        phrase for phrase in dict.fromkeys(concept.match.any) if _PLAIN_WORDS.fullmatch(phrase) and "..." not in phrase
    ]
    yield from (("skos:altLabel", _text(dossier, label)) for label in alt)
    yield from (
        ("skos:hiddenLabel", _text(dossier, one)) for one in hidden if one != concept.pref_label and one not in alt
    )
    if concept.definition:
        yield "skos:definition", _text(dossier, concept.definition)
    if concept.scope_note:
        yield "skos:scopeNote", _text(dossier, concept.scope_note)
    if concept.broader is None:
        yield "skos:topConceptOf", scheme
    else:
        yield "skos:broader", _iri(dossier, concept.broader)
    below = (other.path for other in dossier.concepts if other.broader == concept.path)
    yield from (("skos:narrower", _iri(dossier, path)) for path in below)
    yield from (("skos:related", _iri(dossier, path)) for path in related)


def _relations(dossier: Dossier) -> dict[str, list[str]]:
    """Return what each concept is related to, said from both ends; never to one above or below it (SKOS S27)."""
    found: dict[str, list[str]] = defaultdict(list)
    for concept in dossier.concepts:
        for other in concept.related:
            if f"{other}/".startswith(f"{concept.path}/") or f"{concept.path}/".startswith(f"{other}/"):
                continue
            for one, two in ((concept.path, other), (other, concept.path)):
                if two not in found[one]:
                    found[one].append(two)
    return found


def _block(subject: str, pairs: list[tuple[str, str]]) -> str:
    return f"{subject}\n" + " ;\n".join(f"    {verb} {value}" for verb, value in pairs) + " .\n"


def _iri(dossier: Dossier, path: str) -> str:
    return f"<{identifiers.concept(dossier, path)}>"


def _text(dossier: Dossier, text: str) -> str:
    return f"{_quote(text)}@{dossier.language}"


def _quote(text: str) -> str:
    safe = "".join(
        _ESCAPED.get(char) or (char if char >= " " and char != "\x7f" else f"\\u{ord(char):04X}") for char in text
    )
    return f'"{safe}"'
