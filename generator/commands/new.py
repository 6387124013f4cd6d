"""`briefs new`: start a dossier."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from generator.messages.problems import DossierError, Problem, printable

# A file of the other name in a package would rule the package itself, or not be in it.
NAMED_OTHERWISE = {"gitignore": ".gitignore", "gitkeep": ".gitkeep"}
SCHEMAS = "briefs/schemas"


@click.command("new")
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the names of the files as JSON.")
@click.pass_obj
def command(folder: Path, /, target: Path, as_json: bool) -> None:
    """Start a dossier in DIR: its few files, each with comments that say what to write there.

    Nothing that is there already is changed. The dossier builds once a first text is added.

    Example: briefs new spring-visit  and then  briefs -C spring-visit add wire.txt
    """
    there = folder / target
    written = start(there)
    if as_json:
        click.echo(json.dumps({"folder": str(there), "files": list(written)}, ensure_ascii=False, indent=2))
        return
    click.echo(printable("\n".join(f"{there}/{name}" for name in written)))
    click.echo(printable(f"Next: write briefs/dossier.yml and briefs/entities.yml; briefs -C {there} add FILE"))


def start(target: Path) -> tuple[str, ...]:
    """Write the skeleton of a dossier into `target` and return the names of its files.

    Raises DossierError, with nothing written, when one of them is there already or cannot be written.
    """
    contents = skeleton()
    _refuse_present(target, contents)
    made: list[Path] = []
    try:
        for name, data in contents.items():
            _make_folder((target / name).parent, made)
            with (target / name).open("xb") as file:
                made.append(target / name)
                file.write(data)
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
    return {name: contents[name] for name in sorted(contents)}


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _files(item, f"{prefix}{item.name}/")
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
