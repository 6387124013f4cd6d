"""`briefs add`: take texts into the dossier."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from generator.messages.problems import printable
from generator.readers import entry, intake
from generator.readers.display import display
from generator.readers.intake import Arrival
from generator.readers.placing import Placed, place_texts, take_in
from generator.readers.source_list import SourceList, read_shelf
from generator.readers.writing import lock

HELP = """Take texts into the dossier: FILE, FOLDER or URL; text, Markdown, HTML, PDF or DOCX.

The text goes into seeds/ and never changes again; the original is kept beside it. What the file says about itself is
proposed, with how each value is known, and on a terminal you are asked to confirm it. What is neither given nor stated
is left out: pages say "not stated". The network is used for a URL that you give here, and never otherwise.

\b
Examples:
  briefs add wire.txt --id test-wire-2031-04-09 --publisher "Test Wire" --date 2031-04-09
  briefs add https://news.example/visit.html
  briefs add --show minutes.pdf
"""


def _held_to(field: str) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """Return the check of an option's value against the schema of sources.yml."""

    def check(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
        fault = None if value is None else entry.fault(field, value)
        if fault:
            raise click.BadParameter(printable(fault), ctx, param)
        return value

    return check


# The option, the field of sources.yml, what stands for its value in the help, and what it is.
OPTIONS = (
    ("--id", "id", "id", "Its id, in addresses and references."),
    ("--title", "title", "text", "Its headline."),
    ("--publisher", "publisher", "text", "Who published it; pages call the source by this name."),
    ("--date", "issued", "date", "When it was published: 2031, 2031-04 or 2031-04-09."),
    ("--url", "URL", "address", "Where it can be read in public."),
    ("--event", "event", "id", "The event that it reports; without it, the dossier's."),
    ("--kind", "kind", "text", 'What it is, in plain words: "news report".'),
    ("--author", "author", "text", "Who wrote it."),
    ("--type", "type", "type", "What it is, as a CSL-JSON type: article-newspaper, webpage, report, speech."),
    ("--language", "language", "tag", "Its language: en, fr, pt-BR."),
    ("--rests-on", "rests_on", "text", "Its own source, in plain words."),
    ("--origin", "origin", "text", "A name for what it rests on; sources of one origin count once."),
)
# So many code points are shown of a text whose encoding is guessed.
LOOK = 300
# What only one text can have.
OF_ONE = {"id": "--id", "title": "--title", "URL": "--url"}


def _with_fields(function: Callable[..., None]) -> Callable[..., None]:
    for option, field, metavar, text in reversed(OPTIONS):
        function = click.option(option, field, metavar=metavar.upper(), callback=_held_to(field), help=text)(function)
    return function


@click.command("add", help=HELP)
@click.argument("texts", nargs=-1, required=True, metavar="FILE|FOLDER|URL...")
@_with_fields
@click.option("--encoding", metavar="NAME", help="The encoding of a text that is not UTF-8: cp1252, koi8-r.")
@click.option("--allow-duplicate", is_flag=True, help="Take in a text that is here already.")
@click.option(
    "--show", is_flag=True, help="Show each text as it would be taken in, and what is left out; write nothing."
)
@click.option("--yes", is_flag=True, help="Take all that is proposed, also what is only inferred; ask nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON; ask nothing.")
@click.pass_obj
def command(folder: Path, /, texts: tuple[str, ...], **options: Any) -> None:
    """Read all texts, show what would be written, then write everything or nothing."""
    given = {field: options[field] for _, field, _, _ in OPTIONS if options[field] is not None}
    texts, others = intake.gather(texts)
    for other in others:
        _say(f"{other}: passed over, by its name it is no text")
    for field, option in OF_ONE.items():
        if field in given and len(texts) > 1:
            raise click.UsageError(f"{option} belongs to one text, and {len(texts)} are given: add them one by one.")
    given_id = given.pop("id", None)
    asks = not (options["yes"] or options["as_json"]) and on_terminal()
    with lock(folder):
        source_list = read_shelf(folder)
        arrivals = intake.arrivals(source_list, texts, given, options["encoding"])
        if options["show"]:
            click.echo("\n\n".join(printable(display(arrival)) for arrival in arrivals))
            return
        if not options["allow_duplicate"]:
            intake.refuse_duplicates(arrivals)
        if not asks:
            intake.refuse_guesses(arrivals)
        _tell(arrivals)
        if asks:
            arrivals = tuple(_ask(source_list, arrival) for arrival in arrivals)
        elif options["yes"]:
            arrivals = tuple(replace(arrival, values={**arrival.unsure, **arrival.values}) for arrival in arrivals)
        texts_placed = place_texts(source_list, arrivals, given_id)
        if asks and not _confirm(texts_placed):
            click.echo("Nothing was written.", err=True)
            raise SystemExit(1)
        take_in(source_list, texts_placed)
    click.echo(_as_json(texts_placed) if options["as_json"] else _as_text(texts_placed, folder))


def on_terminal() -> bool:
    """Tell whether there is a person to ask."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _tell(arrivals: Sequence[Arrival]) -> None:
    """Name near-duplicates, and what the readers noted, before anything is written."""
    for arrival in arrivals:
        for like in arrival.like:
            what = "the same text as" if like.same else f"{like.percent} % of the wording of the shorter text is in"
            _say(f"{arrival.reading.name}: {what} {like.source}")
        for note in arrival.reading.notes:
            _say(f"{arrival.reading.name}: {note}")


def _ask(source_list: SourceList, arrival: Arrival) -> Arrival:
    """Return `arrival` with the proposals that the person at the terminal takes."""
    taken = dict(arrival.values)
    encoding = arrival.reading.encoding
    if encoding and encoding.how == "inferred":
        _say(f"{arrival.reading.text[:LOOK]} …")
        if not click.confirm(printable(f"{arrival.reading.name}: {encoding.note}. Are its letters right?"), err=True):
            intake.refuse_guesses([arrival])
    for field, (value, known) in arrival.unsure.items():
        if click.confirm(printable(f"{field}: {value} ({known.how}: {known.note}). Take it?"), err=True):
            taken[field] = (value, known)
    origins = {
        str(source_list.entries[like.source]["origin"])
        for like in arrival.like
        if "origin" in source_list.entries.get(like.source, {})
    }
    if len(origins) == 1 and "origin" not in taken:
        origin = origins.pop()
        if click.confirm(printable(f"origin: {origin}, as of the text that it is like. Take it?"), err=True):
            taken["origin"] = (origin, None)
    return replace(arrival, values=taken)


def _confirm(texts: Sequence[Placed]) -> bool:
    for text in texts:
        _say(_entry_table(text))
    return click.confirm("Write this?", err=True)


def _entry_table(text: Placed) -> str:
    """Return the entry of `text` as a table: each field, its value, and how that is known."""
    lines = [f"{text.arrival.reading.name} as {text.entry.id}"]
    for field in entry.FIELDS:
        value, known = text.entry.values.get(field, ("not stated", None))
        how = f"  ({known.how}: {known.note})" if known else ""
        lines.append(f"  {field:<10} {value}{how}")
    return "\n".join(lines)


def _as_text(texts: Sequence[Placed], folder: Path) -> str:
    lines = []
    there = "" if folder == Path() else f"-C {folder} "
    for text in texts:
        original = f", original seeds/{text.entry.original}" if text.entry.original else ""
        lines.append(f"{text.entry.id}: seeds/{text.entry.file}{original}")
    return printable("\n".join([*lines, f"Listed in seeds/sources.yml. Next: briefs {there}build"]))


def _as_json(texts: Sequence[Placed]) -> str:
    added: list[dict[str, object]] = [
        {
            "id": text.entry.id,
            **text.entry.written,
            "read_from": printable(text.arrival.reading.name),
            "like": [{"source": like.source, "share": round(like.share, 3)} for like in text.arrival.like],
            "notes": list(text.arrival.reading.notes),
        }
        for text in texts
    ]
    return json.dumps({"added": added, "next": "briefs build"}, ensure_ascii=False, indent=2)


def _say(text: str) -> None:
    click.echo(printable(text), err=True)
