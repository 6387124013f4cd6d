"""A rule of this stage, as people see it: in the tables, and when one is switched off to see what it carries."""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """A rule: its name, the pattern, what it finds, and an example that it reads."""

    name: str
    pattern: str
    finds: str
    example: str
