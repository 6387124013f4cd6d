"""Stage 2: a source becomes zones, and zones become passages."""

from generator.passages.passage import Passage, Zone, passages

__all__ = ["Passage", "Zone", "passages"]
