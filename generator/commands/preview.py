"""`briefs preview`: what a change of the topic map does before it is built, and a phrase before it is written there."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from generator.changes.phrase_preview import FIELDS, Tried, find_phrase, try_phrase
from generator.changes.preview import Moved, Previewed, against_edition, against_map, committed_map
from generator.changes.wording import shorten
from generator.dossier.dossier import Dossier
from generator.dossier.names import show, suggestion
from generator.dossier.phrases import fault as phrase_fault
from generator.dossier.phrases import plain_phrase
from generator.editions.file import read_history
from generator.messages.phrasing import count_of
from generator.messages.problems import printable
from generator.publication.wording import Wording
from generator.readings.readings import readings
from generator.sources import load


@click.command(epilog='Example: briefs preview, or briefs preview "grain deal" --on trade')
@click.argument("phrase", required=False)
@click.option("--on", "path", metavar="CONCEPT", help="With PHRASE: the concept that it would be written at.")
@click.option(
    "--as", "field", type=click.Choice(FIELDS), help="With --on: the field of `match` that it would stand in (any)."
)
@click.option("--edition", "last", is_flag=True, help="Against the last edition, even where git knows the file.")
@click.option("--quiet", is_flag=True, help="Print the counts alone.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def command(
    folder: Path, phrase: str | None, path: str | None, field: str | None, last: bool, quiet: bool, as_json: bool
) -> None:
    """Show which passages the topic map, as it stands now, adds to or drops from which brief.

    It is held against the topic map as committed in git, or, without git, against the last edition. Nothing is written.

    With PHRASE, show instead in which passages it stands; with --on CONCEPT also which of them would come to the
    concept, and which would leave it or another.
    """
    if phrase is None and (path or field):
        raise click.UsageError("--on and --as need a phrase: briefs preview PHRASE --on CONCEPT")
    if field and not path:
        raise click.UsageError("--as needs a concept: --on CONCEPT")
    if phrase is not None and last:
        raise click.UsageError("--edition goes without a phrase")
    dossier, sources = load(folder)
    if phrase is not None:
        _refuse(dossier, phrase, path)
    found = readings(folder, dossier, sources)
    if phrase is not None:
        tried = try_phrase(found, dossier, phrase, path, field or "any") if path else Tried(find_phrase(found, phrase))
        _tell_phrase(dossier, tried, (phrase, path or "", field or "any"), quiet, as_json)
        return
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
    _tell_briefs(previewed, against, Wording(dossier), quiet)


def _refuse(dossier: Dossier, phrase: str, path: str | None) -> None:
    """Raise a usage error for a phrase that can never be found, or a concept that the topic map does not have."""
    fault = phrase_fault(phrase)
    if fault:
        raise click.UsageError(f"{fault[0]}. Mend: {fault[1]}.")
    known = [concept.path for concept in dossier.concepts]
    if path and path not in known:
        raise click.UsageError(
            f"there is no concept {show(path)} in briefs/topic-map.yml. Mend: {suggestion(path, known)}."
        )


def _tell_phrase(dossier: Dossier, tried: Tried, asked: tuple[str, str, str], quiet: bool, as_json: bool) -> None:
    phrase, path, field = asked
    parts = [("found", tried.found)] + ([("caught", tried.caught), ("lost", tried.lost)] if path else [])
    if as_json:
        plain = {name: [_plain_move(moved) for moved in some] for name, some in parts}
        told = {"phrase": phrase} | ({"concept": path, "field": field} if path else {})
        click.echo(json.dumps(told | plain, ensure_ascii=False, indent=1))
        return
    wording = Wording(dossier)
    lines = [f"“{plain_phrase(phrase)}” stands in {count_of(len(tried.found), 'passage')}."]
    if path:
        counts = f"{count_of(len(tried.caught), 'passage')} caught, {len(tried.lost)} lost"
        lines.append(f"Under `{field}` of {path}: {counts}.")
    signs = (("+", tried.caught), ("-", tried.lost)) if path else ((" ", tried.found),)
    if not quiet:
        lines += [_line(sign, each, wording) for sign, some in signs for each in some]
    click.echo("\n".join(map(printable, lines)))


def _tell_briefs(previewed: Sequence[Previewed], against: str, wording: Wording, quiet: bool) -> None:
    click.echo(f"Against {against}:")
    changing = [change for change in previewed if change.added or change.dropped]
    for change in changing:
        counts = f"{count_of(len(change.added), 'passage')} added, {len(change.dropped)} dropped"
        click.echo(printable(f"{change.brief.title}: {counts}"))
        for sign, moved in (("+", change.added), ("-", change.dropped)):
            for each in () if quiet else moved:
                click.echo(printable(_line(sign, each, wording)))
    if not changing:
        click.echo("No brief changes.")


def _line(sign: str, moved: Moved, wording: Wording) -> str:
    item = moved.item
    words = shorten(item.statement.passage.quote)
    concepts = f" ({', '.join(moved.concepts)})" if moved.concepts else ""
    return f"  {sign} {item.label} {wording.who(item)}: “{words}”{concepts}"


def _plain(previewed: Sequence[Previewed]) -> list[object]:
    return [
        {
            "brief": change.brief.id,
            "added": [_plain_move(moved) for moved in change.added],
            "dropped": [_plain_move(moved) for moved in change.dropped],
        }
        for change in previewed
    ]


def _plain_move(moved: Moved) -> dict[str, object]:
    item = moved.item
    return {
        "label": item.label,
        "source": item.source.id,
        "concepts": list(moved.concepts),
        "quote": item.statement.passage.quote,
    }
