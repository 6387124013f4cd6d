"""One value of a YAML file written anew, and every other character of it left as it is: comments, order, layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

Step = str | int
At = tuple[Step, ...]


def rewritten(text: str, at: At, value: Any) -> str:
    """Return the YAML `text` with `value` at the place `at`: names and numbers from the outermost collection inwards.

    Of lists as long as before and mappings with the same names, only what differs is written. A name that its mapping
    does not have yet is added behind the others. KeyError where there is no such place.
    """
    old: Any = yaml.safe_load(text)
    for step in at:
        old = old.get(step) if isinstance(old, dict) else old[step]
    for where, new in _differing(old, value, at):
        text = _replaced(text, where, new)
    return text


def _differing(old: Any, new: Any, at: At) -> Iterator[tuple[At, Any]]:
    """Yield the smallest parts of `new` that are not those of `old`, with their places."""
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() == new.keys() and new:
        for name in new:
            yield from _differing(old[name], new[name], (*at, name))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new) > 0:
        for number, (before, after) in enumerate(zip(old, new, strict=True)):
            yield from _differing(before, after, (*at, number))
    elif (type(old), old) != (type(new), new):
        yield at, new


def _replaced(text: str, at: Sequence[Step], value: Any) -> str:
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    *outer, last = at
    for step in outer:
        node = _below(node, step)
    if isinstance(node, SequenceNode):
        old = node.value[int(last)]
        return text[: old.start_mark.index] + _flow(value) + text[_end(text, old) :]
    assert isinstance(node, MappingNode)
    for name, old in node.value:
        if name.value == last:
            start = text.index(":", name.end_mark.index) + 1
            return text[:start] + _behind(name, old, value, bool(node.flow_style)) + text[_end(text, old) :]
    first, newest = node.value[0][0], node.value[-1][1]
    end = _end(text, newest)
    if node.flow_style:
        return f"{text[:end]}, {last}: {_flow(value)}{text[end:]}"
    return f"{text[:end]}\n{' ' * first.start_mark.column}{last}:{_behind(first, None, value, False)}{text[end:]}"


def _below(node: Node | None, step: Step) -> Node:
    if isinstance(node, SequenceNode):
        found: Node = node.value[int(step)]
        return found
    if isinstance(node, MappingNode):
        for name, value in node.value:
            if name.value == step:
                return value  # type: ignore[no-any-return]
    raise KeyError(step)


def _end(text: str, node: Node) -> int:
    """Return where the words of `node` end: of a block, PyYAML counts the blank lines and comments behind it in."""
    if isinstance(node, CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    return len(text[: int(node.end_mark.index)].rstrip())


def _behind(name: Node, old: Node | None, value: Any, inside: bool) -> str:
    """Return `value` as it stands behind its name and colon, in the layout of `old`; `inside` a flow mapping."""
    column = int(name.start_mark.column)
    short = isinstance(old, CollectionNode) and bool(old.flow_style)
    if inside or not value or (short and isinstance(value, (dict, list))):
        return f" {_flow(value)}"
    if not isinstance(value, (dict, list)):
        first, *lines = _block({"x": value}, False).removeprefix("x: ").splitlines()
        return " " + "\n".join([first, *(f"{' ' * column}{line}" if line else "" for line in lines)])
    listed = isinstance(old, SequenceNode) and isinstance(value, list)
    level = listed and old is not None and old.start_mark.column == column
    if listed and isinstance(old, SequenceNode) and old.value and getattr(old.value[0], "flow_style", False):
        lines = [f"- {_flow(one)}" for one in value]
    else:
        lines = _block(value, level).splitlines()
    return "".join(f"\n{' ' * (column + (0 if level else 2))}{line}" if line else "\n" for line in lines)


class _Dumper(yaml.SafeDumper):
    """Writes a text of several lines as such, where YAML lets it, and lists deeper than their names."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


class _LevelDumper(yaml.SafeDumper):
    """The same with lists on the level of their names."""


def _text(dumper: yaml.SafeDumper, text: str) -> ScalarNode:
    # Left to itself, PyYAML writes some line ends (U+0085) so that they are read as another sign.
    style = '"' if not text.replace("\n", "").isprintable() else "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
_LevelDumper.add_representer(str, _text)


def _flow(value: Any) -> str:
    """Return `value` on one line, as it may stand anywhere in another."""
    return _dumped([value], _Dumper, flow=True).strip()[1:-1]


def _block(value: Any, level: bool) -> str:
    return _dumped(value, _LevelDumper if level else _Dumper, flow=False).rstrip("\n")


def _dumped(value: Any, dumper: type[yaml.SafeDumper], *, flow: bool) -> str:
    written = yaml.dump(value, Dumper=dumper, allow_unicode=True, sort_keys=False, width=10**9, default_flow_style=flow)
    return str(written)
