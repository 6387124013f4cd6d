"""A dossier of any size for measuring: news-like texts of invented names, the same on every machine.

Half of the texts have more than some 450 words in 25 sentences; one in ten is a liveblog or a transcript of over 3,000
words; one in ten is a reprint of an earlier text under another headline. Most sentences are about nothing that the
topic map asks for, as in the news.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import yaml

from tests.bench.words import (
    ASIDES,
    BODIES,
    BRIEFS,
    COLOUR,
    CUES,
    DETAILS,
    DID,
    FIRST,
    INSTRUMENTS,
    LAST,
    PARTIES,
    PEOPLE,
    PLACES,
    PURPOSES,
    STANCES,
    TOPICS,
    TRADES,
    WHEN,
)

SEED = 20310502
# Of ten texts, which is long (in turns a liveblog and a transcript), and which is a reprint of the one so far before.
LONG, REPRINT, BEFORE = 7, 3, 2


def dossier(folder: Path, sources: int) -> None:
    """Write a dossier with so many sources into `folder`; a larger one begins with the sources of a smaller one."""
    for name in ("seeds", "briefs"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    listing = dict(_source(folder, number) for number in range(sources))
    (folder / "seeds/sources.yml").write_text(yaml.safe_dump(listing, sort_keys=False), encoding="utf-8")
    for name, value in _decided().items():
        (folder / f"briefs/{name}.yml").write_text(yaml.safe_dump(value, sort_keys=False), encoding="utf-8")


def _source(folder: Path, number: int) -> tuple[str, dict[str, str]]:
    name = f"{number:05}.txt"
    if not (folder / "seeds" / name).exists():
        (folder / "seeds" / name).write_text(text(number), encoding="utf-8")
    kinds = {LONG: "transcript" if number // 10 % 2 else "news report"}
    return f"wire-{number:05}", {
        "file": name,
        "publisher": f"Wire {number:05}",
        "issued": (date(2031, 5, 2) + timedelta(days=number % 60)).isoformat(),
        "event": "talks" if number % 4 else "return-visit",
        "kind": kinds.get(number % 10, "news report"),
    }


def text(number: int) -> str:
    """Return the text of a source by its number."""
    random = Random(SEED + number)
    if number % 10 == REPRINT:
        head, _, body = text(number - BEFORE).partition("\n\n")
        return f"{head} – report\n\n{body}"
    if number % 10 == LONG:
        return _transcript(random) if number // 10 % 2 else _liveblog(random)
    topics = random.sample(sorted(TOPICS), random.randint(2, 4))
    sentences = [_sentence(random, topics) for _ in range(round(random.triangular(8, 45, 20)))]
    return f"{_headline(random, topics)}\n\n" + "\n\n".join(_paragraphs(random, sentences)) + "\n"


def _paragraphs(random: Random, sentences: list[str]) -> Iterator[str]:
    while sentences:
        count = random.randint(1, 3)
        yield " ".join(sentences[:count])
        del sentences[:count]


def _headline(random: Random, topics: list[str]) -> str:
    first, second = (random.choice(TOPICS[topic]) for topic in topics[:2])
    return f"{random.choice(PLACES)} hears of {first} and {second}, and of much besides"


def _liveblog(random: Random) -> str:
    parts = [_headline(random, sorted(TOPICS)) + ": as it happened"]
    for entry in range(58):
        topics = random.sample(sorted(TOPICS), 2)
        parts += [f"{8 + entry // 4:02}:{entry % 4 * 15:02}", " ".join(_sentence(random, topics) for _ in range(5))]
    return "\n\n".join(parts) + "\n"


def _transcript(random: Random) -> str:
    speakers = random.sample(PEOPLE, 3)
    parts = [f"Remarks at the talks in {random.choice(PLACES)}"]
    for _ in range(60):
        name = random.choice(speakers)[1]
        turn = " ".join(_said(random, random.choice(sorted(TOPICS)), "We")[:-1] + "." for _ in range(4))
        parts.append(f"{name.split()[-1].upper()}: {turn}")
    return "\n\n".join(parts) + "\n"


def _said(random: Random, topic: str, who: str) -> str:
    stance = random.choice(STANCES)
    if who == "We":
        stance = {"supports": "support", "is ready to discuss": "are ready to discuss"}.get(stance, "welcome")
    phrase = random.choice(TOPICS[topic])
    purpose = f" {random.choice(PURPOSES)}" if random.random() < 0.4 else ""
    return f"{who} {stance} {phrase} {random.choice(DETAILS)}{purpose}."


def _sentence(random: Random, topics: list[str]) -> str:
    kind = random.random()
    if kind < 0.55:
        return _aside(random)
    title, name, party, pronoun = random.choice(PEOPLE)
    claim = _said(random, random.choice(topics), (party or random.choice(BODIES)).title())[:-1]
    if random.random() < 0.2:
        claim += f", at a cost of {random.randint(2, 900)} million crowns"
    cue, when = random.choice(CUES), random.choice(WHEN)
    if kind < 0.75:
        return f"{title} {name} {cue} {when} that {claim}."
    if kind < 0.85:
        return f"“{claim},” {title} {name} {cue} {when}."
    if kind < 0.92:
        return f"{pronoun.title()} {cue} {when} that {claim}."
    return f"The two sides agreed {when} on {random.choice(TOPICS[random.choice(topics)])} {random.choice(DETAILS)}."


def _aside(random: Random) -> str:
    if random.random() < 0.2:
        return random.choice(COLOUR).format(n=random.randint(3, 900))
    name = f"{random.choice(FIRST)} {random.choice(LAST)}"
    aside = f" {random.choice(ASIDES)}" if random.random() < 0.5 else ""
    return f"{name}, a {random.choice(TRADES)} from {random.choice(PLACES)}, {random.choice(DID)}{aside}."


def _decided() -> dict[str, object]:
    map_: dict[str, dict[str, object]] = {}
    for path, phrases in TOPICS.items():
        top, name = path.split("/")
        node = map_.setdefault(top, {"pref_label": BRIEFS[top], "labels_match": False, "narrower": {}})
        node["narrower"][name] = {"pref_label": name.title(), "match": {"any": [*phrases]}}  # type: ignore[index]
    return {
        "dossier": {
            "title": "Alder and Birch",
            "event": "talks",
            "parties": [*PARTIES],
            "briefs": [*BRIEFS],
            "events": {
                "talks": {"label": "Talks in Corvo", "date": "2031-05-01"},
                "return-visit": {"label": "Return visit", "date": "2032-01-08"},
            },
            "facts": {"grant": {"label": "Grant", "phrases": ["# million crowns"]}},
        },
        "entities": _entities(),
        "topic-map": map_,
        **{name: _brief(number, name) for number, name in enumerate(BRIEFS, start=1)},
    }


def _brief(number: int, name: str) -> dict[str, object]:
    return {
        "title": BRIEFS[name],
        "number": number,
        "question": f"What do the two sides say about {name}?",
        "concepts": [name],
        "facts": ["grant"],
    }


def _entities() -> dict[str, object]:
    parties = {
        name: {"type": "party", "pref_label": name.title(), "demonyms": [f"{name.title()}ian"]} for name in PARTIES
    }
    people = {
        name.lower().replace(" ", "-"): {
            "type": "person",
            "pref_label": name,
            "alt_labels": [name.split()[-1]],
            **({"party": party} if party else {}),
            "pronoun": pronoun,
            "offices": [{"titles": [title]}],
        }
        for title, name, party, pronoun in PEOPLE
    }
    others = {
        name.lower().replace(" ", "-"): {"type": kind, "pref_label": name}
        for kind, names in (("body", BODIES), ("place", PLACES), ("instrument", INSTRUMENTS))
        for name in names
    }
    return {**parties, **people, **others}
