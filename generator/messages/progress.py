"""How far long work has come and how long it will take: one line on a terminal, plain lines in a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

import click

from generator.messages.problems import printable

# Work of fewer steps than this is soon done.
LONG = 100
# Seconds after which work that goes on is told of.
SOON = 2.0
# In a log, a line each time another such part is done.
_PARTS = 10
# Seconds between two renewals of a line on a terminal.
_RENEWAL = 0.2
# Goes to the start of the line, and clears it.
_ANEW = "\r\x1b[K"

Advance = Callable[[int], None]


def IDLE(steps: int) -> None:  # noqa: N802  # it stands where a function would be given
    """Hear of steps, and tell nobody."""


class Progress:
    """Tells how far work has come on `stream` (standard error); `quiet` tells nothing. `clock` gives seconds."""

    def __init__(
        self, *, quiet: bool = False, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream = stream if stream is not None else sys.stderr
        self._quiet = quiet
        self._clock = clock

    @contextmanager
    def stage(self, name: str, total: int) -> Iterator[Advance]:
        """Give what is to be called with the number of steps done each time, out of `total`.

        Nothing is told of work that is done within `SOON` seconds.
        """
        if self._quiet or not total:
            yield IDLE
            return
        shown = _Shown(name, total, self._stream, self._clock)
        try:
            yield shown.advance
        finally:
            shown.end()

    def note(self, notes: Iterable[str]) -> None:
        """Tell people of what is not wrong and yet not as they may think, each once."""
        for note in () if self._quiet else dict.fromkeys(notes):
            click.echo(printable(note), file=self._stream)

    def say(self, what: str, size: int) -> None:
        """Tell what is done now, where it is work of `size` steps that cannot be counted one by one."""
        if not self._quiet and size >= LONG:
            click.echo(what, file=self._stream)


class _Shown:
    """One stage as it is shown."""

    def __init__(self, name: str, total: int, stream: TextIO, clock: Callable[[], float]) -> None:
        self._name, self._total, self._stream, self._clock = name, total, stream, clock
        self._start = clock()
        self._done = self._told = 0
        self._told_at: float | None = None
        self._renews = stream.isatty()

    def advance(self, steps: int) -> None:
        self._done = min(self._done + steps, self._total)
        now = self._clock()
        if now - self._start < SOON or not self._is_news(now):
            return
        line = f"{self._name}: {self._done} of {self._total}{self._left(now)}"
        click.echo(_ANEW + line if self._renews else line, file=self._stream, nl=not self._renews)
        self._told, self._told_at = self._done, now

    def end(self) -> None:
        """Leave the last line of a terminal as it stands, whole, and go on below it."""
        if self._renews and self._told_at is not None:
            click.echo(f"{_ANEW}{self._name}: {self._done} of {self._total}", file=self._stream)

    def _is_news(self, now: float) -> bool:
        if self._renews:
            return self._told_at is None or now - self._told_at >= _RENEWAL
        part = self._done * _PARTS // self._total
        return self._done > self._told and (self._told_at is None or part > self._told * _PARTS // self._total)

    def _left(self, now: float) -> str:
        if not self._done or self._done == self._total:
            return ""
        return f", about {duration((now - self._start) * (self._total - self._done) / self._done)} left"


def duration(seconds: float) -> str:
    """Return a length of time as people say it, in seconds below two minutes."""
    whole = max(1, round(seconds))
    return f"{whole} s" if whole < 120 else f"{round(whole / 60)} min"


SILENT = Progress(quiet=True)
