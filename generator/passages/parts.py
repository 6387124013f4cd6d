"""Parts: where the headline, the prose and the comments of a text begin, told by the shapes of its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.passages.boilerplate import opens_comments
from generator.passages.datelines import inline_dateline, is_names
from generator.passages.shapes import Shape, Shaped

# What the title or an inner title of a document says it is.
DOCUMENT = re.compile(
    r"\b(?:statement|communiqu[eé]|declaration|press release|remarks|speech|agreement|treaty|transcript|readout|"
    r"fact ?sheet|memorandum|interview|address|annex|preamble|background|summary|introduction|"
    r"overview|conclusions?|context)\b",
    re.IGNORECASE,
)
# The first words of a declaration, and of somebody who has the word or asks: no headline, however short.
_SPOKEN = re.compile(
    r"(?:[^.:;]{0,60},?\s)?[Ww]e,\s|(?:Q|QUESTION|REPORTER|JOURNALIST|A|ANSWER)(?:\s?[:.–—]\s|\s{1,2}(?=[A-Z]))"
    r"|[A-Z][^a-z:\d]{1,40}:\s|(?:Question|Reporter|Journalist|Moderator|Answer):\s"
)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Parts:
    """The lines of a text and where its parts begin, as indices of lines; the number of lines where there is none.

    `headline`; `begins`, the line with the dateline (0: none); `first` and `last` line of prose; `comments`, the head
    of the readers' comments. `pictures`: there are pictures in the text; `gaps`: empty lines part its paragraphs.
    """

    lines: tuple[Shaped, ...]
    headline: int
    begins: int
    first: int
    last: int
    comments: int
    pictures: bool
    gaps: bool


def parts(found: tuple[Shaped, ...], title: str | None = None) -> Parts:
    """Return the parts of the text whose lines are `found`, in order; the line that is its `title` is its headline."""
    found = tuple(_whole(found, i) for i in range(len(found)))
    shapes = [each.shape for each in found]
    # A text without any closed sentence may still be one: then the lines that read so are its body.
    prose = [i for i, shape in enumerate(shapes) if shape in ("sentence", "item")]
    prose = prose or [i for i, shape in enumerate(shapes) if shape == "loose"]
    first, last = (prose[0], prose[-1]) if prose else (len(found), len(found))
    headline = _headline(found, first, _fold_words(title))
    if headline == first:
        first = next((i for i in prose if i > headline), len(found))
    return Parts(
        found,
        headline,
        _dateline_index(found),
        first,
        last,
        _comments(found),
        pictures="picture" in shapes or "caption" in shapes,
        gaps=any(each.line.gap for each in found),
    )


def _whole(found: tuple[Shaped, ...], i: int) -> Shaped:
    """Return line `i`, as a sentence where the next paragraph goes on with it in small letters and closes it."""
    each, after = found[i], found[i + 1] if i + 1 < len(found) else None
    broken = each.shape in ("label", "loose") and len(each.words.split()) > 2 and each.words[-1].isalnum()
    goes_on = after is not None and after.shape == "sentence" and after.words[:1].islower()
    return replace(each, shape="sentence") if broken and goes_on else each


def _headline(found: Sequence[Shaped], first: int, title: str) -> int:
    """Return which line is the headline: the folded `title`, else the first line before the body that could be one."""
    entitled = [i for i, each in enumerate(found[: first + 1]) if title and _fold_words(each.words) == title]
    if entitled:
        return entitled[0]
    labels = [i for i, each in enumerate(found[:first]) if each.shape in ("label", "loose", "title")]
    for i in labels:
        if is_names(found[i].words) and beside(found, i, "weather"):
            continue
        if len(found[i].words.split()) >= 4 or found[i].shape == "title":
            return i
    named = [i for i in labels if DOCUMENT.search(found[i].words) and not beside(found, i, "weather")]
    if named:
        return named[0]
    if first < len(found) - 1 and _is_closed_headline(found[first], found[first + 1 :]):
        return first
    return next((i for i in labels if not beside(found, i, "weather")), len(found))


def _dateline_index(found: Sequence[Shaped]) -> int:
    """Return which line the report begins on, told by its dateline; short closed lines before are headlines.

    Looked for among the first lines only, and in vain if anything long stands before; 0 if there is none.
    """
    opening = True
    for i, each in enumerate(found[:6]):
        if each.shape == "sentence":
            if inline_dateline(each.words, 0, len(each.words), opening=opening):
                return i
            if len(each.words) > 160:
                return 0
            opening = False
    return 0


def _comments(found: Sequence[Shaped]) -> int:
    """Return which line opens the readers' comments; the number of lines if none does.

    A button of that name stands above many articles too: what follows must be a small part of the text.
    """
    sizes = [len(each.words) if each.shape in ("sentence", "item", "loose") else 0 for each in found]
    before, whole = 0, sum(sizes)
    for i, (each, size) in enumerate(zip(found, sizes, strict=True)):
        before += size
        if each.shape == "boilerplate" and opens_comments(each.words) and before >= 0.7 * whole > 0:
            return i
    return len(found)


def _fold_words(words: str | None) -> str:
    return " ".join(_WORD.findall((words or "").casefold()))


def _is_closed_headline(line: Shaped, after: Sequence[Shaped]) -> bool:
    """Say whether the first sentence of a text is its headline all the same.

    It is where it is a question, In Such Capitals, or short and above the day or the names of the writers.
    """
    words = line.words
    if _SPOKEN.match(words):
        return False
    if len(words) > 130 or not any(each.shape == "sentence" for each in after[:4]):
        return False
    if after[0].shape in ("date", "byline") and line.shape == "sentence":
        return True
    long_words = [word.strip("“”\"'‘’(),.?!:") for word in words.split()]
    long_words = [word for word in long_words if len(word) > 3]
    raised = sum(word[:1].isupper() or word[:1].isdigit() for word in long_words)
    return (len(long_words) >= 4 and raised >= 0.8 * len(long_words)) or words.endswith("?")


def beside(found: Sequence[Shaped], i: int, shape: Shape, reach: int = 2) -> bool:
    """Say whether line `i`, or one of the `reach` lines before and after it, has this shape."""
    return any(each.shape == shape for each in found[max(0, i - reach) : i + reach + 1])
