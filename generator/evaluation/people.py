"""Speakers, holders and concepts: statements as found, held against sentences as labelled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.evaluation.attribution import Score
from generator.evaluation.faults import Fault, Measured, Side, join, show
from generator.evaluation.labels import Entry, Labelled
from generator.messages.problems import place
from generator.statements import Statement
from generator.topics.topics import Mapped


def score_statements(labels: Labelled, found: Sequence[Statement]) -> Measured:
    """Score who speaks and whose position it is, one labelled body sentence at a time.

    *speaker* counts sentences in which somebody is given; *speaker or none* all sentences, with *nobody* as an answer.
    *holders* counts parties; *holders, exact* sentences, with *none* as an answer. *wrong party, shown as certain*
    counts, among the sentences given a holder without any sign that it is inferred, those that got the right ones.
    """
    return join([_statement(labels, entry, _at(entry, found)) for entry in labels.body])


def score_concepts(labels: Labelled, found: Sequence[Mapped]) -> Measured:
    """Score the concepts of the sentences that have labels for them; those under `maybe` count neither way."""
    return join(
        [
            _concepts(labels, entry, entry.concepts, _mapped_at(entry, found))
            for entry in labels.body
            if entry.concepts is not None
        ]
    )


def _at(entry: Entry, found: Sequence[Statement]) -> Statement | None:
    """Return the statement that shares most with `entry`."""
    sizes = [(min(one.passage.end, entry.end) - max(one.passage.start, entry.start), one) for one in found]
    size, best = max(sizes, key=lambda pair: pair[0], default=(0, None))
    return best if size > 0 else None


def _mapped_at(entry: Entry, found: Sequence[Mapped]) -> Mapped | None:
    statement = _at(entry, [one.statement for one in found])
    return next((one for one in found if one.statement is statement), None)


def _statement(labels: Labelled, entry: Entry, found: Statement | None) -> Measured:
    speaker = found.speaker if found else None
    holders = frozenset(found.holders) if found else frozenset()
    right = speaker in entry.speakers
    wanted = entry.speakers[0] is not None and not (speaker is None and None in entry.speakers)
    best = max(entry.holders, key=lambda one: (len(one & holders) * 2 - len(one | holders), -entry.holders.index(one)))
    same = holders in entry.holders
    certain = bool(holders) and found is not None and not found.inferred
    scores = {
        "speaker": Score(right and speaker is not None, speaker is not None, right and wanted, wanted),
        "speaker or none": Score(right, 1, right, 1),
        "holders": Score(len(best & holders), len(holders), len(best & holders), len(best)),
        "holders, exact": Score(same, 1, same, 1),
        "certain holders": Score(certain and same, certain, certain and same, certain),
    }
    faults: list[Fault] = []
    if not right:
        labelled = " or ".join(str(one or "nobody") for one in entry.speakers)
        faults.append(_fault(labels, entry, "speaker", labelled, speaker or "nobody", found))
    if not same:
        labelled = " or ".join(_set(holder) for holder in entry.holders)
        measure = "holders, shown as certain" if certain and not holders <= best else "holders"
        faults.append(_fault(labels, entry, measure, labelled, _set(holders), found))
    return Measured(scores, tuple(faults))


def _concepts(labels: Labelled, entry: Entry, wanted: frozenset[str], found: Mapped | None) -> Measured:
    # A narrower concept says the broader one too, so beside a labelled narrower one the broader counts neither way.
    above = _above(wanted)
    given = frozenset(found.concepts if found else ()) - entry.maybe - above
    wanted = wanted - above
    right = len(given & wanted)
    score = Score(right, len(given), right, len(wanted))
    exact = Score(given == wanted, 1, given == wanted, 1)
    faults = tuple(_concept_faults(labels, entry, wanted, given))
    return Measured({"concepts": score, "concepts, exact": exact}, faults)


def _above(paths: frozenset[str]) -> frozenset[str]:
    return frozenset(path[:at] for path in paths for at, char in enumerate(path) if char == "/")


def _concept_faults(labels: Labelled, entry: Entry, wanted: frozenset[str], given: frozenset[str]) -> Iterator[Fault]:
    sides: tuple[tuple[Side, frozenset[str]], ...] = (("missed", wanted - given), ("wrong", given - wanted))
    for side, paths in sides:
        if paths:
            line = place(labels.text, entry.start)[0]
            words = show(labels.text[entry.start : entry.end])
            told = (_set(paths), "") if side == "missed" else ("", _set(paths))
            yield Fault("concepts", side, labels.file, line, words, *told)


def _fault(labels: Labelled, entry: Entry, measure: str, labelled: str, found: str, by: Statement | None) -> Fault:
    line = place(labels.text, entry.start)[0]
    words = show(labels.text[entry.start : entry.end])
    why = f"{found} ({by.how}: {by.rule})" if by is not None else found
    side: Side = "missed" if found in ("nobody", "none") else "wrong"
    return Fault(measure, side, labels.file, line, words, labelled, why)


def _set(ids: frozenset[str]) -> str:
    return " and ".join(sorted(ids)) or "none"
