"""Python-Markdown's inline patterns, tried only on text that has what they look for: the same HTML in less time.

Of the time that a page with many notes takes, most went to some fifteen patterns tried on every stretch of text, few of
which have a bracket or an ampersand at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from markdown import Markdown, inlinepatterns
from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

# What stands in each text that a pattern of the library can match, by its expression.
_NEEDED = {
    inlinepatterns.BACKTICK_RE: "`",
    inlinepatterns.ESCAPE_RE: "\\",
    inlinepatterns.LINK_RE: "[",
    inlinepatterns.IMAGE_LINK_RE: "![",
    inlinepatterns.AUTOLINK_RE: "://",
    inlinepatterns.AUTOMAIL_RE: "@",
    inlinepatterns.LINE_BREAK_RE: "  \n",
    inlinepatterns.HTML_RE: "<",
    inlinepatterns.ENTITY_RE: "&",
    r"\[\^([^\]]*)\]": "[^",  # of footnotes
}
# A character in what a pattern matches, where that is not the first of what it needs: a rarer one.
_SIGNS = {
    inlinepatterns.AUTOLINK_RE: "<",
    inlinepatterns.AUTOMAIL_RE: "<",
    inlinepatterns.LINE_BREAK_RE: "\n",
}
# Patterns that change nothing on a page that names no link by a reference.
_REFERENCES = (
    inlinepatterns.ReferenceInlineProcessor,
    inlinepatterns.ShortReferenceInlineProcessor,
    inlinepatterns.ImageReferenceInlineProcessor,
    inlinepatterns.ShortImageReferenceInlineProcessor,
)

# Tells whether a pattern can match a text from a place in it on.
_CanMatch = Callable[[str, int], bool]
_Apply = Callable[[Any, str, int, int], tuple[str, bool, int]]


class QuickInline(InlineProcessor):  # type: ignore[misc]
    """Does what its base does. It takes the place of one method of it that is not public; a test holds that it does."""

    _steps: tuple[tuple[Any, _CanMatch], ...] = ()
    _sign: re.Pattern[str] | None = None  # of any pattern; None where one of them looks for what is not known here

    def run(self, tree: Any, ancestors: list[str] | None = None) -> Any:
        """Apply the patterns to a tree; see the base."""
        self._steps = tuple((pattern, _can_match(pattern, self.md)) for pattern in self.inlinePatterns)
        self._sign = _sign(self.inlinePatterns)
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        atomic: bool = isinstance(data, AtomicString)
        if atomic or (self._sign and not self._sign.search(data)):
            return data
        apply: _Apply = self._InlineProcessor__applyPattern
        for index in range(patternIndex, len(self._steps)):
            pattern, can_match = self._steps[index]
            start, matched = 0, True
            while matched and can_match(data, start):
                data, matched, start = apply(pattern, data, index, start)
        return data


def _sign(patterns: Iterable[Any]) -> re.Pattern[str] | None:
    """Return what finds one character at least in anything that a pattern looks for."""
    signs = set[str]()
    for pattern in patterns:
        needed = _NEEDED.get(pattern.pattern)
        if needed is not None:
            signs.add(_SIGNS.get(pattern.pattern, needed[0]))
        elif type(pattern) is inlinepatterns.DelimiterProcessor:
            signs.update(token[0] for token in pattern.tokens)
        else:
            return None
    return re.compile(f"[{re.escape(''.join(sorted(signs)))}]")


def _can_match(pattern: Any, md: Markdown) -> _CanMatch:
    if type(pattern) in _REFERENCES and not md.references:
        return lambda data, start: False
    needed = _NEEDED.get(pattern.pattern)
    if needed is not None:
        return lambda data, start: data.find(needed, start) >= 0
    if type(pattern) is inlinepatterns.DelimiterProcessor:
        return lambda data, start: pattern.getCompiledRegExp().search(data, start) is not None
    return lambda data, start: True


class QuickMarkdown(Extension):  # type: ignore[misc]
    """Has Python-Markdown try its inline patterns quickly."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the library's name
        """Take the place of the library's own step."""
        md.treeprocessors.register(QuickInline(md), "inline", 20)
