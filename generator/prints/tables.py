"""How tables fit on paper: the widths of columns, rows that may break over pages, tables that are too wide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.prints.inline import Run, plain

# With more columns than these a table is divided: words would no longer fit.
COLUMNS = 8
# Characters in a cell above which its row may break over pages: kept whole it could be longer than a page.
_LONG_CELL = 500


def laid_out(head: list[list[Run]], rows: list[list[list[Run]]]) -> dict[str, Any]:
    """Return a table block: `long` tells which rows may break, `row_heads` that the first column names the rows."""
    return {
        "k": "table",
        "head": head,
        "rows": rows,
        "weights": weights([head, *rows]),
        "long": [any(len(plain(cell)) > _LONG_CELL for cell in row) for row in rows],
        "row_heads": not plain(head[0]).strip(),  # an empty corner
    }


def divided(block: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield `block`, or where it is a table too wide for paper, tables that share its columns and repeat the first."""
    columns = len(block["head"]) if block["k"] == "table" else 0
    if columns <= COLUMNS:
        yield block
        return
    parts = -(-(columns - 1) // (COLUMNS - 1))
    size = -(-(columns - 1) // parts)
    for start in range(1, columns, size):
        rows = [[row[0], *row[start : start + size]] for row in [block["head"], *block["rows"]]]
        yield {**block, **laid_out(rows[0], rows[1:])}


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
