"""Stage 3: passages become statements: who uttered them, how, and whose position they state."""

from generator.statements.assemble import statements
from generator.statements.clause import Clause
from generator.statements.relation import Relation
from generator.statements.statement import Statement

__all__ = ["Clause", "Relation", "Statement", "statements"]
