"""Frozen dataclasses as JSON and back, for what is kept between runs.

JSON and not pickle: what stands on a disk may be broken or somebody else's, and reading it must never run it. A value
becomes the list of its fields in order; the types of the fields say how it is read again.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from generator.passages.passage import Passage

Reader = Callable[[Any, str], Any]


def encode(value: object) -> bytes:
    """Return `value`, made of frozen dataclasses, tuples, texts, numbers, truth values and None, as JSON."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def decode(data: bytes, kind: Any, text: str) -> Any:
    """Return the value of type `kind` that `encoded` made; `text` is the source that its passages are of.

    Raises ValueError, TypeError or IndexError where `data` was not made so.
    """
    return reader(kind)(json.loads(data.decode("utf-8", "surrogatepass")), text)


def _plain(value: Any) -> Any:
    if isinstance(value, Passage):
        # Its quotation is the source's own text between its ends: kept once, there.
        return [value.start, value.end, value.zone, value.paragraph, value.line]
    if isinstance(value, (tuple, list)):
        return [_plain(part) for part in value]
    if is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    return value


def _passage(raw: Any, text: str) -> Passage:
    start, end, zone, paragraph, line = raw
    return Passage(start, end, text[start:end], zone, paragraph, line)


@cache
def reader(kind: Any) -> Reader:
    """Return what reads a value of the type `kind` from plain JSON."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind is Passage:
        return _passage
    if is_dataclass(kind):
        return _record(kind)
    if origin is tuple and inner and inner[-1] is Ellipsis:
        return _many(reader(inner[0]))
    if origin is tuple:
        return _few(tuple(reader(one) for one in inner))
    if origin in (Union, UnionType):
        chosen = [one for one in inner if one is not type(None)]
        return _perhaps(reader(chosen[0]))
    if origin is Literal or kind in (str, int, bool, float):
        return lambda raw, text: raw
    raise TypeError(f"no reader for {kind}")


def _record(kind: Any) -> Reader:
    hints = get_type_hints(kind)
    readers = tuple(reader(hints[field.name]) for field in fields(kind))

    def read(raw: Any, text: str) -> Any:
        return kind(*(one(part, text) for one, part in zip(readers, raw, strict=True)))

    return read


def _many(one: Reader) -> Reader:
    return lambda raw, text: tuple(one(part, text) for part in raw)


def _few(every: tuple[Reader, ...]) -> Reader:
    return lambda raw, text: tuple(one(part, text) for one, part in zip(every, raw, strict=True))


def _perhaps(one: Reader) -> Reader:
    return lambda raw, text: None if raw is None else one(raw, text)
