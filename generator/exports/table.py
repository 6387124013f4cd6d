"""Statements as a table (CSV, RFC 4180) that a spreadsheet opens."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

COLUMNS = (
    "source", "file", "label", "start", "end", "quote", "zone", "paragraph", "concepts", "speaker", "cue", "holders",
    "how", "form", "event", "cited_in",
)  # fmt: skip
# A spreadsheet takes a cell that begins with one of these for a formula, and runs it.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def csv_text(rows: Iterable[Mapping[str, object]]) -> str:
    """Return the rows of `generator.exports.statements` as a table; values of a list stand apart by ``; ``.

    A cell that a spreadsheet would run as a formula begins with an apostrophe instead, as spreadsheets write text.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([_cell(row[column]) for column in COLUMNS])
    return out.getvalue()


def _cell(value: object) -> str | int:
    if isinstance(value, int):
        return value
    text = "; ".join(str(one) for one in value) if isinstance(value, list) else str(value or "")
    # Spreadsheets look past white space and invisible characters at the start.
    bare = text.lstrip().lstrip("\ufeff\u200b\u00ad\x00")
    return f"'{text}" if bare.startswith(_FORMULA) or text[:1] in ("\t", "\r") else text
