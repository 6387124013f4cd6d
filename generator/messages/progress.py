"""How far long work has come and how long it will take: one line on a terminal, plain lines in a log."""

from __future__ import annotations

import contextlib
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
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

# How long work that cannot be counted took, in seconds for each of its steps; no output of the program depends on it.
DURATIONS = Path(".cache") / "durations.json"
# Seconds that no step takes.
_LONGEST = 3600.0

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

    @contextmanager
    def work(self, name: str, size: int, folder: Path) -> Iterator[None]:
        """Tell what is done in the block, which cannot be counted, and about how long it will take.

        That is what the same work took before in the dossier in `folder`, by its `size`.
        """
        before = _known_durations(folder)
        seconds = before.get(name, 0.0) * size
        if not self._quiet and (seconds >= SOON or (not seconds and size >= LONG)):
            click.echo(f"{name}: about {duration(seconds)}" if seconds else name, file=self._stream)
        start = self._clock()
        yield
        took = self._clock() - start
        if took >= SOON and size:
            _keep_durations(folder, {**before, name: took / size})


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
        line = f"{self._name}: {self._done} of {self._total}{self._time_left(now)}"
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

    def _time_left(self, now: float) -> str:
        if not self._done or self._done == self._total:
            return ""
        return f", about {duration((now - self._start) * (self._total - self._done) / self._done)} left"


def _known_durations(folder: Path) -> dict[str, float]:
    """Return the seconds that a step of some work took, by its name; a file that is no such thing is none."""
    try:
        found = json.loads((folder / DURATIONS).read_bytes())
    except (OSError, ValueError):
        return {}
    known = found.items() if isinstance(found, dict) else ()
    return {name: value for name, value in known if isinstance(value, float) and 0 < value < _LONGEST}


def _keep_durations(folder: Path, seconds: dict[str, float]) -> None:
    with contextlib.suppress(OSError):
        (folder / DURATIONS).parent.mkdir(exist_ok=True)
        (folder / DURATIONS).write_text(json.dumps(seconds, sort_keys=True), encoding="utf-8")


def duration(seconds: float) -> str:
    """Return a length of time as people say it, in seconds below two minutes."""
    whole = max(1, round(seconds))
    return f"{whole} s" if whole < 120 else f"{round(whole / 60)} min"


SILENT = Progress(quiet=True)
