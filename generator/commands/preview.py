"""`briefs preview`: what a change of the topic map does, before it is built."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from generator.changes.preview import Moved, Previewed, against_edition, against_map, committed_map
from generator.changes.wording import shorten
from generator.editions.file import read_history
from generator.messages.phrasing import count_of
from generator.messages.problems import printable
from generator.publication.wording import Wording
from generator.readings.readings import readings
from generator.sources import load


@click.command(epilog="Example: briefs preview")
@click.option("--edition", "last", is_flag=True, help="Against the last edition, even where git knows the file.")
@click.option("--quiet", is_flag=True, help="Print the counts alone.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def command(folder: Path, last: bool, quiet: bool, as_json: bool) -> None:
    """Show which passages the topic map, as it stands now, adds to or drops from which brief.

    It is held against the topic map as committed in git, or, without git, against the last edition. Nothing is written.
    """
    dossier, sources = load(folder)
    found = readings(folder, dossier, sources)
    before = None if last else committed_map(folder)
    if before is not None:
        previewed = against_map(found, dossier, before)
        against = "briefs/topic-map.yml as committed"
    else:
        previewed = against_edition(found, dossier, read_history(folder))
        against = "the last edition"
    if as_json:
        click.echo(json.dumps({"against": against, "briefs": _plain(previewed)}, ensure_ascii=False, indent=1))
        return
    wording = Wording(dossier)
    click.echo(f"Against {against}:")
    for one in previewed:
        if one.added or one.dropped:
            click.echo(
                printable(f"{one.brief.title}: {count_of(len(one.added), 'passage')} added, {len(one.dropped)} dropped")
            )
            for sign, moved in (("+", one.added), ("-", one.dropped)):
                for each in () if quiet else moved:
                    click.echo(printable(_line(sign, each, wording)))
    if not any(one.added or one.dropped for one in previewed):
        click.echo("No brief changes.")


def _line(sign: str, moved: Moved, wording: Wording) -> str:
    item = moved.item
    words = shorten(item.statement.passage.quote)
    concepts = f" ({', '.join(moved.concepts)})" if moved.concepts else ""
    return f"  {sign} {item.label} {wording.who(item)}: “{words}”{concepts}"


def _plain(previewed: Sequence[Previewed]) -> list[object]:
    return [
        {
            "brief": one.brief.id,
            **{
                name: [
                    {"label": moved.item.label, "source": moved.item.source.id, "concepts": list(moved.concepts),
                     "quote": moved.item.statement.passage.quote}
                    for moved in some
                ]
                for name, some in (("added", one.added), ("dropped", one.dropped))
            },
        }
        for one in previewed
    ]  # fmt: skip
