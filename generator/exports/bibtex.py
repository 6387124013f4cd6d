"""Sources as BibTeX."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from generator.sources import Source

_TYPES = {
    "article": "article",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "report": "techreport",
    "thesis": "phdthesis",
    "paper-conference": "inproceedings",
}
# Where an entry keeps who published it.
_PUBLISHER = {"article": "journal", "techreport": "institution", "phdthesis": "school"}
# BibTeX counts braces whatever stands before them, so a brace goes in as a command and not behind a backslash.
_ESCAPED = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{char: f"\\{char}" for char in "$&#_%"},
    }
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def entries(sources: Iterable[Source]) -> str:
    """Return one entry a source, in order, in UTF-8; signs that TeX reads as commands are escaped."""
    return "\n".join(_entry(source) for source in sources)


def _entry(source: Source) -> str:
    kind = _TYPES.get(source.type, "misc")
    year, month, day = (*(source.issued or "").split("-"), "", "")[:3]
    fields = {
        # The second pair of braces keeps capitals and, for an author, a name of several words in one piece.
        "author": _brace(source.author, inner=True),
        "title": _brace(source.title, inner=True),
        _PUBLISHER.get(kind, "publisher"): _brace(source.publisher),
        "year": _brace(year),
        "month": _MONTHS[int(month) - 1] if month else "",
        "day": _brace(str(int(day))) if day else "",
        "language": _brace(source.language),
        "url": "{" + quote(source.url, safe="/:?#[]@!$&'()*+,;=%~-._") + "}" if source.url else "",
        "note": _brace(f"Withdrawn: {source.withdrawn}" if source.withdrawn else source.kind),
    }
    body = "".join(f"  {name} = {value},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{source.id},\n{body}}}\n"


def _brace(text: str | None, *, inner: bool = False) -> str:
    if not text:
        return ""
    escaped = " ".join(text.split()).translate(_ESCAPED)
    return "{{" + escaped + "}}" if inner else "{" + escaped + "}"
