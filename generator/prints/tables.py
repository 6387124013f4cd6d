"""How wide the columns of a table are."""

from __future__ import annotations

from collections.abc import Sequence

from generator.prints.inline import Run, plain


def weights(rows: Sequence[Sequence[Sequence[Run]]]) -> list[float]:
    """Return how wide each column should be, in shares that sum to about 1.

    A column grows with the square root of its text, halfway between the longest cell and the usual one, so that long
    cells break into more lines rather than starve the others, and is never narrower than its longest word.
    """
    columns = [[plain(row[index]) for row in rows if index < len(row)] for index in range(len(rows[0]))]
    texts = [
        max(map(len, column), default=0) ** 0.5 + (sum(map(len, column)) / max(1, len(column))) ** 0.5
        for column in columns
    ]
    words = [max((len(word) for cell in column for word in cell.split()), default=1) for column in columns]
    wanted = [max(text * 1.2, word + 1.0) for text, word in zip(texts, words, strict=True)]
    total = sum(wanted)
    return [round(width / total, 3) for width in wanted]
