"""How far long work has come: a bar on a terminal, plain lines in a log, nothing for work that is soon done."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

import click

from generator.messages.problems import printable

# Work of fewer steps than this is soon done.
LONG = 100
# In a log, a line each time another such part is done.
_PARTS = 10

Advance = Callable[[int], None]


class Progress:
    """Tells how far work has come on `stream` (standard error); `quiet` tells nothing."""

    def __init__(self, *, quiet: bool = False, stream: TextIO | None = None) -> None:
        self._stream = stream if stream is not None else sys.stderr
        self._quiet = quiet

    @contextmanager
    def stage(self, name: str, total: int) -> Iterator[Advance]:
        """Give what is to be called with the number of steps done each time, out of `total`."""
        if self._quiet or total < LONG:
            yield lambda steps: None
        elif self._stream.isatty():
            with click.progressbar(length=total, label=name, file=self._stream) as bar:
                yield bar.update
        else:
            yield self._lines(name, total)

    def _lines(self, name: str, total: int) -> Advance:
        done = 0

        def advance(steps: int) -> None:
            nonlocal done
            before, done = done, done + steps
            if steps and (before * _PARTS // total != done * _PARTS // total or done == total):
                click.echo(f"{name}: {done} of {total}", file=self._stream)

        return advance

    def note(self, notes: Iterable[str]) -> None:
        """Tell people of what is not wrong and yet not as they may think, each once."""
        for note in () if self._quiet else dict.fromkeys(notes):
            click.echo(printable(note), file=self._stream)

    def say(self, what: str, size: int) -> None:
        """Tell what is done now, where it is work of `size` steps that cannot be counted one by one."""
        if not self._quiet and size >= LONG:
            click.echo(what, file=self._stream)


SILENT = Progress(quiet=True)
