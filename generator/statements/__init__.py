"""Stage 3: passages become statements: who uttered them, how, and whose position they state."""

from generator.statements.clause import Clause
from generator.statements.discourse import table as discourse_table
from generator.statements.relation import Relation
from generator.statements.rules import table as relation_table
from generator.statements.statement import Statement
from generator.statements.visible import statements

# Every rule, in the order in which they are asked; each can be switched off by its name.
RULES = (*relation_table.RULES, *discourse_table.RULES)

__all__ = ["RULES", "Clause", "Relation", "Statement", "statements"]
