"""What programs of others say of the PDFs, where they are installed."""

import shutil
import subprocess

import pytest

from generator.prints import Printed


@pytest.mark.long
@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("name", ["fisheries", "dossier"])
def test_an_independent_validator_finds_nothing(name: str, profile: str, printed: dict[str, Printed]) -> None:
    page = pytest.importorskip("page", reason="needs page-validation")
    report = page.validate_pdf(str(printed[name].file), profile=profile)
    assert report.rules.total > 100
    assert [str(failure) for failure in report.failures] == []


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="needs qpdf")
def test_qpdf_finds_nothing(printed: dict[str, Printed]) -> None:
    done = subprocess.run(["qpdf", "--check", str(printed["dossier"].file)], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout
