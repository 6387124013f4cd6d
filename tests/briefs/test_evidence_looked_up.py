"""All mistakes of all files show at once: one in a list of ids hides no quotation that does not stand."""

from pathlib import Path

import pytest

from generator.build import publication
from generator.messages.problems import DossierError
from tests.dossier_of import FILES, dossier_in

ABSENT = """\
title: Trains
number: 2
question: What of the railway?
concepts: [works]
key_points:
  - text: Swans came.
    evidence:
      - {source: river-post, quote: Swans came to the river}
  - text: Alder said “swans galore”.
    evidence:
      - {source: river-post, quote: The two sides agreed to reopen the old railway}
"""


def told(folder: Path) -> list[str]:
    with pytest.raises(DossierError) as found:
        publication(folder)
    return [f"{one.file}: {one.what}" for one in found.value.problems]


def with_two_briefs(folder: Path, **changed: str) -> Path:
    dossier_in(folder, **changed)
    (folder / "briefs/trains.yml").write_text(ABSENT)
    main = folder / "briefs/dossier.yml"
    main.write_text(main.read_text().replace("briefs: [delta]", "briefs: [delta, trains]"))
    return folder


@pytest.mark.parametrize(
    ("file", "right", "wrong", "what"),
    [
        ("briefs/delta.yml", "facts: [grain]", "facts: [oats]", "there is no fact `oats`"),
        ("briefs/dossier.yml", "parties: [alder, birch]", "parties: [alder, larch]", "there is no party `larch`"),
        ("briefs/entities.yml", "pronoun: she", "pronoun: it", "`it` is not a value of `pronoun`"),
        ("briefs/topic-map.yml", "pref_label: The delta", "name: The delta", "unknown name `name`"),
        ("seeds/sources.yml", "file: delta.txt", "file: estuary.txt", "there is no file `estuary.txt`"),
    ],
)
def test_a_mistake_elsewhere_hides_no_absent_quotation(
    tmp_path: Path, file: str, right: str, wrong: str, what: str
) -> None:
    folder = with_two_briefs(tmp_path)
    (folder / file).write_text(FILES[file].replace(right, wrong).replace("briefs: [delta]", "briefs: [delta, trains]"))
    found = told(folder)
    assert any(what in line for line in found), found
    assert sum("briefs/trains.yml: the quotation “Swans came to the river” does not" in line for line in found) == 1
    assert sum("briefs/trains.yml: “swans galore” stands in quotation marks" in line for line in found) == 1


def test_a_file_that_its_schema_refuses_may_name_what_is_nowhere_too(tmp_path: Path) -> None:
    brief = FILES["briefs/delta.yml"].replace("facts: [grain]", "facts: [oats]").replace("title: The delta\n", "")
    found = told(with_two_briefs(tmp_path, delta_yml=brief))
    assert any("`title` is missing" in line for line in found)
    assert any("there is no fact `oats`" in line for line in found)


def test_a_quotation_of_a_source_that_cannot_be_read_is_told_by_that_source_alone(tmp_path: Path) -> None:
    folder = with_two_briefs(tmp_path)
    (folder / "seeds/river.txt").write_text("")
    found = told(folder)
    assert any("this text is empty" in line for line in found)
    assert not any("river-post" in line or "Swans came" in line for line in found)
