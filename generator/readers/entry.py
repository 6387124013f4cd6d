"""What sources.yml will say of a text: values given and proposed, an id, and how each value is known."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

import yaml

from generator.dossier.documents import Value, parse
from generator.dossier.files import RESERVED
from generator.dossier.letters import PLAIN_LETTERS
from generator.dossier.schema import check
from generator.readers.reading import Proposals, ReadText
from generator.readers.web import is_address
from generator.sources import Known

# The fields of an entry in the order in which they are written; `file` and `original` go before them, `known` after.
FIELDS = ("type", "title", "publisher", "author", "issued", "language", "URL", "event", "kind", "rests_on", "origin")
# Without a person at a terminal only these are taken: what follows from a text, somebody has to see and confirm.
CERTAIN = ("stated", "found")
LONGEST_SLUG = 60
LETTERS = str.maketrans(dict(PLAIN_LETTERS))


Values = Mapping[str, tuple[str, Known | None]]


@dataclass(frozen=True)
class Entry:
    """An entry of sources.yml to be: `file` and `original` are names in seeds/; a value given has no `Known`."""

    id: str
    file: str
    original: str | None
    values: Values
    encoding: Known | None = None

    @property
    def written(self) -> dict[str, Value]:
        """The entry as sources.yml has it."""
        entry: dict[str, Value] = {"file": self.file}
        if self.original:
            entry["original"] = self.original
        entry |= {field: self.values[field][0] for field in FIELDS if field in self.values}
        known: dict[str, Value] = {"original": _how_known(self.encoding)} if self.encoding and self.original else {}
        known |= {field: _how_known(how) for field in FIELDS if field in self.values and (how := self.values[field][1])}
        return entry | ({"known": known} if known else {})


def values(reading: ReadText, given: Mapping[str, str], event: str | None) -> tuple[Values, Proposals]:
    """Return the values of the entry for `reading`, and proposals that a person has to confirm before they are.

    Values are those given, then what the file states; `event` where none is given. What the schema of sources.yml
    does not allow (a title of a million letters) is left out.
    """
    proposed = {
        field: (value, known)
        for field, (value, known) in reading.metadata.items()
        if field not in given and fault(field, value) is None
    }
    unsure = {field: pair for field, pair in proposed.items() if pair[1].how not in CERTAIN}
    taken: dict[str, tuple[str, Known | None]] = {
        field: pair for field, pair in proposed.items() if field not in unsure
    }
    if event:
        taken["event"] = (event, None)
    return taken | {field: (value, None) for field, value in given.items()}, unsure


def fault(field: str, value: str) -> str | None:
    """Say what is wrong with `value` as the `field` of an entry (``id`` for its id), or None."""
    if any(unicodedata.category(char) in ("Cc", "Cs") for char in value):
        return "it holds a control character, or bytes that are not UTF-8: write it without"
    entry = {value: {"file": "a.txt"}} if field == "id" else {"a": {"file": "a.txt", field: value}}
    problems = check(parse(yaml.safe_dump(entry, allow_unicode=True), "sources.yml"), "sources")
    return f"{problems[0].what}: {problems[0].mend}" if problems else None


def proposed_id(reading: ReadText, values: Values, taken: Collection[str]) -> str:
    """Return an id that is not among `taken`: publisher, title or file name, and the date."""
    name, date = _file_name(reading.name), values.get("issued", ("", None))[0]
    candidates = (values[field][0] for field in ("publisher", "title") if field in values)
    slug = next((found for found in map(slugify, (*candidates, name)) if found), "text")
    if date and date not in slug:
        slug = f"{slug}-{date}"
    if slug in RESERVED or slug == "index":
        slug = f"{slug}-text"
    free = (f"{slug}-{number}" if number > 1 else slug for number in range(1, len(taken) + 2))
    return next(found for found in free if found not in taken)


def slugify(text: str) -> str:
    """Return the lower-case letters a to z, digits and hyphens nearest to `text`, at most `LONGEST_SLUG` of them."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS)).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain)
    slug = "-".join(words)
    if len(slug) <= LONGEST_SLUG:
        return slug
    return slug[: LONGEST_SLUG + 1].rpartition("-")[0] or slug[:LONGEST_SLUG]


def _file_name(name: str) -> str:
    path = unquote(urlsplit(name).path) if is_address(name) else name
    return PurePosixPath(path).stem


def _how_known(known: Known) -> str:
    return f"{known.how}: {known.note}"
