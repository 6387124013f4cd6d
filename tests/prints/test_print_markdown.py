"""Pages read back as blocks. The notation: runs in `< >` are styled, in `( )` links, `[^1.2]` cites."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.prints.inline import BREAK, SCREEN, SCREEN_AND_INTERNAL, add_breaks, plain
from generator.prints.markdown import read_markdown
from tests.conftest import Case
from tests.examples import examples


def words(runs: list[dict[str, Any]]) -> str:
    shown = ""
    for run in runs:
        if "t" in run:
            shown += run["t"].replace(BREAK, "")
        elif "br" in run:
            shown += " / "
        elif "cite" in run:
            shown += f"[^{',' if run['sep'] else ''}{run['cite']}]"
        elif run["k"] in ("link", "ref"):
            shown += f"({run.get('url') or run['to']} {words(run['runs'])})"
        else:
            shown += f"<{run['k']} {words(run['runs'])}>"
    return shown


def shown(block: dict[str, Any]) -> str:
    classes = "".join(f".{name}" for name in block["classes"])
    if block["k"] == "heading":
        identity = f"#{block['id']}" if block["id"] else ""
        return f"h{block['level']}{identity}{classes} {words(block['runs'])}"
    if block["k"] == "para":
        return f"p{classes} {words(block['runs'])}"
    if block["k"] == "table":
        return f"table{classes} " + " || ".join(
            " | ".join(words(c) for c in row) for row in [block["head"], *block["rows"]]
        )
    if block["k"] == "list":
        names = block["numbers"] if block["ordered"] else [""] * len(block["items"])
        items = [f"{name}[{'; '.join(map(shown, one))}]" for name, one in zip(names, block["items"], strict=True)]
        return f"{'ol' if block['ordered'] else 'ul'}{classes} " + " ".join(items)
    if block["k"] == "defs":
        return "dl " + "; ".join(
            f"{words(one['term'])}: {'; '.join(map(shown, one['blocks']))}" for one in block["items"]
        )
    return f"{block['k']}{classes} " + "; ".join(map(shown, block.get("blocks", [])))


@pytest.mark.cases("prints/markdown.yml")
def test_paper_shows(case: Case) -> None:
    blocks, _ = read_markdown(case.content["markdown"], SCREEN_AND_INTERNAL if case.content.get("internal") else SCREEN)
    case.holds([shown(block).replace("table  |", "table |") for block in blocks], "shown")


def test_lines_are_those_of_the_file() -> None:
    blocks, _ = read_markdown("---\ntitle: x\n---\n\n# One\n\n*[A]: b\n\ntwo\n")
    assert [(block["k"], block["line"]) for block in blocks] == [("heading", 5), ("para", 9)]


def test_notes_come_with_their_labels() -> None:
    _, notes = read_markdown("a[^4.9]\n\n[^4.9]: “Whole.” — A · [G, ¶ 2](../sources/g.md#s2)\n")
    assert {label: plain(runs) for label, runs in notes.items()} == {"4.9": "“Whole.” — A · G, ¶\u00a02"}


@examples(60)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Z")), min_size=1, max_size=40))
def test_any_text_written_as_entities_is_read_back_exactly(text: str) -> None:
    written = "".join(f"&#{ord(char)};" for char in text)
    blocks, _ = read_markdown(f"x{written}x\n")
    assert [plain(block["runs"]).replace(BREAK, "") for block in blocks] == [f"x{text}x"]


def test_a_mark_stays_with_its_letter_and_a_heap_of_marks_is_set_on_circles() -> None:
    assert add_breaks("e\u0301" * 9, 8) == "e\u0301" * 8 + BREAK + "e\u0301"
    assert add_breaks("e" + "\u0301" * 61, 8) == "e" + "\u0301" * 59 + BREAK + "\u25cc" + "\u0301" * 2


def test_words_that_no_break_spaces_tie_stay_together_while_they_fit_in_a_line() -> None:
    blocks, _ = read_markdown("a\u00a0b " + "ab\u00a0" * 27 + "c\n")
    assert plain(blocks[0]["runs"]) == "a\u00a0b " + f"ab\u00a0{BREAK}" * 27 + "c"


def test_a_long_word_is_told_where_a_line_may_end_in_it() -> None:
    blocks, _ = read_markdown(f"{'x' * 40} {'y' * 32}\n")
    assert plain(blocks[0]["runs"]) == f"{BREAK.join(['x' * 8] * 5)} {'y' * 32}"
