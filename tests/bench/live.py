"""How long after a file is saved the live site shows it: seconds by the clock, as a person at a browser waits."""

from __future__ import annotations

import re
import select
import signal
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.measure import PROGRAM

# Seconds after which words that were saved are no longer waited for.
PATIENCE = 300.0
_POLLING = 0.05


@contextmanager
def served(folder: Path, port: int) -> Iterator[str]:
    """Serve the dossier until the block ends; gives the address, once pages are there."""
    command = [PROGRAM, "-C", str(folder), "serve", "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stderr is not None
        yield _address(server)
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(30)


def _address(server: subprocess.Popen[str]) -> str:
    assert server.stderr is not None
    end = time.monotonic() + 10 * PATIENCE
    while time.monotonic() < end and server.poll() is None:
        if select.select([server.stderr], [], [], 1)[0]:
            found = re.search(r"http://\S+", server.stderr.readline())
            if found:
                return found[0]
    raise TimeoutError("the live site did not start")


def seconds_until(address: str, words: str, save: Callable[[], None]) -> float:
    """Save something, and return the seconds until the page at `address` has `words`."""
    save()
    start = time.monotonic()
    while time.monotonic() - start < PATIENCE:
        with urllib.request.urlopen(address) as page:  # of this machine
            if words in page.read().decode():
                return time.monotonic() - start
        time.sleep(_POLLING)
    return float("inf")
