"""docs/changes.json and docs/changes.xml: the editions for programs and feed readers. No clock: dates are sources'."""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree as Xml

from generator.changes.changes import BriefChanged, Changed
from generator.changes.wording import statement, why
from generator.comparison.items import Item
from generator.dossier.characters import visible
from generator.dossier.dates import day, last_day
from generator.dossier.dossier import Dossier
from generator.publication.wording import Wording

ATOM = "http://www.w3.org/2005/Atom"


def as_json(changed: Sequence[Changed]) -> str:
    """Return all editions, newest first, as JSON; `label` is the citation label, `source` an id."""
    return json.dumps({"editions": [edition(one) for one in changed]}, ensure_ascii=False, indent=1) + "\n"


def edition(changed: Changed) -> dict[str, Any]:
    """Return one edition as plain values."""
    return {
        "edition": changed.edition.number,
        "date": changed.edition.date,
        "added": [one.id for one in changed.added],
        "altered": [one.id for one in changed.altered],
        "withdrawn": [one.id for one in changed.withdrawn],
        "removed": list(changed.removed),
        "briefs": [_brief(brief) for brief in changed.briefs],
        "values": [{"thing": value.thing, "value": value.value, "place": value.place} for value in changed.values],
        "unmapped": [_item(one) for one in changed.unmapped],
    }


def _brief(brief: BriefChanged) -> dict[str, Any]:
    return {
        "brief": brief.id,
        "title": brief.title,
        "significantly_amended": brief.significant,
        "new": [_item(one) for one in brief.new],
        "gained": [{**_item(one.item), "by": [_place(other) for other in one.by]} for one in brief.gained],
        "lost": [{**_item(one.item), "by": one.source} for one in brief.dropped],
        "gone": [{"source": one.source, "quote": one.quote, "why": one.why} for one in brief.gone],
        "points": [
            {
                "section": point.section,
                "number": point.line.number,
                "text": point.line.text,
                "newer": [{"why": reason, "items": [_place(i) for i in items]} for reason, items in why(point)],
            }
            for point in brief.points
        ],
    }


def _item(item: Item) -> dict[str, Any]:
    passage = item.statement.passage
    return {**_place(item), "start": passage.start, "end": passage.end, "quote": passage.quote}


def _place(item: Item) -> dict[str, Any]:
    return {"label": item.label, "source": item.source.id}


def as_atom(changed: Sequence[Changed], dossier: Dossier) -> str:
    """Return the editions as an Atom feed (RFC 4287), newest first; with links where the site's address is known.

    An edition without a date bears the first day of the dossier's event: a feed must have one, and no clock is asked.
    """
    wording = Wording(dossier)
    feed = Xml.Element("feed", xmlns=ATOM)
    _text(feed, "title", f"{dossier.title}: changes")
    _text(feed, "id", _urn(dossier, 0))
    _text(feed, "updated", _moment(changed[0], dossier) if changed else _start(dossier))
    _text(Xml.SubElement(feed, "author"), "name", dossier.originator or dossier.title)
    _link(feed, dossier, "changes.html", "alternate")
    _link(feed, dossier, "changes.xml", "self")
    for one in changed:
        entry = Xml.SubElement(feed, "entry")
        _text(entry, "title", f"Edition {one.edition.number}, {day(one.edition.date)}")
        _text(entry, "id", _urn(dossier, one.edition.number))
        _text(entry, "updated", _moment(one, dossier))
        _link(entry, dossier, f"changes.html#edition-{one.edition.number}", "alternate")
        _text(entry, "content", "\n".join(statement(one, wording)))
    Xml.indent(feed, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(feed, encoding="unicode") + "\n"


def _text(parent: Xml.Element, name: str, text: str) -> None:
    # Characters that XML cannot hold are shown by their number, as on pages.
    Xml.SubElement(parent, name).text = "\n".join(visible(line) for line in text.split("\n"))


def _link(parent: Xml.Element, dossier: Dossier, path: str, rel: str) -> None:
    if dossier.site_url:
        base = dossier.site_url if dossier.site_url.endswith("/") else dossier.site_url + "/"
        Xml.SubElement(parent, "link", rel=rel, href=urljoin(base, path))


def _urn(dossier: Dossier, number: int) -> str:
    named = f"{dossier.site_url or ''} {dossier.title} {dossier.event} {number}"
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, named)}"


def _moment(changed: Changed, dossier: Dossier) -> str:
    date = changed.edition.date
    return f"{last_day(date)}T00:00:00Z" if date else _start(dossier)


def _start(dossier: Dossier) -> str:
    start = next((event.start for event in dossier.events if event.id == dossier.event), "1970-01-01")
    return f"{start}T00:00:00Z"
