"""Stage 2: a source becomes zones, and zones become passages."""

from generator.passages.passage import Passage, passages
from generator.passages.sentences import sentences
from generator.passages.zones import Block, Zone, blocks

__all__ = ["Block", "Passage", "Zone", "blocks", "passages", "sentences"]
