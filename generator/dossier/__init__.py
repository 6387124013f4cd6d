"""What people decide: the dossier, its entities, its topic map and its brief definitions, read and checked."""

from generator.dossier.load import load_dossier

__all__ = ["load_dossier"]
