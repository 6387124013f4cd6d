"""Evaluation: every measure over every label file named, group by group."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.dossier.documents import Document
from generator.dossier.files import Place
from generator.evaluation.brat import LabelledText, load_brat
from generator.evaluation.faults import Measured, join
from generator.evaluation.labels import Labelled, is_labels, read_labels, read_yaml
from generator.evaluation.pairs import Pair, is_pairs, pairs, score_pairs
from generator.evaluation.passages import score_passages
from generator.evaluation.people import score_concepts, score_statements
from generator.evaluation.predictions import Predicted, predict
from generator.evaluation.relations import score_brat, score_labelled
from generator.messages.problems import DossierError, Problem

# What texts are called together whose labels say themselves who is who.
OWN_TEXTS = "other texts"


@dataclass(frozen=True)
class Group:
    """Label files of one kind: the sources of a dossier, texts of their own, or a brat folder.

    `texts` and `sentences` are how many were labelled. `area` is the area under the ROC curve where there are pairs.
    """

    title: str
    texts: int
    sentences: int
    measured: Measured
    area: float | None = None
    pairs: int = 0


@dataclass
class Gathered:
    """What there is to measure: labels with what was found, pairs of passages that were judged, brat folders."""

    labels: list[tuple[Labelled, Predicted]] = field(default_factory=list)
    judged: list[Pair] = field(default_factory=list)
    folders: list[tuple[str, tuple[LabelledText, ...]]] = field(default_factory=list)


def evaluate(names: Sequence[str], folder: Path) -> tuple[Group, ...]:
    """Return the groups of the label files and folders in `names`, in the order in which they are met.

    `folder` is the dossier whose topic map and entities count for its own sources; relative names count from it. Raises
    DossierError with everything that is wrong with the labels.
    """
    return tuple(_groups(gathered(names, folder)))


def gathered(names: Sequence[str], folder: Path) -> Gathered:
    """Return the labels in `names` with what the program makes of their texts; raises as `evaluate` does."""
    found = Gathered()
    problems: list[Problem] = []
    for name in names:
        try:
            _gather(name, folder, found)
        except DossierError as error:
            problems += error.problems
    if problems:
        raise DossierError(problems)
    return found


def _gather(name: str, folder: Path, gathered: Gathered) -> None:
    path = folder / name
    if not path.exists():
        raise Place(str(path)).error("there is no such file or folder", "name a file with labels, or a folder of them")
    before = len(gathered.labels) + len(gathered.judged) + len(gathered.folders)
    problems: list[Problem] = []
    for folder_of_texts in _brat_below(path) if path.is_dir() else ():
        try:
            gathered.folders.append((folder_of_texts.resolve().name, _brat(folder_of_texts)))
        except DossierError as error:
            problems += error.problems
    for file in _yaml_below(path) if path.is_dir() else [path]:
        try:
            _take(read_yaml(file, str(file)), file, folder, gathered, asked=file == path)
        except DossierError as error:
            problems += error.problems
    if problems:
        raise DossierError(problems)
    if len(gathered.labels) + len(gathered.judged) + len(gathered.folders) == before:
        mend = "name a folder with YAML labels, or with texts and .ann files"
        raise Place(str(path)).error("there are no labels here", mend)


def _take(document: Document, path: Path, folder: Path, gathered: Gathered, *, asked: bool) -> None:
    if is_labels(document):
        labels = read_labels(document, path)
        gathered.labels.append((labels, predict(labels, folder)))
    elif is_pairs(document):
        gathered.judged += pairs(document, path, folder)
    elif asked:
        mend = "write `file:` and `sentences:`, or `pairs:`; tests/labels/README.md shows how"
        raise Place(str(path)).error("this file holds no labels", mend)


def _brat_below(folder: Path) -> list[Path]:
    """Return the folders, at or below `folder`, that hold texts and their stand-off annotations."""
    holding = {Path(at) for at, _, names in os.walk(folder) if any(name.endswith(".ann") for name in names)}
    return sorted({at.parent if at.name == "attributions" else at for at in holding})


def _brat(folder: Path) -> tuple[LabelledText, ...]:
    try:
        return load_brat(folder)
    except (OSError, LookupError, ValueError) as error:
        mend = "put NAME.txt beside NAME.ann, in UTF-8, with offsets in characters, as brat writes them"
        raise Place(str(folder)).error(f"the annotations here cannot be read ({error})", mend) from error


def _yaml_below(folder: Path) -> list[Path]:
    found = [Path(at) / name for at, _, names in os.walk(folder) for name in names if name.endswith(".yml")]
    return sorted(found, key=lambda path: (len(path.parts), path.as_posix()))


def _groups(gathered: Gathered) -> Iterator[Group]:
    titles = dict.fromkeys(found.home or OWN_TEXTS for _, found in gathered.labels)
    for title in titles:
        members = [(labels, found) for labels, found in gathered.labels if (found.home or OWN_TEXTS) == title]
        sentences = sum(len(labels.body) for labels, _ in members)
        yield Group(title, len(members), sentences, join([_measure(*member) for member in members]))
    for name, texts in gathered.folders:
        relations = sum(len(text.relations) for text in texts)
        yield Group(name, len(texts), relations, join([score_brat(text) for text in texts]))
    if gathered.judged:
        area, measured = score_pairs(gathered.judged)
        yield Group("pairs of passages", 0, 0, measured, area, len(gathered.judged))


def _measure(labels: Labelled, found: Predicted) -> Measured:
    parts = [score_passages(labels, found.passages)]
    if labels.with_cues:
        parts.append(score_labelled(labels, found.relations))
    if found.statements is not None:
        parts.append(score_statements(labels, found.statements))
    if found.mapped is not None:
        parts.append(score_concepts(labels, found.mapped))
    return join(parts)
