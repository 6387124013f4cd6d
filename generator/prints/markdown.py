"""The Markdown of a page as blocks: plain nested dicts, in the order of the page.

Blocks: `heading` (level, id, runs), `para` (runs), `list` (ordered, numbers, items of blocks), `quote` (blocks),
`defs` (items of term and blocks), `table` (see `tables`), `code` (text), `rule`. Each carries its `classes`
and the `line` where it begins. The dialect is that of Python-Markdown with footnotes, tables, definition lists and
attribute lists, read here by markdown-it-py; what the two read differently is settled in `_trailing_attributes`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from generator.prints.fragments import Fragments
from generator.prints.inline import SCREEN, Classes, Run, is_hidden, plain, runs_of, set_text
from generator.prints.tables import laid_out

Block: TypeAlias = dict[str, Any]

_ABBREVIATION = re.compile(r"^\*\[[^\]\n]+\]:.*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"(?:^|\n)[ \t]*\{:?([^{}\n]*)\}[ \t]*$")
_ATTRIBUTES_IN_LINE = re.compile(r"(?:^|[ \t])\{:?([^{}\n]*)\}[ \t]*$")
_ATTRIBUTES_NEXT = re.compile(r"\{:?([^{}\n]*)\}")
_EMPHASIS = ("em_close", "strong_close")
_ATTRIBUTE = re.compile(r"[.#]?[A-Za-z0-9_][A-Za-z0-9_.:/-]*(?:=\"[^\"]*\"|=[^\s\"]*)?")


def read_markdown(text: str, left_out: Classes = SCREEN) -> tuple[list[Block], dict[str, list[Run]]]:
    """Return the blocks of a page and its notes by label, without what has a class in `left_out`.

    A heading that is left out takes its whole section along.
    """
    # Abbreviations serve the screen only. Blank lines in their place keep the line numbers.
    tree = SyntaxTreeNode(_parser().parse(_ABBREVIATION.sub("", text)))
    notes: dict[str, list[Run]] = {}
    nodes: list[SyntaxTreeNode] = []
    for node in tree.children:
        if node.type == "footnote_block":
            notes = {str(note.meta["label"]): _note(note, left_out) for note in node.children}
        else:
            nodes.append(node)
    return _without_hidden_sections(nodes, left_out), notes


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    parser.use(front_matter_plugin).use(deflist_plugin).use(footnote_plugin, inline=False)
    parser.use(attrs_plugin)
    parser.core.ruler.before("inline", "trailing_attributes", _trailing_attributes)
    # Before entities become text, so that braces that a source wrote are never taken for ours.
    parser.core.ruler.before("text_join", "emphasis_attributes", _emphasis_attributes)
    return parser


def _trailing_attributes(state: StateCore) -> None:
    """Give a block the attributes that its last line, or the end of its heading, carries: `{ #id .class }`.

    As in Python-Markdown, after a list the line speaks of the last item; so that nothing internal slips out by this,
    `.internal` is taken to mean the whole list. A row of a table that holds nothing else speaks of the table.
    """
    for index, token in enumerate(state.tokens):
        if token.type != "inline":
            continue
        in_line = state.tokens[index - 1].type in ("heading_open", "td_open", "th_open")
        found = (_ATTRIBUTES_IN_LINE if in_line else _ATTRIBUTES).search(token.content)
        names = _ATTRIBUTE.findall(found.group(1)) if found else []
        if found is None or not names or _ATTRIBUTE.sub("", found.group(1)).strip():
            continue
        token.content = token.content[: found.start()]
        for owner in _owners(state.tokens, index, ".internal" in names):
            _give(owner, names)


def _emphasis_attributes(state: StateCore) -> None:
    """Give emphasised words the attributes that directly follow them, which the plugin does for links alone."""
    for token in state.tokens:
        children = token.children or []
        for index, child in enumerate(children[:-1]):
            found = _ATTRIBUTES_NEXT.match(children[index + 1].content) if child.type in _EMPHASIS else None
            if found and children[index + 1].type == "text":
                children[index + 1].content = children[index + 1].content[found.end() :]
                _give(_opening(children, index), _ATTRIBUTE.findall(found.group(1)))


def _give(owner: Token, names: Sequence[str]) -> None:
    for name in names:
        if name.startswith("."):
            owner.attrJoin("class", name[1:])
        elif name.startswith("#"):
            owner.attrSet("id", name[1:])


def _owners(tokens: Sequence[Token], index: int, internal: bool) -> list[Token]:
    """Return the opening tokens of what the attributes at the end of the inline token at `index` speak of."""
    opening = tokens[index - 1]
    if opening.type == "td_open" and not tokens[index].content:
        opening.meta["attributes_only"] = True
        return [next(token for token in reversed(tokens[:index]) if token.type == "table_open")]
    following = tokens[index + 2].type if index + 2 < len(tokens) else ""
    if opening.type != "paragraph_open" or following != "list_item_close":
        return [opening]
    item, whole = _opening(tokens, index + 2), tokens[index + 3].type in ("bullet_list_close", "ordered_list_close")
    return [item, _opening(tokens, index + 3)] if internal and whole else [item]


def _opening(tokens: Sequence[Token], closing: int) -> Token:
    kind, level = tokens[closing].type.replace("_close", "_open"), tokens[closing].level
    return next(token for token in reversed(tokens[:closing]) if token.type == kind and token.level == level)


def _without_hidden_sections(nodes: Sequence[SyntaxTreeNode], left_out: Classes) -> list[Block]:
    blocks: list[Block] = []
    fragments = Fragments(left_out)
    closed = 0  # the level of the heading whose section is being left out; 0 for none
    for node in nodes:
        level = int(node.tag[1]) if node.type == "heading" else 0
        if level and (not closed or level <= closed):
            closed = level if is_hidden(node, left_out) else 0
        words = fragments.words(node.content) if node.type == "html_block" else ""
        if closed or fragments.hiding:
            continue
        if words:  # paper must not lose what a page says, however it is written
            blocks.append({"k": "para", "runs": [{"t": words}], "classes": [], "line": _line(node)})
        blocks.extend(_blocks([node], left_out))
    return blocks


def _line(node: SyntaxTreeNode) -> int:
    return node.map[0] + 1 if node.map else 1


def _blocks(nodes: Sequence[SyntaxTreeNode], left_out: Classes) -> list[Block]:
    blocks: list[Block] = []
    for node in nodes:
        if node.type in _NODES and not is_hidden(node, left_out):
            block = _NODES[node.type](node, left_out)
            if block:
                classes = str(node.attrs.get("class", "")).split()
                blocks.append({**block, "classes": classes, "line": _line(node)})
    return blocks


def _runs(node: SyntaxTreeNode, left_out: Classes) -> list[Run]:
    return [run for child in node.children if child.type == "inline" for run in runs_of(child.children, left_out)]


def _note(node: SyntaxTreeNode, left_out: Classes) -> list[Run]:
    runs: list[Run] = []
    for child in node.children:
        if child.type == "paragraph" and not is_hidden(child, left_out):
            runs += [*([{"t": " "}] if runs else []), *_runs(child, left_out)]
    return runs


def _heading(node: SyntaxTreeNode, left_out: Classes) -> Block:
    return {"k": "heading", "level": int(node.tag[1]), "id": node.attrs.get("id"), "runs": _runs(node, left_out)}


def _paragraph(node: SyntaxTreeNode, left_out: Classes) -> Block | None:
    runs = _runs(node, left_out)
    return {"k": "para", "runs": runs} if plain(runs).strip() or any("cite" in run for run in runs) else None


def _list(node: SyntaxTreeNode, left_out: Classes) -> Block | None:
    kept = [item for item in node.children if not is_hidden(item, left_out)]
    # The numbers as they are written: points keep theirs when others are taken out between them.
    numbers = [int(item.info or 1) for item in kept] if node.type == "ordered_list" else []
    items = [_blocks(item.children, left_out) for item in kept]
    return {"k": "list", "ordered": bool(numbers), "numbers": numbers, "items": items} if items else None


def _quote(node: SyntaxTreeNode, left_out: Classes) -> Block | None:
    blocks = _blocks(node.children, left_out)
    return {"k": "quote", "blocks": blocks} if blocks else None


def _definitions(node: SyntaxTreeNode, left_out: Classes) -> Block:
    items: list[Block] = []
    for child in node.children:
        if child.type == "dt":
            items.append({"term": _runs(child, left_out), "blocks": []})
        elif items and not is_hidden(child, left_out):
            items[-1]["blocks"] += _blocks(child.children, left_out)
    return {"k": "defs", "items": items}


def _table(node: SyntaxTreeNode, left_out: Classes) -> Block:
    rows = [
        [_runs(cell, left_out) for cell in row.children]
        for part in node.children
        for row in part.children
        if not (row.children[0].meta or {}).get("attributes_only")
    ]
    return laid_out(rows[0], rows[1:])


def _code(node: SyntaxTreeNode, left_out: Classes) -> Block:
    return {"k": "code", "text": set_text(node.content)}


_NODES: dict[str, Callable[[SyntaxTreeNode, Classes], Block | None]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "bullet_list": _list,
    "ordered_list": _list,
    "blockquote": _quote,
    "dl": _definitions,
    "table": _table,
    "fence": _code,
    "code_block": _code,
    "hr": lambda node, left_out: {"k": "rule"},
}
