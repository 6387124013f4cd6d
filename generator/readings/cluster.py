"""Reading spread over several machines by a scheduler of Dask's, which people start beside this program."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from generator.messages.problems import BriefingError
from generator.readings.readings import code_digest

# Seconds to wait for a scheduler that does not answer.
PATIENCE = 20


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """Give what reads on the workers of the scheduler at `address` (`tcp://host:8786`).

    BriefingError where there is none, where it has no workers, or where one of them has another version of the program:
    the same inputs would not give the same bytes.
    """
    try:
        from distributed import Client  # an extra, for those who have more than one machine
    except ImportError:
        raise BriefingError(
            '--scheduler needs a package that is not installed. Mend: pip install "briefing-site[cluster]"'
        ) from None
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        said = " ".join(str(error).split())[:200]
        raise BriefingError(
            f"no scheduler answers at {address}: {said}. Mend: start one, or correct the address."
        ) from None
    try:
        _require_same_program(client.run(code_digest), address)
        yield client.get_executor(pure=False)
    finally:
        client.close()


def _require_same_program(found: dict[str, str], address: str) -> None:
    """Raise BriefingError unless each worker, by its address, has the program that runs here."""
    if not found:
        raise BriefingError(f"the scheduler at {address} has no workers. Mend: start some, and run the command again.")
    other = sorted(worker for worker, digest in found.items() if digest != code_digest())
    if other:
        raise BriefingError(
            f"another version of this program, or another Python, is on {', '.join(other)}. "
            "Mend: install the one that runs here there too."
        )
