"""A page of a PDF to its text, with small raised and lowered characters told apart from the line that they touch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import Any

import pypdf
from pypdf.generic import ContentStream, FloatObject, NameObject

from generator.readers.printed import PrintedLine
from generator.readers.raised import Run, settled

# Smaller than this share of the size beside it, and moved by these shares of it, a few characters are raised.
SMALL = 0.85
RAISED = (0.12, 0.75)
LOWERED = (-0.5, -0.05)
# Operators that move to another line, or raise.
_MOVES = frozenset((b"Ts", b"Td", b"TD", b"T*", b"'", b'"'))
# A mark, an exponent or the ending of a number has no more characters.
LONGEST = 12
# The size of fewer characters is not that of their line.
SHORTEST = 3


@dataclass(frozen=True)
class Piece:
    """Characters set in one go: their size, and the height of their line on the page, both in points.

    `left` is where they begin, from the left edge of the page. `rises` is true where the document itself says that
    they stand above or below their line.
    """

    text: str
    size: float
    height: float
    left: float
    rises: bool


def page_lines(page: pypdf.PageObject) -> tuple[list[PrintedLine], tuple[str, ...]]:
    """Return the lines of `page`, and the marks of notes in them that are left out; raises what the library raises."""
    pieces: list[Piece] = []
    rise = [0.0, 0.0]  # as set, and as it was when characters were last shown

    def operate(operator: bytes, operands: Any, *_: Any) -> None:
        if operator == b"Ts":
            rise[0] = float(operands[0]) if operands and isinstance(operands[0], int | float) else 0.0
        elif operator in (b"Tj", b"TJ", b"'", b'"'):
            rise[1] = rise[0]

    def show(text: str, page_matrix: Sequence[float], matrix: Sequence[float], _: Any, size: float) -> None:
        a, b, c, d, along, up = page_matrix
        x, y = matrix[2] * a + matrix[3] * c, matrix[2] * b + matrix[3] * d
        scale = hypot(x, y)
        height = matrix[4] * b + matrix[5] * d + up
        left = matrix[4] * a + matrix[5] * c + along
        pieces.append(Piece(text, abs(size) * scale, height + rise[1] * scale, left, rise[1] != 0))

    _break_pieces(page)
    text = page.extract_text(visitor_operand_before=operate, visitor_text=show)
    # Where the pieces are not the page, nothing is known of its characters.
    if "".join(piece.text for piece in pieces) != text:
        return [PrintedLine(line) for line in text.splitlines()], ()
    runs = list(_runs(pieces))
    lines, marks = settled(run for run, _ in runs)
    pieces_of = _by_line(runs)
    whole = lines.split("\n")
    if len(whole) != len(pieces_of):
        return [PrintedLine(line) for line in whole], marks
    return [_line_of(line, own) for line, own in zip(whole, pieces_of, strict=True)], marks


def _by_line(runs: Sequence[tuple[Run, Piece | None]]) -> list[list[Piece]]:
    """Return for each line the pieces that stand on it, those that are raised or lowered left out."""
    found: list[list[Piece]] = [[]]
    for run, piece in runs:
        found += [[] for _ in range(run.text.count("\n"))]
        if piece and not run.level:
            found[-1].append(piece)
    return found


def _line_of(text: str, pieces: Sequence[Piece]) -> PrintedLine:
    """Return a line: the size and height of its largest word, and where its first character stands."""
    if not pieces:
        return PrintedLine(text)
    # Small capitals do not make a line smaller, nor does a large initial make it larger.
    words = [piece for piece in pieces if len(piece.text.strip()) >= SHORTEST] or pieces
    most = max(words, key=lambda piece: piece.size)
    return PrintedLine(text, most.size, most.height, pieces[0].left)


def _break_pieces(page: pypdf.PageObject) -> None:
    """Make the library end a piece where a line ends, and where the size or rise of characters changes in one font.

    It ends one at each change of the page's own matrix: one that changes nothing is put in.
    """
    try:
        stream = ContentStream(page["/Contents"].get_object(), page.pdf, "bytes")
    except (AttributeError, KeyError):
        return  # a page without content
    nothing = [FloatObject(number) for number in (1, 0, 0, 1, 0, 0)]
    broken: list[tuple[Any, bytes]] = []
    shape: Any = None
    for operands, operator in stream.operations:
        if operator in _MOVES or (operator == b"Tm" and operands[:4] != shape):
            broken.append((nothing, b"cm"))
        shape = operands[:4] if operator == b"Tm" else None if operator == b"BT" else shape
        broken.append((operands, operator))
    stream.operations = broken
    page[NameObject("/Contents")] = stream


def _runs(pieces: list[Piece]) -> Iterator[tuple[Run, Piece | None]]:
    """Yield the runs of `pieces`, each with its piece, and the white space between them without one."""
    worded = [number for number, piece in enumerate(pieces) if piece.text.strip()]
    after = dict(pairwise(worded))
    base: Piece | None = None
    last, gap = 0, ""  # the level of the piece before, and the white space since
    for number, piece in enumerate(pieces):
        bare = piece.text.strip()
        if not bare:
            gap += piece.text
            continue
        at = piece.text.index(bare)
        following = pieces[after[number]] if number in after else None
        gap += piece.text[:at]
        touches = _level(piece, base) if base and " " not in gap else 0
        level = touches or (_level(piece, following) if following else 0)
        # The library may take what is raised for a line of its own.
        if touches:
            gap = gap.replace("\n", "")
        elif last and base and abs(piece.height - base.height) < base.size / 10:
            gap = gap.replace("\n", " " if bare[0].isalnum() else "")
        # Nor is a word a line because it was placed by itself.
        elif not level and base and _beside(piece, base):
            gap = gap.replace("\n", " ")
        yield Run(gap), None
        yield Run(bare, level), piece
        last, gap = level, piece.text[at + len(bare) :]
        base = base if level else piece
    yield Run(gap), None


def _beside(piece: Piece, base: Piece) -> bool:
    """Say whether `piece` stands on the line of `base`, to the right of it."""
    return abs(piece.height - base.height) < base.size / 10 and piece.left > base.left


def _level(piece: Piece, base: Piece) -> int:
    if len(piece.text.strip()) > LONGEST or piece.size > (1 if piece.rises else SMALL) * base.size:
        return 0
    moved = (piece.height - base.height) / base.size
    return int(RAISED[0] <= moved <= RAISED[1]) - int(LOWERED[0] <= moved <= LOWERED[1])
