import io
from pathlib import Path

import pytest

from generator.messages.progress import DURATIONS, Progress, duration


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    """Goes on by what each step takes."""

    def __init__(self, step: float) -> None:
        self.now, self.step = 100.0, step

    def __call__(self) -> float:
        return self.now


def worked(stream: io.StringIO, steps: int, seconds: float, *, quiet: bool = False) -> str:
    """Return what is told of work of so many steps, each of which takes so many `seconds`."""
    clock = Clock(seconds)
    progress = Progress(quiet=quiet, stream=stream, clock=clock)
    with progress.stage("Reading", steps) as advance:
        for _ in range(steps):
            clock.now += clock.step
            advance(1)
    return stream.getvalue()


def test_work_that_is_soon_done_says_nothing() -> None:
    assert worked(io.StringIO(), 100_000, 0.00001) == ""
    assert worked(Terminal(), 3, 0.5) == ""


def test_a_log_has_plain_lines_that_say_how_long_it_takes() -> None:
    told = worked(io.StringIO(), 200, 0.5).splitlines()
    assert told[0] == "Reading: 4 of 200, about 98 s left"
    assert told[1] == "Reading: 20 of 200, about 90 s left"
    assert told[-1] == "Reading: 200 of 200"
    assert len(told) == 11


def test_few_steps_that_take_long_are_told_of_too() -> None:
    assert worked(io.StringIO(), 3, 60).splitlines() == [
        "Reading: 1 of 3, about 2 min left",
        "Reading: 2 of 3, about 60 s left",
        "Reading: 3 of 3",
    ]


def test_a_terminal_has_one_line_that_renews_itself() -> None:
    told = worked(Terminal(), 200, 0.05)
    assert told.count("\n") == 1
    assert told.endswith("\r\x1b[KReading: 200 of 200\n")
    assert "\r\x1b[KReading: 101 of 200, about 5 s left" in told
    assert told.count("\r") < 60


def test_quiet_says_nothing() -> None:
    assert worked(io.StringIO(), 200, 1, quiet=True) == ""


def worked_at(folder: Path, size: int, seconds: float) -> str:
    """Return what is told of work that cannot be counted and takes so long."""
    stream, clock = io.StringIO(), Clock(0)
    with Progress(stream=stream, clock=clock).work("Comparing", size, folder):
        clock.now += seconds
    return stream.getvalue()


def test_what_cannot_be_counted_is_told_where_it_is_much_and_then_with_how_long_it_took(tmp_path: Path) -> None:
    assert worked_at(tmp_path, 99, 1) == ""
    assert not (tmp_path / DURATIONS).exists()
    assert worked_at(tmp_path, 100, 50) == "Comparing\n"
    assert worked_at(tmp_path, 200, 100) == "Comparing: about 100 s\n"
    assert worked_at(tmp_path, 2, 1) == ""


@pytest.mark.parametrize(
    "content", [b"\xff", b"[]", b'{"Comparing": "x"}', b'{"Comparing": -1.0}', b'{"Comparing": 1e9}']
)
def test_a_strange_file_of_durations_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / DURATIONS).parent.mkdir()
    (tmp_path / DURATIONS).write_bytes(content)
    assert worked_at(tmp_path, 100, 50) == "Comparing\n"


@pytest.mark.parametrize(("seconds", "said"), [(0.2, "1 s"), (119, "119 s"), (150, "2 min"), (3600, "60 min")])
def test_a_length_of_time_is_said_as_people_say_it(seconds: float, said: str) -> None:
    assert duration(seconds) == said
