"""Hold the labels against their texts: verbatim, in order, complete, and consistent in themselves."""

from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
LABELS = sorted(HERE.glob("[0-9]*.yml")) + sorted((HERE / "own").glob("*.yml"))
LABELS += sorted((HERE.parent / "dossiers").glob("*/labels/[0-9]*.yml"))
ZONES = {"body", "heading", "dateline", "byline", "caption", "boilerplate"}
KINDS = {"direct", "indirect", "mixed", None}
HOWS = {"cue", "pronoun", "collective", "carried", "document", "none"}
KEYS = {"quote", "zone", "speaker", "speaker_maybe", "speaker_text", "cue", "content", "kind", "holders"}
KEYS |= {"holders_maybe", "how", "via", "also", "concepts", "maybe", "construction"}


def load(path: Path) -> tuple[dict[str, Any], str]:
    labels = yaml.safe_load(path.read_text(encoding="utf-8"))
    text = (path.parent / labels["file"]).read_bytes().decode("utf-8")
    return labels, text


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def test_there_are_labels_for_the_five_texts_and_two_hundred_other_sentences() -> None:
    assert [p.stem for p in LABELS if p.parent == HERE] == ["000", "001", "002", "003", "004"]
    own = [s for p in LABELS if p.parent.name == "own" for s in load(p)[0]["sentences"] if s["zone"] == "body"]
    assert len(own) >= 200


@pytest.mark.parametrize("path", LABELS, ids=name)
def test_every_quotation_stands_verbatim_in_text_order_and_nothing_is_left_out(path: Path) -> None:
    labels, text = load(path)
    at = 0
    for entry in labels["sentences"]:
        start = text.find(entry["quote"], at)
        assert start >= 0, entry["quote"]
        assert not text[at:start].strip(), f"not labelled: {text[at:start]!r}"
        at = start + len(entry["quote"])
    assert not text[at:].strip(), f"not labelled: {text[at:]!r}"


def parts(entry: dict[str, Any]) -> list[str]:
    """All words of an entry that must stand in its sentence."""
    relations = [entry, *entry.get("also", [])]
    found = [p for r in relations for p in (r["speaker_text"], r["cue"], *r["content"])]
    return [p for p in [*found, *entry.get("via", {}).values()] if p is not None]


@pytest.mark.parametrize("path", LABELS, ids=name)
def test_every_part_of_an_attribution_stands_in_its_sentence(path: Path) -> None:
    for entry in load(path)[0]["sentences"]:
        if entry["zone"] == "body":
            assert [p for p in parts(entry) if not p or p not in entry["quote"]] == []


def faults(entry: dict[str, Any], known: set[str]) -> list[str]:
    """What contradicts itself in an entry; `known` are the entity ids of its text, empty when they stand elsewhere."""
    if entry["zone"] != "body":
        return [] if entry["zone"] in ZONES and set(entry) == {"quote", "zone"} else ["zone"]
    named = {entry["speaker"], *entry.get("speaker_maybe", []), *entry["holders"]} - {None}
    bare = entry["speaker"] is None and entry["cue"] is None and not entry["content"]
    checks = {
        "keys": set(entry) <= KEYS,
        "words": entry["kind"] in KINDS and entry["how"] in HOWS,
        "kind": (entry["kind"] is None) == (not entry["content"]),
        "holders": entry["holders"] == sorted(entry["holders"]),
        "none": entry["how"] != "none" or bare,
        "cue": entry["how"] not in {"cue", "pronoun"} or entry["cue"] is not None,
        "carried": entry["how"] != "carried" or (entry["cue"] is None and entry["speaker_text"] is None),
        "entities": not known or named <= known,
    }
    return [what for what, right in checks.items() if not right]


@pytest.mark.parametrize("path", LABELS, ids=name)
def test_every_entry_is_consistent_in_itself(path: Path) -> None:
    labels = load(path)[0]
    known = set(labels.get("entities", {}))
    assert [(e["quote"], faults(e, known)) for e in labels["sentences"] if faults(e, known)] == []


def test_every_pair_quotes_two_passages_that_stand_in_their_texts() -> None:
    pairs = yaml.safe_load((HERE / "pairs.yml").read_text(encoding="utf-8"))["pairs"]
    same = [p for p in pairs if p["same"]]
    assert len(pairs) >= 80
    assert len(same) >= 40
    assert len(pairs) - len(same) >= 40
    sides = [side for p in pairs for side in (p["a"], p["b"])]
    texts = {file: (HERE / file).read_bytes().decode("utf-8") for file in {side["file"] for side in sides}}
    assert [side for side in sides if side["quote"] not in texts[side["file"]]] == []


def quoted(node: Any) -> list[tuple[str, str]]:
    """Every (text, quote) anywhere below a node."""
    if isinstance(node, list):
        return [found for child in node for found in quoted(child)]
    if not isinstance(node, dict):
        return []
    own = [(node["text"], node["quote"])] if "quote" in node else []
    return own + [found for child in node.values() for found in quoted(child)]


def test_every_value_that_is_compared_stands_in_its_text() -> None:
    dossiers = yaml.safe_load((HERE / "comparison.yml").read_text(encoding="utf-8"))
    assert len(dossiers) == 2
    for dossier in dossiers:
        texts = {t: (HERE / dossier["folder"] / t).read_bytes().decode("utf-8") for t in dossier["texts"]}
        assert [(text, quote) for text, quote in quoted(dossier) if quote not in texts[text]] == []
