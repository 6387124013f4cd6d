"""Templates compiled once a process: a live site renders the same ones again and again."""

from __future__ import annotations

from types import CodeType
from typing import Any

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache


class InProcess(BytecodeCache):
    """Keeps compiled templates in memory, by their source. Nothing is read from a disk, so nothing foreign can run."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template whose source is the one that was compiled."""
        checksum, code = self._kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        if bucket.code is not None:
            self._kept[bucket.key] = bucket.checksum, bucket.code


_COMPILED = InProcess()


def sparing(theme: Any, listed: dict[tuple[str, ...], list[str]]) -> None:
    """Have a theme make one environment a build, compile its templates once, and list its many files (`listed`) once.

    MkDocs and its plugins ask for an environment five times a build. The folders of a theme are known only by then.
    """
    make, made = theme.get_env, dict[tuple[str, ...], Environment]()

    def environment() -> Environment:
        folders = tuple(theme.dirs)
        if folders not in made:
            env = made[folders] = make()
            env.bytecode_cache = _COMPILED
            every = env.list_templates
            env.list_templates = lambda **how: listed.get(folders) or listed.setdefault(folders, every(**how))
        return made[folders]

    theme.get_env = environment
