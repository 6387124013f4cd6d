"""The words of a block as runs: plain nested dicts that a template sets without ever reading them as markup.

A run is one of `{"t": text}`, `{"br": True}`, `{"cite": label, "sep": whether another citation stands right before}`,
`{"k": "em" | "strong" | "ins" | "del" | "sup" | "sub" | "code", "runs": [...]}`,
`{"k": "link", "url": address, "runs": [...]}` for http and https, and `{"k": "ref", "to": address, "runs": [...]}` for
a page of the dossier. Any other address leaves its words alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from markdown_it.tree import SyntaxTreeNode

Run: TypeAlias = dict[str, Any]
Classes: TypeAlias = frozenset[str]

# What a block or a stretch of words may be marked with to keep it off paper, or off a version for others.
SCREEN: Classes = frozenset({"screen"})
SCREEN_AND_INTERNAL: Classes = frozenset({"screen", "internal"})

# Joiners shape letters in several scripts; every other format or control character is invisible or steers the page.
_KEPT = "\n\t\u200c\u200d"
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)([^>]*)>", re.DOTALL)
# Where a line may end though no space stands there; it is not seen, and `briefs verify` passes over it.
BREAK = "\u200b"
_LONG_WORD = re.compile(r"\S{33,}")
_PART = 8
# More marks than these on one letter are set on circles: shaping them together takes the square of their number.
_MOST_MARKS = 60
_CIRCLE = "\u25cc"
# The engine makes no link of a longer address (and no reader opens it).
_LONGEST_ADDRESS = 8_000
# Words that no-break spaces tie together, and that would not fit in one line.
_LONG_TIED = re.compile(r"[^ \t\n]{81,}")
_TIES = re.compile("([\u00a0\u2007\u202f])(?=[^ \t\n])")
_SHOWN_TAGS = {"ins": "ins", "del": "del", "s": "del", "sup": "sup", "sub": "sub"}
_CLASS = re.compile(r"\bclass\s*=\s*[\"']?([^\"'>]*)")


def printable_text(text: str) -> str:
    """Return `text` without control and format characters, which paper cannot show."""
    return "".join(char for char in text if char in _KEPT or unicodedata.category(char) not in ("Cc", "Cf", "Cs"))


def set_text(text: str) -> str:
    """Return `text` as it is set: printable, and with the places told where lines may end and where they may not."""
    # Kept on one line with the word beside them, or a line would hold nothing else.
    joined = printable_text(text).replace(" …", "\u00a0…").replace("¶ ", "¶\u00a0")
    # A word longer than a line would run off the page, where nobody reads it.
    untied = _LONG_TIED.sub(lambda found: _TIES.sub(rf"\1{BREAK}", found.group()), joined)
    return _LONG_WORD.sub(lambda found: add_breaks(found.group(), _PART), untied)


def add_breaks(word: str, letters: int) -> str:
    """Return `word` with a `BREAK` after each `letters` letters; a mark stays with the letter it stands on."""
    shown: list[str] = []
    count = marks = 0
    for char in word:
        if unicodedata.category(char)[0] == "M":
            marks += 1
            if marks % _MOST_MARKS == 0:
                shown += [BREAK, _CIRCLE]
        elif char not in _KEPT:
            if count and count % letters == 0:
                shown.append(BREAK)
            count, marks = count + 1, 0
        shown.append(char)
    return "".join(shown)


def runs_of(nodes: Sequence[SyntaxTreeNode], left_out: Classes = SCREEN) -> list[Run]:
    """Return the runs of inline `nodes`, without what has a class in `left_out`."""
    frames: list[tuple[str, bool, list[Run]]] = [("", True, [])]
    for node in nodes:
        if node.type == "html_inline":
            _tag(node.content, frames, left_out)
        elif not is_hidden(node, left_out):
            frames[-1][2].extend(_NODES.get(node.type, _inner)(node, left_out))
    while len(frames) > 1:
        _close(frames)
    return space_citations(frames[0][2])


def plain(runs: Sequence[Run]) -> str:
    """Return the words of `runs` without citations, for titles and for measuring."""
    return "".join(run.get("t", "") or (" " if "br" in run else plain(run.get("runs", ()))) for run in runs)


def is_hidden(node: SyntaxTreeNode, left_out: Classes) -> bool:
    """Whether `node` has a class in `left_out`."""
    return bool(left_out.intersection(str(node.attrs.get("class", "")).split()))


def space_citations(runs: list[Run]) -> list[Run]:
    """Return `runs` with each citation that directly follows another marked, so that a comma can part the two."""
    shown: list[Run] = []
    for run in runs:
        if "cite" in run:
            if len(shown) > 1 and shown[-1].get("t", "x").isspace() and "cite" in shown[-2]:
                shown.pop()
            run = {**run, "sep": bool(shown) and "cite" in shown[-1]}
            _pull_up(shown)
        shown.append(run)
    return shown


def _pull_up(shown: list[Run]) -> None:
    # `words [^1.2]` is set as `words¹`: a space before a raised number only lets it fall into the next line.
    if shown and "t" in shown[-1]:
        shown[-1] = {"t": shown[-1]["t"].rstrip(" ")}


def _tag(html: str, frames: list[tuple[str, bool, list[Run]]], left_out: Classes) -> None:
    """Follow one raw tag; of those, only a few of our own mean anything on paper."""
    found = _TAG.match(html)
    if found is None:
        return
    closing, name, rest = found.group(1), found.group(2).lower(), found.group(3)
    if name == "br":
        frames[-1][2].append({"br": True})
    elif closing:
        if any(name == frame[0] for frame in frames):
            while frames[-1][0] != name:
                _close(frames)
            _close(frames)
    elif not rest.endswith("/"):
        classes = _CLASS.search(rest)
        frames.append((name, not (classes and left_out.intersection(classes.group(1).split())), []))


def _close(frames: list[tuple[str, bool, list[Run]]]) -> None:
    name, shown, runs = frames.pop()
    if not shown:
        return
    kind = _SHOWN_TAGS.get(name)
    frames[-1][2].extend([{"k": kind, "runs": runs}] if kind else runs)


def _text(node: SyntaxTreeNode, left_out: Classes) -> list[Run]:
    return [{"t": set_text(node.content)}]


def _cite(node: SyntaxTreeNode, left_out: Classes) -> list[Run]:
    return [{"cite": str(node.meta["label"]), "sep": False}]


def _link(node: SyntaxTreeNode, left_out: Classes) -> list[Run]:
    runs, address = runs_of(node.children, left_out), str(node.attrs.get("href", ""))
    if address.lower().startswith(("http://", "https://")):
        shown = set_text(address)
        if len(address) > _LONGEST_ADDRESS:
            return runs if plain(runs) == shown else [*runs, {"t": f" ({shown})"}]
        return [
            {"k": "link", "url": printable_text(address), "shown": shown, "bare": plain(runs) == shown, "runs": runs}
        ]
    if ":" in address.split("/")[0]:
        return runs
    return [{"k": "ref", "to": address, "runs": runs}]


def _style(kind: str) -> Callable[[SyntaxTreeNode, Classes], list[Run]]:
    return lambda node, left_out: [{"k": kind, "runs": runs_of(node.children, left_out)}]


def _inner(node: SyntaxTreeNode, left_out: Classes) -> list[Run]:
    return runs_of(node.children, left_out)


_NODES: dict[str, Callable[[SyntaxTreeNode, Classes], list[Run]]] = {
    "text": _text,
    "softbreak": lambda node, left_out: [{"t": " "}],
    "hardbreak": lambda node, left_out: [{"br": True}],
    "code_inline": lambda node, left_out: [{"k": "code", "runs": _text(node, left_out)}],
    "em": _style("em"),
    "strong": _style("strong"),
    "s": _style("del"),
    "link": _link,
    "footnote_ref": _cite,
    "image": lambda node, left_out: [],
}
