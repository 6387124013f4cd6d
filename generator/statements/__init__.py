"""Stage 3: passages become statements: who uttered them, how, and whose position they state."""

from generator.statements.relation import Relation
from generator.statements.statement import Statement, statements

__all__ = ["Relation", "Statement", "statements"]
