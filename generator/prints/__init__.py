"""Stage 8, on paper: the pages of docs/, read again as data, become PDFs through Typst.

In the order of the work: `pages` (a file and its front matter), `markdown` (its blocks; `fragments`: raw HTML),
`inline` (their words), `tables` (how they fit), `noting` (where notes stand), `documents` (what a file holds),
`typesetting` (the engine), `glyphs` (what its fonts lack), `budget` (is it too long), `word` and `word_tree` (the same
for Word), `worker` (several at once), `prints` (all of it). For what changed: `earlier` (an older state), `points`
(what is compared), `addendum`. For the room: `meeting`.
"""

from generator.prints.documents import PrintOptions
from generator.prints.prints import Printed, faults, print_addendum, print_all, print_meeting

__all__ = ["PrintOptions", "Printed", "faults", "print_addendum", "print_all", "print_meeting"]
