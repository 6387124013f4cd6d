"""Raised and lowered characters to plain text, so that no figure is made of two.

A mark that refers to a note ("32¹ ships") is left out. What belongs to the word stays: an exponent raised ("m²",
"10⁶"), the ending of a number on the line ("21st"), an index on the line ("CO2") unless a digit stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

RAISED = str.maketrans("0123456789+-\u2212\u2013=()nim", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱᵐ")
LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
# Text further back decides nothing.
NEAR = 40

_ONE_MARK = r"(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶#]{1,4})"
_MARK = re.compile(
    rf"[\[(]?(?:notes?\s)?{_ONE_MARK}(?:[\])]?[,;\s–-]+[\[(]?{_ONE_MARK})*[\])]?[.,]?|[,;–-]", re.IGNORECASE
)
_NUMBER = re.compile(r"\d{1,3}")
_SIGNED = re.compile(r"[+\u2212\u2013-]\d{0,3}|\d{1,2}[+\u2212\u2013-]")
# What an exponent stands after: a unit, the bases of powers, a variable of one letter.
_UNIT = re.compile(
    r"(?<![^\W\d_])(?:[kcdmnµμ]?m|ft|yd|mi|in|(?:kilo|centi|milli)?met(?:re|er)s?|miles?|feet|foot|yards?|inch(?:es)?)\Z"
)
_BASE = re.compile(r"(?<![\d.,$€£¥])(?:10|2)\Z|(?<![^\W_])[^\W\d_]\Z")
_ELEMENT = re.compile(r"[A-Z][a-z]?(?![^\W\d_])")
_DEGREES = re.compile(r"\s?[CFNSEW](?!\w)")
_DEGREE_SIGN = re.compile(r"[oO0º°]")
_WORD = re.compile(r"[^\W\d_]{3}\Z")


@dataclass(frozen=True)
class Run:
    """Characters on the line (`level` 0), above it (1) or below it (-1).

    `refers` is true where the document itself says that they refer to a note.
    """

    text: str
    level: int = 0
    refers: bool = False


def settled(runs: Iterable[Run]) -> tuple[str, tuple[str, ...]]:
    """Return the text of `runs` on one level, and the words after which a mark was left out, each as ``word[mark]``."""
    merged: list[Run] = []
    for run in runs:
        if merged and run.level and merged[-1].level == run.level and merged[-1].refers == run.refers:
            merged[-1] = Run(merged[-1].text + run.text, run.level, run.refers)
        elif run.text:
            merged.append(run)
    pieces: list[str] = []
    before, out = "", []
    for run, following in zip(merged, (*merged[1:], Run("")), strict=False):
        text = on_the_line(before, run, following.text)
        if left_out(run, text):
            out.append(told(before, run))
        pieces.append(text)
        before = (before + text)[-NEAR:]
    return "".join(pieces), tuple(out)


def on_the_line(before: str, run: Run, after: str) -> str:
    """Return what stands in the text for `run`; `before` ends with a line end, or is empty, where a line begins."""
    bare = run.text.strip()
    if not bare or not (run.level or run.refers):
        return run.text
    lead, trail = run.text[: run.text.index(bare)], run.text[run.text.index(bare) + len(bare) :]
    return lead + (_lowered(before, bare) if run.level < 0 else _raised(before + lead, bare, after, run.refers)) + trail


def left_out(run: Run, text: str) -> bool:
    """Say whether `text`, made of `run`, has lost the characters of it."""
    return bool(run.text.strip()) and not text.strip()


def told(before: str, run: Run) -> str:
    """Return the word before a mark and the mark, for a person to find it: ``32[1]``."""
    return f"{''.join(before.split()[-1:])}[{run.text.strip().strip('[]()')}]"


def note(out: Iterable[str]) -> tuple[str, ...]:
    """Return what to tell an officer of the marks `out`: one note, or none."""
    marks = tuple(out)
    if not marks:
        return ()
    shown = ", ".join(marks[:5]) + (", …" if len(marks) > 5 else "")
    return (f"raised marks that refer to notes are left out ({len(marks)}): {shown}",)


def _lowered(before: str, bare: str) -> str:
    return bare.translate(LOWERED) if before[-1:].isdigit() else bare


def _raised(before: str, bare: str, after: str, refers: bool) -> str:
    mark = _MARK.fullmatch(bare) is not None
    if refers and mark and not _opens(before):
        return ""
    if before[-1:].isdigit() and _DEGREE_SIGN.fullmatch(bare) and _DEGREES.match(after):
        return "°"
    if after[:1] in ("/", "⁄") and bare.isdigit():
        return f" {bare}" if before[-1:].isdigit() else bare
    if _opens(before) and mark:
        # The mark in front of the note itself: apart from its first word.
        return bare.translate(RAISED) + (" " if after[:1].isalpha() and not _ELEMENT.match(after) else "")
    if _is_power(before, bare, after):
        return bare.translate(RAISED)
    if mark and not _belongs(before, bare):
        return ""
    # What is neither must still not run into a figure: 10 to the power of 2n+1.
    return f"^{bare}" if before[-1:].isalnum() and bare[:1].isdigit() else bare


def _opens(before: str) -> bool:
    return not before.strip() or before.rstrip(" \t").endswith("\n")


def _is_power(before: str, bare: str, after: str) -> bool:
    if _SIGNED.fullmatch(bare):
        return before[-1:].isalnum()
    if not _NUMBER.fullmatch(bare):
        return False
    isotope = not before[-1:].isalnum() and before[-1:] not in ".!?,;:)”\"'’" and _ELEMENT.match(after) is not None
    return isotope or _BASE.search(before) is not None or (bare in ("2", "3") and _UNIT.search(before) is not None)


def _belongs(before: str, bare: str) -> bool:
    """Say whether raised letters are the end of a number or a word (1st, Nº, Mme), and not the letter of a note."""
    if not bare.isalpha() or re.fullmatch(r"[ivx]{1,5}", bare):
        return False
    if len(bare) > 1:
        return True
    return bare in "aoedr" if before[-1:].isdigit() else before[-1:].isalpha() and not _WORD.search(before)
