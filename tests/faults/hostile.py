"""A dossier with a hostile text in every place that a page, a print or an export takes words from."""

from __future__ import annotations

from pathlib import Path

import yaml

from generator.dossier.characters import visible
from generator.kinds.kinds import kinds
from tests.dossier_of import FILES, dossier_in

TEXTS: list[str] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "faults" / "hostile.yml").read_text(encoding="utf-8")
)


def shown(text: str) -> str:
    """What a reader must see of `text`: white space folded, hidden characters by their number."""
    return visible(" ".join(text.split()))


def squeezed(text: str) -> str:
    """`text` without white space, which browsers fold and lay out as they like."""
    return "".join(text.split())


def sentence(number: int, text: str) -> str:
    return f"President Ana Moreau said wharf{number} of the delta {text} is open to Birch."


def hostile_dossier(folder: Path, texts: list[str] = TEXTS) -> Path:
    """Write it into `folder`: for text number N a source, an event, a fact, an entity and a concept of the id nN."""
    dossier_in(folder)
    sources = yaml.safe_load(FILES["seeds/sources.yml"])
    dossier = yaml.safe_load(FILES["briefs/dossier.yml"])
    entities = yaml.safe_load(FILES["briefs/entities.yml"])
    topics = yaml.safe_load(FILES["briefs/topic-map.yml"])
    brief = yaml.safe_load(FILES["briefs/delta.yml"])
    every = " ".join(texts)
    # Together they would pair their marks, and what stands between these nobody said: that is refused.
    unquoted = " ".join(text for text in texts if not set("\"'“„«‘’") & set(text))
    for number, text in enumerate(texts):
        name = f"n{number}"
        (folder / "seeds" / f"{name}.txt").write_bytes(
            f"{sentence(number, text)}\n\n{text}\n\nThe end {number}.\n".encode()
        )
        sources[name] = {
            "file": f"{name}.txt",
            "title": f"Title {text}",
            "publisher": f"Publisher {number} {text}",
            "author": f"Author {text}",
            "kind": f"Kind {text}",
            "rests_on": f"Rests on {text}",
            "origin": f"origin {text}",
            "event": name,
            "known": {"title": f"stated: {text}"},
        }
        dossier["events"][name] = {
            "label": f"Event {text}",
            "short": f"Short {text}",
            "date": "2031-07-01",
            "place": f"Place {text}",
            "kind": f"Kind {text}",
        }
        dossier["facts"][name] = {"label": f"Fact {text}", "values": {f"Value {text}": [f"wharf{number}"]}}
        entities[name] = {
            "type": "instrument",
            "pref_label": f"Name {text}",
            "abbreviation": f"AB{number} {text}"[:60],
            "definition": f"Definition {text}",
            "scope_note": f"Scope {text}",
        }
        topics[name] = {
            "pref_label": f"Concept {text}",
            "definition": f"Definition {text}",
            "scope_note": f"Scope {text}",
            "match": {"any": [f"wharf{number}"]},
            "narrower": {"part": {"pref_label": f"Part {text}", "match": {"all": [f"wharf{number}", "Birch"]}}},
        }
        point = {"text": f"Point {text}", "evidence": [{"source": name, "quote": sentence(number, text)}]}
        brief["key_points"].append(point)
        for section in ("points_to_make", "if_raised"):
            brief.setdefault(section, []).append({**point, "evidence": [dict(point["evidence"][0])]})
        brief.setdefault("internal", []).append(f"Internal {text}")
        brief["facts"].append(name)
        brief.setdefault("reported", []).extend([{"concept": name}, {"names": name}, {"fact": name}])
        brief["concepts"].append(name)
    brief["sections"] = list(kinds())
    brief |= {"title": f"Delta {every}"[:4900], "question": f"Question {unquoted}"[:4900]}
    brief["objective"] = f"Aim {unquoted}"
    dossier |= {"title": f"Alder {every}"[:4900], "description": f"About {every}"[:4900]}
    dossier |= {"originator": f"Desk {every}"[:4900], "marking": '<script>window.pwned=1</script> #read("x") $x$'}
    dossier["rulings"] = [{"source": "n0", "quote": sentence(0, texts[0]), "note": f"Because {every}"[:4900]}]
    for name, value in {
        "seeds/sources.yml": sources, "briefs/dossier.yml": dossier, "briefs/entities.yml": entities,
        "briefs/topic-map.yml": topics, "briefs/delta.yml": brief,
    }.items():  # fmt: skip
        (folder / name).write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return folder
