"""How an evaluation is told: as lines for a terminal, as a Markdown table for a page, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.evaluation.attribution import Score
from generator.evaluation.evaluation import Group
from generator.evaluation.faults import Fault
from generator.messages.phrasing import count_of

# Measures of which precision and recall are one number: a share of what was looked at.
_SHARES = frozenset(["speaker or none", "holders, exact", "concepts, exact", "certain holders"])
# What a reader of the published table is told each measure is.
NAMES = {
    "zones": "Zones of the text",
    "sentence boundaries": "Sentence boundaries",
    "sentences, exact": "Whole sentences",
    "cue exact": "Words that attribute, exact",
    "cue overlap": "Words that attribute",
    "content exact": "What is attributed, exact",
    "content overlap": "What is attributed",
    "content share": "What is attributed, share of the words",
    "source overlap": "Words that name who said it, where the words that attribute were found",
    "direct quotations": "Direct quotations",
    "saying, content overlap": "What is attributed with a verb of saying",
    "speaker": "Speaker",
    "speaker or none": "Speaker right, *nobody* included",
    "holders": "Whose position it is",
    "holders, exact": "Whose position it is, all right, *nobody* included",
    "certain holders": "Of those given to a party without a sign of doubt, right",
    "concepts": "Topics",
    "concepts, exact": "Topics, all of a sentence right",
    "same claim, as published": "Same claim in another source, as published",
}


def text(groups: Sequence[Group]) -> str:
    """Return the scores for reading in a terminal."""
    return "\n".join(line for group in groups for line in (*_lines(group), ""))


def _lines(group: Group) -> Iterator[str]:
    yield f"{group.title} ({_size(group)})"
    width = max((len(name) for name in group.measured.scores), default=0)
    for name, score in group.measured.scores.items():
        yield f"  {name:<{width}}  {_score_line(name, score)}"
    if group.area is not None:
        yield f"  {'same claim, area under the curve':<{width}}  {group.area:.3f}"


def _size(group: Group) -> str:
    if group.pairs:
        return count_of(group.pairs, "pair")
    what = "relation" if "zones" not in group.measured.scores else "sentence"
    return f"{count_of(group.texts, 'text')}, {count_of(group.sentences, what)}"


def _score_line(name: str, score: Score) -> str:
    if name in _SHARES:
        return f"{score.precision:.3f}  ({score.right:g} of {score.predicted})"
    counts = f"({score.labelled} labelled, {score.predicted} found)"
    return f"precision {score.precision:.3f}  recall {score.recall:.3f}  F1 {score.f1:.3f}  {counts}"


def table(groups: Sequence[Group]) -> str:
    """Return a Markdown table: a row a measure, a column a group, each cell precision / recall / F1."""
    columns = [group for group in groups if group.area is None]
    heads = [f"{_plain(group.title)} ({_size(group)})" for group in columns]
    rows = ["| | " + " | ".join(heads) + " |", "| --- |" + " --- |" * len(columns)]
    for name, label in NAMES.items():
        cells = [_cell(name, group.measured.scores.get(name)) for group in columns]
        if any(cells):
            rows.append(f"| {label} | " + " | ".join(cell or "–" for cell in cells) + " |")
    for group in groups:
        if group.area is not None:
            rows += ["", _pairs(group)]
    return "\n".join(rows) + "\n"


def _pairs(group: Group) -> str:
    score = next(iter(group.measured.scores.values()))
    return (
        f"On {group.pairs} pairs of passages, the same claim is told from another with an area under the curve of "
        f"{group.area:.3f}; of the pairs that pages show as one claim {score.precision:.2f} are, and "
        f"{score.recall:.2f} of those that are one are shown."
    )


def _cell(name: str, score: Score | None) -> str:
    if score is None:
        return ""
    if name in _SHARES:
        return f"{score.precision:.2f}"
    return f"{score.precision:.2f} / {score.recall:.2f} / {score.f1:.2f}"


def _plain(title: str) -> str:
    return title.replace("|", "&#124;").replace("<", "&lt;").replace("\n", " ")


def misses(groups: Sequence[Group]) -> str:
    """Return every fault of every group, each with its sentence."""
    return "\n".join(f"{fault}" for group in groups for fault in group.measured.faults) + "\n"


def as_json(groups: Sequence[Group], *, with_misses: bool) -> list[dict[str, object]]:
    """Return the groups as JSON values."""
    return [_group(group, with_misses=with_misses) for group in groups]


def _group(group: Group, *, with_misses: bool) -> dict[str, object]:
    value: dict[str, object] = {
        "title": group.title,
        "texts": group.texts,
        "sentences": group.sentences,
        "scores": {name: _score(score) for name, score in group.measured.scores.items()},
    }
    if group.area is not None:
        value |= {"pairs": group.pairs, "auc": round(group.area, 4)}
    if with_misses:
        value["misses"] = [_fault(fault) for fault in group.measured.faults]
    return value


def _score(score: Score) -> dict[str, float]:
    return {
        "precision": round(score.precision, 4),
        "recall": round(score.recall, 4),
        "f1": round(score.f1, 4),
        "labelled": score.labelled,
        "predicted": score.predicted,
    }


def _fault(fault: Fault) -> dict[str, object]:
    return {
        "measure": fault.measure,
        "side": fault.side,
        "file": fault.file,
        "line": fault.line,
        "quote": fault.quote,
        "labelled": fault.labelled,
        "found": fault.found,
    }
