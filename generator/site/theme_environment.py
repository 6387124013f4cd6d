"""The theme's own template environment: made once a build, its templates compiled once a process."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment

from generator.pages.compiled import InProcess

_COMPILED = InProcess()


def share_environment(theme: Any, listed: dict[tuple[str, ...], list[str]]) -> None:
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
