"""`briefs generate`: docs/ alone."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from generator.build import update_docs
from generator.messages.problems import printable
from generator.messages.progress import Progress
from generator.suggestions.evidence_notes import evidence_notes


@click.command(epilog="Example: briefs generate && git diff docs/")
@click.option("--quiet", is_flag=True, help="Print nothing but problems.")
@click.option("--json", "as_json", is_flag=True, help="Print what was written as JSON.")
@click.pass_obj
def command(folder: Path, quiet: bool, as_json: bool) -> None:
    """Write the pages of docs/ that changed, and nothing else; `briefs status` says what they change."""
    brought = update_docs(folder, progress=Progress(quiet=quiet or as_json))
    written = brought.written
    for note in evidence_notes(brought.made) if not quiet else ():
        click.echo(printable(f"note: {note}"), err=True)
    if as_json:
        click.echo(json.dumps(asdict(written), ensure_ascii=False, indent=1))
    elif not quiet:
        for word, paths in (("new", written.added), ("changed", written.changed), ("removed", written.removed)):
            for path in paths:
                click.echo(printable(f"{word}: docs/{path}"))
        click.echo(f"{written.unchanged} pages unchanged.")
