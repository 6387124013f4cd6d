"""What the built page shows that Markdown cannot say.

`with_parts` names the parts of notes in the Markdown that goes to the site builder; `dressed` takes the HTML of a page
and returns it dressed.

Nothing here is needed to read a page: built by another program of the family, the same Markdown has plain footnotes and
plain tables.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.prints import Printed
from generator.site.html.citations import anchored, labelled, noted, with_parts
from generator.site.html.prints import sized, unlinked
from generator.site.html.search import searchable, told
from generator.site.html.sheets import classes_in, slim
from generator.site.html.tables import boxed
from generator.site.html.theme import mended

__all__ = [
    "ABSENT_FEATURES",
    "EARLY_SCRIPT",
    "classes_in",
    "dressed",
    "mended",
    "searchable",
    "slim",
    "told",
    "unlinked",
    "with_parts",
]

# Our own card shows citations: where an older mkdocs.yml asks for the theme's, there would be two.
ABSENT_FEATURES = frozenset({"content.footnote.tooltips"})
# Must stand before the theme's own script, which asks for the search index at once.
EARLY_SCRIPT = "assets/js/search-later.js"


def dressed(html: str, printed: Iterable[Printed]) -> str:
    """Return the content of a page with labels on citations and notes, and tables that a phone can show."""
    return sized(boxed(anchored(noted(labelled(html)))), printed)
