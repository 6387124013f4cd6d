"""Which words of a passage a line shows."""
