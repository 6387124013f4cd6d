"""A small invented dossier in a folder, for tests of the stages that need a whole one."""

from __future__ import annotations

from pathlib import Path

FILES = {
    "seeds/sources.yml": """\
harbour-news:
  file: harbour.txt
  publisher: Harbour News
  issued: 2031-05-02
  event: talks
  kind: news report
  origin: ministry-release
river-post:
  file: river.txt
  publisher: River Post
  issued: 2031-05-03
  event: talks
  kind: news report
  origin: ministry-release
delta-times:
  file: delta.txt
  publisher: Delta Times
  issued: 2032-01-09
  event: return-visit
  kind: news report
""",
    "seeds/harbour.txt": """\
President Ana Moreau of Alder said Alder supports the peaceful settlement of disputes on the delta. She stressed that \
Alder will buy 300 tonnes of grain.

President Ivo Brand said Birch welcomes freedom of passage on the delta.

The two sides agreed to reopen the railway.
""",
    "seeds/river.txt": """\
In Corvo, President Ana Moreau told reporters that Alder supports a peaceful settlement of disputes on the delta.

The two sides agreed to reopen the old railway by autumn.
""",
    "seeds/delta.txt": """\
President Ivo Brand said Birch supports the peaceful settlement of all disputes on the delta under the Delta Treaty.
""",
    "briefs/dossier.yml": """\
title: Alder and Birch
description: Talks on the delta.
event: talks
parties: [alder, birch]
briefs: [delta]
originator: The desk
marking: For the desk
events:
  talks: {label: Talks in Corvo, short: May 2031, date: 2031-05-01, place: Corvo, kind: talks}
  return-visit: {label: Return visit, short: January 2032, date: 2032-01-08, kind: visit}
facts:
  grain:
    label: Grain
    phrases: ["# tonnes"]
""",
    "briefs/entities.yml": """\
alder: {type: party, pref_label: Alder, demonyms: [Alderian]}
birch: {type: party, pref_label: Birch, demonyms: [Birchian]}
ana-moreau:
  type: person
  pref_label: Ana Moreau
  alt_labels: [Moreau]
  party: alder
  pronoun: she
  offices: [{titles: [President]}]
ivo-brand:
  type: person
  pref_label: Ivo Brand
  alt_labels: [Brand]
  party: birch
  pronoun: he
  offices: [{titles: [President]}]
delta-treaty: {type: instrument, pref_label: Delta Treaty, abbreviation: DT, definition: "Treaty on the delta, 2020."}
""",
    "briefs/topic-map.yml": """\
delta:
  pref_label: The delta
  narrower:
    settlement: {pref_label: Peaceful settlement}
    passage: {pref_label: Freedom of passage}
works:
  pref_label: Works and trade
  narrower:
    railway: {pref_label: Railway}
    grain: {pref_label: Grain}
""",
    "briefs/delta.yml": """\
title: The delta
number: 1
question: What do Alder and Birch say about the delta?
concepts: [delta, works]
sections: [key-points, facts, positions, differences, since-then, claims, related, sources]
facts: [grain]
key_points:
  - text: Alder supports a peaceful settlement.
    evidence:
      - source: harbour-news
        quote: Alder supports the peaceful settlement of disputes on the delta
""",
}


def dossier_in(folder: Path, **changed: str) -> Path:
    """Write the dossier into `folder`; `changed` gives other content for a file by its stem (`delta_yml`…)."""
    for name, content in FILES.items():
        key = name.rpartition("/")[2].replace(".", "_").replace("-", "_")
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(changed.get(key, content), encoding="utf-8", newline="")
    return folder
