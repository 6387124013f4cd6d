"""What follows a cue: a that-clause, a clause, a question, a quotation, an infinitive or a noun phrase."""

from __future__ import annotations

from collections.abc import Sequence

from generator.statements.lexicon import cues
from generator.statements.parse import noun_phrases
from generator.statements.parse.tokens import (
    ADJ,
    ADV,
    CC,
    CLOSE,
    COLON,
    COMMA,
    DET,
    ED,
    ING,
    MODAL,
    NAME,
    NEG,
    NOMINAL,
    NOUN,
    NUM,
    OBJ,
    POSS,
    PREP,
    PRON,
    QUOTE,
    STOP,
    SUB,
    THAT,
    TIME,
    TO,
    WH,
    Token,
)
from generator.statements.parse.units import Unit
from generator.statements.parse.verb_groups import VerbGroup
from generator.statements.rules.openings import Complement, clause_opens, opening

# A particle may be followed by the preposition proper: lash out at, walk back on.
PARTICLES = frozenset("out back in off away forward up down aside over".split())


def complement(unit: Unit, group: VerbGroup) -> Complement | None:
    """Return the complement that the verb of `group` takes here, None where it takes none that attributes."""
    return next((found for rule in RULES if (found := rule(unit, group)) is not None), None)


def _phrasal(unit: Unit, group: VerbGroup) -> Complement | None:
    start = group.last + 1
    if start >= len(unit.tokens) or unit.tokens[start].low != cues.PHRASAL.get(group.lemma):
        return None
    found = opening(unit, start + 1, start + 1)
    return found if found and found.kind in ("that", "quote") else None


def _stated(unit: Unit, group: VerbGroup) -> Complement | None:
    """Return a clause or a quotation; after a verb that is no cue, a clause with *that* alone."""
    verb, start = group.lemma, group.last + 1
    if verb in cues.WANT and _is_infinitive(unit.tokens, start):
        return None
    if verb in cues.SAY or verb in cues.THINK or verb in cues.TELL or verb in cues.SHOW:
        return _clausal(unit, group, verb) or _gapped(unit, group)
    if verb not in cues.FACTS and start < len(unit.tokens) and unit.tokens[start].tag == THAT:
        return opening(unit, start, start)
    return None


def _gapped(unit: Unit, group: VerbGroup) -> Complement | None:
    """Return the clause that a relative pronoun was taken out of: *gifts, which he said were legal*."""
    start = group.last + 1
    index = unit.verbs.index(group)
    follows = index + 1 < len(unit.verbs) and unit.verbs[index + 1]
    source = unit.subjects[index]
    taken = source is not None and source[0] > 0 and unit.tokens[source[0] - 1].tag in (WH, THAT)
    if follows and taken and follows.first == start and follows.shape == "finite":
        return Complement("clause", start, start)
    return None


def _governing(unit: Unit, group: VerbGroup) -> Complement | None:
    """Return an infinitive, a phrase with its preposition, or somebody who is urged to do something."""
    verb, start = group.lemma, group.last + 1
    likes = verb == "like" and any(token.tag == MODAL for token in unit.tokens[group.first : group.head])
    if (likes or verb in cues.WANT) and _is_infinitive(unit.tokens, start):
        return Complement("infinitive", start, start)
    found = _prepositional(unit.tokens, start, verb) if verb in cues.WITH_PREPOSITION else None
    return found or (_urging(unit, start) if verb in cues.URGE else None)


def _judging(unit: Unit, group: VerbGroup) -> Complement | None:
    verb, start = group.lemma, group.last + 1
    if verb in cues.UTTER and start + 1 < len(unit.tokens):
        found = opening(unit, start, start)
        return found if found and found.kind == "quote" else None
    tokens = unit.tokens
    if verb == "find" and start < len(tokens) and tokens[start].tag == NUM:
        return _phrase(tokens, start, verb)
    if verb == "put" and any(
        tokens[at].low == "at" and tokens[at + 1].tag == NUM for at in range(start + 1, min(len(tokens) - 1, start + 8))
    ):
        return _phrase(tokens, start, verb)
    if start + 2 < len(tokens) and tokens[start].low == "with" and tokens[start + 1].tag == NOUN:
        # *noted with satisfaction the growth of trade*
        start += 2 if tokens[start + 2].tag in (DET, POSS, NAME) else 0
    if verb in cues.CALL and _calls_it(tokens, start):
        return Complement("phrase", start, start)
    plain = verb in cues.JUDGE or verb in cues.ACCUSE or verb in cues.CALL - cues.CALL_AS
    if plain or (verb in cues.CALL and _named_as(unit.tokens, start, verb)):
        return _phrase(unit.tokens, start, verb)
    return None


# Tried in this order; the first that fits tells where the content begins.
RULES = (_phrasal, _stated, _governing, _judging)


_HEARERS = frozenset("reporters journalists lawmakers parliament officials".split())


