"""Voices: texts that are somebody's own words from end to end, without a cue in each sentence.

The turns of a transcript, the signatories of a declaration, or the one side that issued the text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.statements.discourse.attributing import State, attributed
from generator.statements.discourse.declarations import attribute_declaration
from generator.statements.discourse.going_on import Account
from generator.statements.discourse.here import Here
from generator.statements.discourse.issuers import attribute_issued
from generator.statements.discourse.turns import Turn, attribute_turn
from generator.statements.referents.context import Who
from generator.statements.statement import Statement


@dataclass(frozen=True)
class Voices:
    """Who speaks in a text: the turns by the start of their passages, the signatories together, or its issuer."""

    turns: Mapping[int, Turn]
    signatories: Who | None = None
    issuer: Who | None = None

    def attribute(self, here: Here, state: State) -> tuple[Statement, Account | None]:
        """Return the statement of the passage `here`, and the account that may go on after it."""
        if here.passage.start in self.turns:
            return attribute_turn(here, state, self.turns[here.passage.start])
        if self.signatories is not None:
            return attribute_declaration(here, state, self.signatories)
        first = min(self.turns, default=None)
        if self.issuer is not None and (first is None or here.passage.start < first):
            return attribute_issued(here, state, self.issuer)
        return attributed(here, state)

    def owners(self, start: int) -> tuple[str, ...] | None:
        """Return the parties whose words the passage at `start` is in a text of one side or of several; () in a turn.

        None in a report.
        """
        if start in self.turns:
            return ()
        whose = self.signatories or self.issuer
        return None if whose is None else whose.parties


NOBODY = Voices({})
