"""Phrases of the topic map: what a person writes there, and where it stands in a sentence.

A plain word also matches its plural and possessive; ``agricultur*`` matches any ending; ``*`` alone is one word,
``#`` any figure, ``...`` up to six words. Punctuation inside a phrase does not count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.statements.lexicon.load import ENGLISH
from generator.topics.words import CURRENCIES, Word, singular, words

Span = tuple[int, int]
GAP = 6
_PREFIX_KEY = 3
_FIGURE_WORDS = ENGLISH.having("closed.tsv", "classes", "figure")
_PIECE = re.compile(r"\.\.\.|…|#|\*(?!\w)|[^\s*#…]+?(?=\.\.\.|[\s*#…]|$)\*?")


@dataclass(frozen=True)
class Piece:
    """One element of a phrase: a ``word`` (singular), a ``prefix``, ``any`` one word, a ``figure``, or a ``gap``.

    The `text` of a figure is the sign of a currency that must stand before it, "" for any figure.
    """

    kind: str
    text: str = ""

    def takes(self, word: Word) -> bool:
        """Tell whether this element stands for `word`."""
        if self.kind == "figure" and self.text and self.text != word.sign:
            return False
        return _TAKES[self.kind](self.text, word.folded)


_TAKES: Mapping[str, Callable[[str, str], bool]] = {
    "word": lambda text, folded: singular(folded) == text,
    "prefix": lambda text, folded: folded.startswith(text),
    "any": lambda text, folded: True,
    "figure": lambda text, folded: folded[0].isdigit() or folded in _FIGURE_WORDS,
    "gap": lambda text, folded: True,
}


@lru_cache(maxsize=16384)
def pieces(phrase: str) -> tuple[Piece, ...]:
    """Return the elements of `phrase`; empty when it holds no word, figure or prefix to look for."""
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
            found += [Piece("word", singular(part.folded)) for part in parts]
            if raw.endswith("*") and parts:
                found[-1] = Piece("prefix", parts[-1].folded)
        sign = raw[-1] if raw[-1] in CURRENCIES else ""
    while found and found[-1].kind == "gap":
        found.pop()
    while found and found[0].kind == "gap":
        found.pop(0)
    return tuple(found) if any(piece.kind in ("word", "prefix", "figure") for piece in found) else ()


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


class Index:
    """Many phrases, looked up together: the words of a sentence are read once, whatever the number of phrases."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_word: Mapping[str, list[str]] = defaultdict(list)
        self._by_prefix: Mapping[str, list[str]] = defaultdict(list)
        self._by_rest: list[str] = []
        for phrase in dict.fromkeys(phrases):
            first = (pieces(phrase) or (Piece("none"),))[0]
            if first.kind == "word":
                self._by_word[first.text].append(phrase)
            elif first.kind == "prefix" and len(first.text) >= _PREFIX_KEY:
                self._by_prefix[first.text[:_PREFIX_KEY]].append(phrase)
            elif first.kind != "none":
                self._by_rest.append(phrase)

    def hits(self, sentence: Sequence[Word]) -> dict[str, tuple[Span, ...]]:
        """Return, for each phrase that stands in `sentence`, its spans in code points, in order."""
        found: dict[str, list[Span]] = {}
        for at, word in enumerate(sentence):
            for phrase in self._first_words(word):
                end = _ends(pieces(phrase), sentence, at)
                if end is not None:
                    found.setdefault(phrase, []).append((word.start, sentence[end - 1].end))
        return {phrase: tuple(spans) for phrase, spans in found.items()}

    def _first_words(self, word: Word) -> Iterator[str]:
        yield from self._by_word.get(singular(word.folded), ())
        yield from self._by_prefix.get(word.folded[:_PREFIX_KEY], ())
        yield from self._by_rest
