"""The pack for a meeting."""

from generator.dossier.dossier import AgendaItem
from generator.prints.inline import SCREEN_AND_INTERNAL, Classes, plain
from generator.prints.meeting import meeting_page
from generator.prints.pages import PrintPage, read_page

TEXT = """---
title: Grounds
brief: {id: grounds, number: 1, as_of: 2031-03-14, marking: For official use}
---
# Grounds

## Objective { #objective }

Open grounds.

## Bottom line { #key-points }

1. Alder asks.[^1.2]

## Points to make { #points-to-make }

1. Patrols. [^1.3] *(likely)*
2. Weather.
3. Grounds. *(certain)*
4. Whales. *(if raised)*

## If raised { #if-raised }

1. Nothing to add.

## For internal use only { #internal .internal }

Thirty boats.

## Evidence { #evidence }

Not in the room.[^1.4]

[^1.2]: “One.”
[^1.3]: “Two.”
[^1.4]: “Three.”
"""
AGENDA = (AgendaItem("grounds", "The grounds", 20), AgendaItem(None, "Any other business", None))


def pack(*left_out: Classes) -> PrintPage:
    page = read_page(TEXT, "docs/briefs/grounds.md", *left_out)
    assert page is not None
    return meeting_page("Alder in Birch", AGENDA, [page])


def shown(page: PrintPage) -> list[str]:
    lines = []
    for block in page.blocks:
        if block["k"] == "list":
            lines += [f"{n} {plain(item[0]['runs'])}" for n, item in zip(block["numbers"], block["items"], strict=True)]
        else:
            lines.append("#" * block.get("level", 0) + plain(block["runs"]))
    return lines


def test_the_pack_follows_the_agenda_and_takes_what_is_said_in_the_room() -> None:
    assert shown(pack()) == [
        "##1. The grounds (20 minutes)",
        "###Objective",
        "Open grounds.",
        "###Points to make",
        "3 Grounds. (certain)",
        "2 Weather.",
        "1 Patrols. (likely)",
        "4 Whales. (if raised)",
        "###If raised",
        "1 Nothing to add.",
        "###Bottom line",
        "1 Alder asks.",
        "###For internal use only",
        "Thirty boats.",
        "##2. Any other business",
    ]


def test_only_notes_that_the_pack_cites_are_in_it() -> None:
    assert list(pack().notes) == ["1.3", "1.2"]


def test_the_releasable_pack_has_nothing_internal() -> None:
    assert "Thirty boats." not in shown(pack(SCREEN_AND_INTERNAL))
