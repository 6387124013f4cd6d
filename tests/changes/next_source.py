"""The invented dossier of `dossier_of`, and what is done to it between editions."""

from __future__ import annotations

from pathlib import Path

from generator.build import update_docs
from generator.publication.publication import Publication
from tests.dossier_of import dossier_in

COAST = """\
coast-radio:
  file: coast.txt
  publisher: Coast Radio
  issued: 2031-05-06
  event: talks
  kind: news report
"""
SAID = """\
President Ana Moreau said that Alder supports the peaceful settlement of all disputes on the delta. She stressed that \
Alder will buy 400 tonnes of grain.

Swans were seen at the quay.
"""


def published(folder: Path) -> Publication:
    """Do what a build does, and return what was published."""
    return update_docs(folder)[1]


def reviewed(folder: Path, edition: int = 1) -> None:
    file = folder / "briefs/delta.yml"
    file.write_text(file.read_text() + f"reviewed: {edition}\n")


def add_coast(folder: Path, text: str = SAID) -> None:
    (folder / "seeds/coast.txt").write_text(text)
    listing = folder / "seeds/sources.yml"
    listing.write_text(listing.read_text() + COAST)


def withdraw(folder: Path, source: str) -> None:
    listing = folder / "seeds/sources.yml"
    listing.write_text(listing.read_text().replace(f"{source}:\n", f"{source}:\n  withdrawn: in error\n"))


def two_editions(folder: Path) -> Publication:
    """Publish the dossier, have it reviewed, add a source, and publish again."""
    published(dossier_in(folder))
    reviewed(folder)
    add_coast(folder)
    return published(folder)
