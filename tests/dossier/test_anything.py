"""Whatever stands anywhere in what people write, the dossier is read or a problem is said; nothing else happens."""

from __future__ import annotations

import copy
import re
import tempfile
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.messages.problems import DossierError, Problem
from generator.sources import load
from tests.examples import examples

SMALL = yaml.safe_load((Path(__file__).parent.parent / "cases/dossier/small.yml").read_text(encoding="utf-8"))
READ = {name: yaml.load(text, yaml.BaseLoader) for name, text in SMALL.items() if name.endswith(".yml")}

# How every problem is told: on one line, at a place, with how to mend it.
TOLD = re.compile(r"\S.*:\d+:\d+: .*\S Mend: .*\S")


def routes(value: Any, route: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    steps = list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    return [route, *(found for step in steps for found in routes(value[step], (*route, step)))]


PLACES = [(name, route) for name, value in READ.items() for route in routes(value)]
ODD = ["", " ", "__proto__", "\u202e", "2031-02-30", "..", "[", "*", "x" * 6000, "javascript:x", "con", "\ud7ff", "a/b"]
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.sampled_from(ODD) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from([*ODD, "match", "any", "date"]), inner, max_size=2)
    ),
    max_leaves=4,
)


@examples(60)
@given(st.lists(st.tuples(st.sampled_from(PLACES), ANYTHING), min_size=1, max_size=3))
def test_whatever_stands_anywhere_is_read_or_a_problem(changes: list[tuple[tuple[str, tuple[Any, ...]], Any]]) -> None:
    values = copy.deepcopy(READ)
    for (name, route), new in changes:
        holder: Any = values
        for step in (name, *route)[:-1]:
            holder = holder[step] if _has(holder, step) else {}
        if _has(holder, (name, *route)[-1]):
            holder[(name, *route)[-1]] = new
    with tempfile.TemporaryDirectory() as folder:
        for name, text in SMALL.items():
            path = Path(folder) / name
            path.parent.mkdir(exist_ok=True)
            written = yaml.safe_dump(values[name], allow_unicode=True) if name in values else text
            path.write_text(written, encoding="utf-8", errors="replace")
        problems: tuple[Problem, ...] = ()
        try:
            load(Path(folder))
        except DossierError as error:
            problems = error.problems
            assert problems
    assert [str(one) for one in problems if not TOLD.fullmatch(str(one))] == []


def _has(holder: Any, step: Any) -> bool:
    return step in holder if isinstance(holder, dict) else isinstance(holder, list) and step in range(len(holder))
