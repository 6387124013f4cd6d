"""Names for concepts, people and passages that other programs can join on: the same in every export."""

from __future__ import annotations

import uuid
from urllib.parse import quote

from generator.dossier.dossier import Dossier

_UNPUBLISHED = "urn:briefing:"


def base(dossier: Dossier) -> str:
    """Return what all names begin with: the address of the site, or a URN where the dossier names no site."""
    if dossier.site_url is None:
        return _UNPUBLISHED
    return quote(dossier.site_url.rstrip("/"), safe="/:?#[]@!$&'()*+,;=%~-._") + "/"


def concept(dossier: Dossier, path: str) -> str:
    """Return the IRI of the concept at `path`."""
    return f"{base(dossier)}topics/{path}"


def entity(dossier: Dossier, id_: str) -> str:
    """Return the IRI of an entity."""
    return f"{base(dossier)}entities/{id_}"


def stretch(sha256: str, start: int, end: int) -> str:
    """Return a URN for ``[start, end)`` of the text with this checksum: the same on every machine."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{sha256}#char={start},{end}").urn
