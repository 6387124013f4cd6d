"""Editions: what was published, and since when, so that a new source can be told from what was there before."""

from generator.editions.dating import Dating, date_sources
from generator.editions.history import Edition, History

__all__ = ["Dating", "Edition", "History", "date_sources"]
