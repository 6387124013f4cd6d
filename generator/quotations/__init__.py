"""Reading back: the quotations that stand in a PDF, a site, a Word file or Markdown, and where the sources have them.

Nothing here uses what wrote those files: `texts` reads them as they are, `pdf` those that were set in pages,
`collecting` finds what stands between quotation marks, `names` what of it is a name of the desk's own, `finding` holds
the rest against the texts in seeds/.
"""

from generator.quotations.collecting import Quoted, quotations_in
from generator.quotations.finding import Finding, Seed, find, fold, read_seeds
from generator.quotations.names import own_names, places
from generator.quotations.texts import LINE_BREAK, read_texts

__all__ = [
    "LINE_BREAK",
    "Finding",
    "Quoted",
    "Seed",
    "find",
    "fold",
    "own_names",
    "places",
    "quotations_in",
    "read_seeds",
    "read_texts",
]
