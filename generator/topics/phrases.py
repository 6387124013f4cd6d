"""Phrases of the topic map: what a person writes there, and where it stands in a sentence.

A plain word also matches its other forms, its plural and its possessive; in a phrase that stands in quotation marks as
a whole, plural and possessive alone. ``agricultur*`` matches any ending; ``*`` alone is one word, ``#`` any figure,
``...`` up to six words. Other punctuation inside a phrase does not count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.dossier.phrases import is_exact
from generator.statements.lexicon.load import ENGLISH
from generator.topics.forms import word_forms
from generator.topics.words import CURRENCIES, Word, singular, words

Span = tuple[int, int]
GAP = 6
_PREFIX_KEY = 3
_FIGURE_WORDS = ENGLISH.having("closed.tsv", "classes", "figure")
_PIECE = re.compile(r"\.\.\.|…|#|\*(?!\w)|[^\s*#…]+?(?=\.\.\.|[\s*#…]|$)\*?")


@dataclass(frozen=True)
class Piece:
    """One element of a phrase: a ``word``, a ``prefix``, ``any`` one word, a ``figure``, or a ``gap``.

    `forms` are those of a word that it stands for, each folded and without a plural ending. The `text` of a figure is
    the sign of a currency that must stand before it, "" for any figure.
    """

    kind: str
    text: str = ""
    forms: frozenset[str] = frozenset()

    def takes(self, word: Word) -> bool:
        """Tell whether this element stands for `word`."""
        if self.kind == "figure" and self.text and self.text != word.sign:
            return False
        return singular(word.folded) in self.forms if self.kind == "word" else _TAKES[self.kind](self.text, word.folded)


_TAKES: Mapping[str, Callable[[str, str], bool]] = {
    "prefix": lambda text, folded: folded.startswith(text),
    "any": lambda text, folded: True,
    "figure": lambda text, folded: folded[0].isdigit() or folded in _FIGURE_WORDS,
    "gap": lambda text, folded: True,
}


@lru_cache(maxsize=16384)
def pieces(phrase: str, exact: bool = False) -> tuple[Piece, ...]:
    """Return the elements of `phrase`; empty when it holds no word, figure or prefix to look for.

    Where it is `exact`, or stands in quotation marks, its words stand for no other forms than plural and singular.
    """
    exact = exact or is_exact(phrase)
    found: list[Piece] = []
    sign = ""
    for raw in _PIECE.findall(phrase):
        if raw in ("...", "…"):
            found.append(Piece("gap"))
        elif raw == "#":
            found.append(Piece("figure", sign))
        elif raw == "*":
            found.append(Piece("any"))
        else:
            parts = words(raw.rstrip("*"))
            found += [Piece("word", part.folded, _forms(part.folded, exact)) for part in parts]
            if raw.endswith("*") and parts:
                found[-1] = Piece("prefix", parts[-1].folded)
        sign = raw[-1] if raw[-1] in CURRENCIES else ""
    while found and found[-1].kind == "gap":
        found.pop()
    while found and found[0].kind == "gap":
        found.pop(0)
    return tuple(found) if any(piece.kind in ("word", "prefix", "figure") for piece in found) else ()


def _forms(folded: str, exact: bool) -> frozenset[str]:
    return frozenset([singular(folded)]) if exact else word_forms(folded)


def _ends(parts: Sequence[Piece], sentence: Sequence[Word], at: int) -> int | None:
    """Return the index after the last word of a match that begins at `at`, shortest first, or None."""
    if not parts:
        return at
    first, rest = parts[0], parts[1:]
    if first.kind == "gap":
        for skipped in range(min(GAP, len(sentence) - at) + 1):
            end = _ends(rest, sentence, at + skipped)
            if end is not None:
                return end
        return None
    if at < len(sentence) and first.takes(sentence[at]):
        return _ends(rest, sentence, at + 1)
    return None


_Look = tuple[str, tuple[Piece, ...]]


class Index:
    """Many phrases, looked up together: the words of a sentence are read once, whatever the number of phrases.

    Where `exact`, no word stands for its other forms, as where a phrase is a value that is held against others.
    """

    def __init__(self, phrases: Iterable[str], exact: bool = False) -> None:
        self._by_word: Mapping[str, list[_Look]] = defaultdict(list)
        self._by_prefix: Mapping[str, list[_Look]] = defaultdict(list)
        self._by_rest: list[_Look] = []
        for phrase in dict.fromkeys(phrases):
            look = (phrase, pieces(phrase, exact))
            first = (look[1] or (Piece("none"),))[0]
            if first.kind == "word":
                for form in sorted(first.forms):
                    self._by_word[form].append((phrase, look[1][1:]))
            elif first.kind == "prefix" and len(first.text) >= _PREFIX_KEY:
                self._by_prefix[first.text[:_PREFIX_KEY]].append(look)
            elif first.kind != "none":
                self._by_rest.append(look)

    def hits(self, sentence: Sequence[Word]) -> dict[str, tuple[Span, ...]]:
        """Return, for each phrase that stands in `sentence`, its spans in code points, in order."""
        found: dict[str, list[Span]] = {}
        for at, word in enumerate(sentence):
            for phrase, rest in self._by_word.get(singular(word.folded), ()):
                end = _ends(rest, sentence, at + 1)
                if end is not None:
                    found.setdefault(phrase, []).append((word.start, sentence[end - 1].end))
            for phrase, parts in (*self._by_prefix.get(word.folded[:_PREFIX_KEY], ()), *self._by_rest):
                end = _ends(parts, sentence, at)
                if end is not None:
                    found.setdefault(phrase, []).append((word.start, sentence[end - 1].end))
        return {phrase: tuple(spans) for phrase, spans in found.items()}
