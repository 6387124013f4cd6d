"""Stages 2 to 4 of every source: each is read alone, several at once, and kept by its content."""
