"""Stage 6: a brief definition and what the sources say become a brief: chosen, ordered, cited."""
