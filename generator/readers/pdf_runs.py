"""A page of a PDF to its text, with small raised and lowered characters told apart from the line that they touch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import Any

import pypdf
from pypdf.generic import ContentStream, FloatObject, NameObject

from generator.readers.raised import Run, settled

# Smaller than this share of the size beside it, and moved by these shares of it, a few characters are raised.
SMALL = 0.85
RAISED = (0.12, 0.75)
LOWERED = (-0.5, -0.05)
# A mark, an exponent or the ending of a number has no more characters.
LONGEST = 12


@dataclass(frozen=True)
class Piece:
    """Characters set in one go: their size, and the height of their line on the page, both in points.

    `rises` is true where the document itself says that they stand above or below their line.
    """

    text: str
    size: float
    height: float
    rises: bool


def page_text(page: pypdf.PageObject) -> tuple[str, tuple[str, ...]]:
    """Return the text of `page`, and the marks of notes in it that are left out; raises what the library raises."""
    pieces: list[Piece] = []
    rise = [0.0, 0.0]  # as set, and as it was when characters were last shown

    def operate(operator: bytes, operands: Any, *_: Any) -> None:
        if operator == b"Ts":
            rise[0] = float(operands[0]) if operands and isinstance(operands[0], int | float) else 0.0
        elif operator in (b"Tj", b"TJ", b"'", b'"'):
            rise[1] = rise[0]

    def show(text: str, page_matrix: Sequence[float], matrix: Sequence[float], _: Any, size: float) -> None:
        a, b, c, d, _, up = page_matrix
        x, y = matrix[2] * a + matrix[3] * c, matrix[2] * b + matrix[3] * d
        scale = hypot(x, y)
        height = matrix[4] * b + matrix[5] * d + up
        pieces.append(Piece(text, abs(size) * scale, height + rise[1] * scale, rise[1] != 0))

    _break_pieces(page)
    text = page.extract_text(visitor_operand_before=operate, visitor_text=show)
    # Where the pieces are not the page, nothing is known of its characters.
    if "".join(piece.text for piece in pieces) != text:
        return text, ()
    return settled(_runs(pieces))


def _break_pieces(page: pypdf.PageObject) -> None:
    """Make the library end a piece where the size of characters or their rise changes without a change of font.

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
        if operator == b"Ts" or (operator == b"Tm" and operands[:4] != shape):
            broken.append((nothing, b"cm"))
        shape = operands[:4] if operator == b"Tm" else None if operator == b"BT" else shape
        broken.append((operands, operator))
    stream.operations = broken
    page[NameObject("/Contents")] = stream


def _runs(pieces: list[Piece]) -> Iterator[Run]:
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
        yield Run(gap)
        yield Run(bare, level)
        last, gap = level, piece.text[at + len(bare) :]
        base = base if level else piece
    yield Run(gap)


def _level(piece: Piece, base: Piece) -> int:
    if len(piece.text.strip()) > LONGEST or piece.size > (1 if piece.rises else SMALL) * base.size:
        return 0
    moved = (piece.height - base.height) / base.size
    return int(RAISED[0] <= moved <= RAISED[1]) - int(LOWERED[0] <= moved <= LOWERED[1])
