"""Quotations as pages show them, and how an editor's evidence is tied to its place in a source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from generator.comparison.items import Item
from generator.dossier.definitions import Evidence
from generator.messages.problems import Problem
from generator.topics.phrases import Span

_NO_WORDS = re.compile(r"[\s\"“”‘’'(]*(?:\(?\d{1,3}[.)]\s+)?")
_SHORT_CHANGE = 60
_LINE_END = "\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
_ONE_LINE_END = rf"(?=\s)[^\S{_LINE_END}]*(?:\r\n|[{_LINE_END}])?[^\S{_LINE_END}]*"
_LINE_ENDS = re.compile(rf"\r\n|[{_LINE_END}]")
_BLANKS = re.compile(r"(\s+)")


@dataclass(frozen=True)
class Quote:
    """Exact words of one passage: `span` counts code points of the untouched text of the item's source.

    `further` are words that stand later in the same passage; *…* stands for what is left out before each.
    """

    item: Item
    span: Span
    further: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """The words."""
        return " … ".join(self.item.source.text[start:end] for start, end in (self.span, *self.further))

    @property
    def end(self) -> int:
        """Where the last of the words end."""
        return self.further[-1][1] if self.further else self.span[1]

    @property
    def cut_before(self) -> bool:
        """Tell whether the passage has words before the quotation, other than a mark or the number of an article."""
        words = self.item.source.text[self.item.statement.passage.start : self.span[0]]
        return _NO_WORDS.fullmatch(words) is None

    @property
    def cut_after(self) -> bool:
        """Tell whether the passage has words after the quotation, other than its full stop."""
        return bool(self.item.source.text[self.end : self.item.statement.passage.end].strip(" .”\"'’"))

    @property
    def shown(self) -> str:
        """The words with *…* at an end where the passage goes on."""
        return ("… " if self.cut_before else "") + self.text + (" …" if self.cut_after else "")


def whole(item: Item) -> Quote:
    """Return the whole passage of `item` as a quotation."""
    return Quote(item, (item.statement.passage.start, item.statement.passage.end))


def cited(value: object) -> Iterator[Item]:
    """Yield the items of all quotations anywhere inside `value`, in order of appearance, with repeats."""
    if isinstance(value, Quote):
        yield value.item
    elif isinstance(value, tuple):
        for part in value:
            yield from cited(part)
    elif is_dataclass(value) and not isinstance(value, (Item, type)):
        for field in fields(value):
            yield from cited(getattr(value, field.name))


def locate(
    evidence: Evidence, file: str, by_source: Mapping[str, Sequence[Item]]
) -> tuple[tuple[Quote, ...], Problem | None]:
    """Return the quotation of `evidence` in its source, a `Quote` for each passage it touches, or what is wrong.

    The words must stand there once, verbatim, and inside the body: a quotation that is absent, altered by a character,
    ambiguous, or found only across a caption or boilerplate is refused.
    """

    def problem(what: str, mend: str) -> tuple[tuple[Quote, ...], Problem]:
        return (), Problem(file, evidence.line, evidence.column, what, mend)

    items = by_source.get(evidence.source, ())
    if not items:
        return problem(f"the source “{evidence.source}” has no passages", "name a source of seeds/sources.yml")
    source = items[0].source
    if source.withdrawn:
        return problem(
            f"the source “{source.id}” is withdrawn and carries nothing any more",
            "cite another source, or take the line out",
        )
    found = located(evidence.quote, source.text)
    if found is None:
        return problem(
            f"the quotation “{short(evidence.quote)}” does not stand in {source.file}",
            nearest(evidence.quote, items),
        )
    start, end = found
    if located(evidence.quote, source.text, start + 1):
        return problem(
            f"the quotation “{short(evidence.quote)}” stands more than once in {source.file}",
            "quote more of the sentence, so that it can be one place only",
        )
    touched = [i for i in items if i.statement.passage.start < end and start < i.statement.passage.end]
    if not touched or any(i.statement.passage.zone != "body" for i in touched):
        return problem(
            f"the quotation “{short(evidence.quote)}” runs over text that is not part of the report's body",
            "quote the words on one side of the caption, heading or boilerplate",
        )
    parts = ((max(start, i.statement.passage.start), min(end, i.statement.passage.end), i) for i in touched)
    return tuple(Quote(item, (first, last)) for first, last, item in parts), None


def located(words: str, text: str, start: int = 0, end: int | None = None) -> Span | None:
    """Return where `words` first stand in ``text[start:end]``, in code points of `text`.

    They must stand there verbatim, in either normal form: keyboards differ in how they write an accent. A blank stands
    for any blanks with no more than one line end among them, so that words can be quoted over the end of a line.
    """
    for form in dict.fromkeys((words, *(unicodedata.normalize(name, words) for name in ("NFC", "NFD")))):
        found = _pattern(form).search(text, start, len(text) if end is None else end)
        if found:
            return found.span()
    return None


@lru_cache(maxsize=1024)
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile("".join(_blank(part) if part.isspace() else re.escape(part) for part in _BLANKS.split(words)))


def _blank(part: str) -> str:
    return r"\s+" if len(_LINE_ENDS.findall(part)) > 1 else _ONE_LINE_END


def short(quote: str) -> str:
    """Return `quote` as a message has room for it."""
    return quote if len(quote) <= 80 else quote[:77] + "…"


def nearest(quote: str, items: Sequence[Item]) -> str:
    """Say which sentence of the source has most words of the quotation, for the editor to copy from."""
    wanted = set(quote.lower().split())
    best = max(items, key=lambda item: len(wanted & set(item.statement.passage.quote.lower().split())))
    sentence = " ".join(best.statement.passage.quote.split())  # a message stands on one line
    return (
        f"copy the words exactly as they stand; the nearest sentence reads “{sentence}”{_difference(quote, sentence)}"
    )


def _difference(quote: str, sentence: str) -> str:
    """Name the one stretch in which `quote` differs from words of `sentence`: a curly quotation mark is hard to see."""
    mine, theirs = (text.rstrip(" .!?”\"'’").split() for text in (quote, sentence))
    changes = [
        (" ".join(mine[a:b]), " ".join(theirs[c:d]))
        for tag, a, b, c, d in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()
        if tag != "equal" and not (tag == "insert" and a in (0, len(mine)))
    ]
    if len(changes) != 1 or max(map(len, changes[0])) > _SHORT_CHANGE:
        return ""
    wrong, right = (f"`{part}`" if part else "nothing" for part in changes[0])
    return f"; it has {right} where the quotation has {wrong}"
