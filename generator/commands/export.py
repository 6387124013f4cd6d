"""`briefs export`: statements, claims, attributions, sources, annotations and topics, for other programs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from generator.dossier import load_dossier
from generator.exports import attributions, bibtex, claims, csl, named, ris, skos, statements, table, web_annotations
from generator.exports.json_lines import document, lines
from generator.messages.problems import BriefingError
from generator.publication.publication import Publication
from generator.sources import Source, load

_STATEMENTS: dict[str, Callable[[Publication], str]] = {
    "jsonl": lambda publication: lines(statements.rows(publication)),
    "csv": lambda publication: table.csv_text(statements.rows(publication)),
}
_SOURCES: dict[str, Callable[[tuple[Source, ...]], str]] = {
    "csl-json": lambda sources: document(csl.items(sources)),
    "bibtex": bibtex.entries,
    "ris": ris.records,
}


@click.group(epilog="Example: briefs export statements > statements.jsonl")
def command() -> None:
    """Write what the dossier holds to the standard output; nothing is written if anything is wrong."""


@command.command("statements", epilog="Example: briefs export statements --format csv > statements.csv")
@click.option("--format", "form", type=click.Choice(list(_STATEMENTS)), default="jsonl", show_default=True)
@click.pass_obj
def _statements(folder: Path, form: str) -> None:
    """Export every passage of every source, in text order, also those that no page shows."""
    _write(_STATEMENTS[form](_publication(folder)))


@command.command("claims", epilog="Example: briefs export claims > claims.jsonl")
@click.pass_obj
def _claims(folder: Path) -> None:
    """Export every claim: who holds it, how firmly, its wordings, the best first, and what contradicts it."""
    _write(lines(claims.claim_rows(_publication(folder))))


@command.command("attributions", epilog="Example: briefs export attributions wire.txt > attributions.jsonl")
@click.argument("texts", nargs=-1, metavar="[TEXT…]")
@click.option("--nested", is_flag=True, help="Also relations inside the content of another, marked `nested`.")
@click.pass_obj
def _attributions(folder: Path, texts: tuple[str, ...], nested: bool) -> None:
    """Export who is said to have said what: one line a relation, for the dossier's sources or for the texts named."""
    if texts:
        _write(
            "".join(
                lines(attributions.rows(name, attributions.of_text(name, text), nested))
                for name, text in named.texts(texts)
            )
        )
        return
    made = _publication(folder)
    _write(
        "".join(
            lines(attributions.rows(reading.source.file, attributions.of_reading(reading, made.dossier), nested))
            for reading in made.comparison.readings
        )
    )


@command.command("sources", epilog="Example: briefs export sources --format bibtex > sources.bib")
@click.option("--format", "form", type=click.Choice(list(_SOURCES)), default="csl-json", show_default=True)
@click.pass_obj
def _sources(folder: Path, form: str) -> None:
    """Export what is known of each source, for reference managers."""
    _write(_SOURCES[form](load(folder)[1]))


@command.command("annotations", epilog="Example: briefs export annotations > annotations.jsonld")
@click.pass_obj
def _annotations(folder: Path) -> None:
    """Export passages with speaker and concepts as Web Annotations (JSON-LD)."""
    _write(document(web_annotations.collection(_publication(folder))))


@command.command("topics", epilog="Example: briefs export topics --format skos > topics.ttl")
@click.option("--format", "form", type=click.Choice(["skos"]), default="skos", show_default=True)
@click.pass_obj
def _topics(folder: Path, form: str) -> None:
    """Export the topic map as SKOS (Turtle)."""
    _write(skos.turtle(load_dossier(folder)))


def _publication(folder: Path) -> Publication:
    from generator.build import publication  # only now: texts named by hand need none of it

    return publication(folder)


def _write(text: str) -> None:
    """Write all of `text` at once, as UTF-8 with the line ends that it has, whatever the terminal is set to."""
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BriefingError(f"the output holds a character that is no text: {error}") from error
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
