"""Ablation: what each rule of attribution carries, seen by reading the labelled texts once more without it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.evaluation.evaluation import Gathered, gathered
from generator.evaluation.faults import joined
from generator.evaluation.people import score_statements
from generator.evaluation.predictions import Predicted, predicted
from generator.evaluation.relations import score_brat, score_labelled
from generator.statements import RULES

# The measures whose right answers are counted, and what the table calls them.
MEASURES = {
    "speaker or none": "speaker", "holders, exact": "holders", "certain holders": "certain",
    "content overlap": "content",
}  # fmt: skip


@dataclass(frozen=True)
class Carries:
    """What `rule` carries: how many sentences read otherwise without it, and the right answers lost, by measure."""

    rule: str
    changed: int
    lost: Mapping[str, float]


def ablation(names: Sequence[str], folder: Path) -> tuple[Carries, ...]:
    """Return what each rule carries on the labels in `names`, in the order of the tables; raises as `evaluate` does."""
    found = gathered(names, folder)
    whole, right = _read(found, folder, frozenset())
    return tuple(_carries(rule.name, whole, right, found, folder) for rule in RULES)


def _carries(
    rule: str, whole: Sequence[Predicted], right: Mapping[str, float], found: Gathered, folder: Path
) -> Carries:
    left, still_right = _read(found, folder, frozenset([rule]))
    changed = sum(_differ(one, other) for one, other in zip(whole, left, strict=True))
    return Carries(rule, changed, {name: right[name] - still_right[name] for name in MEASURES.values()})


def _read(found: Gathered, folder: Path, without: frozenset[str]) -> tuple[list[Predicted], dict[str, float]]:
    """Return what is read without some rules, and how many right answers that has by measure."""
    made = [one if not without else predicted(labels, folder, without) for labels, one in found.labels]
    parts = [score_brat(text, without) for _, texts in found.folders for text in texts]
    for (labels, _), one in zip(found.labels, made, strict=True):
        if labels.with_cues:
            parts.append(score_labelled(labels, one.relations))
        if one.statements is not None:
            parts.append(score_statements(labels, one.statements))
    scores = joined(parts).scores
    return made, {told: scores[name].right if name in scores else 0.0 for name, told in MEASURES.items()}


def _differ(one: Predicted, other: Predicted) -> int:
    """Return how many passages read otherwise; where nobody says who is who, how many relations."""
    if one.statements is None or other.statements is None:
        return len({*one.relations} ^ {*other.relations})
    pairs = zip(one.statements, other.statements, strict=True)
    return sum((a.speaker, a.cue, a.holders, a.stranger) != (b.speaker, b.cue, b.holders, b.stranger) for a, b in pairs)


def table(found: Sequence[Carries]) -> str:
    """Return a Markdown table, the rules that carry most first."""
    return "\n".join(_lines(sorted(found, key=lambda one: -one.changed))) + "\n"


def _lines(found: Sequence[Carries]) -> Iterator[str]:
    yield f"| without the rule | sentences changed | {' | '.join(f'{name} lost' for name in MEASURES.values())} |"
    yield f"| --- {'| ---: ' * (len(MEASURES) + 1)}|"
    for one in found:
        yield f"| {one.rule} | {one.changed} | {' | '.join(f'{value:.0f}' for value in one.lost.values())} |"
