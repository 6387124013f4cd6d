"""Readers of formats that can be built to harm run in a process of their own, with an end to its time and memory."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping

from generator.readers.reading import Extract, Refusal
from generator.sources import Known

# Of the processor, by format. Measured: a PDF of 300 pages of text takes 4 s, a web page of 3 MB as long.
CPU_SECONDS = {"html": 10, "pdf": 20, "docx": 10}
WALL_SECONDS = 60
MEMORY_BYTES = 1_500_000_000

NAMES = {"html": "web page", "pdf": "PDF", "docx": "Word file"}
TOO_SLOW = "it takes longer to read than any real document of its size"
TOO_BIG = "reading it takes more memory than any real document of its size"


def extract(form: str, data: bytes) -> Extract:
    """Read `data` as `form` (a key of `NAMES`) in another process; raises Refusal when that one refuses or fails."""
    command = [sys.executable, "-P", "-W", "ignore", "-m", "generator.readers.child", form]
    command += [str(CPU_SECONDS[form]), str(MEMORY_BYTES)]
    # Libraries iterate over sets: a fixed hash seed makes the same file give the same text.
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8"}
    mend = f"open the {NAMES[form]}, copy its text into a .txt file and add that"
    try:
        done = subprocess.run(command, input=data, capture_output=True, env=environment, timeout=WALL_SECONDS)
    except subprocess.TimeoutExpired:
        raise Refusal(TOO_SLOW, mend) from None
    if done.returncode == -signal.SIGXCPU:
        raise Refusal(TOO_SLOW, mend)
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        raise Refusal(TOO_BIG if done.returncode < 0 else f"its {NAMES[form]} reader failed", mend) from None
    return _answer(answer, mend)


def _answer(answer: Mapping[str, object], mend: str) -> Extract:
    refused = answer.get("refused")
    if refused is not None:
        raise Refusal(str(refused), str(answer.get("mend") or mend))
    text, proposals, notes, left_out = (answer[key] for key in ("text", "proposals", "notes", "left_out"))
    assert isinstance(text, str)
    assert isinstance(proposals, dict)
    assert isinstance(notes, list)
    assert isinstance(left_out, list)
    known = {field: (value, Known(how, note)) for field, (value, how, note) in proposals.items()}
    return Extract(text, known, tuple(notes), tuple(left_out))
