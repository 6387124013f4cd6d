"""The names of a dossier in one text: looked up once, with those that there are somebody else's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from generator.statements.mentions.names import Found, Names, folded_words
from generator.statements.mentions.namesakes import told_apart


class NamesIn(Names):
    """The names of a dossier, looked up once in one text; `find` then takes any stretch of that text.

    `labels` are those of turns in the text, each with the id of the entity that somebody said has the word under it.
    """

    def __init__(self, names: Names, text: str, labels: Iterable[tuple[str, str]] = ()) -> None:
        self._whole = names
        self.entities, self.by_text, self.by_part = names.entities, names.by_text, names.by_part
        self.by_label = {" ".join(folded_words(label)): who for label, who in labels}
        self.mentioned = {}
        self._found = told_apart(text, tuple(names.find(text, 0, len(text))), names)
        self._starts = [found.start for found in self._found]

    @property
    def whole(self) -> Names:
        """The names of the dossier, whatever text they are looked up in."""
        return self._whole

    def find(self, text: str, start: int, end: int) -> Iterator[Found]:
        """Yield the names that stand in ``text[start:end]``."""
        del text
        for found in self._found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            if found.end <= end:
                yield found
