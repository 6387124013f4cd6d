"""Names of persons where they stand in a text: capitalised words in a row, and what tells that they are a person's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.statements.lexicon.load import ENGLISH
from generator.statements.lexicon.patterns import any_of
from generator.statements.mentions.mention import DAYS, RANK
from generator.statements.mentions.strangers import OPENERS
from generator.suggestions.name_words import ALSO_PERSONS, EITHER, NO_PERSON, PORTFOLIOS

_WORD = r"[^\W\d_a-z](?:[\w’'‐-]*\w)?"
_INITIAL = r"[^\W\d_a-z]\."
_PARTICLE = r"(?:(?:de|da|del|della|di|van|von|der|den|bin|bint|ibn|al|el|la|le|dos|du|ter|ten)\s)"
_RUN = re.compile(
    rf"(?<![\w’'-])(?:{_INITIAL}|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Amb|Prof|Rev|St)\.|{_WORD})"
    rf"(?:\s{_PARTICLE}{{0,2}}(?:{_INITIAL}|(?:Mr|Mrs|Ms|Dr|Gen|Amb|Prof)\.|{_WORD})){{0,9}}(?:,?\s(?:Jr|Sr)\.)?"
)
_OFFICE = ENGLISH.having("nouns.tsv", "classes", "office")
_PERSONS = _OFFICE | frozenset().union(
    *(ENGLISH.having("nouns.tsv", "classes", kind) for kind in ("person", "role", "state-office", "spokesperson"))
)
_BODIES = ENGLISH.having("nouns.tsv", "classes", "body") | ENGLISH.having("nouns.tsv", "classes", "text")
_MONTHS = frozenset("march april may june august".split())
_CLOSED = frozenset(
    word
    for kind in (
        "adverb", "negation", "determiner", "pronoun", "preposition", "conjunction", "modal", "be", "do", "have",
        "subordinator", "wh", "possessive",
    )
    for word in ENGLISH.having("closed.tsv", "classes", kind)
)  # fmt: skip
_RANKS = re.compile(rf"(?:{RANK})", re.IGNORECASE)
_BEFORE = re.compile(r"((?:[\w’'‐-]+\s){0,7}?)([\w’'‐-]+),?\s$")
_OWNED = re.compile(r"[’']s?\s|^(?:The|the|His|Her|Its|Their|his|her|its|their)\s")
_PEOPLE = any_of((_PERSONS | ALSO_PERSONS) - {"mr", "mrs", "ms", "dr"})
_BY_TRADE = r"(?:ist|ian|grapher|maker|keeper|woman|man)"
_OFFICE_OF = re.compile(rf"\b(?:{any_of(_OFFICE)})\s(?:of|for)\s(?:the\s)?(?:(?:{_WORD}\s)+and\s)?$", re.IGNORECASE)
_APPOSITION = re.compile(
    rf"(?:\s\([^()]{{1,40}}\))?,\s(?:who\s(?:is|was|has\sbeen|serves\sas|chairs|heads)\s)?"
    rf"(?P<words>(?:[\w.’'‐&/-]+\s){{0,9}}?(?:{_PEOPLE}|(?:(?<=\ba\s)|(?<=\ban\s))\w+{_BY_TRADE}))(?![\w’'])"
    rf"(?:\s(?:of|to|for|in|at|from|with|and|on|under|representing|who|whose|that)\s[^,;.—–\n]{{1,110}})?(?:[,.;)—–]|$)",
    re.IGNORECASE,
)
_WHO = re.compile(r",?\swho\b|,\s\d\d,")
_WHO_IS = re.compile(r",\swho\b")
_OF = re.compile(rf"\sof\s(?:the\s)?({_WORD}(?:\s(?:of\s)?{_WORD}){{0,3}})")
# Before one word this says what kind of thing it is: *the official Gazette*.
_SAYS_HOW = "official"
_HE = frozenset("mr sir lord king prince emperor sheikh congressman spokesman chairman businessman".split())
_SHE = frozenset(
    "mrs ms miss dame lady madam queen princess empress congresswoman spokeswoman chairwoman businesswoman".split()
)


@dataclass(frozen=True)
class NameRun:
    """A name as it stands, ``[start, end)`` in code points: its words, the title before it, and what stands after it.

    `sure` says that a title or an apposition shows it to be a person's; both are as written, "" for none. `of` is what
    stands after *of*, if that is a name; `pronoun` follows from a form of address; `owns` tells of a genitive.
    """

    start: int
    end: int
    words: tuple[str, ...]
    title: str
    after: str
    sure: bool
    pronoun: str | None
    owns: bool
    of: str

    @property
    def text(self) -> str:
        """The name, its words joined."""
        return " ".join(self.words)


def name_runs(text: str, start: int, end: int, known: frozenset[str]) -> Iterator[NameRun]:
    """Yield what may be names of persons in the sentence ``text[start:end]``, in order.

    `known` are words, in small letters, of parties and of their adjectives: a name has none of them.
    """
    before: NameRun | None = None
    for found in _RUN.finditer(text, start, end):
        for run in _parts(text, start, end, found.start(), found.group(), known):
            if before is not None and not run.title and _shares_title(text, before, run):
                run = replace(run, title=before.title, sure=True)
            before = run
            yield run


def _shares_title(text: str, before: NameRun, run: NameRun) -> bool:
    """Tell whether a title in the plural stands before two names: *Presidents Ana Moreau of Alder and Ivo Brand*."""
    plural = before.title.split()[-1:]
    between = text[before.end : run.start]
    return (
        bool(plural)
        and plural[0].lower().endswith("s")
        and re.fullmatch(r"(?: of [\w’' -]{1,30})? and ", between) is not None
    )


def _parts(text: str, start: int, end: int, at: int, run: str, known: frozenset[str]) -> Iterator[NameRun]:
    """Yield the name in a run of capitalised words: what follows its last title, up to a word that no name has."""
    words = [(at + found.start(), found.group()) for found in re.finditer(r"\S+", run)]
    title_end = max((n + 1 for n, (_, word) in enumerate(words) if _is_title(word)), default=0)
    title = " ".join(word for _, word in words[:title_end])
    words = words[title_end:]
    if not title_end:
        title, words = _portfolio(text, start, at, words)
        while not title and words and (words[0][1].lower() in OPENERS or words[0][1].lower().rstrip(".") in _CLOSED):
            words = words[1:]
    kept = _name_part(words)
    spelled = tuple(word.capitalize() if title.isupper() and len(title) > 3 else word for _, word in kept)
    if len(kept) == 1 and not title and kept[0][1].lower() in _MONTHS:
        return
    if not kept or len(kept) > 5 or any(_spoils(word, known, len(kept)) for word in spelled):
        return
    first, last = kept[0][0], kept[-1][0] + len(kept[-1][1])
    if not title and re.search(r"\b[Tt]he\s$", text[max(start, first - 4) : first]):
        return
    title = title or _title_before(text, start, first, at)
    if len(kept) == 1 and title.endswith(_SAYS_HOW):
        return
    named = _name(text, (first, last, end), tuple(word.strip(",") for word in spelled), title)
    if named.sure or not {word.lower() for word in spelled} & EITHER:
        yield named


def _portfolio(text: str, start: int, at: int, words: list[tuple[int, str]]) -> tuple[str, list[tuple[int, str]]]:
    """Return the title that ends in these words (*Secretary of State Ana Moreau*), and the words after it."""
    office = _OFFICE_OF.search(text, max(start, at - 80), at)
    count = next((n for n, (_, word) in enumerate(words) if word.lower().strip(",") not in PORTFOLIOS), len(words))
    if office is None or not count:
        return "", words
    return office[0] + " ".join(word for _, word in words[:count]), words[count:]


def _name_part(words: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the words up to one that no name has, or to one in the genitive, each without its ending."""
    kept = []
    for place, word in words:
        bare = re.sub(r"[’']s?$", "", word)
        if (bare.lower() in _CLOSED and bare.lower() not in _MONTHS) or bare in DAYS:
            break
        kept.append((place, bare))
        if bare != word:
            break
    return kept


