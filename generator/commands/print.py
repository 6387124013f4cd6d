"""`briefs print`: the PDFs, or Word files."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from generator.commands.dry_run import dry_run
from generator.messages.problems import DossierError, printable
from generator.messages.progress import Progress
from generator.prints import PrintOptions, faults, print_addendum, print_all, print_meeting
from generator.prints.documents import Format, Paper
from generator.prints.prints import documents_of


@click.command()
@click.argument("briefs", nargs=-1)
@click.option("--paper", type=click.Choice(["a4", "us-letter"]), default="a4", show_default=True, help="Size of paper.")
@click.option("--marking", help="Printed top and bottom of each page instead of the dossier's own; '' for none.")
@click.option("--releasable", is_flag=True, help="Leave out everything that is marked internal.")
@click.option(
    "--format", "kind", type=click.Choice(["pdf", "docx"]), default="pdf", show_default=True, help="Kind of file."
)
@click.option(
    "--addendum",
    "since",
    metavar="SINCE",
    help="Print instead what changed since a day (2031-03-14), a commit or tag, or an earlier docs folder.",
)
@click.option("--meeting", is_flag=True, help="Print instead the pack for the meeting that briefs/agenda.yml sets out.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("build/print"),
    show_default=True,
    help="Folder for the PDFs.",
)
@dry_run
@click.pass_obj
def command(
    folder: Path,
    briefs: tuple[str, ...],
    paper: str,
    marking: str | None,
    releasable: bool,
    kind: str,
    since: str | None,
    meeting: bool,
    out: Path,
    dry: bool,
) -> None:
    """Print the pages in docs/ as PDF or Word files: each brief named, or all of them and the whole dossier.

    Word files take their styles from briefs/reference.docx where there is one.

    Example: briefs print fisheries --paper us-letter --marking "For the Minister only"
    """
    reference = folder / "briefs" / "reference.docx"
    options = PrintOptions(
        cast(Paper, paper),
        marking,
        releasable,
        format=cast(Format, kind),
        reference=reference if reference.is_file() else None,
    )
    if briefs and (meeting or since is not None):
        raise click.UsageError("--addendum and --meeting speak of all briefs: name none.")
    if meeting and since is not None:
        raise click.UsageError("--addendum and --meeting are two prints: make one after the other.")
    docs = Path("docs")
    if dry:
        pack = "meeting_pack" if meeting else "addendum_pack" if since is not None else None
        names = [pack] if pack else [document.id for document in documents_of(folder / docs, briefs, options)]
        for file in (folder / out / f"{name}.{kind}" for name in names):
            click.echo(printable(f"would be {'printed again' if file.exists() else 'new'}: {file}"))
        return
    if meeting:
        made = print_meeting(folder, docs, out, options)
    elif since is not None:
        made = print_addendum(folder, docs, out, since, options)
    else:
        made = print_all(folder, docs, out, briefs, options)
    Progress().note(note for printed in made for note in printed.notes)
    for printed in made:
        if printed.faults:
            continue
        pages = "1 page, " if printed.pages == 1 else f"{printed.pages} pages, " if printed.pages else ""
        click.echo(f"{printed.file}: {pages}{printed.size / 1000:.0f} kB")
    if not_set := faults(made):
        raise DossierError(not_set)
