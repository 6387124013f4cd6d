"""Front matter: what a file says about itself, in YAML between two lines of hyphens, before its text begins.

The form is Jekyll's (https://jekyllrb.com/docs/front-matter/), which most programs that write Markdown have taken over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import yaml

# Longer is a text between two rules. Nothing in it is run, and an alias in it cannot grow: only top values are taken.
LONGEST = 8_000
_FENCED = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<yaml>(?:[^\n]*\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
# A turn of a transcript between two rules ("PRESIDENT: …") is no front matter: one of these must be among its keys.
_USUAL = frozenset(
    "title headline date published published_at issued author authors source publisher outlet site url link permalink "
    "canonical_url canonical lang language layout tags categories description summary slug draft type".split()
)


@dataclass(frozen=True)
class FrontMatter:
    """What a file says of itself, by key, as written; `end` is the code point at which the text proper begins."""

    values: Mapping[str, str]
    end: int


@lru_cache(maxsize=64)
def read_front_matter(text: str) -> FrontMatter | None:
    """Return the front matter of `text`, or None: a text may well begin with a rule."""
    match = _FENCED.match(text, 0, LONGEST)
    if not match:
        return None
    try:
        found = yaml.load(match["yaml"], Loader=yaml.BaseLoader)  # strings, lists and maps only
    except (yaml.YAMLError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    named = {str(key).strip().lower(): value for key, value in found.items()}
    if not _USUAL & set(named):
        return None
    return FrontMatter({key: value.strip() for key, value in named.items() if isinstance(value, str)}, match.end())
