"""Passive cues: *was described by X as*, *it was agreed that*, *was quoted as saying*, *a plan proposed by X*."""

from __future__ import annotations

from generator.statements.lexicon import cues
from generator.statements.parse import noun_phrases
from generator.statements.parse.noun_phrases import Range
from generator.statements.parse.tokens import CC, COLON, COMMA, ING, NOMINAL, PREP, QUOTE, SEMI, STOP, SUB, THAT, TO, WH
from generator.statements.parse.units import Unit
from generator.statements.parse.verb_groups import VerbGroup
from generator.statements.rules.extents import content_end
from generator.statements.rules.found import Found
from generator.statements.rules.speaking_nouns import can_speak

# Passives that state somebody's position without saying whose: *is expected to*, *was seen as*.
UNNAMED = frozenset(
    "expect say believe think report know consider allege estimate rumor intend call describe accuse view see "
    "regard treat brand label dub criticize criticise blame characterize portray deem predict assume suspect "
    "project ask praise hail denounce condemn forecast mock ridicule attack nominate propose support reject echo "
    "question challenge tout endorse name recommend".split()
)
IMPERSONAL = cues.SAY | cues.THINK | cues.WANT | cues.SHOW


def passive(unit: Unit, index: int) -> Found | None:
    """Return the relation of verb group `index` where it is passive or a participle after its noun."""
    group = unit.verbs[index]
    verb = group.lemma
    if verb not in _STATED:
        return None
    if index == 0 and group.first == 0 and group.shape == "ed" and verb in ("ask", "press", "question"):
        return _asked(unit, group)
    if group.passive:
        return _quoted_as(unit, index) or _impersonal(unit, index) or _by(unit, index) or _unnamed(unit, index)
    return _participle(unit, index)


_STATED = cues.STATING | cues.SHOW | cues.WANT | cues.JUDGE | cues.URGE | cues.CALL | cues.ACCUSE | UNNAMED


def _asked(unit: Unit, group: VerbGroup) -> Found | None:
    """Return the relation of *asked whether he would resign, the minister …*: nobody says who asked."""
    tokens = unit.tokens
    at = group.last + 1
    if at + 1 >= len(tokens) or (tokens[at].low not in ("about", "on", "if") and tokens[at].tag not in (SUB, WH, TO)):
        return None
    about = tokens[at].tag == PREP
    end = next((index for index in range(at, len(tokens)) if tokens[index].tag in (COMMA, STOP)), len(tokens))
    start = at + about
    return Found(None, (group.first, start), ((start, end),), "passive") if end > start else None


def _quoted_as(unit: Unit, index: int) -> Found | None:
    """Return the relation of *X was quoted as saying that …*: the subject speaks."""
    group, tokens = unit.verbs[index], unit.tokens
    at = noun_phrases.after_adverbials(tokens, group.last + 1)
    at = group.last + 1 if tokens[min(group.last + 1, len(tokens) - 1)].low == "as" else at
    if group.lemma not in ("quote", "cite", "report", "record") or at + 2 >= len(tokens) or tokens[at].low != "as":
        return None
    following = unit.verbs[index + 1] if index + 1 < len(unit.verbs) else None
    if following is None or following.first != at + 1 or following.shape != "ing":
        return None
    start = following.last + 1
    far = noun_phrases.after_adverbials(tokens, start)
    start = far if far < len(tokens) and tokens[far].tag in (THAT, COMMA, QUOTE) else start
    start += start < len(tokens) and tokens[start].tag == COMMA
    return _made(unit, unit.subjects[index], (group.first, following.last + 1), start, "quoted as")


def _impersonal(unit: Unit, index: int) -> Found | None:
    """Return the relation of *it was agreed that …*, also with *by both sides*."""
    group, tokens = unit.verbs[index], unit.tokens
    if group.lemma not in IMPERSONAL or not group.first or tokens[group.first - 1].low != "it":
        return None
    agent = _agent(unit, group.last + 1)
    at = agent[1] if agent else noun_phrases.after_adverbials(tokens, group.last + 1)
    if at < len(tokens) and tokens[at].tag in (THAT, TO):
        return _made(unit, agent, (group.first, group.last + 1), at, "it was")
    return None


