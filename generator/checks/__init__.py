"""Stage 9: what was written is read again, on its own, and held against the sources."""

from generator.checks.checks import Report, check

__all__ = ["Report", "check"]
