"""A printed line: what stands on it, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A line that ends a sentence, or leads on to a list.
ENDS = re.compile(r"[.!?…:;][\"”’»')\]]*\Z")


@dataclass(frozen=True)
class PrintedLine:
    """A line of a page.

    `size` of its characters, `height` above the foot of the page and distance from its `left` edge are in points; all
    are 0 where they are not known.
    """

    text: str
    size: float = 0.0
    height: float = 0.0
    left: float = 0.0

    @property
    def bare(self) -> str:
        """Its text without the white space around it."""
        return self.text.strip()

    @property
    def ends(self) -> bool:
        """Whether a sentence ends with it."""
        return ENDS.search(self.bare) is not None
