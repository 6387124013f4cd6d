"""A file's bytes to a reading: which format it is, and the reader for it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from generator.readers import isolated, plain
from generator.readers.encoding import decode
from generator.readers.files import check_size, read_bytes
from generator.readers.reading import MAX_TEXT, Extract, ReadText, Refusal
from generator.sources import Known

# The encoding by the file's or the server's word, and by the officer's.
Words: TypeAlias = "tuple[str | None, str | None]"

# The first bytes of formats that have such; they win over the name, which a mail program may have changed.
SIGNATURES = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "docx"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old word"),
    (b"{\\rtf", "rtf"),
)
SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".mht": "archive",
    ".mhtml": "archive",
    ".eml": "archive",
    ".msg": "archive",
}
MEDIA_TYPES = {
    "text/markdown": "markdown",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}
REFUSED = {
    "old word": ("it is a Word file of the old format, or one with a password", "save it as .docx without a password"),
    "archive": ("it is a saved message or web archive", "open it, copy its text into a .txt file and add that"),
    "rtf": ("it is a rich-text file", "save it as .docx or as text"),
}
SEED_SUFFIXES = {"markdown": ".md"}
# Where a page declares its encoding: within its first 1,024 bytes (HTML Living Standard, 4.2.5.4).
DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.-]{1,40})""", re.I)
DECLARED_XML = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9_:.-]{1,40})""")


def read_file(path: Path, encoding: str | None = None) -> ReadText:
    """Read the file at `path`, in `encoding` if the officer names one; raises DossierError when it is refused."""
    try:
        data = read_bytes(path)
    except Refusal as refusal:
        raise refusal.of(os.fspath(path)) from None
    return read(data, os.fspath(path), encoding=encoding)


def read(
    data: bytes, name: str, media_type: str | None = None, charset: str | None = None, encoding: str | None = None
) -> ReadText:
    """Read `data`, which came under `name`: a path or an address.

    `media_type` and `charset` are a server's word; `encoding` is the officer's, on a text or a page. Raises
    DossierError, naming the file, what is wrong and what would mend it, when the file is refused.
    """
    try:
        form = format_of(check_size(data), name, media_type)
        if form in REFUSED:
            raise Refusal(*REFUSED[form])
        reading = READERS.get(form, _document)(data, name, form, (charset, encoding))
        if len(reading.stored) > MAX_TEXT:
            raise Refusal(f"its text has more than {MAX_TEXT // 1_000_000} MB", "divide it into several files")
        return reading
    except Refusal as refusal:
        raise refusal.of(name) from None


def format_of(data: bytes, name: str, media_type: str | None = None) -> str:
    """Return the format of `data`: by its first bytes, else the server's word, its name, or how its text begins."""
    start = data[:1024].lstrip()
    for signature, form in SIGNATURES:
        if start.startswith(signature):
            return form
    if media_type in MEDIA_TYPES:
        return MEDIA_TYPES[media_type]
    suffix = Path(name).suffix.lower()
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    return "html" if start[:14].lower().startswith((b"<!doctype html", b"<html")) else "text"


def _text(data: bytes, name: str, form: str, words: Words) -> ReadText:
    text, encoding = decode(data, *words)
    extract = plain.extract(text, form)
    suffix = SEED_SUFFIXES.get(form, ".txt")
    if encoding is None:
        return ReadText(name, text, data, data, suffix, None, extract.proposals, None, extract.notes)
    # A seed file is UTF-8: the original is kept beside what its bytes were read as.
    stored = text.removeprefix("\ufeff").encode()
    notes = extract.notes
    if encoding.how == "inferred":
        notes = (*notes, f"{encoding.note}: look at its letters, or name the encoding with --encoding")
    return ReadText(name, stored.decode(), data, stored, suffix, suffix, extract.proposals, encoding, notes)


def _page(data: bytes, name: str, form: str, words: Words) -> ReadText:
    charset, given = words
    text, encoding = decode(data, charset or declared_charset(data), given)
    extract = isolated.extract(form, text.encode())
    return _extract(data, name, ".html", extract, encoding)


def _document(data: bytes, name: str, form: str, words: Words) -> ReadText:
    return _extract(data, name, f".{form}", isolated.extract(form, data), None)


def _extract(data: bytes, name: str, original_suffix: str, extract: Extract, encoding: Known | None) -> ReadText:
    stored = extract.text.encode()
    return ReadText(
        name,
        extract.text,
        data,
        stored,
        ".txt",
        original_suffix,
        extract.proposals,
        encoding,
        extract.notes,
        extract.left_out,
    )


def declared_charset(data: bytes) -> str | None:
    """Return the encoding that the page `data` declares near its start, or None."""
    match = DECLARED.search(data[:2048]) or DECLARED_XML.match(data[:300].lstrip())
    return match.group(1).decode() if match else None


READERS: Mapping[str, Callable[[bytes, str, str, Words], ReadText]] = {"text": _text, "markdown": _text, "html": _page}
