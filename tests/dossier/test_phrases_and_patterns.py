from __future__ import annotations

import pytest

from generator.dossier.patterns import fault as pattern_fault
from generator.dossier.phrases import fault


@pytest.mark.parametrize(
    "phrase",
    [
        "sea",
        "agricultur*",
        "willing to ... contribute",
        "# anniversary",
        "#-year anniversary",
        "U.N.",
        "visit's significance",
        "“fishing right*”",
        "#",
        "(fisher*)",
        "海",
        "Alder*-Birch* border",
        "one ... two ... three",
        "visit * Birch",
        "one…two",
        "a * * b",
    ],
)
def test_phrases_that_can_be_found_are_no_fault(phrase: str) -> None:
    assert fault(phrase) is None


@pytest.mark.parametrize(
    "phrase", ["", " ", "*", "...", "—", "fish*ing", "*fish", "... a", "a ...", "... a ...", "…a", "a **"]
)
def test_phrases_that_cannot_be_found_as_meant_are(phrase: str) -> None:
    assert fault(phrase)


@pytest.mark.parametrize(
    "pattern",
    [
        "Share this( article)?",
        "[0-9.]+ C",
        "(?:ab){2,5}",
        r"\(c\) .*",
        "[(]+",
        "(?i)like us .*",
        "(one|two) more",
        "[]a]+ x",
        r".* \| .*",
        "(one|two|three|four|five|six)( .*)?",
        "[0-9]+ [a-z]+ ago",
        "a*?b+?",
    ],
)
def test_ordinary_patterns_are_no_fault(pattern: str) -> None:
    assert pattern_fault(pattern) is None


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+",
        "(a*)*b",
        "(a|aa)+",
        "((a)*b)*",
        "(?:a?){30}",
        "(?P<x>a+){2,}",
        "([a-z]+[0-9]*)+!",
        "(?=a+)+b",
        r"(a)\1",
        "(?P<x>a)(?P=x)",
        "(a)?(?(1)b|c)",
        ".*a.*b.*c.*d",
        "a{1,}b{1,}c+d*",
        "a?" * 25,
        "[ab]{0,300}[ab]{0,300}[ab]{0,300}",
        "((a|b){2}){20}",
        "(",
        "[[a]",
    ],
)
def test_patterns_that_could_run_for_ever_or_do_not_compile_are(pattern: str) -> None:
    assert pattern_fault(pattern)
