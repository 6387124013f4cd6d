"""Laying pages out only where that was not done before, in MkDocs's own round over all pages."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, Template

from generator.site.kept import Kept, digest


class LaterTemplate(Template):
    """Stands for the template of a page until MkDocs renders it; one that is laid out already is rendered to nothing.

    Jinja takes a template where it is asked for one by name, and gives it back as it is.
    """

    def __new__(cls, env: Environment, kept: Kept, page: Any) -> LaterTemplate:
        """Make one without the source that a template is made from otherwise."""
        return object.__new__(cls)

    def __init__(self, env: Environment, kept: Kept, page: Any) -> None:
        self._env, self._kept, self._page = env, kept, page
        self._name: str | None = page.meta.get("template")

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Return what the page's own template makes of it, or nothing where the page is known."""
        if self._name is None:
            self._page.meta.pop("template", None)
        else:
            self._page.meta["template"] = self._name
        if self._kept.is_laid_out(self._page):
            return ""
        return self._env.get_template(self._name or "main.html").render(*args, **kwargs)


def surroundings(nav: Any) -> str:
    """Return a digest of what the navigation shows: its sections, pages and links in order, with titles."""
    return digest(repr([_item(item) for item in nav.items]), repr([page.url for page in nav.pages]))


def _item(item: Any) -> tuple[Any, ...]:
    return str(item.title), getattr(item, "url", None), [_item(child) for child in item.children or ()]