def _made(unit: Unit, source: Range | None, cue: Range, start: int, rule: str) -> Found | None:
    end = content_end(unit, start, "that") if start < len(unit.tokens) else start
    return Found(source, cue, ((start, end),), rule) if end > start else None


def _agent(unit: Unit, at: int) -> Range | None:
    """Return the noun phrase after *by*, within the clause that begins at `at`."""
    tokens = unit.tokens
    for index in range(at, min(len(tokens), at + 14)):
        if tokens[index].tag in (SEMI, STOP, SUB, WH, THAT) or any(verb.first == index for verb in unit.verbs):
            return None
        if tokens[index].low == "by":
            end = noun_phrases.right(tokens, index + 1)
            named = end > index + 1 and tokens[index + 1].tag != ING
            return (index + 1, end) if named and tokens[index + 1].tag in _NAMING else None
    return None


_NAMING = frozenset((*NOMINAL, "DET", "POSS", "ADJ", "OBJ"))


def _by(unit: Unit, index: int) -> Found | None:
    group, tokens = unit.verbs[index], unit.tokens
    agent = _agent(unit, group.last + 1)
    what = unit.subjects[index]
    if agent is None or what is None or not can_speak(unit, agent):
        return None
    content = [what]
    if agent[0] - 1 > group.last + 1:
        content.append((group.last + 1, agent[0] - 1))
    elif (clause := _clause_told_by(unit, group, agent)) is not None:
        return clause
    elif agent[1] < len(tokens) and tokens[agent[1]].low in ("as", "for", "to", "of"):
        content.append((agent[1], content_end(unit, agent[1], "phrase")))
    return Found(agent, (group.first, group.last + 1), tuple(content), "passive by")


def _clause_told_by(unit: Unit, group: VerbGroup, agent: Range) -> Found | None:
    """Return the relation of *Alder was warned by the mayor, Omar Vane, that …*: what was told is the content."""
    tokens = unit.tokens
    end = agent[1]
    if group.lemma not in cues.TELL:
        return None
    if end + 1 < len(tokens) and tokens[end].tag == COMMA and tokens[end + 1].tag in NOMINAL:
        name = noun_phrases.right(tokens, end + 1)
        end = name if name < len(tokens) and tokens[name].tag == COMMA else end
    at = end + (end < len(tokens) and tokens[end].tag in (COMMA, COLON))
    if at >= len(tokens) or tokens[at].tag not in (THAT, QUOTE):
        return None
    return _made(unit, (agent[0], end), (group.first, group.last + 1), at, "passive by")


def _unnamed(unit: Unit, index: int) -> Found | None:
    group, tokens = unit.verbs[index], unit.tokens
    at = group.last + 1
    if group.lemma not in UNNAMED or at >= len(tokens) or tokens[at].tag in (COMMA, STOP, CC, SUB):
        return None
    what = unit.subjects[index]
    takes = tokens[at].tag == TO or tokens[at].low in ("as", "of", "for") or tokens[at].tag in ("DET", "ADJ")
    if what is None or not takes or (group.lemma in ("see", "say", "think", "know") and tokens[at].low == "for"):
        return None
    at += tokens[at].low in ("of", "for") and at + 1 < len(tokens)
    end = content_end(unit, at, "phrase")
    cue_end = at if tokens[at - 1].low in ("of", "for") else group.last + 1
    return Found(None, (group.first, cue_end), (what, (at, end)), "passive")


def _participle(unit: Unit, index: int) -> Found | None:
    """Return the relation of *the plan proposed by X*, *a motion, backed by X*."""
    group, tokens = unit.verbs[index], unit.tokens
    at = group.last + 1
    if group.shape not in ("ed", "participle") or at >= len(tokens) or tokens[at].low != "by" or not group.first:
        return None
    agent = _agent(unit, at)
    before = group.first - 1
    if tokens[before].tag == COMMA:
        before -= 1
    what = noun_phrases.left(tokens, before) if before >= 0 and tokens[before].tag in NOMINAL else None
    if agent is None or what is None or not can_speak(unit, agent):
        return None
    return Found(agent, (group.first, group.last + 1), (what,), "participle by")
