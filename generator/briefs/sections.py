"""What the sections of a brief hold, as values; templates say how they look."""

from __future__ import annotations

from dataclasses import dataclass

from generator.briefs.quotes import Quote
from generator.comparison.items import Item
from generator.comparison.redline import Change
from generator.dossier.definitions import Certainty
from generator.dossier.dossier import Event
from generator.dossier.topic_map import Concept
from generator.sources import Source


@dataclass(frozen=True)
class Newer:
    """A passage cited only since the last review of a line, and in what it bears on the line."""

    why: str
    quote: Quote


@dataclass(frozen=True)
class Line:
    """A line of a brief: the editor's words, or ("" as `text`) the quotation itself; `quotes` carry it.

    `flags` are what a reader must know of it, in plain words (one source only); `newer` is what an editor must look at
    before the line counts as reviewed again.
    """

    number: int
    text: str
    quotes: tuple[Quote, ...]
    event: Event | None = None
    certainty: Certainty | None = None
    flags: tuple[str, ...] = ()
    newer: tuple[Newer, ...] = ()


@dataclass(frozen=True)
class Points:
    """Key points, points to make, or lines to take; `automatic` where no editor wrote them."""

    kind: str
    lines: tuple[Line, ...]
    automatic: bool = False


@dataclass(frozen=True)
class Text:
    """Words of the editor alone (objective, internal notes)."""

    kind: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class FactValue:
    """A value of a fact, or a name, with the first place in each source that gives it."""

    shown: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class FactRow:
    """A fact at a glance: its values, and the sources of the event that give none."""

    label: str
    values: tuple[FactValue, ...]
    silent: tuple[Source, ...]


@dataclass(frozen=True)
class Facts:
    """Facts at a glance."""

    rows: tuple[FactRow, ...]


@dataclass(frozen=True)
class Cell:
    """Who says it in one place of a table: the quotation shown, and the others that say the same.

    `event` is set where the quotation is of another event than the brief's, `inferred` where the attribution is not
    in the sentence itself, `who` where the column holds more than one set of parties.
    """

    quote: Quote | None = None
    others: tuple[Quote, ...] = ()
    event: Event | None = None
    inferred: bool = False
    who: str = ""


@dataclass(frozen=True)
class Row:
    """A row of a table: its heading, where that leads, and its cells in the order of the columns."""

    label: str
    concept: str | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Positions:
    """Positions side by side: a column a holder."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Group:
    """Whose commitment a source reports ("" for the reporter's own lines), and where."""

    who: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class OverviewRow:
    """A concept, and for each source the groups of those who commit to it."""

    concept: Concept
    cells: tuple[tuple[Group, ...], ...]


@dataclass(frozen=True)
class Overview:
    """Who commits to what, source by source."""

    sources: tuple[Source, ...]
    rows: tuple[OverviewRow, ...]


@dataclass(frozen=True)
class NamesCell:
    """The names or values that one source uses, each with its first place."""

    values: tuple[FactValue, ...]


@dataclass(frozen=True)
class ReportedRow:
    """A row of *who reports what*: for each source, the values it gives, or nothing.

    `absent` is what stands where a source has nothing: *no* to a question whether, *not named* for a name or a value.
    """

    label: str
    concept: str | None
    absent: str
    cells: tuple[NamesCell, ...]


@dataclass(frozen=True)
class Reported:
    """Who reports what, source by source."""

    sources: tuple[Source, ...]
    rows: tuple[ReportedRow, ...]


@dataclass(frozen=True)
class EvidenceLine:
    """A statement in full: the passage, who else makes the claim, who gives another figure, what else it speaks to."""

    quote: Quote
    also: tuple[Item, ...]
    differing: tuple[Item, ...]
    single: bool
    elsewhere: tuple[Concept, ...]


@dataclass(frozen=True)
class EvidenceGroup:
    """The statements on one concept, oldest first."""

    concept: Concept
    lines: tuple[EvidenceLine, ...]


@dataclass(frozen=True)
class EvidenceList:
    """Each statement in full, by concept."""

    kind: str
    groups: tuple[EvidenceGroup, ...]


@dataclass(frozen=True)
class Since:
    """What one concept became at a later event: the clause before (None: new) and after, and who said each.

    `change` is the redline between the two clauses; empty where they have too little wording in common to be read so.
    """

    concept: Concept
    before: Quote | None
    before_who: str
    after: Quote
    after_who: str
    change: tuple[Change, ...]


@dataclass(frozen=True)
class SinceEvent:
    """What a later event adds, keeps and leaves out."""

    event: Event
    rows: tuple[Since, ...]
    dropped: tuple[Concept, ...]


@dataclass(frozen=True)
class SinceThen:
    """Later events, in order."""

    events: tuple[SinceEvent, ...]


@dataclass(frozen=True)
class Related:
    """Other briefs, concepts and names that a reader may want next."""

    briefs: tuple[tuple[str, str], ...]
    concepts: tuple[Concept, ...]
    entities: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SourceLine:
    """A source with how much of the brief rests on it."""

    source: Source
    number: int
    passages: int


@dataclass(frozen=True)
class Sources:
    """The source summary statement and each source with its descriptor."""

    statement: tuple[str, ...]
    lines: tuple[SourceLine, ...]


Section = Points | Text | Facts | Positions | Overview | Reported | EvidenceList | SinceThen | Related | Sources
