"""The note of a citation, made from its template with the place of each of its parts.

A part is a block of `templates/note.md`: its words, who said them, where, and where else. On the built page the parts
are named, so that the card of a citation shows each as what it is, in whatever order a template has them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from jinja2 import Environment
from jinja2.runtime import Context

# The blocks of the template that are parts.
PARTS = ("words", "by", "at", "also")
# Where a part begins and ends while a page is put together: noncharacters, which `visible` lets into no page.
_OPEN, _CLOSE = {name: chr(0xFDD1 + at) for at, name in enumerate(PARTS)}, "\ufdd0"
_NAMES = {sign: name for name, sign in _OPEN.items()}
_SIGN = re.compile(f"([{_CLOSE}{''.join(_NAMES)}])")


class Part(NamedTuple):
    """A part of a note: its name, and where it stands in the text of its page (code points, end exclusive)."""

    name: str
    start: int
    end: int


def note(jinja: Environment, values: Mapping[str, Any]) -> str:
    """Return a note in Markdown, its parts between signs, which `parted` takes out again."""
    template = jinja.get_template("note.md")
    context = template.new_context(dict(values))
    for name in PARTS:
        if name in context.blocks:
            context.blocks[name].insert(0, _between_signs(name, context.blocks[name][0]))
    try:
        return "".join(template.root_render_func(context))
    except Exception:  # told, as by `Template.render`, at its line in the template
        jinja.handle_exception()


def _between_signs(name: str, block: Callable[[Context], Iterator[str]]) -> Callable[[Context], Iterator[str]]:
    def between(context: Context) -> Iterator[str]:
        yield _OPEN[name]
        yield from block(context)
        yield _CLOSE

    return between


def parted(text: str) -> tuple[str, tuple[Part, ...]]:
    """Return `text` without the signs of `note`, and the parts that stood between them, in order."""
    pieces = _SIGN.split(text)
    found: list[Part] = []
    opened: list[tuple[str, int]] = []
    length = len(pieces[0])
    for sign, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        if sign in _NAMES:
            opened.append((_NAMES[sign], length))
        else:
            found.append(Part(*opened.pop(), length))
        length += len(piece)
    return "".join(pieces[::2]), tuple(sorted(found, key=lambda part: (part.start, -part.end)))
