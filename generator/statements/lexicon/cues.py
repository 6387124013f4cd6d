"""The words that attribute, by the complements they take: questions that the rules ask of the lexicon."""

from __future__ import annotations

from generator.statements.lexicon.load import ENGLISH


def _verbs(column: str, value: str) -> frozenset[str]:
    return ENGLISH.having("verbs.tsv", column, value)


def _nouns(value: str) -> frozenset[str]:
    return ENGLISH.having("nouns.tsv", "classes", value)


SAY, TELL, THINK, SHOW = (_verbs("takes", value) for value in ("say", "tell", "think", "show"))
WANT, JUDGE, URGE, ACCUSE = (_verbs("takes", value) for value in ("want", "judge", "urge", "accuse"))
CALL, CALL_AS, UTTER = (_verbs("takes", value) for value in ("call", "call-as", "utter"))
# Unions that rules ask for often.
SPEAKING = SAY | TELL
STATING = SPEAKING | THINK
CONTINUING, LEADING, PURPOSE = (_verbs("also", value) for value in ("goes-on", "leads", "purpose"))
CAUSING, LIGHT, NEVER_NOUNS = (_verbs("also", value) for value in ("causes", "light", "no-noun"))
ASIDE, LINKING, FACTS, COMPARING = (_verbs("also", value) for value in ("aside", "links", "fact", "compares"))
PHRASAL = {word: entry.columns["particle"][0] for word, entry in ENGLISH.verbs.items() if entry.columns["particle"]}
WITH_PREPOSITION = {word: one.columns["with"] for word, one in ENGLISH.verbs.items() if one.columns["with"]}
ADJECTIVES, LEADING_ADJECTIVES = (ENGLISH.having("adjectives.tsv", "classes", value) for value in ("cue", "leads"))
NOUNS, ROLES, STANDS = (_nouns(value) for value in ("cue", "role", "stand"))
PEOPLE, BODIES, TEXTS, NOT_HUMAN = (_nouns(value) for value in ("person", "body", "text", "no-person"))
OFFICES = _nouns("office")
MEASURES, VIEWS, ESTIMATES, SIDES = (_nouns(value) for value in ("measure", "view", "estimate", "sides"))
