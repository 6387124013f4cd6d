from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from generator.messages.problems import DossierError
from generator.sources import load, source_notes

LayOut = Callable[[dict[str, Any]], Path]


@pytest.mark.cases("dossier/invalid")
def test_everything_wrong_is_said_at_once_with_its_place_and_a_mend(case: Any, lay_out: LayOut) -> None:
    with pytest.raises(DossierError) as caught:
        load(lay_out(case.content))
    case.holds([str(problem) for problem in caught.value.problems])


@pytest.mark.cases("dossier/valid")
def test_what_is_written_is_what_is_read(case: Any, lay_out: LayOut) -> None:
    dossier, sources = load(lay_out(case.content))
    read = {"dossier": asdict(dossier), "sources": [asdict(source) for source in sources]}
    found = {place: _at(read, place.split()) for place in case.content["look_at"]}
    notes = [str(note) for note in (*dossier.notes, *source_notes(sources))]
    case.holds({"read": _plain(found), "notes": notes})


def _at(value: Any, steps: list[str]) -> Any:
    for step in steps:
        value = value[int(step)] if isinstance(value, (list, tuple)) else value[step]
    return value


def _plain(value: Any) -> Any:
    """Return `value` with lists for tuples, as YAML has them."""
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, (list, tuple)) else value
