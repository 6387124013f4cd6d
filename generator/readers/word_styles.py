"""How a Word file says that characters are raised, lowered, hidden or the mark of a note: by themselves or by style."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from docx.oxml.ns import qn

# An element of the library's tree; lxml ships no types.
Element: TypeAlias = Any

OFF = ("0", "false", "off")
LEVELS = {"superscript": 1, "subscript": -1, "baseline": 0}
# In half points; a smaller shift is one of layout.
LEAST_SHIFT = 6
REFERENCES = ("footnote reference", "endnote reference")
NOTE_REFERENCES = (qn("w:footnoteReference"), qn("w:endnoteReference"))


@dataclass(frozen=True)
class Look:
    """What a run looks like: `level` as of `generator.readers.raised.Run`, hidden or not, whether it marks a note."""

    level: int
    hidden: bool
    refers: bool


class Styles:
    """The styles of a document, by their ids; `element` is its list of them (``w:styles``)."""

    def __init__(self, element: Element) -> None:
        self._styles = {one.get(qn("w:styleId")): one for one in element.iter(qn("w:style"))}
        self._usual = {
            one.get(qn("w:type")): one.get(qn("w:styleId"))
            for one in element.iter(qn("w:style"))
            if one.get(qn("w:default")) not in (None, *OFF)
        }
        self._defaults = element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")

    def look(self, run: Element, paragraph: Element) -> Look:
        """Return the look of `run` (``w:r``), which stands in `paragraph` (``w:p``)."""
        own = run.find(qn("w:rPr"))
        character = _value(own, "w:rStyle") or self._usual.get("character")
        tables = (_value(table.find(qn("w:tblPr")), "w:tblStyle") for table in paragraph.iterancestors(qn("w:tbl")))
        below = [_value(paragraph.find(qn("w:pPr")), "w:pStyle") or self._usual.get("paragraph"), next(tables, None)]
        chains = [list(self._chain(name)) for name in (character, *below)]
        levels = [_level(one) for chain in ([own], *chains, [self._defaults]) for one in chain]
        custom = any(run.find(tag) is not None for tag in NOTE_REFERENCES)
        return Look(
            next((level for level in levels if level is not None), 0),
            self._is_hidden(own, chains),
            custom or self._name(character) in REFERENCES,
        )

    def _is_hidden(self, own: Element, chains: list[list[Element]]) -> bool:
        directly = _switch(own, "w:vanish")
        if directly is None:
            # Styles switch it: said by the style of the paragraph and by that of the characters, it is off again.
            said = [
                next((on for one in chain if (on := _switch(one, "w:vanish")) is not None), False) for chain in chains
            ]
            directly = sum(said) % 2 == 1 or bool(_switch(self._defaults, "w:vanish"))
        web = [_switch(one, "w:webHidden") for chain in ([own], *chains, [self._defaults]) for one in chain]
        return directly or bool(next((on for on in web if on is not None), False))

    def _chain(self, name: str | None) -> Iterator[Element]:
        """Yield the properties of characters of a style and of those that it is based on."""
        seen: set[str | None] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            yield style.find(qn("w:rPr"))
            name = _value(style, "w:basedOn")

    def _name(self, name: str | None) -> str:
        return (_value(self._styles.get(name), "w:name") or "").lower()


def _value(element: Element, tag: str) -> str | None:
    found = element.find(qn(tag)) if element is not None else None
    return found.get(qn("w:val")) if found is not None else None


def _switch(properties: Element, tag: str) -> bool | None:
    found = properties.find(qn(tag)) if properties is not None else None
    return None if found is None else found.get(qn("w:val")) not in OFF


def _level(properties: Element) -> int | None:
    level = LEVELS.get(_value(properties, "w:vertAlign") or "")
    if level is not None:
        return level
    try:
        shift = int(_value(properties, "w:position") or 0)
    except ValueError:
        return None
    return (shift > 0) - (shift < 0) if abs(shift) >= LEAST_SHIFT else None
