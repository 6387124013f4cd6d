"""Style sheets of the theme without the rules for what no page of the site has: a third of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, pairwise
from pathlib import Path

from tinycss2 import parse_rule_list, parse_stylesheet, serialize
from tinycss2.ast import Node

_CLASS = re.compile(r'\bclass="([^"]*)"')
_WORD = re.compile(r"[\w-]+")
_GROUPING = frozenset(("media", "supports", "layer", "container"))
_SOME_OF = frozenset(("is", "where", "has", "matches"))


def classes_in(html: str) -> set[str]:
    """Return the classes that elements of `html` have."""
    return set(chain.from_iterable(found.split() for found in _CLASS.findall(html)))


# Gives what a function makes of some texts, which it may have kept.
Remember = Callable[[Iterable[str], Callable[[], str]], str]


def _make(parts: Iterable[str], make: Callable[[], str]) -> str:
    return make()


def slim(site: Path, classes: Iterable[str], remember: Remember = _make) -> None:
    """Rewrite the theme's style sheets in `site`, whose pages have `classes`; any word of a script may be one more.

    `remember` may give what it kept of a sheet and of the same words.
    """
    scripts = [*site.glob("assets/javascripts/*.js"), *site.glob("assets/js/**/*.js")]
    words = frozenset(chain(classes, *(_WORD.findall(script.read_text(encoding="utf-8")) for script in scripts)))
    for sheet in site.glob("assets/stylesheets/*.css"):
        css = sheet.read_text(encoding="utf-8")
        slimmed = remember((css, *sorted(words)), partial(slim_css, css, words))
        sheet.write_text(slimmed, encoding="utf-8")


def slim_css(css: str, classes: frozenset[str]) -> str:
    """Return `css` without each rule that only elements of a class outside `classes` can meet, and without comments."""
    return str(serialize(_used_rules(parse_stylesheet(css, skip_comments=True, skip_whitespace=True), classes)))


def _used_rules(rules: Iterable[Node], classes: frozenset[str]) -> Iterator[Node]:
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword in _GROUPING and rule.content is not None:
            rule.content = list(
                _used_rules(parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), classes)
            )
            if rule.content:
                yield rule
        elif rule.type != "qualified-rule" or any(
            _can_be_met(selector, classes) for selector in _selectors(rule.prelude)
        ):
            yield rule


def _selectors(tokens: Sequence[Node]) -> Iterator[list[Node]]:
    """Yield the selectors that commas part in `tokens`."""
    one: list[Node] = []
    for token in tokens:
        if token == ",":
            yield one
            one = []
        else:
            one.append(token)
    yield one


def _can_be_met(selector: Sequence[Node], classes: frozenset[str]) -> bool:
    """Tell whether all classes that `selector` asks for are among `classes`; what it rules out does not count."""
    asked = [after for token, after in pairwise(selector) if token == "." and after.type == "ident"]
    some_of = [token for token in selector if token.type == "function" and token.lower_name in _SOME_OF]
    return all(token.value in classes for token in asked) and all(
        any(_can_be_met(one, classes) for one in _selectors(token.arguments)) for token in some_of
    )
