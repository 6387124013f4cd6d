"""`briefs build`: docs/, the site and the PDFs, brought up to date."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator.changes import report
from generator.changes.changes import changes
from generator.changes.feeds import edition
from generator.changes.reviewing import to_review
from generator.changes.wording import statement
from generator.commands.trust import trusting
from generator.messages.problems import DossierError, printable
from generator.messages.progress import Progress
from generator.publication.wording import Wording
from generator.site.building import build_all


@click.command(epilog="Example: briefs build")
@click.option("--quiet", is_flag=True, help="Print nothing but problems.")
@click.option("--json", "as_json", is_flag=True, help="Print the change statement as JSON.")
@trusting
@click.pass_obj
def command(folder: Path, quiet: bool, as_json: bool, trust: bool) -> None:
    """Bring docs/, site/ and the PDFs up to date, and say what changed.

    The site is built aside and put in place whole: if anything is wrong, what stood before still stands. A PDF that
    cannot be set is left out and told: the site and the other PDFs are put in place without it.
    """
    made, not_set = build_all(folder, Progress(quiet=quiet or as_json), trust=trust)
    changed = changes(made)[0]
    if as_json:
        click.echo(json.dumps({"site": str(folder / "site"), "change": edition(changed)}, ensure_ascii=False, indent=1))
    elif not quiet:
        lines = [f"{folder / 'site' / 'index.html'} is up to date.", *statement(changed, Wording(made.dossier))]
        click.echo(printable("\n".join([*lines, *report.reviews(to_review(made))])))
    if not_set:
        raise DossierError(not_set)
