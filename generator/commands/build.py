"""`briefs build`: docs/, the site and the PDFs, brought up to date."""

from __future__ import annotations

from pathlib import Path

import click

from generator.site import build_site


@click.command(epilog="Example: briefs build")
@click.pass_obj
def command(folder: Path) -> None:
    """Bring docs/, site/ and the PDFs up to date.

    The site is built aside and put in place whole: if anything is wrong, what stood before still stands.
    """
    site = build_site(folder)
    click.echo(f"{site / 'index.html'} is up to date.")
