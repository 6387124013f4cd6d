"""Letters that a pattern passing over case takes for others (*İt*, *ſhe*): they are read as those, and end nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import publication
from generator.dossier.letters import in_small_letters
from tests.dossier_of import FILES, dossier_in

LETTERS = {"dotted i": ("i", "İ"), "i without a dot": ("i", "ı"), "long s": ("s", "ſ"), "Kelvin": ("k", "\u212a")}
SAID = (
    "President Ana Moreau met President Ivo Brand. She asked for six berths. In its view, it is time. Both presidents "
    "said his visit was kind. In his opinion, the sides agreed on this. Her Birchian counterpart asked all sides."
)


@pytest.mark.parametrize("name", LETTERS)
def test_a_text_in_which_letters_pass_for_others_is_read(name: str, tmp_path: Path) -> None:
    plain, other = LETTERS[name]
    brief = FILES["briefs/delta.yml"].partition("key_points:")[0].replace("key-points, ", "")
    texts = {f"{part}_txt": FILES[f"seeds/{part}.txt"].replace(plain, other) for part in ("harbour", "river", "delta")}
    texts["harbour_txt"] += "\n".join(
        SAID.replace(start + plain, start + other) for start in ("", *" abcdefghilmnoprst")
    ).replace(plain.upper(), other)
    made = publication(dossier_in(tmp_path, **texts, delta_yml=brief))
    assert len(made.comparison.items) > 6


def test_such_letters_are_lowered_as_patterns_read_them() -> None:
    assert [in_small_letters(word) for word in ("İT", "ıts", "ſhe", "\u212aing", "Hıſ")] == [
        "it", "its", "she", "king", "his",
    ]  # fmt: skip
