"""`briefs verify`: find each quotation of what was published in the sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from generator.messages.phrasing import count_of
from generator.messages.problems import DossierError, Problem, printable
from generator.quotations import (
    LINE_BREAK,
    Finding,
    Seed,
    find,
    fold,
    own_names,
    places,
    quotations_in,
    read_seeds,
    read_texts,
)

_MEND = "build or print it again; if it stays, somebody changed the words, or the source"


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--seeds", type=click.Path(path_type=Path, file_okay=False), default=Path("seeds"), help="The texts.")
@click.pass_obj
def command(folder: Path, files: tuple[Path, ...], seeds: Path) -> None:
    """Read PDFs, Word files, Markdown or the site back, and find each quotation in the sources, letter by letter.

    White space, the ends of printed lines, joined letters and invisible characters are passed over; nothing else is.
    Names and titles of the dossier that have quotation marks in them are no quotations.

    Example: briefs verify build/print/dossier.pdf site/
    """
    texts, names = read_seeds(folder / seeds), own_names(folder)
    problems: list[Problem] = []
    for file in files:
        found = {name: _findings(paragraphs, texts, names) for name, paragraphs in read_texts(file)}
        click.echo(_summary(printable(file.as_posix()), found))
        problems += [
            Problem(name, 1, 1, f"no source has the words “{text}”", _MEND)
            for name, findings in found.items()
            for text in sorted(text for text, finding in findings.items() if finding.seed is None)
        ]
    if problems:
        raise DossierError(problems)


def _findings(paragraphs: Sequence[str], seeds: Sequence[Seed], names: Sequence[str]) -> dict[str, Finding]:
    """Return each quotation of `paragraphs`, white space folded, and where it was found."""
    findings: dict[str, Finding] = {}
    for paragraph in paragraphs:
        found = quotations_in(paragraph, lambda text: find(text, seeds).seed is not None, places(names, paragraph))
        for quoted in found:
            findings.setdefault(fold(quoted.text.replace(LINE_BREAK, " ")), find(quoted.text, seeds))
    return findings


def _summary(name: str, found: Mapping[str, Mapping[str, Finding]]) -> str:
    """Say on one line what was found in the file or folder `name`, of which `found` has each file."""
    every = [pair for findings in found.values() for pair in findings.items()]
    # The same words broken into lines in two ways are one quotation: what is found counts by its place.
    places = {finding for _, finding in every if finding.seed is not None}
    missing = {text for text, finding in every if finding.seed is None}
    sources = {finding.seed for finding in places}
    where = "" if len(found) == 1 else f" in {len(found)} files"
    if not every:
        return f"{name}: no quotations{where}"
    told = f"{len(missing)} not found, the others" if missing else "all found"
    number = count_of(len(places) + len(missing), "quotation")
    return f"{name}: {number}{where}, {told} in {count_of(len(sources), 'source')}"
