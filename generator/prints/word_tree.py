"""A document for Word, as the syntax tree that pandoc reads: the same blocks and runs as on paper.

Notes are real footnotes. `word_tree` also gives their labels in order, since pandoc numbers notes itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from generator.prints.documents import Document
from generator.prints.inline import Run
from generator.prints.markdown import Block

Node: TypeAlias = dict[str, Any]

_API = [1, 23, 1]
_NO_ATTRIBUTES: list[Any] = ["", [], []]
_STYLES = {
    "em": "Emph",
    "strong": "Strong",
    "ins": "Underline",
    "del": "Strikeout",
    "sup": "Superscript",
    "sub": "Subscript",
}


def word_tree(document: Document) -> tuple[Node, list[str]]:
    """Return the tree of `document`, and the labels of its notes in the order in which they stand in it."""
    blocks: list[Node] = []
    labels: list[str] = []
    for brief in document.data["briefs"]:
        writer = _Writer(brief["notes"], labels)
        blocks += [*_title(brief, document.data["originator"]), *writer.blocks(brief["blocks"])]
    blocks += _receipt(document.data)
    return {"pandoc-api-version": _API, "meta": {}, "blocks": blocks}, labels


def _str(text: str) -> Node:
    return {"t": "Str", "c": text}


def _style(style: str, inlines: list[Node]) -> Node:
    """Return a paragraph in a paragraph style of that name."""
    return {"t": "Div", "c": [["", [], [["custom-style", style]]], [{"t": "Para", "c": inlines}]]}


def _heading(level: int, inlines: list[Node], identity: str = "") -> Node:
    return {"t": "Header", "c": [level, [identity, [], []], inlines]}


def _title(brief: Block, originator: str) -> list[Node]:
    sources = "1 source" if brief["sources"] == 1 else f"{brief['sources']} sources"
    passages = "1 passage cited" if brief["passages"] == 1 else f"{brief['passages']} passages cited"
    edition = f"Edition {brief['edition']}" if brief["edition"] is not None else ""
    facts = [brief["as_of"], edition, sources, passages, originator]
    number = f"Brief {brief['number']}" if brief["number"] is not None else ""
    return [
        _style("Brief number", [_str(" · ".join(filter(None, [number, brief["event"]])))]),
        _heading(1, [_str(brief["title"])], f"brief-{brief['id']}"),
        *([_style("Question", [_str(brief["question"])])] if brief["question"] else []),
        _style("Brief facts", [_str(" · ".join(filter(None, facts)))]),
    ]


def _receipt(data: Block) -> list[Node]:
    rows = [[["No."], ["Source"], ["Dated"], ["SHA-256 begins"]]]
    for one in data["sources"]:
        name = ", ".join(filter(None, [one["name"], one["title"], one["kind"]]))
        rows.append([[str(one["number"])], [name], [one["issued"]], [one["sha256"]]])
    cells = [[[_str(text) for text in cell] for cell in row] for row in rows]
    made = (
        "A citation such as 2.7 is passage 7 of source 2. "
        f"Made by briefing-site {data['version']}. {data['as_of']}".rstrip(". ")
        + "."
    )
    table = [_table(cells[0], cells[1:], [0.08, 0.55, 0.15, 0.22])] if data["sources"] else []
    return [_heading(2, [_str("Receipt")]), *table, {"t": "Para", "c": [_str(made)]}]


def _table(head: list[list[Node]], rows: list[list[list[Node]]], weights: Sequence[float]) -> Node:
    def row(cells: list[list[Node]]) -> list[Any]:
        plain = [[_NO_ATTRIBUTES, {"t": "AlignDefault"}, 1, 1, [{"t": "Plain", "c": cell}]] for cell in cells]
        return [_NO_ATTRIBUTES, plain]

    widths = [[{"t": "AlignDefault"}, {"t": "ColWidth", "c": weight}] for weight in weights]
    body = [_NO_ATTRIBUTES, 0, [], [row(cells) for cells in rows]]
    caption: list[Any] = [None, []]
    foot: list[Any] = [_NO_ATTRIBUTES, []]
    return {"t": "Table", "c": [_NO_ATTRIBUTES, caption, widths, [_NO_ATTRIBUTES, [row(head)]], [body], foot]}


class _Writer:
    """Turns the blocks and runs of one brief into nodes; the labels of notes gather as they are met."""

    def __init__(self, notes: dict[str, list[Run]], labels: list[str]) -> None:
        self._notes = notes
        self._labels = labels

    def blocks(self, blocks: Sequence[Block]) -> list[Node]:
        return [node for block in blocks for node in _BLOCKS[block["k"]](self, block)]

    def runs(self, runs: Sequence[Run]) -> list[Node]:
        return [node for run in runs for node in self._run(run)]

    def _run(self, run: Run) -> list[Node]:
        if "t" in run:
            return [_str(run["t"])]
        if "br" in run:
            return [{"t": "LineBreak"}]
        if "cite" in run:
            return self._cite(run)
        inner = self.runs(run["runs"])
        if run["k"] == "link":
            link = {"t": "Link", "c": [_NO_ATTRIBUTES, inner, [run["url"], ""]]}
            return [link] if run["bare"] else [link, _str(f" ({run['url']})")]
        if run["k"] == "code":
            return [{"t": "Code", "c": [_NO_ATTRIBUTES, "".join(node.get("c", "") for node in inner)]}]
        return [{"t": _STYLES[run["k"]], "c": inner}] if run["k"] in _STYLES else inner

    def _cite(self, run: Run) -> list[Node]:
        label = run["cite"]
        part = [{"t": "Superscript", "c": [_str(", ")]}] if run["sep"] else []
        if label not in self._notes or not run["first"]:
            return [*part, {"t": "Superscript", "c": [_str(label)]}]
        self._labels.append(label)
        return [*part, {"t": "Note", "c": [{"t": "Para", "c": self.runs(self._notes[label])}]}]

    def heading(self, block: Block) -> list[Node]:
        return [_heading(block["level"], self.runs(block["runs"]))]

    def para(self, block: Block) -> list[Node]:
        inlines = self.runs(block["runs"])
        style = next((name for name in ("flag", "statement") if name in block["classes"]), None)
        return [_style(style.capitalize(), inlines) if style else {"t": "Para", "c": inlines}]

    def items(self, block: Block) -> list[Node]:
        items = [self.blocks(item) for item in block["items"]]
        start = [(block["numbers"] or [1])[0], {"t": "Decimal"}, {"t": "Period"}]
        return [{"t": "OrderedList", "c": [start, items]} if block["ordered"] else {"t": "BulletList", "c": items}]

    def quote(self, block: Block) -> list[Node]:
        return [{"t": "BlockQuote", "c": self.blocks(block["blocks"])}]

    def defs(self, block: Block) -> list[Node]:
        items = [[self.runs(item["term"]), [self.blocks(item["blocks"])]] for item in block["items"]]
        return [{"t": "DefinitionList", "c": items}]

    def table(self, block: Block) -> list[Node]:
        rows = [[self.runs(cell) for cell in row] for row in [block["head"], *block["rows"]]]
        return [_table(rows[0], rows[1:], block["weights"])]

    def code(self, block: Block) -> list[Node]:
        return [{"t": "CodeBlock", "c": [_NO_ATTRIBUTES, block["text"]]}]

    def rule(self, block: Block) -> list[Node]:
        return [{"t": "HorizontalRule"}]


_BLOCKS: dict[str, Callable[[_Writer, Block], list[Node]]] = {
    "heading": _Writer.heading,
    "para": _Writer.para,
    "list": _Writer.items,
    "quote": _Writer.quote,
    "defs": _Writer.defs,
    "table": _Writer.table,
    "code": _Writer.code,
    "rule": _Writer.rule,
}
