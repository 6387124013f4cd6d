"""The schema of a brief: what every brief may say, and what the kinds of section declare.

generator/schemas/brief.json holds the whole of it, so that editors find it in one file; a test holds it to this.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from generator.dossier.definitions import BriefDefinition
from generator.kinds.kinds import Kind, kinds
from generator.messages.phrasing import join_words
from generator.messages.problems import DossierError, Problem

# What every brief may say, whatever sections there are.
GENERAL = frozenset(BriefDefinition.__dataclass_fields__) - {"id", "file", "points", "written", "remarks"}


def brief_schema() -> dict[str, Any]:
    """Return the schema with the kinds of section that there are. Raises DossierError where one takes a taken name."""
    text = (files("generator") / "schemas" / "brief.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    general = {name: value for name, value in schema["properties"].items() if name in GENERAL}
    declared = kinds()
    taken = [kind for kind in declared.values() if kind.field and kind.field.name in GENERAL]
    if taken:
        raise DossierError(_taken(kind) for kind in taken)
    fields = {kind.field.name: dict(kind.field.schema) for kind in declared.values() if kind.field}
    schema["properties"] = {**general, "sections": _sections(declared), **fields}
    return schema


def _sections(declared: Mapping[str, Kind]) -> dict[str, Any]:
    always = join_words([kind.name for kind in declared.values() if kind.default])
    former = [name for kind in declared.values() for name in kind.former]
    return {
        "title": "Sections",
        "description": f"The sections of the page, in order. Without it: {always}, and those for which something is"
        " written.",
        "type": "array",
        "items": {
            "title": "Section",
            "type": "string",
            "enum": [*declared, *former],
            "description": f"A section of the page; {join_words(former)} are read by their new names.",
        },
        "minItems": 1,
        "uniqueItems": True,
    }


def _taken(kind: Kind) -> Problem:
    name = kind.field.name if kind.field else ""
    what = f"the section kind `{kind.name}` has the field `{name}`, and every brief has one of that name"
    return Problem(f"sections/{kind.name.replace('-', '_')}/kind.yml", 1, 1, what, "give the field another name")
