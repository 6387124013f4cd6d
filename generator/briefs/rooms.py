"""The rooms of section kinds: what makes a section of each, found by the folder that declares the kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import MappingProxyType, ModuleType

from generator.briefs.material import Material
from generator.briefs.section import Section
from generator.comparison.items import Item
from generator.kinds.kinds import MAKER, kinds
from generator.messages.problems import DossierError, Problem


@dataclass(frozen=True)
class Room:
    """What makes the section: from the material of its brief, or last, from what the other sections cite as well."""

    make: Callable[[Material], Section] | None
    make_last: Callable[[Material, Sequence[Item]], Section] | None


@cache
def rooms() -> Mapping[str, Room]:
    """Return the room of every kind by its name. Raises DossierError for each that makes nothing."""
    modules = {name: import_module(f"{__package__}.sections.{name.replace('-', '_')}.section") for name in kinds()}
    problems = tuple(problem for name, module in modules.items() for problem in _faults(name, module))
    if problems:
        raise DossierError(problems)
    made = {name: Room(getattr(module, "make", None), getattr(module, "make_last", None))
            for name, module in modules.items()}  # fmt: skip
    return MappingProxyType(made)


def _faults(name: str, module: ModuleType) -> Iterator[Problem]:
    makers = [maker for maker in ("make", "make_last") if callable(getattr(module, maker, None))]
    if len(makers) != 1:
        what = f"the section kind `{name}` has {'two makers' if makers else 'no maker'}"
        mend = "define `make(material)`, or `make_last(material, cited)` if it rests on what the other sections cite"
        yield Problem(f"sections/{name.replace('-', '_')}/{MAKER}", 1, 1, what, mend)
