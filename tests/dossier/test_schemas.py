from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from generator.dossier.brief_schema import GENERAL, brief_schema
from generator.dossier.definitions import Certainty
from generator.dossier.entities import EntityType
from generator.kinds.kinds import kinds
from generator.sources import Source

ROOT = Path(__file__).parent.parent.parent
SCHEMAS = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "generator/schemas").glob("*.json")
}


def test_there_is_a_schema_for_each_kind_of_file() -> None:
    assert sorted(SCHEMAS) == ["agenda", "brief", "dossier", "entities", "sources", "topic-map"]


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


def nodes(schema: Any, route: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema inside `schema`, with where it stands."""
    yield route, schema
    for key in ("items", "additionalProperties", "propertyNames"):
        if isinstance(schema.get(key), dict):
            yield from nodes(schema[key], f"{route}/{key}")
    for key in ("properties", "$defs"):
        for name, below in schema.get(key, {}).items():
            yield from nodes(below, f"{route}/{key}/{name}")


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_field_has_a_title_and_a_description_for_the_editor_to_show(name: str) -> None:
    fields = [(route, node) for route, node in nodes(SCHEMAS[name]) if "/properties/" in route or "/$defs/" in route]
    targets = SCHEMAS[name]["$defs"]
    for route, node in fields:
        whole = targets[node["$ref"].rpartition("/")[2]] | node if "$ref" in node else node
        if "type" in whole and not route.endswith(("items", "propertyNames", "additionalProperties")):
            assert whole.get("title"), route
            assert whole.get("description"), route


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_no_mapping_takes_a_name_that_is_not_listed(name: str) -> None:
    for route, node in nodes(SCHEMAS[name]):
        if "object" in str(node.get("type")):
            assert node.get("additionalProperties") is False or "propertyNames" in node or "known" in route, route


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_example_is_right(name: str) -> None:
    schema = SCHEMAS[name]
    examples = [(node, example) for _, node in nodes(schema) for example in node.get("examples", [])]
    assert examples
    for node, example in examples:
        Draft202012Validator({**node, "$defs": schema["$defs"]}).validate(example)


def test_what_two_schemas_share_is_the_same_in_both() -> None:
    shared: dict[str, Any] = {}
    for schema in SCHEMAS.values():
        for name, definition in schema["$defs"].items():
            assert shared.setdefault(name, definition) == definition, name


def test_every_pattern_says_what_is_wrong_and_the_mend() -> None:
    for name, schema in SCHEMAS.items():
        for route, node in nodes(schema):
            if "pattern" in node:
                assert re.search(r"\. \w", node.get("patternErrorMessage", "")), f"{name} {route}"


def test_the_schema_of_a_brief_has_what_the_kinds_of_section_declare(pytestconfig: pytest.Config) -> None:
    text = json.dumps(brief_schema(), indent=2, ensure_ascii=False) + "\n"
    path = ROOT / "generator/schemas/brief.json"
    if pytestconfig.getoption("--update-cases"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == text, "`pytest --update-cases` writes it again"


def test_the_names_in_the_schemas_are_those_in_the_types() -> None:
    brief, entity, source = (
        SCHEMAS["brief"],
        SCHEMAS["entities"]["$defs"]["entity"],
        SCHEMAS["sources"]["$defs"]["source"],
    )
    assert set(brief["properties"]) == GENERAL | {kind.field.name for kind in kinds().values() if kind.field}
    assert brief["$defs"]["point"]["properties"]["certainty"]["enum"] == list(get_args(Certainty))
    assert entity["properties"]["type"]["enum"] == list(get_args(EntityType))
    written = {name.lower() for name in source["properties"]}
    assert written == set(Source.__dataclass_fields__) - {"id", "text", "sha256", "apart"}


@pytest.mark.parametrize(
    "path", [*sorted((ROOT / "briefs").glob("*.yml")), ROOT / "seeds/sources.yml"], ids=lambda p: p.stem
)
def test_every_shipped_file_names_its_schema_for_editors(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert found
    assert (path.parent / found[1]).is_file()
