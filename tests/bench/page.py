"""docs/performance.md: what was measured, beside what is aimed at, and what a million texts would take."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs/performance.md"
# What was measured, by the number of texts, so that a run of one size leaves the others.
KEPT = Path(__file__).parent / "measured.json"
WORDS = Path(__file__).parent / "performance.md"
Found = Mapping[str, Mapping[str, float]]
Columns = Mapping[int, Found]


MILLION = """\
Reckoned from the figures for {size:,} texts, a million texts parted by event into {dossiers:,} dossiers take
{hours:,.0f} processor hours from nothing, and {seconds:.0f} seconds for a text that is added to one of them. The
dossiers share nothing, so they can stand on as many machines as there are. One dossier of a million texts would want
some {memory:,.0f} GB of memory, and no page of it would say anything: that is not what this program is for. Nor is it
for a stream of news, for searching what nobody has gathered, or for readers who want an answer and no brief.\
"""


def earlier() -> dict[int, Found]:
    """Return what earlier runs measured, by the number of texts."""
    return {int(size): found for size, found in json.loads(KEPT.read_text()).items()} if KEPT.is_file() else {}


def save(columns: Columns, printing: str) -> None:
    """Write the page, and what it rests on."""
    KEPT.write_text(json.dumps({size: columns[size] for size in sorted(columns)}, indent=1) + "\n")
    text = WORDS.read_text(encoding="utf-8").replace("{table}\n", table(columns)).replace("{million}", million(columns))
    PAGE.write_text(text + printing, encoding="utf-8", newline="\n")


def table(columns: Columns) -> str:
    """Return the table: a row for each measure, and for each size what was reached and what is aimed at."""
    sizes = sorted(columns)
    heads = [f"{size:,} texts" for size in sizes] + [f"aimed at, {size:,}" for size in AIMS]
    lines = [f"| | {' | '.join(heads)} |", f"| --- |{' ---: |' * len(heads)}"]
    for name, shown in ROWS.items():
        cells = [_shown(shown, columns[size]) for size in sizes] + [aims[name] for aims in AIMS.values()]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def million(columns: Columns) -> str:
    """Return what a million texts would take, reckoned from the largest number that was measured."""
    size = max(columns)
    found = columns[size]
    cold = sum(found[name]["seconds"] for name in ("generate", "site"))
    more = sum(found[f"one more: {name}"]["seconds"] for name in ("generate", "site"))
    # What each text adds, beside what the program takes by itself.
    least = min((columns[other]["generate"]["memory"] for other in columns if other < size), default=0.0)
    memory = (found["generate"]["memory"] - least) / size * 1000
    return MILLION.format(
        size=size,
        dossiers=1_000_000 // size,
        hours=cold * 1_000_000 / size / 3600,
        seconds=more,
        memory=memory,
    )


def _shown(shown: Callable[[Found], str], found: Found) -> str:
    try:
        return shown(found)
    except KeyError:
        return "–"


def seconds(*names: str) -> Callable[[Found], str]:
    """Return what shows the seconds of measures, one after the other."""
    return lambda found: " / ".join(f"{found[name]['seconds']:.1f}" for name in names)


def _beside(found: Found) -> str:
    return f"{found['site']['seconds'] / found['plain']['seconds']:.2f}"


def _share(found: Found) -> str:
    return f"{100 * found['one more: site']['seconds'] / found['site']['seconds']:.0f} %"


def _changed(found: Found) -> str:
    return f"{found['one more: generate']['changed']:.0f} of {found['one more: generate']['pages']:.0f}"


def _memory(found: Found) -> str:
    return f"{max(found[name]['memory'] for name in ('generate', 'site')):.0f} MB"


def _sizes(found: Found) -> str:
    return f"{found['site']['largest']:.0f} kB / {found['site']['size']:.0f} MB"


def _live(found: Found) -> str:
    return " / ".join(f"{found['live'][name]:.1f}" for name in ("brief", "topic map", "source"))


ROWS: Mapping[str, Callable[[Found], str]] = {
    "generate, cold": seconds("generate"),
    "site, cold, through the plugin": seconds("site"),
    "that beside plain MkDocs on the same docs/": _beside,
    "one source added: generate / site": seconds("one more: generate", "one more: site"),
    "the site then, of cold": _share,
    "pages changed by it": _changed,
    "most memory": _memory,
    "largest page / site": _sizes,
    "`status` / `check`": seconds("status", "check"),
    "prints of all briefs and the dossier": seconds("prints"),
    "live, by the clock: brief / topic map / source saved": _live,
}
AIMS: Mapping[int, Mapping[str, str]] = {
    1000: dict(zip(ROWS, (
        "40", "25", "1.10", "2 / 2.5", "10 %", "few", "500 MB", "150 kB / 100 MB", "2 / 25", "10", "2 / 2 / 4",
    ), strict=True)),
    10000: dict(zip(ROWS, (
        "11 × 1,000", "11 × 1,000", "1.10", "8 / –", "10 %", "few", "1,500 MB", "150 kB / linear", "linear", "15", "–",
    ), strict=True)),
}  # fmt: skip
