"""Templates as data: they read the values that they are given, and can neither call into Python nor change anything."""

from __future__ import annotations

from typing import Any

from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import MAX_RANGE, ImmutableSandboxedEnvironment

_LONGEST = 1_000_000
_GREATEST = 1_000


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's own sandbox, which refuses what is private to Python, with a bound on what one step can make."""

    intercepted_binops = frozenset(("*", "**"))

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._safe: dict[tuple[type, str], bool] = {}
        self.globals["range"] = _range
        # Makes text of any length, and nothing here needs it.
        self.globals.pop("lipsum", None)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell whether a template may have `attr` of `obj`: worked out once a type, for pages ask a million times."""
        key = type(obj), attr
        if key not in self._safe:
            self._safe[key] = super().is_safe_attribute(obj, attr, value)
        return self._safe[key]

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Work out `left` `operator` `right`; SecurityError where that would fill the memory."""
        for some, times in ((left, right), (right, left)):
            if operator == "**" and isinstance(some, int | float) and abs(some) > _GREATEST:
                raise SecurityError("a power so great is not worked out")
            if isinstance(some, str | list | tuple) and isinstance(times, int) and len(some) * times > _LONGEST:
                raise SecurityError("what is repeated so often is not made")
        return super().call_binop(context, operator, left, right)


def _range(*bounds: int) -> range:
    made = range(*bounds)
    if len(made) > MAX_RANGE:
        raise SecurityError(f"a range of more than {MAX_RANGE:,} numbers is not gone through")
    return made
