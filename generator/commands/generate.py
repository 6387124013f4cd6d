"""`briefs generate`: docs/ alone."""

from __future__ import annotations

from pathlib import Path

import click

from generator.build import generate


@click.command(epilog="Example: briefs generate && git diff docs/")
@click.pass_obj
def command(folder: Path) -> None:
    """Write the pages of docs/ that changed, and nothing else."""
    written = generate(folder)
    for word, paths in (("new", written.added), ("changed", written.changed), ("removed", written.removed)):
        for path in paths:
            click.echo(f"{word}: docs/{path}")
    click.echo(f"{written.unchanged} pages unchanged.")
