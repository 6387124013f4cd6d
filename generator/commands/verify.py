"""`briefs verify`: find each quotation of what was published in the sources."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from generator.problems import DossierError, Problem, printable
from generator.quotations import Finding, Seed, find, fold, quotations_in, read_seeds, read_texts

_MEND = "print it again; if it stays, somebody changed the words, or the source"


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--seeds", type=click.Path(path_type=Path, file_okay=False), default=Path("seeds"), help="The texts.")
@click.pass_obj
def command(folder: Path, files: tuple[Path, ...], seeds: Path) -> None:
    """Read PDFs, Word files, Markdown or the site back, and find each quotation in the sources, letter by letter.

    White space, the ends of printed lines, joined letters and invisible characters are passed over; nothing else is.

    Example: briefs verify build/print/dossier.pdf site/
    """
    texts = read_seeds(folder / seeds)
    problems: list[Problem] = []
    for file in files:
        for name, paragraphs in read_texts(file):
            problems += _verify(name, paragraphs, texts)
    if problems:
        raise DossierError(problems)


def _verify(name: str, paragraphs: Sequence[str], seeds: Sequence[Seed]) -> list[Problem]:
    """Say on one line what was found in the file `name`, and return what was not."""
    results: dict[str, Finding] = {}
    for paragraph in paragraphs:
        for quoted in quotations_in(paragraph, lambda text: find(text, seeds).seed is not None):
            results.setdefault(fold(quoted.text), find(quoted.text, seeds))
    missing = sorted(text for text, finding in results.items() if finding.seed is None)
    sources = {finding.seed for finding in results.values()} - {None}
    if results:
        count = "1 quotation" if len(results) == 1 else f"{len(results)} quotations"
        told = f"{len(missing)} not found" if missing else "all found"
        source = "1 source" if len(sources) == 1 else f"{len(sources)} sources"
        click.echo(f"{printable(name)}: {count}, {told} in {source}")
    else:
        click.echo(f"{printable(name)}: no quotations")
    return [Problem(name, 1, 1, f"no source has the words “{text}”", _MEND) for text in missing]
