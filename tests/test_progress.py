import io

from generator.messages.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def worked(stream: io.StringIO, steps: int, *, quiet: bool = False) -> str:
    progress = Progress(quiet=quiet, stream=stream)
    with progress.stage("Reading", steps) as advance:
        for _ in range(steps):
            advance(1)
    progress.say("Comparing", steps)
    return stream.getvalue()


def test_short_work_says_nothing() -> None:
    assert worked(io.StringIO(), 99) == ""


def test_a_log_has_plain_lines() -> None:
    told = worked(io.StringIO(), 200).splitlines()
    assert told[0] == "Reading: 20 of 200"
    assert told[-2:] == ["Reading: 200 of 200", "Comparing"]
    assert len(told) == 11


def test_a_terminal_has_a_bar() -> None:
    told = worked(Terminal(), 200)
    assert "\r" in told
    assert "100%" in told


def test_quiet_says_nothing() -> None:
    assert worked(io.StringIO(), 200, quiet=True) == ""
