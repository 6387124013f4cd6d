"""Citations by their labels (4.9), notes in named parts for the card that shows them, and permanent links to lines.

All but `with_parts` reads what Python-Markdown writes for footnotes; in text that a source or a person wrote, angle
brackets are character references, so that each tag met is ours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.pages.noting import Part
from generator.site.html.search import NOTES

_REFERENCE = re.compile(r' ?(<sup id="fnref\d*:[^"]+"><a class="footnote-ref" href="#fn:)([^"]+)(">)[^<]*(</a></sup>)')
_BESIDE = re.compile(r'(</a></sup>)(?=<sup id="fnref)')
_NOTES = re.compile(r'<div class="footnote">\s*<hr ?/?>')
_NOTE = re.compile(r'(<li id="fn:([^"]+)">\s*<p>)(.*?)(</p>\s*</li>)', re.DOTALL)
_BACK = re.compile(r'(?:&#160;)?<a class="footnote-backref" href="([^"]+)"[^>]*>[^<]*</a>')
# What a template may put between two parts of a note, in place of which the style sheet draws its own.
_BETWEEN = re.compile(r"(?P<opened>(?:<span class=\"screen\">)?) ?[—·,]? ?")
_ANCHOR = re.compile(r'<span id="([\w-]+)"></span>')


def with_parts(markdown: str, whole: str, parts: Sequence[Part]) -> str:
    """Return `markdown`, the end of the page `whole`, with each of the `parts` of its notes in an element so named.

    `parts` say where in `whole` they stand. Where another plugin changed the Markdown, it is left as it is.
    """
    if not (parts and whole.endswith(markdown)):
        return markdown
    front = len(whole) - len(markdown)
    pieces: list[str] = []
    at = 0
    for name, start, end in ((part.name, part.start - front, part.end - front) for part in parts):
        if start < at:
            continue  # inside another part
        between = markdown[at:start]
        drawn = _BETWEEN.fullmatch(between) if at else None
        pieces += f" {drawn['opened']}" if drawn else between
        pieces.append(f'<span class="note-{name}">{markdown[start:end]}</span>')
        at = end
    return "".join((*pieces, markdown[at:]))


def show_labels(html: str) -> str:
    """Return `html` with each reference showing its label, close to the word before it, and apart from the next."""
    close = _REFERENCE.sub(lambda match: f"{match[1]}{match[2]}{match[3]}{match[2]}{match[4]}", html)
    # What says that words were cut stays on the line of the words.
    return _BESIDE.sub(r"\1<wbr>", close).replace(" …”", "\u00a0…”")


def format_notes(html: str) -> str:
    """Return `html` with its notes under a heading, each with its label and short links back.

    A note whose parts are not named is its words as a whole: the card shows all of it, and copies it. Search leaves the
    notes out: their words stand on the source pages.
    """
    headed = _NOTES.sub(f'{NOTES}\n<h2 id="notes">Citations</h2>', html)
    return _NOTE.sub(_note, headed)


def _note(match: re.Match[str]) -> str:
    opening, label, body, closing = match.groups()
    back = [found[1] for found in _BACK.finditer(body)]
    links = " ".join(
        f'<a class="footnote-backref" href="{href}" aria-label="Back to place {number} that cites {label}">'
        f"{'↩' if number == 1 else number}</a>"
        for number, href in enumerate(back, 1)
    )
    shown = _BACK.sub("", body).rstrip()
    if '<span class="note-' not in shown and "</p>" not in shown:
        shown = f'<span class="note-words">{shown}</span>'
    return f'{opening}<span class="note-label">{label}</span> {shown} <span class="note-back">{links}</span>{closing}'


def add_permalinks(html: str) -> str:
    """Return `html` with a permanent link in place of each empty anchor, so that a line can be pointed to."""
    return _ANCHOR.sub(r'<a class="line-link" id="\1" href="#\1" aria-label="Link to this line">#</a>', html)
