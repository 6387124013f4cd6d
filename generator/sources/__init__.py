"""Stage 1: seeds/ and what sources.yml says of each text become sources."""

from generator.sources.source import Known, Source, load, load_sources, readable_sources, source_notes

__all__ = ["Known", "Source", "load", "load_sources", "readable_sources", "source_notes"]
