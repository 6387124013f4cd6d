"""How wide the columns of a table are."""

from __future__ import annotations

from collections.abc import Sequence

from generator.prints.inline import Run, plain


def weights(rows: Sequence[Sequence[Sequence[Run]]]) -> list[float]:
    """Return how wide each column should be, in shares that sum to about 1.

    A column grows with the square root of its longest cell, so that long cells break into more lines rather than
    starve the others, and is never narrower than its longest word.
    """
    columns = [[plain(row[index]) for row in rows if index < len(row)] for index in range(len(rows[0]))]
    longest = [max((len(cell) for cell in column), default=0) for column in columns]
    words = [max((len(word) for cell in column for word in cell.split()), default=1) for column in columns]
    wanted = [max(float(length) ** 0.5 * 2.2, word + 1.0) for length, word in zip(longest, words, strict=True)]
    total = sum(wanted)
    return [round(width / total, 3) for width in wanted]
