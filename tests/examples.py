"""On how many examples a property is tried: few in `make test`, many in `make test-all`; always the same ones."""

import os

from hypothesis import settings

_TIMES = int(os.environ.get("EXAMPLES", "1"))


def examples(few: int) -> settings:
    """Return the settings of a property that `make test` tries on `few` examples."""
    return settings(max_examples=few * _TIMES, deadline=None, derandomize=True)
