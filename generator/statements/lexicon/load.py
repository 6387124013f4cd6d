"""The lexicon of one language: tables of words, read once, by everything that asks what a word can do.

A table is a file of tab-separated values with a line of headings. `verbs.tsv` has one line a verb:

- *takes*: the complements by which it attributes; the groups follow the verb classes of English grammars. `say`: a
  clause, a question or a quotation, and it stands in a parenthesis (*…, he said*); `tell`: the same, with who hears it
  as its object; `think`; `show` (of a text or a poll); `want`: an infinitive; `judge`: a noun phrase; `urge`: a noun
  phrase and an infinitive; `call`: a noun phrase and what it is called; `call-as`: only with *as* or words in quotation
  marks; `accuse`: a noun phrase with *of* or *for*; `utter`: a quotation, and nothing else.
- *with*: prepositions that bring what is said (*called for*); *particle*: with it, it says (*shot back that*).
- *also*: `goes-on` (with the subject of the cue before: *said …, adding that*), `leads` (to the cue: *went on to say*),
  `purpose` (*met to discuss*), `causes` (*forced him to admit*), `light` (*made the case*), `no-noun` (never a noun),
  `aside` (*…, I think, …*), `links` (*remains wary*), `fact` (a clause after it is nobody's words), `compares`.
- *acts*: `says` attributes beyond doubt, whoever stands before it; `stands` is a position that several can hold
  together (`stands:for`: with that word after it); `does` is a doing of a meeting, no utterance; `hears`, `hears:to`:
  to whom it is said stands next, or after *to*; `measured`: `briefs evaluate` counts it among the cues of saying.
- *strength*: how strongly it commits who holds it, from 1 (hopes) to 8 (done), as `strengths.py` names
  them; *past*: past tense and participle, where they are irregular.

In `closed.tsv`, `takes-up` goes on with the sentence before as its first word, `own` says after *the request* what is
asked, and `figure` counts. `phrases.tsv` has words that stand together: `points-back` (*in this regard*), `replies`
(*the request*), `leads-in` (*with regard to …,*).

A verb of none of these is there to be known as a verb. The other tables have `classes` and `strength` alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.messages.problems import DossierError, Problem

VERB_COLUMNS = ("lemma", "takes", "with", "particle", "also", "acts", "strength", "past")
WORD_COLUMNS = ("word", "classes", "strength")
TAKES = frozenset("say tell think show want judge urge call call-as accuse utter".split())
ALSO = frozenset("goes-on leads purpose causes light no-noun aside links fact compares".split())
ACTS = frozenset("says stands does hears measured".split())
STRENGTHS = frozenset("12345678")
# Which classes each table of other words may give.
CLASSES = {
    "nouns.tsv": frozenset(
        "cue role stand person body text no-person no-verb time measure view estimate sides "
        "office title state-office spokesperson staff peer state-body issued".split()
    ),
    "adjectives.tsv": frozenset("cue leads plain stands".split()),
    "closed.tsv": frozenset(
        "modal be have do negation time number possessive wh pronoun object determiner conjunction subordinator "
        "preposition adverb no-adverb figure takes-up own".split()
    ),
    "phrases.tsv": frozenset("points-back replies leads-in".split()),
}


_HEADINGS = "write {}, with a tab between them"


@dataclass(frozen=True)
class Entry:
    """A word with its classes in each column, and its strength (0: none)."""

    word: str
    columns: Mapping[str, tuple[str, ...]]
    strength: int = 0


@dataclass(frozen=True)
class Lexicon:
    """The tables of one language: entries by word, in the order of the file."""

    tables: Mapping[str, Mapping[str, Entry]]

    @property
    def verbs(self) -> Mapping[str, Entry]:
        """The verbs by lemma."""
        return self.tables["verbs.tsv"]

    def having(self, table: str, column: str, value: str) -> frozenset[str]:
        """Return the words of `table` that have `value` in `column`."""
        return frozenset(word for word, entry in self.tables[table].items() if value in entry.columns[column])


def load(folder: Path) -> Lexicon:
    """Return the lexicon in `folder`; DossierError names every line that cannot be read."""
    problems: list[Problem] = []
    tables = {name: _table(folder / name, problems) for name in ("verbs.tsv", *CLASSES)}
    if problems:
        raise DossierError(problems)
    return Lexicon(tables)


def _table(path: Path, problems: list[Problem]) -> dict[str, Entry]:
    wanted = VERB_COLUMNS if path.name == "verbs.tsv" else WORD_COLUMNS
    table: dict[str, Entry] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        cells = tuple(line.split("\t"))
        faults = list(_faults(path.name, cells, wanted, table) if number > 1 else _of_headings(cells, wanted))
        problems += [Problem(str(path), number, 1, what, mend) for what, mend in faults]
        if number > 1 and not faults:
            columns = {name: tuple(cell.split()) for name, cell in zip(wanted, cells, strict=True)}
            strength = columns.pop("strength")
            table[cells[0]] = Entry(cells[0], columns, int(strength[0]) if strength else 0)
    return table


def _of_headings(cells: tuple[str, ...], wanted: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if cells != wanted:
        yield f"the headings are {', '.join(cells)}", _HEADINGS.format(", ".join(wanted))


def _faults(
    name: str, cells: tuple[str, ...], wanted: tuple[str, ...], table: Mapping[str, Entry]
) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a line, and its mend."""
    if len(cells) != len(wanted):
        yield (
            f"there are {len(cells)} columns, not {len(wanted)}",
            _HEADINGS.format(", ".join(wanted)),
        )
        return
    row = dict(zip(wanted, cells, strict=True))
    if not cells[0] or cells[0] != cells[0].strip().lower():
        yield f"“{cells[0]}” is no word in small letters", "write the word as it stands in a dictionary"
    if cells[0] in table:
        yield f"“{cells[0]}” stands here twice", "put all that it can do on one line"
    allowed = {
        "takes": TAKES,
        "also": ALSO,
        "acts": ACTS,
        "strength": STRENGTHS,
        "classes": CLASSES.get(name, frozenset()),
    }
    for column, values in allowed.items():
        for value in row.get(column, "").split():
            if value.partition(":")[0] not in values:
                yield f"“{value}” is nothing that {column} can be", f"write one of {', '.join(sorted(values))}"
    if len(row.get("past", "").split()) not in (0, 2):
        yield f"“{row['past']}” is not past tense and participle", "write both, with a space between them, or neither"


ENGLISH = load(Path(__file__).parent / "en")
