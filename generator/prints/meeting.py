"""The pack for a meeting: in the order of its agenda, of each brief what one says there, by how likely it comes up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.dossier.dossier import AgendaItem
from generator.kinds.kinds import kinds
from generator.prints.inline import Run, plain
from generator.prints.markdown import Block
from generator.prints.noting import cited
from generator.prints.pages import PrintPage

# As pages write the tier at the end of a point; points without one stand between.
_TIERS = {"(certain)": 0, "(likely)": 2, "(if raised)": 3}
_NO_TIER = 1
# What the pack is called: no brief can have this name, since the id of a brief has no underscore.
NAME = "meeting_pack"


def meeting_page(title: str, agenda: Sequence[AgendaItem], pages: Sequence[PrintPage]) -> PrintPage:
    """Return the pack as a page like any other; an item without a brief is a heading alone."""
    briefs = {page.id: page for page in pages}
    blocks: list[Block] = []
    for number, item in enumerate(agenda, start=1):
        page = briefs.get(item.brief or "")
        name = item.title or (page.title if page else item.brief) or ""
        minutes = f" ({item.minutes} minutes)" if item.minutes else ""
        blocks.append(_heading(2, [{"t": f"{number}. {name}{minutes}"}]))
        if page:
            blocks += _sections(page)
    notes = {label: runs for page in pages for label, runs in page.notes.items()}
    first = pages[0].brief
    brief = {
        **{key: first.get(key) for key in ("event", "originator", "marking", "language")},
        "id": NAME,
        "number": None,
        "question": title,
        "as_of": max(str(page.brief.get("as_of") or "") for page in pages),
    }
    kept = {label: notes[label] for label in cited(blocks) if label in notes}
    return PrintPage(NAME, "", "Meeting pack", brief, blocks, kept)


def _heading(level: int, runs: list[Run]) -> Block:
    return {"k": "heading", "level": level, "id": None, "runs": runs, "classes": [], "line": 1}


def _sections(page: PrintPage) -> Iterator[Block]:
    parts: dict[str, list[Block]] = {}
    current: list[Block] = []
    for block in page.blocks:
        if block["k"] == "heading" and block["level"] == 2:
            current = parts.setdefault(str(block["id"]), [])
        current.append(block)
    # The sections of a brief that belong into the room, in the order in which one needs them there.
    asked = [(kind.meeting, kind.name) for kind in kinds().values() if kind.meeting]
    for meeting, name in sorted(asked, key=lambda one: one[0].place):
        for block in parts.get(name, []):
            if block["k"] == "heading":
                yield {**block, "level": block["level"] + 1, "id": None}
            elif block["k"] == "list" and meeting.by_certainty:
                yield _by_tier(block)
            else:
                yield block


def _by_tier(block: Block) -> Block:
    """Return the list with what is certain to come up first; points keep their numbers."""
    order = sorted(range(len(block["items"])), key=lambda index: _tier(block["items"][index]))
    numbers = [block["numbers"][index] for index in order] if block["ordered"] else []
    return {**block, "items": [block["items"][index] for index in order], "numbers": numbers}


def _tier(item: Sequence[Block]) -> int:
    ends = [plain([run]) for block in item for run in block.get("runs", ())[-1:] if run.get("k") == "em"]
    return min((_TIERS.get(end.strip(), _NO_TIER) for end in ends), default=_NO_TIER)
