"""Scores for attribution relations: predicted against labelled, exact and overlapping, every miss listable.

Definitions, the same for cue and content:

* *exact*: the pieces are the same, white space and punctuation at their edges aside.
* *overlap*: at least one letter or digit is shared. Predicted and labelled spans are paired one to one, the pairs that
  share most first; a span that finds no partner is a miss (labelled) or wrong (predicted).
* *share*: the soft measure of Johansson and Moschitti (2010), which the literature on PARC and Citron report as
  overlap: a predicted span earns the share of its characters that labels cover, and a labelled span the share that
  predictions cover. Precision and recall are the means.

*source* is scored only where a relation was found (its cues are paired; where either has no cue, its contents):
of the pairs in which the label has a source, those in which the predicted source shares a letter with it.
*direct* counts labelled contents that stand in quotation marks from end to end, and predictions of kind direct: found
and right when paired with anything on the other side by overlap of content. *saying* does the same for relations with
a cue of saying.
Relations inside the content of another one (`outer`) are left out: PARC and PolNeAR do not label them. Pieces of a
quotation carried on belong to the relation that carries them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.evaluation.brat import GoldRelation
from generator.statements.lexicon.verbs import phrases
from generator.statements.relation import Relation, Span

Pieces = tuple[Span, ...]
MARKS = "\"'“”‘’«»"
# A relation is one of saying when its cue has one of these words.
SAYING = phrases("measured") | {"according", "quoted"}


class Score(NamedTuple):
    """Counts behind a precision and a recall; `right` and `found` are sums of shares for the soft measure."""

    right: float
    predicted: int
    found: float
    labelled: int

    @property
    def precision(self) -> float:
        """Share of the predictions that are right; 1 where nothing was predicted."""
        return self.right / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """Share of the labels that were found; 1 where nothing was labelled."""
        return self.found / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def plus(self, other: Score) -> Score:
        """Return the counts of both."""
        return Score(
            self.right + other.right,
            self.predicted + other.predicted,
            self.found + other.found,
            self.labelled + other.labelled,
        )


@dataclass(frozen=True)
class Miss:
    """One fault: `measure` is the score it lowers, `side` whether a label was missed or a prediction is wrong."""

    measure: str
    side: str
    pieces: Pieces
    cue: Pieces


@dataclass(frozen=True)
class Scores:
    """Scores by name, in the order of reporting, and the faults behind those by overlap."""

    by_name: Mapping[str, Score]
    misses: tuple[Miss, ...] = field(default=())


@dataclass(frozen=True)
class _Found:
    source: Pieces
    cue: Pieces
    content: Pieces
    direct: bool
    saying: bool


def score_relations(text: str, gold: Sequence[GoldRelation], predicted: Sequence[Relation]) -> Scores:
    """Score the relations `predicted` for one text against those labelled in it."""
    labels = [_Found(g.source, g.cue, g.content, _is_quoted(text, g.content), _is_saying(text, g.cue)) for g in gold]
    guesses = [_of(text, relation) for relation in predicted if relation.outer is None]
    cues = _pairs(text, [label.cue for label in labels], [guess.cue for guess in guesses])
    contents = _pairs(text, [label.content for label in labels], [guess.content for guess in guesses])
    by_name: dict[str, Score] = {}
    by_name["cue exact"] = _exact(text, labels, guesses, cues, lambda found: found.cue)
    by_name["cue overlap"] = _overlap(labels, guesses, cues, lambda found: bool(found.cue))
    by_name["content exact"] = _exact(text, labels, guesses, contents, lambda found: found.content)
    by_name["content overlap"] = _overlap(labels, guesses, contents, lambda found: True)
    by_name["content share"] = _share([label.content for label in labels], [guess.content for guess in guesses])
    by_name["source overlap"] = _source(text, labels, guesses, cues, contents)
    by_name["direct quotations"] = _overlap(labels, guesses, contents, lambda found: found.direct)
    by_name["saying, content overlap"] = _overlap(labels, guesses, contents, lambda found: found.saying)
    return Scores(by_name, tuple(_misses(labels, guesses, cues, contents)))


def total(scores: Iterable[Scores]) -> dict[str, Score]:
    """Return the scores of several texts added up by name."""
    added: dict[str, Score] = {}
    for one in scores:
        for name, score in one.by_name.items():
            added[name] = added[name].plus(score) if name in added else score
    return added


def _of(text: str, relation: Relation) -> _Found:
    cue = (relation.cue,) if relation.cue else ()
    source = (relation.source,) if relation.source else ()
    return _Found(source, cue, relation.content, relation.kind == "direct", _is_saying(text, cue))


def _is_saying(text: str, cue: Pieces) -> bool:
    words = " ".join(text[start:end] for start, end in cue).lower().replace(":", " ").replace(",", " ").split()
    return any(word in SAYING for word in words)


def _is_quoted(text: str, content: Pieces) -> bool:
    return all(
        text[start] in MARKS and text[start:end].rstrip(" .,;:").endswith(tuple(MARKS)) for start, end in content
    )


def _letters(text: str, pieces: Pieces) -> set[int]:
    return {at for start, end in pieces for at in range(start, end) if text[at].isalnum()}


def _common(text: str, one: Pieces, other: Pieces) -> int:
    size = 0
    for start, end in one:
        for other_start, other_end in other:
            low, high = max(start, other_start), min(end, other_end)
            letters = sum(char.isalnum() for char in text[low:high])
            # A cue can be a mere colon or dash: then the mark is what is shared.
            bare = low < high and not any(char.isalnum() for char in text[start:end])
            size += letters or int(bare and bool(text[low:high].strip()))
    return size


def _pairs(text: str, labels: Sequence[Pieces], guesses: Sequence[Pieces]) -> dict[int, int]:
    """Pair labels with guesses one to one by what they share, most first; label index -> guess index."""
    sizes = [
        (-_common(text, label, guess), at, other)
        for at, label in enumerate(labels)
        for other, guess in enumerate(guesses)
        if label and guess and label[0][0] < guess[-1][1] and guess[0][0] < label[-1][1]
    ]
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for size, at, other in sorted(sizes):
        if size and at not in paired and other not in taken:
            paired[at] = other
            taken.add(other)
    return paired


def _overlap(
    labels: Sequence[_Found], guesses: Sequence[_Found], pairs: dict[int, int], counts: Callable[[_Found], bool]
) -> Score:
    taken = set(pairs.values())
    wanted = [at for at, label in enumerate(labels) if counts(label)]
    given = [at for at, guess in enumerate(guesses) if counts(guess)]
    return Score(sum(at in taken for at in given), len(given), sum(at in pairs for at in wanted), len(wanted))


def _exact(
    text: str,
    labels: Sequence[_Found],
    guesses: Sequence[_Found],
    pairs: dict[int, int],
    part: Callable[[_Found], Pieces],
) -> Score:
    same = sum(_letters(text, part(labels[a])) == _letters(text, part(guesses[b])) for a, b in pairs.items())
    return Score(same, sum(bool(part(guess)) for guess in guesses), same, sum(bool(part(label)) for label in labels))


def _share(labels: Sequence[Pieces], guesses: Sequence[Pieces]) -> Score:
    return Score(_coverage(guesses, labels), len(guesses), _coverage(labels, guesses), len(labels))


def _coverage(ones: Sequence[Pieces], others: Sequence[Pieces]) -> float:
    cover = {at for pieces in others for start, end in pieces for at in range(start, end)}
    sizes = [[at for start, end in pieces for at in range(start, end)] for pieces in ones]
    return sum(sum(at in cover for at in size) / len(size) for size in sizes if size)


def _source(
    text: str,
    labels: Sequence[_Found],
    guesses: Sequence[_Found],
    cues: dict[int, int],
    contents: dict[int, int],
) -> Score:
    pairs = {at: other for at, other in contents.items() if not (labels[at].cue and guesses[other].cue)} | cues
    both = [(labels[at].source, guesses[other].source) for at, other in pairs.items()]
    right = sum(bool(_common(text, label, guess)) for label, guess in both if label)
    return Score(right, sum(bool(guess) for _, guess in both), right, sum(bool(label) for label, _ in both))


def _misses(
    labels: Sequence[_Found], guesses: Sequence[_Found], cues: dict[int, int], contents: dict[int, int]
) -> Iterable[Miss]:
    for at, label in enumerate(labels):
        if label.cue and at not in cues:
            yield Miss("cue", "missed", label.cue, label.cue)
        if at not in contents:
            yield Miss("content", "missed", label.content, label.cue)
    for at, guess in enumerate(guesses):
        if guess.cue and at not in cues.values():
            yield Miss("cue", "wrong", guess.cue, guess.cue)
        if at not in contents.values():
            yield Miss("content", "wrong", guess.content, guess.cue)
