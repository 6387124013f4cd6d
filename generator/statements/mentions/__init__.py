"""Mentions: names, offices, bodies and collectives where they stand in a sentence."""
