"""One printing of the invented dossier Alder, shared by the tests that only look at it."""

import shutil
from pathlib import Path

import pytest

from generator.prints import Printed, PrintOptions, print_all

ALDER = Path(__file__).parent.parent / "cases" / "prints" / "alder"


@pytest.fixture
def alder(tmp_path: Path) -> Path:
    """A copy of the dossier's pages, to change."""
    return Path(shutil.copytree(ALDER, tmp_path / "alder"))


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    """Every PDF of the dossier, by name, set one after the other in this process."""
    out = tmp_path_factory.mktemp("print")
    return {one.id: one for one in print_all(ALDER, Path(), out, options=PrintOptions(), workers=1)}
