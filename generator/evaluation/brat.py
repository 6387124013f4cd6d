"""Reading brat stand-off folders: texts with labelled attribution relations beside them.

A folder holds ``NAME.txt`` and ``NAME.ann`` side by side, or ``text/NAME.txt`` and ``attributions/NAME.ann``.
PolNeAR adds the annotator to the name of the annotation (``NAME_4b22.ann``); where several people labelled one text,
the first by name counts. Text-bound lines are ``T1<tab>Source 0 5<tab>words`` (pieces of a span apart by ``;``, offsets
in code points), relation lines ``E1<tab>Attribution:T4 Source:T1 Cue:T2 Content:T3``.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.statements.relation import Span

ROLES = ("Source", "Cue", "Content")


@dataclass(frozen=True)
class GoldRelation:
    """A labelled relation: the pieces of source, cue and content, each in text order; empty where there is none."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True)
class LabelledText:
    """A text as received and what a person labelled in it."""

    name: str
    text: str
    relations: tuple[GoldRelation, ...]


def load_brat(folder: Path) -> tuple[LabelledText, ...]:
    """Return the labelled texts of `folder` by name.

    Raises FileNotFoundError where the folder holds no text, or a text has no annotation beside it.
    """
    texts = sorted((folder / "text").glob("*.txt")) or sorted(folder.glob("*.txt"))
    if not texts:
        raise FileNotFoundError(f"{folder}: no .txt files here or in text/")
    return tuple(_read_labels(path, _annotation(folder, path)) for path in texts)


def _annotation(folder: Path, text: Path) -> Path:
    for place in (folder / "attributions", text.parent):
        found = [*sorted(place.glob(f"{_literal(text.stem)}.ann")), *sorted(place.glob(f"{_literal(text.stem)}_*.ann"))]
        if found:
            return found[0]
    raise FileNotFoundError(f"{text}: no .ann file beside it or in attributions/")


def _literal(name: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)


def _read_labels(text: Path, annotation: Path) -> LabelledText:
    lines = annotation.read_text("utf-8").splitlines()
    spans = dict(_text_bound(line) for line in lines if line.startswith("T"))
    relations = tuple(_relation(line, spans) for line in lines if line.startswith("E"))
    return LabelledText(
        text.stem, text.read_bytes().decode("utf-8"), tuple(found for found in relations if found.content)
    )


def _text_bound(line: str) -> tuple[str, tuple[Span, ...]]:
    name, place = line.split("\t")[:2]
    pieces = (piece.split() for piece in place.split(" ", 1)[1].split(";"))
    return name, tuple(sorted((int(start), int(end)) for start, end in pieces))


def _relation(line: str, spans: dict[str, tuple[Span, ...]]) -> GoldRelation:
    roles: dict[str, tuple[Span, ...]] = dict.fromkeys(ROLES, ())
    for part in line.split("\t")[1].split():
        role, _, name = part.partition(":")
        # brat numbers repeated roles: Content, Content2, ...
        role = role.rstrip("0123456789")
        if role in roles:
            roles[role] = tuple(sorted((*roles[role], *spans.get(name, ()))))
    return GoldRelation(*(roles[role] for role in ROLES))