def _name(text: str, span: tuple[int, int, int], words: tuple[str, ...], title: str) -> NameRun:
    start, last, end = span
    owns = re.match(r"[’']s?(?=\W|$)", text[last:end]) is not None
    apposition = None if owns else _APPOSITION.match(text, last, end)
    after = apposition["words"] if apposition and len(words) > 1 else ""
    who = not owns and (_WHO if len(words) > 1 else _WHO_IS).match(text, last, end) is not None
    addressed = {*re.findall(r"\w+", f"{title} {after}".lower())}
    country = _OF.match(text, apposition.end("words") if after and apposition else last, end)
    pronoun = "she" if addressed & _SHE else "he" if addressed & _HE else None
    return NameRun(
        start, last, words, title, after, bool(title or after or who), pronoun, owns, country[1] if country else ""
    )


def _is_title(word: str) -> bool:
    bare = re.sub(r"[’']s?$", "", word.lower()).rstrip(".,")
    if bare != word.lower().rstrip(".,"):
        return False
    parts = (bare, bare.removesuffix("s"), *(bare.split("-") if bare.count("-") == 1 else ()))
    return any(part in _OFFICE for part in parts) or _RANKS.fullmatch(bare) is not None


def _spoils(word: str, known: frozenset[str], length: int) -> bool:
    small = word.lower()
    if small in known or small.rstrip("s") in known:
        return True
    if len(word) > 4 and word.isupper() and length > 1:
        return True
    abbreviation = word.isupper() and 1 < len(word) < 5
    return small in (NO_PERSON | _BODIES) - EITHER or abbreviation


def _title_before(text: str, start: int, first: int, at: int) -> str:
    """Return the title in small letters that stands right before a name: *foreign secretary,*; "" for none."""
    found = _BEFORE.search(text, max(start, first - 90), first)
    if found is None or at < first:
        return ""
    word = found[2].lower()
    people = word in _PERSONS or word in ALSO_PERSONS or _RANKS.fullmatch(word)
    # After a comma only what has its own article or owner is an apposition: *Birch's minister, Rask*.
    if (
        not people
        or word in _CLOSED
        or word.endswith("s")
        or (text[first - 2] == "," and not _OWNED.search(found.group()))
    ):
        return ""
    return f"{found[1]}{found[2]}"


def runs_of_phrase(phrase: str, known: frozenset[str]) -> Sequence[NameRun]:
    """Return the names in a phrase that tells who speaks; one in capitals alone is a label of a transcript."""
    if phrase.isupper():
        phrase = " ".join(word.capitalize() for word in phrase.split())
    return [*name_runs(phrase, 0, len(phrase), known)]
