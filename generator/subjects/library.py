"""The subjects that come with the program, read from the files beside this module.

An entry is written as a concept of a topic map is (generator/schemas/topic-map.json): `pref_label`, `definition`,
`scope_note` and `match`. Its name is no phrase: what finds it stands in its `match` alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# The order in which the groups are shown.
GROUPS = ("diplomacy", "economy", "energy", "security", "law", "people", "knowledge", "environment", "transport")


@cache
def subject_groups() -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    """Return the subjects by group and by id, both in the order in which they are shown."""
    folder = files("generator") / "subjects"
    return {name: yaml.load((folder / f"{name}.yml").read_text(encoding="utf-8"), _LOADER) for name in GROUPS}


@cache
def library() -> Mapping[str, Mapping[str, Any]]:
    """Return the subjects by id."""
    return {id_: subject for group in subject_groups().values() for id_, subject in group.items()}


def subjects_with(word: str) -> tuple[str, ...]:
    """Return the ids of the subjects in which `word` begins a word, in any case: those of that name first."""
    begins = re.compile(rf"\b{re.escape(word)}", re.IGNORECASE)
    named = [id_ for id_, subject in library().items() if begins.search(f"{id_} {subject['pref_label']}")]
    return (*named, *(id_ for id_, subject in library().items() if id_ not in named and begins.search(str(subject))))
