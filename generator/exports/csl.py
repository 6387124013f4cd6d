"""Sources as CSL-JSON, which reference managers and pandoc read."""

from __future__ import annotations

from collections.abc import Iterable

from generator.sources import Source

# Types that a periodical or a site carries: citation styles look for its name under another name.
_CARRIED = frozenset(["article-newspaper", "article-magazine", "article-journal", "webpage", "post", "post-weblog"])


def items(sources: Iterable[Source]) -> list[dict[str, object]]:
    """Return one CSL-JSON item a source, in order; what is not known is left out.

    What CSL has no name for stands under `custom`: the file, its checksum, what it rests on, how each value is known.
    """
    return [_item(source) for source in sources]


def _item(source: Source) -> dict[str, object]:
    item: dict[str, object | None] = {
        "id": source.id,
        "type": source.type,
        "title": source.title,
        "author": [{"literal": source.author}] if source.author else None,
        "container-title": source.publisher if source.type in _CARRIED else None,
        "publisher": source.publisher,
        "issued": _date(source.issued),
        "accessed": _date(source.accessed),
        "language": source.language,
        "genre": source.kind,
        "URL": source.url,
        "note": f"Withdrawn: {source.withdrawn}" if source.withdrawn else None,
        "custom": _custom(source),
    }
    return {name: value for name, value in item.items() if value is not None}


def _date(iso: str | None) -> dict[str, object] | None:
    return {"date-parts": [[int(part) for part in iso.split("-")]]} if iso else None


def _custom(source: Source) -> dict[str, object]:
    custom: dict[str, object | None] = {
        "file": source.file,
        "sha256": source.sha256,
        "event": source.event,
        "rests_on": source.rests_on,
        "origin": source.origin,
        "known": {name: f"{known.how}: {known.note}".rstrip(": ") for name, known in sorted(source.known.items())},
    }
    return {name: value for name, value in custom.items() if value}
