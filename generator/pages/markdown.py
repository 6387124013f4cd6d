"""Text into Markdown: nothing that a source or a person wrote is ever markup.

Punctuation that Markdown, HTML, or one of the extensions that the site uses could read as a sign becomes a numeric
character reference; Python-Markdown, markdown-it-py and browsers give the character back and never look at it again.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, FunctionLoader, StrictUndefined, pass_environment
from markupsafe import Markup

from generator.dossier.characters import visible
from generator.dossier.names import slug
from generator.kinds.kinds import ROOMS, TEMPLATE, kinds
from generator.pages.compiled import InProcess
from generator.pages.sandbox import Sandbox

# Punctuation that no Markdown reader takes for a sign inside a line; the rest of ASCII punctuation is encoded.
_HARMLESS = frozenset(",.;'?/@%-()\":+=")
_SIGNS = re.compile("[" + re.escape("".join(c for c in string.punctuation if c not in _HARMLESS)) + "]")
# At the start of a line these, too, could open a list, a heading underline, a definition or a block of another kind.
_OPENING = re.compile(r"^[-+=:\"'(.,;?/@%)]|^\d+(?=[.)])")
# An address in running text must not become a link by itself.
_ADDRESS = re.compile(r"(?<=\w)(?:://|@)|(?<=\bwww)\.")


def escape(value: object) -> Markup:
    """Return `value` as Markdown that shows exactly its characters, white space folded to single spaces.

    Control and bidirectional format characters show as ``[U+202E]``: they could hide or reorder words on the page.
    """
    if isinstance(value, Markup):
        return value
    if isinstance(value, int):
        return Markup(value)
    return _escaped(str(value))


@lru_cache(maxsize=1 << 15)  # the same names and quotations stand on many pages
def _escaped(text: str) -> Markup:
    text = visible(" ".join(text.split()))
    text = _SIGNS.sub(lambda match: f"&#{ord(match.group())};", text)
    text = _ADDRESS.sub(lambda match: "".join(f"&#{ord(char)};" for char in match.group()), text)
    return Markup(_OPENING.sub(_encoded_opening, text))


def _encoded_opening(match: re.Match[str]) -> str:
    first = match.group()
    return f"&#{ord(first[0])};{first[1:]}"


def link(url: str) -> Markup:
    """Return an address as it may stand in a Markdown link; "" for anything but http and https."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        return Markup("")
    return Markup(quote(url, safe=":/?#@!$&'*+,;=%~-._"))


@lru_cache(maxsize=1 << 15)
def plain(text: str) -> Markup:
    """Return a label, id or path of ours as it is; anything with other signs in it is escaped like any text."""
    return Markup(text) if re.fullmatch(r"[\w./-]*", text, re.ASCII) else escape(text)


_COMPILED = InProcess()


@pass_environment
def _join(environment: Environment, parts: Iterable[Any], by: str = "") -> Markup:
    """Join after escaping each part (Jinja's own would escape for HTML only); what stands between is the template's."""
    return Markup(by).join(escape(part) for part in parts)


def _of_a_section(name: str) -> tuple[str, str, Callable[[], bool]] | None:
    """Return the template in the room of a kind of section: its text, its file, and whether that is still the same."""
    asked = re.fullmatch(r"sections/([\w-]+)\.md", name)
    if not asked or asked[1] not in kinds():
        return None
    path = ROOMS / asked[1].replace("-", "_") / TEMPLATE
    text = path.read_text(encoding="utf-8")
    return text, str(path), lambda: path.read_text(encoding="utf-8") == text


def environment(*folders: Path) -> Environment:
    """Return a Jinja environment that escapes every value for Markdown; the first folder that has a template wins.

    Where none has ``sections/<kind>.md``, the template in the room of that kind of section is used. It is a sandbox:
    templates may come with a dossier of strangers.
    """
    made = Sandbox(
        loader=ChoiceLoader([*(FileSystemLoader(folder) for folder in folders), FunctionLoader(_of_a_section)]),
        autoescape=True,
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_COMPILED,
    )
    # These would escape for HTML and mark the result as safe, which in Markdown it is not.
    for name in ("e", "escape", "forceescape", "urlize", "xmlattr", "tojson", "safe", "replace", "indent", "wordwrap"):
        made.filters.pop(name, None)
    made.filters["join"] = _join
    made.filters["slug"] = lambda text: Markup(slug(text))
    made.filters["link"] = link
    made.filters["plain"] = plain
    return made
