"""What a new dossier is about, as its founder answers: the event, its day and its parties, put into the skeleton."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import yaml

from generator.dossier.dates import span
from generator.dossier.names import slug

DOSSIER, ENTITIES, SITE = "briefs/dossier.yml", "briefs/entities.yml", "mkdocs.yml"
_EVENT = "President Moreau in Birch"
_INVENTED = "Alder, Birch and their people are invented: write your own over them."
_DAY = "2031-04-09"


@dataclass(frozen=True)
class Answers:
    """The name of the visit or event, its day (or first and last day), and the names of the parties; None: not told."""

    event: str | None = None
    day: str | None = None
    parties: tuple[str, ...] = ()


def day_fault(day: str) -> str | None:
    """Say what is wrong with a day; None if nothing is."""
    try:
        span(day)
    except ValueError:
        return f"`{day}` is no day: write 2031-04-09, or the first and the last day, 2031-04-08/2031-04-09"
    return None


def parties_fault(parties: Sequence[str]) -> str | None:
    """Say what is wrong with the names of parties; None if nothing is."""
    ids = [slug(party) for party in parties]
    twice = next((party for party, id_ in zip(parties, ids, strict=True) if ids.count(id_) > 1), None)
    if twice is not None:
        return f"`{twice}` is named twice"
    bad = next((party for party, id_ in zip(parties, ids, strict=True) if id_ == "x" or not party.isprintable()), None)
    return f"`{bad}` is no name that an id can be made of: write it in Latin letters" if bad is not None else None


def with_answers(contents: Mapping[str, bytes], answers: Answers) -> dict[str, bytes]:
    """Return the files of the skeleton with `answers` in them, in place of what is invented there."""
    made = {name: data.decode() for name, data in contents.items() if name in (DOSSIER, ENTITIES, SITE)}
    if answers.event:
        made[DOSSIER] = made[DOSSIER].replace(f": {_EVENT}\n", f": {_scalar(answers.event)}\n")
        made[DOSSIER] = re.sub(r"^    (?:place|kind|short): .*\n", "", made[DOSSIER], flags=re.MULTILINE)
        made[SITE] = made[SITE].replace(f": {_EVENT}\n", f": {_scalar(answers.event)}\n")
    if answers.day:
        made[DOSSIER] = made[DOSSIER].replace(f"date: {_DAY}\n", f"date: {answers.day}\n")
        made[DOSSIER] = re.sub(r"^    short: .*\n", "", made[DOSSIER], flags=re.MULTILINE)
    if answers.parties:
        ids = ", ".join(map(slug, answers.parties))
        made[DOSSIER] = made[DOSSIER].replace("parties: [alder, birch]", f"parties: [{ids}]")
        made[DOSSIER] = made[DOSSIER].replace(
            " Alder, Birch and their people are invented: write your own over them.", ""
        )
        made[ENTITIES] = _entities(made[ENTITIES], answers.parties)
    return {name: made[name].encode() if name in made else data for name, data in contents.items()}


def _entities(text: str, parties: Sequence[str]) -> str:
    """Return entities.yml with `parties`, and everything invented in it as a comment."""
    begin, end = text.index("\nalder:\n"), text.index("\n# A person")
    own = "".join(
        f"\n{slug(party)}:\n  type: party\n  pref_label: {_scalar(party)}\n"
        "  # demonyms: [the word for what is its own]\n  # metonyms: [its capital]\n"
        for party in parties
    )
    example = "".join(
        f"# {line}" if line.strip() and not line.startswith("#") else line
        for line in text[end:].splitlines(keepends=True)
    )
    return text[:begin] + own + example


def _scalar(text: str) -> str:
    return str(yaml.safe_dump(text, allow_unicode=True, width=1_000_000)).removesuffix("\n").removesuffix("\n...")
