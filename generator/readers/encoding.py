"""Bytes to text: strict UTF-8, then a byte-order mark, then what the file declares, then the likeliest encoding."""

from __future__ import annotations

import codecs
import unicodedata

import charset_normalizer

from generator.readers.reading import Refusal
from generator.sources import Known

# UTF-32 first: its little-endian mark begins with that of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What browsers read when a page declares these (WHATWG Encoding Standard, "Names and labels").
READ_AS = {"ascii": "cp1252", "iso8859-1": "cp1252"}
# Any bytes are some UTF-16; without a mark it is not guessed.
NOT_GUESSED = ["utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be", "utf_7"]
COMMON, NEARLY = "cp1252", 0.1
# Codecs of Python that are no encodings of documents, or that a browser refuses for safety.
NOT_FOR_TEXT = {"utf-7", "punycode", "idna", "unicode-escape", "unicode_escape", "raw-unicode-escape", "undefined"}


def decode(data: bytes, declared: str | None = None, given: str | None = None) -> tuple[str, Known | None]:
    """Return the text of `data` and how its encoding is known; None stands for strict UTF-8, which needs no word.

    `given` is the encoding that the officer names; nothing else is tried then. `declared` is the file's own word.
    Raises Refusal, with the offset of the first byte that is no UTF-8, where no encoding fits, and on NUL characters.
    """
    text, known = _as_given(data, given) if given else _decode(data, declared)
    if "\0" in text:
        raise Refusal(
            f"it holds a NUL character (number {text.index(chr(0))}), so it is not a text",
            "save it as UTF-8 text and add that",
        )
    return text, known


def _decode(data: bytes, declared: str | None) -> tuple[str, Known | None]:
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        offset = error.start
    for mark, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data.decode(name), Known("stated", f"the byte-order mark says {name.upper()}")
            except UnicodeDecodeError:
                break
    stated = _as_declared(data, declared)
    if stated is not None:
        return stated
    guessed = _likeliest(data)
    if guessed is None:
        raise Refusal(
            f"it is not UTF-8 (the byte at offset {offset} is 0x{data[offset]:02x}), and no other encoding fits",
            "save it as UTF-8 and add that, or name its encoding with --encoding",
        )
    text, encoding = guessed
    return text, Known("inferred", f"read as {encoding}, the likeliest encoding of these bytes")


def _as_given(data: bytes, given: str) -> tuple[str, Known | None]:
    stated = _as_declared(data, given)
    if stated is None:
        raise Refusal(f"it cannot be read as {given}", "name the encoding that it is in, as Python names it: cp1252")
    return stated[0], None if stated[0].encode() == data else Known("given", f"read as {given}, as the desk says")


def _likeliest(data: bytes) -> tuple[str, str] | None:
    """Return the text of `data` and the name of its likeliest encoding, or None."""
    found = charset_normalizer.from_bytes(data, cp_exclusion=NOT_GUESSED)
    best = found.best()
    if best is None:
        return None
    # Short western texts fit several code pages nearly as well; the one that most files are in goes before the rest.
    common = [match for match in found if match.encoding == COMMON and match.chaos <= best.chaos + NEARLY]
    encoding = common[0].encoding if common else best.encoding
    text = _try(data, encoding)
    # A table of 256 letters fits any bytes: control characters tell a picture or an archive from a text.
    if text is None or any(unicodedata.category(char) == "Cc" and not char.isspace() for char in text):
        return None
    return text, encoding


def _as_declared(data: bytes, declared: str | None) -> tuple[str, Known] | None:
    if declared is None:
        return None
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return None
    if name in NOT_FOR_TEXT:
        return None
    text = _try(data, READ_AS.get(name, name))
    return None if text is None else (text, Known("stated", f"the file declares {name}"))


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeError):
        return None
