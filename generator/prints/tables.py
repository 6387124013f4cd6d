"""How tables fit on paper: the widths of columns, rows that may break over pages, tables that are too wide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.prints.inline import BREAK, Run, add_breaks, plain

# With more columns than these a table is divided: words would no longer fit.
COLUMNS = 8
# Millimetres: the width of the text on the narrower paper, the space between columns, a rather wide letter.
_TEXT_WIDTH, _GUTTER, _LETTER_WIDTH = 156.0, 3.2, 1.75
# Characters in a cell above which its row may break over pages: kept whole it could be longer than a page.
_LONG_CELL = 500


def laid_out(head: list[list[Run]], rows: list[list[list[Run]]]) -> dict[str, Any]:
    """Return a table block: `long` tells which rows may break, `row_heads` that the first column names the rows."""
    shares = weights([head, *rows])
    head, *rows = ([_fit_cell(cell, share) for cell, share in zip(row, shares, strict=False)] for row in [head, *rows])
    return {
        "k": "table",
        "head": head,
        "rows": rows,
        "weights": shares,
        "long": [any(len(plain(cell)) > _LONG_CELL for cell in row) for row in rows],
        "row_heads": not plain(head[0]).strip(),  # an empty corner
    }


def _fit_cell(cell: list[Run], share: float) -> list[Run]:
    """Return `cell` with places told where lines may end in words that are longer than its column is wide."""
    letters = max(4, int((_TEXT_WIDTH * share - _GUTTER) / _LETTER_WIDTH))

    def break_word(word: re.Match[str]) -> str:
        return add_breaks(word.group().replace(BREAK, ""), letters)

    def fit(runs: list[Run]) -> list[Run]:
        long = re.compile(rf"\S{{{letters + 1},}}")
        return [
            {**run, "t": long.sub(break_word, run["t"])}
            if "t" in run
            else {**run, "runs": fit(run["runs"])}
            if "runs" in run
            else run
            for run in runs
        ]

    return fit(cell)


def divide(block: dict[str, Any]) -> Iterator[dict[str, Any]]:
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

    A column is as wide as its longest word; what is left goes by its text, halfway between the
    longest cell and the usual one, so that long cells break into more lines rather than starve the others.
    """
    columns = [[plain(row[index]) for row in rows if index < len(row)] for index in range(len(rows[0]))]
    needed = [(_longest_word(column) * _LETTER_WIDTH + _GUTTER) / _TEXT_WIDTH for column in columns]
    wanted = [max(map(len, column)) + sum(map(len, column)) / len(column) for column in columns]
    if not columns[0][0].strip():
        wanted[0] *= 0.6  # a column of names may break into lines sooner than one of sentences
    left = max(0.0, 1 - sum(needed))
    shares = [least + left * want / (sum(wanted) or 1) for least, want in zip(needed, wanted, strict=True)]
    return [round(share / sum(shares), 3) for share in shares]


def _longest_word(cells: Sequence[str]) -> int:
    return max((len(word) for cell in cells for word in cell.replace(BREAK, " ").split()), default=1)
