"""`briefs suggest`: what the texts have and no file has yet, for reading or drafted; what to mend in the topic map."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from generator.build import publication
from generator.commands.dry_run import dry_run
from generator.exports.json_lines import document
from generator.messages.problems import printable
from generator.suggestions.drafting import drafts_for
from generator.suggestions.drafts import Draft, write_drafts
from generator.suggestions.suggestion_text import as_json, text, yaml_lines
from generator.suggestions.suggestions import suggest
from generator.suggestions.topic_map_notes import topic_map_notes
from generator.suggestions.unlisted import find_unlisted


@click.command(epilog="Example: briefs suggest --write && git diff briefs/")
@click.option("--write", "write", is_flag=True, help="Write drafts into briefs/ instead, each marked as one.")
@dry_run
@click.option("--phrases", is_flag=True, help="Print only the phrases, as YAML.")
@click.option("--json", "json_", is_flag=True, help="Print JSON.")
@click.pass_obj
def command(folder: Path, write: bool, dry: bool, phrases: bool, json_: bool) -> None:
    """List the passages that speak to no concept, with concepts they are like and phrases that would take them up.

    Below stands who speaks in the texts and is not in entities.yml, so that it counts as no party's position or has
    no name of its own, and what may need mending in the topic map: phrases that find nothing, concepts that find the
    same passages, and topics with one source or none. Nothing is changed.

    With --write, entries are drafted below what stands in entities.yml, topic-map.yml and dossier.yml: persons, those
    who speak most first, bodies, instruments, places, concepts, events and facts. Each begins with a line `# draft:`,
    which `briefs status` counts until you delete it. What you wrote is never changed.
    """
    if write:
        _draft(folder, dry=dry, json_=json_)
        return
    if dry:
        raise click.UsageError("--dry-run goes with --write: without it nothing is written.")
    made = publication(folder)
    found, persons, notes = suggest(made), find_unlisted(made.comparison.items), topic_map_notes(made)
    if json_:
        click.echo(document(as_json(found, persons, notes)), nl=False)
    elif phrases:
        click.echo(printable(yaml_lines(found.phrases)), nl=False)
    else:
        click.echo(printable(text(found, persons, notes)), nl=False)


def _draft(folder: Path, *, dry: bool, json_: bool) -> None:
    drafts, waiting = drafts_for(folder)
    if not dry:
        write_drafts(folder, drafts)
    if json_:
        click.echo(json.dumps({"drafts": [asdict(draft) for draft in drafts]}, ensure_ascii=False, indent=1))
    else:
        word = "would be drafted" if dry else "drafted"
        lines = [f"{draft.file}: {word}: {_draft_name(draft)} ({draft.why})" for draft in drafts]
        lines.append("Nothing to draft." if not drafts else "Read each, mend it, and delete its line `# draft:`.")
        click.echo(printable("\n".join(lines)))
    if waiting:
        what = "Concepts, events and facts are drafted once the dossier can be read; run this again then"
        click.echo(printable("\n".join([f"{what}:", *map(str, waiting)])), err=True)


def _draft_name(draft: Draft) -> str:
    return f"{draft.under or draft.value.get('type', 'concept')} {draft.id}"
