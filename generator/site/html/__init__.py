"""What the built page shows that Markdown cannot say.

`with_parts` names the parts of notes in the Markdown that goes to the site builder; `finish_content` takes the HTML of
a page and returns it with all that is added to it.

Nothing here is needed to read a page: built by another program of the family, the same Markdown has plain footnotes and
plain tables.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.prints import Printed
from generator.site.html.citations import add_permalinks, format_notes, show_labels, with_parts
from generator.site.html.prints import add_print_sizes, links_to_prints, unlinked
from generator.site.html.search import front_matter, search_index, searchable, without_notes
from generator.site.html.sheets import classes_in, slim
from generator.site.html.tables import box_tables
from generator.site.html.theme import mend_theme

__all__ = [
    "ABSENT_FEATURES",
    "EARLY_SCRIPT",
    "classes_in",
    "finish_content",
    "front_matter",
    "links_to_prints",
    "mend_theme",
    "search_index",
    "searchable",
    "slim",
    "unlinked",
    "with_parts",
    "without_notes",
]

# Our own card shows citations: where an older mkdocs.yml asks for the theme's, there would be two.
ABSENT_FEATURES = frozenset({"content.footnote.tooltips"})
# Must stand before the theme's own script, which asks for the search index at once.
EARLY_SCRIPT = "assets/js/search-later.js"


def finish_content(html: str, printed: Iterable[Printed]) -> str:
    """Return the content of a page with labels on citations and notes, and tables that a phone can show."""
    return add_print_sizes(box_tables(add_permalinks(format_notes(show_labels(html)))), printed)
