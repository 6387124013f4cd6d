"""`briefs review`: an editor has looked."""

from __future__ import annotations

from pathlib import Path

import click

from generator.changes.reviewing import mark_reviewed
from generator.commands.dry_run import dry_run
from generator.editions.file import FILE, read_history
from generator.messages.problems import DossierError, Problem


@click.command(epilog="Example: briefs review visit-summary")
@click.argument("briefs", nargs=-1, metavar="BRIEF…")
@click.option("--all", "every", is_flag=True, help="Every brief of the dossier.")
@dry_run
@click.option("--quiet", is_flag=True, help="Print nothing.")
@click.pass_obj
def command(folder: Path, briefs: tuple[str, ...], every: bool, dry: bool, quiet: bool) -> None:
    """Mark each BRIEF as reviewed at the last edition: `reviewed:` in its file, and nothing else there.

    Key points are flagged again when a later edition brings evidence that bears on them.
    """
    history = read_history(folder)
    if not history.editions:
        raise DossierError([Problem(FILE, 1, 1, "nothing is published yet", "run `briefs build` first")])
    names = tuple(history.briefs) if every else tuple(name.removesuffix(".yml") for name in briefs)
    if not names:
        raise click.UsageError("Name a brief, or give --all.")
    edition = history.editions[-1].number
    is_now = "would be reviewed" if dry else "reviewed"
    for file, before in mark_reviewed(folder, names, edition, dry=dry):
        if not quiet:
            was = "not reviewed" if before is None else f"edition {before}"
            click.echo(f"{file}: {is_now} at edition {edition} (before: {was}).")
    if not quiet and not dry:
        click.echo("Run `briefs build` to take the flags off the pages.")
