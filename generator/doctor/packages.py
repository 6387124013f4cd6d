"""Packages held against what the program asks for, and against the lock file where it stands beside the program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from packaging.requirements import Requirement
from packaging.version import Version

from generator.doctor.condition import Condition
from generator.messages.phrasing import count_of, join_words

NAME = "briefing-site"
LOCK = Path(__file__).parent.parent.parent / "requirements" / "site.lock"
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)(?:\s*;\s*([^\\\n]+?))?\s*\\?$", re.MULTILINE)


def package_findings() -> Iterator[Condition]:
    """Yield one finding on the packages that the program asks for, and one on the lock, where there is one."""
    yield _asked_for(requires(NAME) or [])
    if LOCK.is_file():
        yield _against_lock(LOCK.read_text(encoding="utf-8"))


def _asked_for(asked: list[str]) -> Condition:
    wrong = []
    needed = [Requirement(line) for line in asked]
    needed = [it for it in needed if it.marker is None or it.marker.evaluate({"extra": ""})]
    for requirement in needed:
        found = _version(requirement.name)
        if found is None:
            wrong.append(f"{requirement.name} is missing")
        elif not requirement.specifier.contains(found, prereleases=True):
            wrong.append(f"{requirement.name} {found} is not {requirement.specifier}")
    if wrong:
        return Condition(
            "Packages", "bad", join_words(wrong), "pip install --upgrade briefing-site, in its environment"
        )
    return Condition("Packages", "good", f"all {len(needed)} are here, in versions that fit")


def _against_lock(lock: str) -> Condition:
    pinned = locked_versions(lock)
    others = [f"{name} {found} for {wanted}" for name, wanted in pinned.items()
              if (found := _version(name)) is not None and Version(found) != Version(wanted)]  # fmt: skip
    missing = [name for name in pinned if _version(name) is None]
    if others or missing:
        told = [*others[:4], *([f"{len(others) - 4} more"] if len(others) > 4 else [])]
        told += [f"{count_of(len(missing), 'package')} missing ({join_words(missing[:4])})"] if missing else []
        mend = "pip install --require-hashes -r requirements/site.lock, or make site"
        return Condition("Lock", "look", join_words(told), mend)
    return Condition("Lock", "good", f"all {len(pinned)} are as locked")


def locked_versions(lock: str) -> dict[str, str]:
    """Return the versions that a lock file gives for this Python and this system, by package."""
    found = {}
    for name, wanted, marker in _PINNED.findall(lock):
        if not marker or Requirement(f"{name}; {marker}").marker.evaluate():  # type: ignore[union-attr]
            found[name] = wanted
    return found


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
