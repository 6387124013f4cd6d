"""`briefs serve`: the site on this machine, as files are saved."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.trust import trusting
from generator.messages.problems import BriefingError, printable
from generator.site.live import serve_site


@click.command(epilog="Example: briefs serve --port 8001")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port on this machine.")
@click.option("--quiet", is_flag=True, help="Print the address and problems alone.")
@trusting
@click.pass_context
def command(ctx: click.Context, port: int, quiet: bool, trust: bool) -> None:
    """Show the site on this machine, and what a saved text, topic map, brief or template changes as it is saved.

    Nobody else can reach it. What is wrong is shown at the top of the pages, and the last good ones stay. docs/ is kept
    up to date, editions are not: `briefs build` makes them. Ctrl-C ends it.
    """
    folder: Path = ctx.obj

    def tell(line: str) -> None:
        if not (quiet and line.endswith("pages changed.")):
            click.echo(printable(line), err=True)

    try:
        serve_site(folder, port, tell, trust=trust)
    except KeyboardInterrupt:
        ctx.exit(130)
    except OSError as error:
        raise BriefingError(f"port {port} cannot be used: {error.strerror}. Mend: give another with --port.") from None
    ctx.exit(130)
