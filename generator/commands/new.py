"""`briefs new`: start a dossier."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator, Mapping
from importlib import metadata
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from generator.commands.add import on_terminal
from generator.commands.dry_run import dry_run
from generator.commands.skeleton_answers import Answers, day_fault, parties_fault, with_answers
from generator.messages.problems import DossierError, Problem, printable

# A file of the other name in a package would rule the package itself, or not be in it.
NAMED_OTHERWISE = {
    name: f".{name}" for name in ("gitignore", "gitkeep", "github", "githooks", "gitlab-ci.yml")
}  # fmt: skip
RUN = ".githooks/pre-commit"
SCHEMAS = "briefs/schemas"
NOT_ASKED = Answers()


@click.command("new")
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--event", metavar="NAME", help="What it is about: the visit or event, as pages call it.")
@click.option("--day", metavar="DAY", help="When: 2031-04-09, or the first and the last day, 2031-04-08/2031-04-09.")
@click.option("--party", "parties", metavar="NAME", multiple=True, help="A side whose positions are compared; repeat.")
@dry_run
@click.option("--json", "as_json", is_flag=True, help="Print the names of the files as JSON; ask nothing.")
@click.pass_obj
def command(
    folder: Path,
    /,
    target: Path,
    event: str | None,
    day: str | None,
    parties: tuple[str, ...],
    dry: bool,
    as_json: bool,
) -> None:
    """Start a dossier in DIR: its few files, each with comments that say what to write there.

    On a terminal you are asked what it is about, when that was, and between whom, as far as no option says so. What
    nobody answers is an invented example, and pages say that they are a skeleton until you write your own. With the
    files come workflows that publish the site, and a hook that checks each commit. Nothing that is there already is
    changed. The dossier builds once a first text is added.

    Example: briefs new spring-visit --event "Spring visit" --day 2031-04-09 --party Alder --party Birch
    """
    there = folder / target
    answers = Answers(event or None, day or None, tuple(party.strip() for party in parties if party.strip()))
    for fault in (day_fault(day) if day else None, parties_fault(answers.parties)):
        if fault:
            raise click.UsageError(printable(fault))
    if on_terminal() and not as_json:
        answers = _ask(answers)
    written = foresee_start(there, answers) if dry else start(there, answers)
    if as_json:
        click.echo(json.dumps({"folder": str(there), "files": list(written)}, ensure_ascii=False, indent=2))
        return
    click.echo(printable("\n".join(f"{'would be new: ' if dry else ''}{there}/{name}" for name in written)))
    if not dry:
        click.echo(printable(f"Next: briefs -C {there} add FILE; then briefs -C {there} suggest --write"))


def _ask(answers: Answers) -> Answers:
    """Return `answers` with what a person at the terminal adds; an empty answer leaves the invented example."""

    def ask(question: str, fault: Callable[[str], str | None]) -> str | None:
        while True:
            answer = str(click.prompt(question, default="", show_default=False, prompt_suffix=" ", err=True)).strip()
            wrong = fault(answer) if answer else None
            if wrong is None:
                return answer or None
            click.echo(printable(wrong), err=True)

    event = answers.event or ask("What is it about (the name of the visit or event)?", lambda answer: None)
    day = answers.day or ask("When was it (2031-04-09, or 2031-04-08/2031-04-09)?", day_fault)
    parties = answers.parties
    if not parties:
        names = ask("Between whom (names of the parties, with commas)?", lambda text: parties_fault(_names(text)))
        parties = _names(names or "")
    return Answers(event, day, parties)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def foresee_start(target: Path, answers: Answers = NOT_ASKED) -> tuple[str, ...]:
    """Return the names of the files that `start` would write; DossierError where it would raise it."""
    contents = with_answers(skeleton(), answers)
    _refuse_present(target, contents)
    return tuple(contents)


def start(target: Path, answers: Answers = NOT_ASKED) -> tuple[str, ...]:
    """Write the skeleton of a dossier, with `answers` in it, into `target`, and return the names of its files.

    Raises DossierError, with nothing written, when one of them is there already or cannot be written.
    """
    contents = with_answers(skeleton(), answers)
    _refuse_present(target, contents)
    made: list[Path] = []
    try:
        for name, data in contents.items():
            _make_folder((target / name).parent, made)
            with (target / name).open("xb") as file:
                made.append(target / name)
                file.write(data)
            if name == RUN:
                (target / name).chmod(0o755)
    except BaseException as error:
        _undo(made)
        if isinstance(error, OSError):
            what = f"nothing was written: {(error.strerror or 'the system refuses').lower()}"
            raise DossierError([Problem(str(target), 1, 1, what, "name a folder that can be written")]) from None
        raise
    return tuple(contents)


def skeleton() -> Mapping[str, bytes]:
    """Return the files of a new dossier, by name, in order."""
    package = files("generator")
    contents = dict(_files(package / "skeleton", ""))
    contents |= {f"{SCHEMAS}/{name}": data for name, data in _files(package / "schemas", "") if name.endswith(".json")}
    version = metadata.version("briefing-site").encode()
    return {name: contents[name].replace(b"BRIEFS_VERSION", version) for name in sorted(contents)}


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _files(item, f"{prefix}{NAMED_OTHERWISE.get(item.name, item.name)}/")
        else:
            yield prefix + NAMED_OTHERWISE.get(item.name, item.name), item.read_bytes()


def _refuse_present(target: Path, contents: Mapping[str, bytes]) -> None:
    if target.exists() and not target.is_dir():
        raise DossierError([Problem(str(target), 1, 1, "this is a file, not a folder", "name another folder")])
    present = [target / name for name in contents if (target / name).exists() or (target / name).is_symlink()]
    if present:
        mend = "name an empty or new folder; nothing was written"
        raise DossierError([Problem(str(path), 1, 1, "this file is there already", mend) for path in present])


def _make_folder(folder: Path, made: list[Path]) -> None:
    if not folder.is_dir():
        _make_folder(folder.parent, made)
        folder.mkdir()
        made.append(folder)


def _undo(made: list[Path]) -> None:
    """Take away what was made, the last first; a folder that somebody put a file into stays."""
    for path in reversed(made):
        with contextlib.suppress(OSError):
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink()
