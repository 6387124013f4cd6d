"""Citations by their labels (4.9), notes in named parts for the card that shows them, and permanent links to lines.

Everything here reads what Python-Markdown writes for footnotes; in text that a source or a person wrote, angle brackets
are character references, so that each tag met is ours.
"""

from __future__ import annotations

import re

_REFERENCE = re.compile(r' ?(<sup id="fnref\d*:[^"]+"><a class="footnote-ref" href="#fn:)([^"]+)(">)[^<]*(</a></sup>)')
_BESIDE = re.compile(r'(</a></sup>)(?=<sup id="fnref)')
_NOTES = re.compile(r'<div class="footnote">\s*<hr ?/?>')
_NOTE = re.compile(r'(<li id="fn:([^"]+)">\s*<p>)(.*?)(</p>\s*</li>)', re.DOTALL)
_BACK = re.compile(r'(?:&#160;)?<a class="footnote-backref" href="([^"]+)"[^>]*>[^<]*</a>')
# Words, then who said them and how, then where, then where else: as templates/note.md writes it.
_PARTS = re.compile(
    r"(?P<words>“.*?”) — (?P<by><strong>.*?) · (?P<at><a [^>]*>[^<]*(?:<abbr[^>]*>[^<]*</abbr>[^<]*)*</a>)"
    r"(?: · (?P<also>.*))?$",
    re.DOTALL,
)
_ANCHOR = re.compile(r'<span id="([\w-]+)"></span>')


def labelled(html: str) -> str:
    """Return `html` with each reference showing its label, close to the word before it, and apart from the next."""
    close = _REFERENCE.sub(lambda match: f"{match[1]}{match[2]}{match[3]}{match[2]}{match[4]}", html)
    # What says that words were cut stays on the line of the words.
    return _BESIDE.sub(r"\1<wbr>", close).replace(" …”", "\u00a0…”")


def noted(html: str) -> str:
    """Return `html` with its notes under a heading, each with its label, its parts named, and short links back.

    Search leaves the notes out: their words stand on the source pages.
    """
    headed = _NOTES.sub('<div class="footnote" data-search-exclude>\n<h2 id="notes">Citations</h2>', html)
    return _NOTE.sub(_note, headed)


def _note(match: re.Match[str]) -> str:
    opening, label, body, closing = match.groups()
    back = [found[1] for found in _BACK.finditer(body)]
    links = " ".join(
        f'<a class="footnote-backref" href="{href}" aria-label="Back to place {number} that cites {label}">'
        f"{'↩' if number == 1 else number}</a>"
        for number, href in enumerate(back, 1)
    )
    parts = _PARTS.match(_BACK.sub("", body).rstrip())
    shown = _parted(parts) if parts else _BACK.sub("", body)
    return f'{opening}<span class="note-label">{label}</span> {shown} <span class="note-back">{links}</span>{closing}'


def _parted(parts: re.Match[str]) -> str:
    also = f' <span class="note-also">{parts["also"]}</span>' if parts["also"] else ""
    return (
        f'<span class="note-words">{parts["words"]}</span> <span class="note-by">{parts["by"]}</span> '
        f'<span class="note-at">{parts["at"]}</span>{also}'
    )


def anchored(html: str) -> str:
    """Return `html` with a permanent link in place of each empty anchor, so that a line can be pointed to."""
    return _ANCHOR.sub(r'<a class="line-link" id="\1" href="#\1" aria-label="Link to this line">#</a>', html)