def _clausal(unit: Unit, group: VerbGroup, verb: str) -> Complement | None:
    tokens = unit.tokens
    start = group.last + 1
    far = noun_phrases.after_adverbials(tokens, start)
    quoted = far + 1 < len(tokens) and tokens[far].tag == COMMA and tokens[far + 1].tag == QUOTE
    if far > start and far < len(tokens) and (quoted or tokens[far].tag in (THAT, QUOTE, COLON)):
        return opening(unit, far, start)
    if verb in cues.TELL:
        after = noun_phrases.right(tokens, start, of=False)
        if after > start:
            distant = noun_phrases.after_adverbials(tokens, after)
            found = opening(unit, distant, start) if distant > after else None
            if found is None or found.kind == "clause":
                found = opening(unit, after, start) or found
            named = tokens[start].tag in (OBJ, NAME, PRON) or tokens[start].low in _HEARERS
            if found and (found.kind != "clause" or named):
                return found
            if after + 1 < len(tokens) and tokens[after].low in ("of", "about"):
                return Complement("preposition", after + 1, start)
    direct = opening(unit, start, start)
    if direct and direct.kind == "clause" and start < far < len(tokens) and clause_opens(unit, far):
        # *said on Wednesday its forces had …*: when it was said is not part of it.
        return Complement("clause", far, start)
    if direct:
        return direct
    after = noun_phrases.after_adverbials(tokens, start)
    if after > start and verb in cues.STATING:
        return opening(unit, after, start)
    return None


def _is_infinitive(tokens: Sequence[Token], at: int) -> bool:
    at += at < len(tokens) and tokens[at].tag == NEG
    return at + 1 < len(tokens) and tokens[at].tag == TO and tokens[at + 1].tag not in (DET, NAME, POSS, NUM)


def _prepositional(tokens: Sequence[Token], start: int, verb: str) -> Complement | None:
    while start < len(tokens) and tokens[start].tag in (TIME, ADV) and tokens[start].low not in ("away", "back"):
        start += 1
    if start + 1 >= len(tokens):
        return None
    allowed = cues.WITH_PREPOSITION[verb]
    if tokens[start].low in allowed:
        at = start + 1
        if tokens[start].low in PARTICLES and tokens[at].tag in (PREP, TO):
            at += 1
        if at < len(tokens) and tokens[at].tag not in (STOP, COMMA):
            return Complement("preposition", at, at)
    return None


def _urging(unit: Unit, start: int) -> Complement | None:
    tokens = unit.tokens
    after = noun_phrases.right(tokens, start)
    if after == start:
        return None
    far = noun_phrases.after_adverbials(tokens, after) if not _is_infinitive(tokens, after) else after
    apposed = range(after + 1, min(len(tokens) - 1, after + 15)) if tokens[after : after + 1] else range(0)
    closing = next((at for at in apposed if tokens[after].tag == tokens[at].tag == COMMA), after)
    for at in (after, far, closing + 1):
        if _is_infinitive(tokens, at):
            return Complement("infinitive", start, start)
    return None


def _calls_it(tokens: Sequence[Token], start: int) -> bool:
    """Tell whether a pronoun and what it is called begin at `start`: *called it a tax*, *calls them unfair*."""
    if start + 1 >= len(tokens) or tokens[start].low not in ("it", "them", "him"):
        return False
    at = start + 1 + (tokens[start + 1].tag == ADV and start + 2 < len(tokens))
    thing = tokens[at].tag in (DET, ADJ, NOUN) or tokens[at].low in ("nothing", "something")
    return thing and tokens[at].low not in ("all", "both")


def _named_as(tokens: Sequence[Token], start: int, verb: str) -> bool:
    near = tokens[start : start + 16]
    if verb in cues.COMPARING and any(token.low in ("to", "with") for token in near):
        return True
    return any(token.low == "as" or token.quoted or token.tag == QUOTE for token in near)


def _phrase(tokens: Sequence[Token], start: int, verb: str) -> Complement | None:
    if start >= len(tokens):
        return None
    tag = tokens[start].tag
    if tag == PRON and tokens[start].low in ("it", "this") and start + 1 < len(tokens):
        return (
            Complement("phrase", start, start) if tokens[start + 1].tag in (PREP, CC, STOP, COMMA, ADV, CLOSE) else None
        )
    if tokens[start].low == "as" and verb in cues.CALL and start + 1 < len(tokens):
        return Complement("phrase", start, start)
    if tag == SUB and tokens[start].low in ("whether", "how", "why"):
        return Complement("question", start, start)
    if tag == ADV and start + 1 < len(tokens) and tokens[start + 1].tag in (ING, ADJ, NOUN):
        return Complement("phrase", start, start)
    opens = tag in NOMINAL or tokens[start].low == "being" or tag in (DET, POSS, ADJ, OBJ, ING, QUOTE, WH, THAT)
    if opens or (tag in (PRON, ED) and verb not in cues.SAY):
        return Complement("phrase", start, start)
    return None
