"""Stage 5: all statements together: what corroborates what, where sources differ, and what changed between events."""
