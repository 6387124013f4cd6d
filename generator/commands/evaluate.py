"""`briefs evaluate`: what the program finds, measured against what people labelled."""

from __future__ import annotations

from pathlib import Path

import click

from generator.evaluation import ablation, report
from generator.evaluation.evaluation import evaluate
from generator.exports.json_lines import document


@click.command(epilog="Example: briefs evaluate tests/labels --misses")
@click.argument("labels", nargs=-1, required=True, metavar="LABELS…")
@click.option("--misses", is_flag=True, help="List every difference with its sentence.")
@click.option("--table", is_flag=True, help="Print a Markdown table.")
@click.option("--ablate", is_flag=True, help="Print what each rule of attribution carries: the texts read without it.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def command(folder: Path, labels: tuple[str, ...], misses: bool, table: bool, ablate: bool, as_json: bool) -> None:
    """Measure against labels: YAML files, folders of them, or folders with texts and brat stand-off annotations.

    A YAML file has `file` (the path of the text, counted from the labels) and `sentences`, each with its `quote` and
    `zone`, and in the body with `speaker`, `holders` and `concepts` (paths). What is not labelled is not measured.

    With `--ablate`, each rule is switched off in turn: how many sentences then read otherwise, and how many right
    answers are lost (a minus: won). That takes as many readings as there are rules.

    Precision is how much of what was found is right, recall how much of what was labelled was found, F1 their mean.
    """
    if ablate:
        click.echo(ablation.table(ablation.ablation(labels, folder)), nl=False)
        return
    groups = evaluate(labels, folder)
    if as_json:
        told = document(report.as_json(groups, with_misses=misses))
    elif table:
        told = report.table(groups)
    else:
        told = report.text(groups) + (report.misses(groups) if misses else "")
    click.echo(told, nl=False)
