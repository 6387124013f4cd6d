"""Rules on quotations: each stands in the passage that it cites, whoever wrote the line and whatever the marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.checks.desk import Desk, at, note_lines, words_of
from generator.checks.reading import Written, WrittenLine
from generator.kinds.kinds import kinds
from generator.messages.problems import Problem
from generator.quotations import places, quotations_in

QUOTED = re.compile(r"“((?:[^“”]|“[^“”]*”)*)”((?:\[\^[\w.]+\])*)")
_LABEL = re.compile(r"([0-9]+)\.([0-9]+)")
_CITATION = re.compile(r"\[\^[\w.]+\]")


def cited_sections() -> frozenset[str]:
    """Return the sections whose every list item is a line of the brief, and so needs a citation."""
    return frozenset(kind.name for kind in kinds().values() if kind.cites == "every line")


def _uncited_sections() -> frozenset[str]:
    """Return the sections, and what stands above them all, whose paragraphs have no evidence of their own."""
    return frozenset(("", *(kind.name for kind in kinds().values() if kind.field and kind.field.of_words)))


def _changed_line() -> re.Pattern[str]:
    """Return how a line of an editor begins on the page of changes: the others tell of sources, which may be gone."""
    lines = (re.escape(kind.line.capitalize()) for kind in kinds().values() if kind.line)
    return re.compile(rf"(?:{'|'.join(lines)}) \d+, ")


def quotations(desk: Desk, page: Written) -> Iterator[Problem]:
    """Every quotation with a citation stands in the passage that the first citation after it names."""
    notes = {line.label: words_of(line) for line in note_lines(page)}
    for line in page.lines:
        if line.kind == "note":
            continue
        named = places(desk.names, line.text)
        for match in QUOTED.finditer(line.text):
            label = match[2][2:].split("]")[0]
            if label not in notes or any(first <= match.start() < last for first, last in named):
                continue
            if not _stands(_bare(match[1]), notes[label] or ""):
                yield at(page, line, f"“{match[1][:60]}” does not stand in passage {label}", "run `briefs build`")


def _bare(words: str) -> str:
    return " ".join(words.strip().removeprefix("…").removesuffix("…").split())


def _stands(words: str, passage: str) -> bool:
    """Tell whether words stand in a passage: what is parted by *…* piece after piece, in order."""
    at = 0
    for piece in words.split(" … "):
        found = passage.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return True


def editors_words(desk: Desk, page: Written) -> Iterator[Problem]:
    """Whatever an editor's line has in quotation marks stands in a passage that it cites, or else that its brief does.

    Passages of one source that follow each other are read as one.
    """
    notes = {line.label: words_of(line) or "" for line in note_lines(page)}
    by_line, alone = cited_sections(), _uncited_sections()
    for line in page.lines:
        if line.section in by_line and line.kind == "li":
            cited = {label: notes[label] for label in line.citations if label in notes}
        elif line.section in alone and line.kind == "p":
            cited = notes
        else:
            continue
        for words in _absent(desk, line, _stretches(cited)):
            what = f"“{words[:60]}” stands in quotation marks, and in no passage cited for it"
            yield at(page, line, what, "correct the line in briefs/, and run `briefs build`")


def _stretches(notes: Mapping[str, str]) -> list[str]:
    """Return the words of `notes` (by label), joined where their passages follow each other."""
    joined: dict[tuple[int, int], str] = {}
    numbered = {(int(m[1]), int(m[2])): notes[m[0]] for m in map(_LABEL.fullmatch, notes) if m}
    for source, index in sorted(numbered):
        before = joined.pop((source, index - 1), "")
        joined[source, index] = f"{before} {numbered[source, index]}".strip()
    return list(joined.values())


def published_words(desk: Desk, page: Written) -> Iterator[Problem]:
    """Whatever lines of editors have in quotation marks, where a page repeats them from briefs, stands in a source."""
    changed = _changed_line()
    for line in page.lines:
        repeated = line.kind == "li" and (page.path != "changes.md" or changed.match(line.text))
        for words in _absent(desk, line, desk.texts.values()) if repeated else ():
            what = f"“{words[:60]}” stands in quotation marks, and in no source"
            yield at(page, line, what, "correct the line in briefs/, and run `briefs build`")


def _absent(desk: Desk, line: WrittenLine, texts: Iterable[str]) -> Iterator[str]:
    """Yield what `line` quotes and none of `texts` has; a name of the dossier's own is no quotation."""
    held = list(texts)

    def found(words: str) -> bool:
        return any(_bare(words) in text for text in held)

    said = _CITATION.sub("", line.text)
    for quoted in quotations_in(said, found, places(desk.names, said)):
        if not found(quoted.text):
            yield quoted.text


def quotes(desk: Desk, line: WrittenLine) -> bool:
    """Tell whether a quotation opens in `line`: not a name of the dossier's own, which may hold marks."""
    named = places(desk.names, line.text)
    opened = (index for index, char in enumerate(line.text) if char == "“")
    return any(not any(first <= index < last for first, last in named) for index in opened)
