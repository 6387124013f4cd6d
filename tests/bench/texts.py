"""A dossier of any size for measuring: texts made of invented names with a fixed seed, the same on every machine."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random

import yaml

SEED = 20310502
PEOPLE = {
    "alder": ("President Ana Moreau", "Foreign Minister Jon Vale", "Trade Minister Ida Roth", "Spokesman Per Lund"),
    "birch": ("President Ivo Brand", "Foreign Minister Mira Sol", "Energy Minister Kai Wern", "Ambassador Lea Dorn"),
}
# Concept: phrase by which it is found, and what can be said of it.
TOPICS = {
    "delta/settlement": ("peaceful settlement", ["of disputes on the delta", "of the dispute over the sandbanks"]),
    "delta/passage": ("freedom of passage", ["through the northern strait", "for fishing boats", "on the lower delta"]),
    "delta/treaty": ("Delta Treaty", ["of 2020", "and its two protocols", "without any exception"]),
    "delta/patrols": ("joint patrols", ["at the river mouth", "from next spring", "with unarmed vessels"]),
    "works/railway": ("railway", ["between Corvo and Lindow", "by autumn", "with a second track"]),
    "works/grain": ("grain", ["from the southern provinces", "at a fixed price", "through the new port"]),
    "works/energy": ("power line", ["under the bay", "to the eastern district", "of 400 kilovolts"]),
    "works/schools": ("student exchange", ["at six universities", "for nurses and teachers", "in both languages"]),
    "works/health": ("hospital", ["in the border town", "with forty beds", "named after both cities"]),
    "works/water": ("water quality", ["upstream of the weir", "in the shared lake", "measured each month"]),
}
VERBS = ("said", "stressed", "told reporters", "noted", "added", "affirmed", "announced", "insisted", "recalled")
STANCES = ("supports", "welcomes", "rejects any change to", "asks for more work on", "is ready to discuss", "will fund")
SETTINGS = (
    "after the talks", "at the press conference", "on Thursday", "in Corvo", "before leaving", "at the state dinner",
    "in a written reply", "in parliament", "during the walk along the quay", "to students of the academy",
)  # fmt: skip
COLOUR = (
    "The meeting lasted {n} minutes longer than planned.",
    "Rain fell on the guard of honour, and {n} umbrellas were handed out.",
    "The delegation numbered {n} officials.",
    "A choir of {n} children sang both anthems.",
    "Shops along the route had closed early.",
    "Journalists from {n} countries were accredited.",
)


def dossier(folder: Path, sources: int) -> None:
    """Write a dossier with so many sources into `folder`; a larger one begins with the sources of a smaller one."""
    for name in ("seeds", "briefs"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    listing = {}
    for number in range(sources):
        listing |= _source(folder, number)
    (folder / "seeds/sources.yml").write_text(yaml.safe_dump(listing, sort_keys=False), encoding="utf-8")
    for name, value in _decided().items():
        (folder / f"briefs/{name}.yml").write_text(yaml.safe_dump(value, sort_keys=False), encoding="utf-8")


def _source(folder: Path, number: int) -> dict[str, object]:
    random = Random(SEED + number)
    name = f"{number:05}.txt"
    (folder / "seeds" / name).write_text(text(random), encoding="utf-8")
    issued = date(2031, 5, 2) + timedelta(days=number // 50)
    return {
        f"wire-{number:05}": {
            "file": name,
            "publisher": f"Wire {number}",
            "issued": issued.isoformat(),
            "event": "talks" if number % 4 else "return-visit",
            "kind": random.choice(["news report", "press release", "official statement as reported"]),
        }
    }


def text(random: Random) -> str:
    """Return one text: a headline and 6 to 12 paragraphs of 1 to 4 sentences."""
    topics = random.sample(sorted(TOPICS), random.randint(2, 5))
    paragraphs = [" ".join(_sentences(random, topics)) for _ in range(random.randint(6, 12))]
    return f"Alder and Birch speak of {TOPICS[topics[0]][0]}\n\n" + "\n\n".join(paragraphs) + "\n"


def _sentences(random: Random, topics: list[str]) -> list[str]:
    party = random.choice(sorted(PEOPLE))
    speaker = random.choice(PEOPLE[party])
    made = []
    for at in range(random.randint(1, 4)):
        phrase, rest = TOPICS[random.choice(topics)]
        claim = f"{party.title()} {random.choice(STANCES)} the {phrase} {random.choice(rest)}"
        where = random.choice(SETTINGS)
        figure = f", with {random.randint(2, 900)} million crowns" if random.random() < 0.3 else ""
        subject = "She" if at else speaker
        kinds = (
            f"{speaker} {random.choice(VERBS)} {where} that {claim}{figure}.",
            f"“{claim}{figure},” {speaker} {random.choice(VERBS)} {where}.",
            f"The two sides agreed {where} on the {phrase} {random.choice(rest)}{figure}.",
            random.choice(COLOUR).format(n=random.randint(3, 400)),
            f"{subject} {random.choice(VERBS)} {where} that the {phrase} matters {random.choice(rest)}.",
        )
        made.append(random.choices(kinds, weights=(5, 3, 3, 2, 2))[0])
    return made


def _decided() -> dict[str, object]:
    people = {
        name.split(" ", 2)[-1].lower().replace(" ", "-"): {
            "type": "person",
            "pref_label": " ".join(name.split()[-2:]),
            "alt_labels": [name.split()[-1]],
            "party": party,
            "pronoun": "she",
            "offices": [{"titles": [" ".join(name.split()[:-2])]}],
        }
        for party, names in PEOPLE.items()
        for name in names
    }
    map_: dict[str, dict[str, object]] = {}
    for path, (phrase, _) in TOPICS.items():
        top, name = path.split("/")
        node = map_.setdefault(top, {"pref_label": f"The {top}", "labels_match": False, "narrower": {}})
        node["narrower"][name] = {"pref_label": name.title(), "match": {"any": [phrase]}}  # type: ignore[index]
    return {
        "dossier": {
            "title": "Alder and Birch",
            "event": "talks",
            "parties": sorted(PEOPLE),
            "briefs": ["delta", "works"],
            "events": {
                "talks": {"label": "Talks in Corvo", "date": "2031-05-01"},
                "return-visit": {"label": "Return visit", "date": "2032-01-08"},
            },
            "facts": {"grant": {"label": "Grant", "phrases": ["# million crowns"]}},
        },
        "entities": {
            **{p: {"type": "party", "pref_label": p.title(), "demonyms": [f"{p.title()}ian"]} for p in sorted(PEOPLE)},
            **people,
            "delta-treaty": {"type": "instrument", "pref_label": "Delta Treaty"},
        },
        "topic-map": map_,
        **{
            name: {
                "title": f"The {name}",
                "number": number,
                "question": f"What do the two sides say about the {name}?",
                "concepts": [name],
                "facts": ["grant"],
                "sections": ["key-points", "facts", "positions", "since-then", "claims", "related", "sources"],
            }
            for number, name in enumerate(("delta", "works"), start=1)
        },
    }
