"""`briefs generate`: docs/ alone."""

from __future__ import annotations

import json
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path

import click

from generator.build import foresee_docs, update_docs
from generator.commands.dry_run import dry_run, page_lines
from generator.messages.problems import printable
from generator.messages.progress import Progress
from generator.readings.cluster import cluster
from generator.suggestions.evidence_notes import evidence_notes


@click.command(epilog="Example: briefs generate && git diff docs/")
@dry_run
@click.option("--quiet", is_flag=True, help="Print nothing but problems.")
@click.option("--json", "as_json", is_flag=True, help="Print what was written as JSON.")
@click.option(
    "--scheduler", metavar="ADDRESS", help="Read sources on the workers of this Dask scheduler, tcp://host:8786."
)
@click.pass_obj
def command(folder: Path, dry: bool, quiet: bool, as_json: bool, scheduler: str | None) -> None:
    """Write the pages of docs/ that changed, and nothing else; `briefs status` says what they change."""
    progress = Progress(quiet=quiet or as_json)
    with cluster(scheduler) if scheduler else nullcontext() as executor:
        if dry:
            written = foresee_docs(folder, progress)[0]
        else:
            brought = update_docs(folder, progress=progress, executor=executor)
            written = brought.written
            for note in evidence_notes(brought.made) if not quiet else ():
                click.echo(printable(f"note: {note}"), err=True)
    if as_json:
        click.echo(json.dumps(asdict(written), ensure_ascii=False, indent=1))
    elif not quiet:
        click.echo(printable("\n".join(page_lines(written, dry=dry))))
