"""Stage 8, on paper: the pages of docs/, read again as data, become PDFs through Typst.

In the order of the work: `pages` (a file and its front matter), `markdown` (its blocks), `inline` (their words),
`selection` (what paper shows), `documents` (what a PDF holds), `typesetting` (the engine), `prints` (all of it).
"""

from generator.prints.documents import PrintOptions
from generator.prints.prints import Printed, print_addendum, print_all

__all__ = ["PrintOptions", "Printed", "print_addendum", "print_all"]
