"""Tables in a box of their own, with row heads, and with each cell knowing its column: a phone shows rows as cards."""

from __future__ import annotations

import re
from html import unescape

_TABLE = re.compile(r"<table>\n<thead>\n<tr>\n(.*?)</tr>\n</thead>\n<tbody>\n(.*?)</tbody>\n</table>", re.DOTALL)
_HEAD = re.compile(r"<th([^>]*)>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr>\n(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<td([^>]*)>(.*?)</td>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_CITATION = re.compile(r"<sup\b.*?</sup>", re.DOTALL)
# A column whose longest text is longer than this is for reading and not for comparing at a glance: rows become cards.
_GLANCE = 24


def box_tables(html: str) -> str:
    """Return `html` with every table of Markdown in a box that scrolls by itself, or stacks on a narrow screen."""
    return _TABLE.sub(_table, html)


def _table(match: re.Match[str]) -> str:
    heads = _HEAD.findall(match[1])
    rows = [_CELL.findall(row) for row in _ROW.findall(match[2])]
    row_heads = not _text(heads[0][1])
    labels = [_text(content) for _, content in heads]
    longest = max((len(_text(content)) for row in rows for _, content in row[1:]), default=0)
    stacked = len(heads) > 2 and longest > _GLANCE
    head = "".join(_head(attributes, content) for attributes, content in heads)
    body = "".join(f"<tr>{_row(cells, labels, row_heads)}</tr>\n" for cells in rows)
    box, kind = ("", "stacked") if stacked else (_FOCUS, "scrolled")
    return (
        f'<div class="table-box"{box}><table class="{kind}">\n'
        f"<thead>\n<tr>{head}</tr>\n</thead>\n"
        f"<tbody>\n{body}</tbody>\n</table></div>"
    )


# What scrolls can be reached and scrolled by keyboard.
_FOCUS = ' tabindex="0" role="group" aria-label="Table"'


def _head(attributes: str, content: str) -> str:
    if not _text(content):
        return f"<td{attributes}></td>"
    return f'<th{attributes} scope="col">{content}</th>'


def _row(cells: list[tuple[str, str]], labels: list[str], row_heads: bool) -> str:
    shown = []
    for index, (attributes, content) in enumerate(cells):
        if index == 0 and row_heads:
            shown.append(f'<th{attributes} scope="row">{content}</th>')
        else:
            label = labels[index].replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
            shown.append(f'<td{attributes} data-label="{label}">{content}</td>')
    return "".join(shown)


def _text(html: str) -> str:
    return unescape(_TAG.sub("", _CITATION.sub("", html))).strip()
