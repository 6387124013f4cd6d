"""The option of every command that writes: say what would change, a line each, and change nothing."""

from __future__ import annotations

from collections.abc import Iterator

import click

from generator.pages.write import Written

dry_run = click.option("--dry-run", "dry", is_flag=True, help="Say what would change, a line each, and change nothing.")


def page_lines(written: Written, *, dry: bool) -> Iterator[str]:
    """Yield what became of the pages of docs/, or what would, a line each."""
    would = "would be " if dry else ""
    for word, paths in (("new", written.added), ("changed", written.changed), ("removed", written.removed)):
        yield from (f"{would}{word}: docs/{path}" for path in paths)
    yield f"{written.unchanged} pages unchanged."
