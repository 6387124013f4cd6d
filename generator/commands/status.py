"""`briefs status`: what changed, what is not mapped, what needs review, and what hangs on a source."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from generator.build import publication
from generator.changes import report
from generator.changes.changes import changes
from generator.changes.corrections import corrections
from generator.changes.reviewing import to_review
from generator.changes.withdrawal import without
from generator.editions.file import read_history
from generator.explanations.ledger import coverage, ledger_text
from generator.messages.phrasing import count_of
from generator.messages.problems import DossierError, Problem, printable
from generator.sources import load, source_notes
from generator.suggestions.drafts import drafts_left
from generator.suggestions.evidence_notes import evidence_notes
from generator.suggestions.topic_map_notes import topic_map_notes


@click.command(epilog="Example: briefs status  or  briefs status --without harbour-news")
@click.option("--without", "source", metavar="SOURCE", help="Which lines would lose their support without this source.")
@click.option("--quiet", is_flag=True, help="Print only what needs somebody: points to review, and open corrections.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def command(folder: Path, source: str | None, quiet: bool, as_json: bool) -> None:
    """Say what the last edition changed, what an editor must look at again, and what no concept takes up.

    Nothing is written: sources that are not built yet show as the edition that the next build will make. What is
    worth a look in what people wrote, and need not be mended, stands on the error output.
    """
    dossier, sources = load(folder)
    if source is not None and source not in {one.id for one in sources}:
        raise DossierError(
            [Problem("seeds/sources.yml", 1, 1, f"there is no source `{source}`", "name one of its ids")]
        )
    corrected = corrections(read_history(folder), dossier, sources)
    try:
        made = publication(folder)
    except DossierError:
        # A corrected text often takes a key point's words away: say what became of each before saying what is wrong.
        click.echo(printable("\n".join(report.correction_lines(corrected))), nl=bool(corrected))
        raise
    if source is not None:
        lost = without(made, source)
        lines = [*report.withdrawal_lines(source, lost)]
        plain = report.lost_json(source, lost)
    else:
        changed = changes(made)[0]
        lines = [*report.status(made, changed, to_review(made), corrected, quiet=quiet)]
        if not quiet:
            lines += ["", *ledger_text(coverage(made)).splitlines()]
            notes = topic_map_notes(made)
            lines += ["", "Topic map:", *(f"  {note}" for note in notes)] if notes else []
        left = dict(drafts_left(folder))
        lines += ["", *_draft_lines(left)] if left else []
        plain = {**report.status_json(made, changed, to_review(made), corrected), "drafts": left}
    if not quiet:
        for note in (*dossier.notes, *source_notes(sources), *evidence_notes(made)):
            click.echo(f"note: {note}", err=True)
    click.echo(json.dumps(plain, ensure_ascii=False, indent=1) if as_json else printable("\n".join(lines)))


def _draft_lines(left: Mapping[str, Sequence[int]]) -> Iterator[str]:
    yield f"{count_of(sum(map(len, left.values())), 'draft')} to read; mend each, then delete its line `# draft:`:"
    yield from (f"  {file}:{lines[0]}: {len(lines)}" for file, lines in left.items())
