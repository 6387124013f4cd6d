"""`briefs remove`: take a source that was never published out of the dossier."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator.commands.dry_run import dry_run
from generator.edits.removal import LIST, plan_removal, remove
from generator.messages.problems import printable
from generator.readers.writing import lock


@click.command(epilog="Example: briefs remove coast-herald-2031-04-09 --dry-run")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@dry_run
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
@click.pass_obj
def command(folder: Path, /, sources: tuple[str, ...], dry: bool, as_json: bool) -> None:
    """Take each SOURCE out of the dossier: its entry with its comments, its text, and the file that it came from.

    Rulings, evidence and labels that still name it are told first, and then nothing is removed. What an edition
    published stays: write `withdrawn:` and the reason into its entry instead.
    """
    with lock(folder):
        removal = plan_removal(folder, tuple(dict.fromkeys(sources)))
        if not dry:
            remove(folder, removal)
    if as_json:
        told = {"removed": [*removal.sources], "files": [*removal.taken], "dry_run": dry}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    word = "would be removed" if dry else "removed"
    lines = [*(f"{word}: the entry `{source}` in {LIST}" for source in removal.sources)]
    lines += [f"{word}: {name}" for name in removal.taken]
    click.echo(printable("\n".join(lines)))
