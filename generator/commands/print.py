"""`briefs print`: the PDFs, or Word files."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from generator.prints import PrintOptions, print_all
from generator.prints.documents import Paper


@click.command()
@click.argument("briefs", nargs=-1)
@click.option("--paper", type=click.Choice(["a4", "us-letter"]), default="a4", show_default=True, help="Size of paper.")
@click.option("--marking", help="Printed top and bottom of each page instead of the dossier's own; '' for none.")
@click.option("--releasable", is_flag=True, help="Leave out everything that is marked internal.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("build/print"),
    show_default=True,
    help="Folder for the PDFs.",
)
@click.pass_obj
def command(
    folder: Path, briefs: tuple[str, ...], paper: str, marking: str | None, releasable: bool, out: Path
) -> None:
    """Print the pages in docs/ as PDFs: each brief named, or all of them and the whole dossier.

    Example: briefs print fisheries --paper us-letter --marking "For the Minister only"
    """
    options = PrintOptions(cast(Paper, paper), marking, releasable)
    for printed in print_all(folder, Path("docs"), out, briefs, options):
        pages = "1 page" if printed.pages == 1 else f"{printed.pages} pages"
        click.echo(f"{printed.file}: {pages}, {printed.size / 1000:.0f} kB")
