"""The other process of `isolated`: reads one document from standard input, answers in JSON on standard output."""

from __future__ import annotations

import json
import logging
import resource
import sys
from collections.abc import Callable

from generator.readers import isolated
from generator.readers.reading import Extract, Refusal


def _html(data: bytes) -> Extract:
    from generator.readers import html  # only when asked for

    return html.extract(data.decode())


def _pdf(data: bytes) -> Extract:
    from generator.readers import pdf  # only when asked for

    return pdf.extract(data)


def _docx(data: bytes) -> Extract:
    from generator.readers import docx  # only when asked for

    return docx.extract(data)


# Each imports its library only when asked for: starting is most of the time that a small file takes.
READERS: dict[str, Callable[[bytes], Extract]] = {"html": _html, "pdf": _pdf, "docx": _docx}


def answer(form: str, data: bytes) -> dict[str, object]:
    """Return what reading `data` as `form` gives, as JSON values."""
    try:
        read = READERS[form](data)
    except Refusal as refusal:
        return {"refused": refusal.what, "mend": refusal.mend}
    except MemoryError:
        return {"refused": isolated.TOO_BIG}
    # Whatever a library raises on a broken document is the document's fault, and is told as such.
    except Exception as error:
        return {"refused": f"it cannot be read as a {isolated.NAMES[form]} ({type(error).__name__}: {_short(error)})"}
    proposals = {field: (value, known.how, known.note) for field, (value, known) in read.proposals.items()}
    return {"text": read.text, "proposals": proposals, "notes": read.notes, "left_out": read.left_out}


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:120]


def main() -> None:
    """Read with the arguments FORM, seconds of processor time, bytes of memory."""
    form, seconds, memory = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    for kind, limit in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, memory)):
        # Some systems know no limit of address space: the others still hold.
        try:
            resource.setrlimit(kind, (limit, resource.getrlimit(kind)[1]))
        except (OSError, ValueError):
            continue
    logging.disable(logging.CRITICAL)
    json.dump(answer(form, sys.stdin.buffer.read()), sys.stdout)


if __name__ == "__main__":
    main()
