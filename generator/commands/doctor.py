"""`briefs doctor`: whether this machine and this folder have what the program needs."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from generator.doctor.examination import examine
from generator.messages.problems import printable

SIGNS = {"good": "good", "look": "look", "bad": "bad "}


@click.command(epilog="Example: briefs -C my-dossier doctor")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Look at Python, packages, fonts, folders, disk, what killed runs left, and git; a line each, with a mend.

    Nothing is changed. What is *bad* keeps the program from working, and makes the exit code 1; what is *look* need
    not be mended.
    """
    findings = examine(ctx.obj)
    if as_json:
        click.echo(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1))
    else:
        for finding in findings:
            mend = f". Mend: {finding.mend}" if finding.mend else ""
            click.echo(printable(f"{SIGNS[finding.state]}  {finding.what}: {finding.found}{mend}."))
    if any(finding.state == "bad" for finding in findings):
        ctx.exit(1)
