"""Sources as RIS, the tagged lines that reference managers exchange."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.sources import Source

_TYPES = {
    "article": "GEN",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "MPCT",
    "chapter": "CHAP",
    "hearing": "HEAR",
    "legislation": "STAT",
    "legal_case": "CASE",
    "pamphlet": "PAMP",
    "post": "ELEC",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}


def records(sources: Iterable[Source]) -> str:
    """Return one record a source, in order; lines end in CR LF, as the format has it."""
    return "".join(f"{line}\r\n" for source in sources for line in _record(source))


def _record(source: Source) -> Iterator[str]:
    year, month, day = (*(source.issued or "").split("-"), "", "")[:3]
    tags = (
        ("TY", _TYPES.get(source.type, "GEN")),
        ("ID", source.id),
        ("TI", source.title),
        ("AU", source.author),
        ("PB", source.publisher),
        ("T2", source.publisher if source.type.startswith("article-") else None),
        ("PY", year),
        ("DA", f"{year}/{month}/{day}/" if year else None),
        ("LA", source.language),
        ("UR", source.url),
        ("M3", source.kind),
        ("N1", f"Withdrawn: {source.withdrawn}" if source.withdrawn else None),
    )
    for tag, value in tags:
        if value:
            yield f"{tag}  - {' '.join(value.split())}"
    yield "ER  - "
    yield ""
