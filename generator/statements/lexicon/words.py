"""Closed word classes of English, as far as finding subjects, verbs and clauses needs them."""

from __future__ import annotations

from generator.statements.lexicon.load import ENGLISH


def _closed(value: str) -> frozenset[str]:
    return ENGLISH.having("closed.tsv", "classes", value)


DETERMINERS, POSSESSIVES, NUMBERS, TIMES = map(_closed, ("determiner", "possessive", "number", "time"))
SUBJECT_PRONOUNS, OBJECT_PRONOUNS, WH = map(_closed, ("pronoun", "object", "wh"))
PREPOSITIONS, SUBORDINATORS, CONJUNCTIONS = map(_closed, ("preposition", "subordinator", "conjunction"))
MODALS, BE, HAVE, DO, NEGATIONS = map(_closed, ("modal", "be", "have", "do", "negation"))
# Adverbs, and words in -ly that are none.
ADVERBS, NOT_ADVERBS = map(_closed, ("adverb", "no-adverb"))
ADJECTIVES = ENGLISH.having("adjectives.tsv", "classes", "plain")
ADJECTIVE_ENDINGS = ("ful", "ous", "less", "ible", "ical")
TIME_NOUNS = ENGLISH.having("nouns.tsv", "classes", "time")
# Nouns that end like verbs; never taken for a participle or past form.
NOT_VERBS = ENGLISH.having("nouns.tsv", "classes", "no-verb")
