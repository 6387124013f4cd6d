"""How pages say who, how and when: one wording everywhere, on the site and in print."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.comparison.items import Item
from generator.dossier.dates import day, written_span
from generator.dossier.dossier import Dossier, Event
from generator.messages.phrasing import join_words
from generator.sources import Source
from generator.statements import Statement
from generator.statements.lexicon.language import is_english

# How an attribution was made, where it is not in the sentence itself: said on every page that shows it.
_INFERRED = {
    "pronoun": "speaker named by a pronoun",
    "carried": "attribution carried on from the sentence before",
    "lead-in": "attribution from the lead-in of the paragraph",
    "nominal": "attribution from a noun",
    "collective": "parties named together",
    "document": "attribution from the document named before",
    "cue": "speaker inferred from the context",
    "issued": "",
    "none": "",
}


def days(event: Event) -> str:
    """Return the days of an event as pages write them."""
    return written_span(event.start, event.end)


# The same in a note, which has room for little.
_TOLD = {
    "pronoun": "by a pronoun",
    "carried": "carried on",
    "lead-in": "by the lead-in",
    "nominal": "by a noun",
    "document": "by the document named before",
    "cue": "inferred",
}


class Wording:
    """Names as pages give them, looked up once for a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._names: Mapping[str, str] = {entity.id: entity.pref_label for entity in dossier.entities}
        self._party_of = {entity.id: entity.party or entity.id for entity in dossier.entities}
        self._events = {event.id: event for event in dossier.events}

    def name(self, entity: str) -> str:
        """Return the preferred name of an entity, or its id."""
        return self._names.get(entity, entity)

    def parties(self, holders: Sequence[str]) -> str:
        """Return the names of the holders in a sentence."""
        return join_words([self.name(party) for party in holders])

    def each(self, statement: Statement) -> str:
        """Return who speaks in the clauses of a statement, each for itself: persons and bodies, else parties."""
        told = [clause for clause in statement.clauses if clause.holders]
        names = (self.name(one.speaker) if one.speaker else self.parties(one.holders) for one in told)
        return join_words(list(dict.fromkeys(names)))

    def who(self, item: Item) -> str:
        """Return who is speaking: the speaker, else whose position it is, else that it is the report's own line.

        Whom the dossier does not know is called as the text does, up to the first comma.
        """
        statement = item.statement
        if statement.speaker:
            return self.name(statement.speaker)
        if statement.apart:
            return self.each(statement)
        if statement.candidates:
            return "Not attributed"
        if statement.stranger:
            return short_name(statement.stranger)
        if statement.holders:
            return self.parties(statement.holders)
        if statement.form != "reporter's line":
            return "Not attributed"
        kind = (item.source.kind or "report").lower()
        return "The report" if "report" in kind or "article" in kind else "The text"

    def how(self, item: Item) -> str:
        """Return to whom and in which form it is said and, where that is inferred, from what."""
        statement = item.statement
        if statement.candidates and not statement.speaker and not statement.apart:
            return f"could be {' or '.join(self.name(candidate) for candidate in statement.candidates)}"
        if statement.form == "unread":
            return self.left_out(item.source)
        parts = [_FORMS.get(statement.form, statement.form)]
        if statement.how == "issued" and item.source.publisher:
            parts = [f"issued by {item.source.publisher}"]
        if statement.addressees:
            heard = statement.addressees
            parts.insert(0, f"{heard.way} {self.parties(heard.entities) or heard.words}")
        if statement.apart:
            parts += self._of_each(statement)
        elif statement.doubt:
            parts.append(f"inferred: {statement.doubt}")
        elif statement.inferred and _INFERRED[statement.how]:
            parts.append(_INFERRED[statement.how])
        if {clause.sure for clause in statement.clauses} > {"reported"}:
            parts.append("in part the report's own line")
        return ", ".join(parts)

    def caveat(self, item: Item) -> str:
        """Return what a reader must know of an attribution that the sentence itself does not make; "" for nothing."""
        statement = item.statement
        if statement.candidates and not statement.speaker and not statement.apart:
            return f"could be {' or '.join(self.name(candidate) for candidate in statement.candidates)}"
        if statement.form == "unread":
            return self.left_out(item.source)
        parts = self._of_each(statement) if statement.apart else []
        if statement.how == "issued" and item.source.publisher:
            parts.append(f"issued by {item.source.publisher}")
        elif statement.inferred and not statement.apart and statement.how in _TOLD:
            parts.append(_TOLD[statement.how])
        elif statement.doubt and not statement.apart:
            parts.append("inferred")
        if {clause.sure for clause in statement.clauses} > {"reported"}:
            parts.append("in part the report's own line")
        return ", ".join(parts)

    def _of_each(self, statement: Statement) -> list[str]:
        """Return that several speak each for itself, or that one tells of another, and whose clauses are inferred."""
        told = [clause for clause in statement.clauses if clause.holders]
        if statement.speaker and {clause.speaker for clause in told} == {statement.speaker}:
            own = self._party_of.get(statement.speaker)
            others = dict.fromkeys(party for clause in told for party in clause.holders if party != own)
            return [f"also of {self.parties(list(others))}"]
        return ["each for itself", *self._inferred_of_each(statement)]

    def _inferred_of_each(self, statement: Statement) -> list[str]:
        """Return whose clauses are inferred, where the sentence names not all."""
        inferred = [clause for clause in statement.clauses if clause.holders and clause.sure == "inferred"]
        names = (self.name(one.speaker) if one.speaker else self.parties(one.holders) for one in inferred)
        found = join_words(list(dict.fromkeys(names)))
        return [f"{found} inferred from the context"] if found else []

    def position(self, item: Item) -> str:
        """Return whose position it is where that says more than who is speaking; "" otherwise."""
        statement = item.statement
        who = statement.speaker or statement.stranger
        if not statement.holders or not who or statement.speaker in statement.holders:
            return ""
        return f"position of {self.parties(statement.holders)}"

    def place(self, item: Item) -> str:
        """Return where in its source a passage stands."""
        return where(item.statement)

    def descriptor(self, source: Source) -> str:
        """Return the one-line descriptor of a source: name, date, what kind of text, and what it rests on."""
        parts = [source.name, day(source.issued), source.kind or "kind not stated"]
        if source.rests_on:
            parts.append(f"rests on {source.rests_on}")
        return ", ".join(parts)

    def left_out(self, source: Source) -> str:
        """Return that who speaks is left out, for a text in a language that has no lexicon; "" for any other."""
        if is_english(source.text, source.language):
            return ""
        which = f"in another language ({source.language})" if source.language else "not in English"
        return f"the text is {which}: who said it is left out"

    def event(self, event: str | None) -> str:
        """Return the short name of an event."""
        return self._events[event].short if event in self._events else ""


_FORMS = {"reporter's line": "own line", "mixed": "partly quoted", "own text": "in its own text"}


# Longer words for a person than these are cut at a word.
_CALLED = 70
# Commas between what a minister is minister of part no name: *Economy, Trade and Industry Minister Paul Rask*.
_MINISTRY = re.compile(r"(?:[^\W\d_a-z][\w-]*, )+[^\W\d_a-z][\w-]*,? (?:and|&) [^,]+")


def short_name(words: str) -> str:
    """Return how a text calls somebody, as a line begins with it: up to a comma, and not too long."""
    ministry = _MINISTRY.match(words)
    name = " ".join((ministry.group() if ministry else words.split(",")[0]).split())
    name = name if len(name) <= _CALLED else name[:_CALLED].rpartition(" ")[0] + " …"
    return name[:1].upper() + name[1:]


def where(statement: Statement) -> str:
    """Return the paragraph of a passage, or its zone outside the body."""
    return f"¶ {statement.passage.paragraph}" if statement.passage.zone == "body" else statement.passage.zone
