"""The page budget of a brief: how long it came out, and where the length lies."""

from __future__ import annotations

import json
from itertools import pairwise

from generator.messages.problems import Problem, place
from generator.prints.documents import Document
from generator.prints.typesetting import compiler, offline

_NAMED = 3


def over_budget(document: Document) -> tuple[int, tuple[Problem, ...]]:
    """Return the number of pages of `document`, and a problem if it is a brief that has more than its budget."""
    with offline():
        layout = json.loads(compiler(document).query("<layout>", field="value", one=True))
    pages = int(layout["pages"])
    page = document.pages[0]
    budget = page.brief.get("pages")
    if document.template != "brief.typ" or not isinstance(budget, int) or pages <= budget:
        return pages, ()
    offset = page.text.find("\n  pages:") + 1
    longest = sorted(_lengths(layout), key=lambda section: (-section[1], section[0]))[:_NAMED]
    cut = ", ".join(f"{title} ({length:.1f} pages)" for title, length in longest)
    paper = "A4" if document.data["paper"] == "a4" else "Letter"
    what = f"the brief takes {pages} pages of {paper}; its budget is {budget}"
    return pages, (Problem(page.file, *place(page.text, offset), what, f"shorten its longest sections: {cut}"),)


def _lengths(layout: dict[str, object]) -> list[tuple[str, float]]:
    """Return each section's title and its length in pages; the receipt, which is last, is nobody's to shorten."""
    sections = layout["sections"]
    assert isinstance(sections, list)
    return [(str(one["title"]), after["at"] - one["at"]) for one, after in pairwise(sections)]
