"""A condition: one thing that was looked at, how it is, and what would mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["good", "look", "bad"]


@dataclass(frozen=True)
class Condition:
    """`state` is ``bad`` where the program cannot work, ``look`` where it can and a person should know."""

    what: str
    state: State
    found: str
    mend: str = ""
