"""Stage 3: passages become statements: who uttered them, how, and whose position they state."""
