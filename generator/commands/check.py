"""`briefs check`: the written pages, read again and held against the sources."""

from __future__ import annotations

from pathlib import Path

import click

from generator.checks import check
from generator.messages.problems import DossierError


@click.command(epilog="Example: briefs check")
@click.pass_obj
def command(folder: Path) -> None:
    """Prove that what was written is true to the sources.

    Reads docs/ and seeds/ again, without the stages that made the pages: each quotation stands verbatim at its place,
    each link and anchor resolves, each line of a brief has a citation.
    """
    report = check(folder)
    if report.problems:
        raise DossierError(report.problems)
    click.echo(
        f"{report.pages} pages: {report.quotations} quotations stand verbatim in the sources,"
        f" {report.links} links resolve."
    )
