"""`briefs suggest`: concepts and phrases for what no concept takes up, and what to mend in the topic map."""

from __future__ import annotations

from pathlib import Path

import click

from generator.build import publication
from generator.exports.json_lines import document
from generator.messages.problems import printable
from generator.suggestions.suggestion_text import as_json, text, yaml_lines
from generator.suggestions.suggestions import suggest
from generator.suggestions.topic_map_notes import topic_map_notes
from generator.suggestions.unlisted import find_unlisted


@click.command(epilog="Example: briefs suggest --phrases >> ideas.yml")
@click.option("--phrases", is_flag=True, help="Print only the phrases, as YAML.")
@click.option("--json", "json_", is_flag=True, help="Print JSON.")
@click.pass_obj
def command(folder: Path, phrases: bool, json_: bool) -> None:
    """List the passages that speak to no concept, with concepts they are like and phrases that would take them up.

    Below stands who speaks in the texts and is not in entities.yml, so that it counts as no party's position or has
    no name of its own, and what may need mending in the topic map: phrases that find nothing, concepts that find the
    same passages, and topics with one source or none. Nothing is changed.
    """
    made = publication(folder)
    found, people, notes = suggest(made), find_unlisted(made.comparison.items), topic_map_notes(made)
    if json_:
        click.echo(document(as_json(found, people, notes)), nl=False)
    elif phrases:
        click.echo(printable(yaml_lines(found.phrases)), nl=False)
    else:
        click.echo(printable(text(found, people, notes)), nl=False)
