"""`briefs build`: docs/, the site and the PDFs, brought up to date."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from generator.build import foresee_docs
from generator.changes import report
from generator.changes.changes import changes
from generator.changes.feeds import edition
from generator.changes.reviewing import to_review
from generator.changes.wording import statement
from generator.commands.dry_run import dry_run, page_lines
from generator.commands.trust import trusting
from generator.messages.phrasing import count_of
from generator.messages.problems import DossierError, printable
from generator.messages.progress import Progress
from generator.pages.write import Written
from generator.publication.publication import Publication
from generator.publication.wording import Wording
from generator.site.building import build_all


@click.command(epilog="Example: briefs build")
@dry_run
@click.option("--quiet", is_flag=True, help="Print nothing but problems.")
@click.option("--json", "as_json", is_flag=True, help="Print the change statement as JSON.")
@trusting
@click.pass_obj
def command(folder: Path, dry: bool, quiet: bool, as_json: bool, trust: bool) -> None:
    """Bring docs/, site/ and the PDFs up to date, and say what changed.

    The site is built aside and put in place whole: if anything is wrong, what stood before still stands. A PDF that
    cannot be set is left out and told: the site and the other PDFs are put in place without it.
    """
    if dry:
        written, foreseen = foresee_docs(folder, Progress(quiet=quiet or as_json))
        if as_json:
            change = edition(changes(foreseen)[0])
            click.echo(json.dumps({"docs": asdict(written), "change": change}, ensure_ascii=False, indent=1))
        elif not quiet:
            click.echo(printable("\n".join(_foreseen(folder, written, foreseen))))
        return
    made, not_set = build_all(folder, Progress(quiet=quiet or as_json), trust=trust)
    changed = changes(made)[0]
    if as_json:
        click.echo(json.dumps({"site": str(folder / "site"), "change": edition(changed)}, ensure_ascii=False, indent=1))
    elif not quiet:
        lines = [f"{folder / 'site' / 'index.html'} is up to date.", *statement(changed, Wording(made.dossier))]
        click.echo(printable("\n".join([*lines, *report.reviews(to_review(made))])))
    if not_set:
        raise DossierError(not_set)


def _foreseen(folder: Path, written: Written, made: Publication) -> Iterator[str]:
    yield from page_lines(written, dry=True)
    yield f"would be built anew: {folder / 'site'}, with the PDFs of {count_of(len(made.briefs), 'brief')}"
    yield from statement(changes(made)[0], Wording(made.dossier))
