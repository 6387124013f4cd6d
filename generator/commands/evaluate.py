"""`briefs evaluate`: what the program finds, measured against what people labelled."""

from __future__ import annotations

from pathlib import Path

import click

from generator.evaluation import report
from generator.evaluation.evaluation import evaluate
from generator.exports.json_lines import document


@click.command(epilog="Example: briefs evaluate tests/labels --misses")
@click.argument("labels", nargs=-1, required=True, metavar="LABELS…")
@click.option("--misses", is_flag=True, help="List every difference with its sentence.")
@click.option("--table", is_flag=True, help="Print a Markdown table.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def command(folder: Path, labels: tuple[str, ...], misses: bool, table: bool, as_json: bool) -> None:
    """Measure against labels: YAML files, folders of them, or folders with texts and brat stand-off annotations.

    A YAML file names a text (`file:`) and lists its `sentences:`, each with `quote` and `zone`, and in the body with as
    much of `speaker`, `holders`, `concepts` and `cue` as you label; tests/labels/README.md tells what they mean.

    Precision is how much of what was found is right, recall how much of what was labelled was found, F1 their mean.
    """
    groups = evaluate(labels, folder)
    if as_json:
        told = document(report.as_json(groups, with_misses=misses))
    elif table:
        told = report.table(groups)
    else:
        told = report.text(groups) + (report.misses(groups) if misses else "")
    click.echo(told, nl=False)
