"""`briefs explain`: why a sentence is on a page, or is not."""

from __future__ import annotations

from pathlib import Path

import click

from generator.build import publication
from generator.explanations.explanation import as_json, explain, text
from generator.explanations.lookup import look_up
from generator.exports.json_lines import document
from generator.messages.problems import printable

# More places than this are a word that stands everywhere, not a sentence that somebody wants explained.
MOST = 25


@click.command(
    epilog="Example: briefs explain 4.9  or  briefs explain docs/briefs/visit.md:31  or  briefs explain “wishes to …”"
)
@click.argument("what", metavar="FILE:LINE | LABEL | QUOTATION", nargs=-1, required=True)
@click.option("--json", "json_", is_flag=True, help="Print JSON.")
@click.pass_obj
def command(folder: Path, what: tuple[str, ...], json_: bool) -> None:
    """Say for a sentence who said it, what it is about, where it is published, and why; or why not.

    FILE is a text in seeds/ or a page in docs/; a LABEL is the number of a citation, such as 4.9.
    """
    made = publication(folder)
    items = look_up(made, folder, " ".join(what))
    if json_:
        click.echo(document([as_json(explain(made, item)) for item in items]), nl=False)
        return
    click.echo(printable(text(made, [explain(made, item) for item in items[:MOST]])), nl=False)
    if len(items) > MOST:
        click.echo(f"\n… and {len(items) - MOST} more passages. Quote more words to see fewer.")
