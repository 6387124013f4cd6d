"""Holds the figures on the method page to what the evaluation measures."""

import re
from pathlib import Path

from click.testing import CliRunner

from generator.cli import briefs

ROOT = Path(__file__).parent.parent
TABLE = re.compile(r"(?<=<!-- evaluation: begin -->\n).*?(?=<!-- evaluation: end -->)", re.DOTALL)


def test_the_figures_on_the_method_page_are_those_measured() -> None:
    measured = CliRunner().invoke(briefs, ["-C", str(ROOT), "evaluate", str(ROOT / "tests/labels"), "--table"])
    assert measured.exit_code == 0, measured.output
    page = (ROOT / "docs/method.md").read_text(encoding="utf-8")
    shown = TABLE.search(page)
    assert shown is not None
    # To renew: `briefs evaluate tests/labels --table`, between the two comments.
    assert shown.group().strip() == measured.output.strip()
