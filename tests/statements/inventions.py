"""Sources and dossiers for the tests of this stage, made from a few words."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from generator.dossier.dossier import Dossier, Event
from generator.dossier.entities import Entity, Office
from generator.passages import passages
from generator.sources import Source
from generator.statements import Statement, statements

ENTITIES = Path(__file__).parents[1] / "cases" / "statements" / "entities.yml"


@lru_cache
def entities() -> tuple[Entity, ...]:
    return tuple(entity(id_, value) for id_, value in yaml.safe_load(ENTITIES.read_text("utf-8")).items())


def entity(id_: str, value: dict[str, Any]) -> Entity:
    offices = tuple(
        Office(tuple(one["titles"]), _day(one.get("from")), _day(one.get("to"))) for one in value.get("offices", ())
    )
    names = {key: tuple(value.get(key, ())) for key in ("alt_labels", "demonyms", "metonyms")}
    rest = {key: value.get(key) for key in ("party", "pronoun", "abbreviation")}
    return Entity(id_, value["type"], value["pref_label"], **names, **rest, offices=offices)


def _day(value: object) -> str | None:
    return None if value is None else str(value)


def dossier(parties: list[str], day: str, rulings: tuple[Any, ...] = ()) -> Dossier:
    return Dossier(
        title="", description="", event="summit", parties=tuple(parties),
        events=(Event("summit", "Summit", "Summit", day, day),), facts=(), boilerplate=(), rulings=rulings,
        originator="", marking="", language="en", publish="whole", entities=entities(), concepts=(), briefs=(),
    )  # fmt: skip


def source(
    text: str,
    publisher: str | None = None,
    title: str | None = None,
    kind: str | None = None,
    author: str | None = None,
    speakers: dict[str, str] | None = None,
) -> Source:
    return Source(
        id="text", file="text.txt", text=text, sha256="", event="summit", type="article", kind=kind, title=title,
        publisher=publisher, author=author, issued=None, language="en", url=None, rests_on=None, origin=None, known={},
        speakers=tuple((speakers or {}).items()),
    )  # fmt: skip


def read(
    text: str, parties: list[str] | None = None, day: object = "2031-03-10", publisher: str | None = None,
    without: frozenset[str] = frozenset(), **more: Any,
) -> tuple[Statement, ...]:  # fmt: skip
    given = {key: more.pop(key, None) for key in ("title", "kind", "author", "speakers")}
    made = dossier(parties or ["alder", "birch"], str(day), **more)
    return statements(source(text, publisher, **given), passages(text), made, without)
