"""`briefs rename`: give a source another id."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator.commands.dry_run import dry_run
from generator.edits.renaming import plan_renaming, rename
from generator.messages.phrasing import count_of
from generator.messages.problems import printable
from generator.readers.writing import lock


@click.command(epilog="Example: briefs rename text-3 coast-herald-2031-04-09")
@click.argument("source", metavar="SOURCE")
@click.argument("new", metavar="NEW")
@dry_run
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
@click.pass_obj
def command(folder: Path, /, source: str, new: str, dry: bool, as_json: bool) -> None:
    """Call SOURCE by the id NEW: in sources.yml, in rulings, evidence and labels, and in what editions published.

    Its file in seeds/ keeps its name, and no other byte changes. All of it is done, or nothing.
    """
    with lock(folder):
        renaming = plan_renaming(folder, source, new)
        if not dry:
            rename(folder, renaming)
    if as_json:
        told = {"files": dict(renaming.times), "addresses": [list(pair) for pair in renaming.addresses], "dry_run": dry}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    word = "would change" if dry else "changed"
    lines = [f"{file}: {word} in {count_of(times, 'place')}" for file, times in renaming.times.items()]
    lines += [f"On the site, {old} {'would be' if dry else 'is now'} {now}." for old, now in renaming.addresses]
    click.echo(printable("\n".join([*lines, "Next: briefs build"])))
