"""Forms of a word: what a word of a phrase stands for in a text, by the lexicon and the rules of English spelling.

The forms are worked out once, from the phrase; a text is looked up by its own words. So no two words of a text are
ever taken for one because they look alike, as with stems (*import* and *important*).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.statements.lexicon.inflection import VERB_FORMS, forms
from generator.topics.words import singular

# Forms that mean something of their own: no other form of their word finds them, and they find no other form.
APART = frozenset(
    """
    according accused action advanced armed assembly based bearing beginning being belonging bitten born bound
    building capital cast caution citation clothing concerned concerning condition constitution corporation correction
    crossing declaration direction division drawing dressing edition engineering evening experienced faction fell felt
    following found foundation generation ground hearing holding housing impression including information institution
    interested interesting irritation lay leading left limited location lying manufacturing meaning mining mission
    morning notion opening option organised organized outstanding passion pending plantation population portion
    position present presentation pressed pressing proceeding procession profession provision quotation rating ration
    regarding relation resolution respected rose ruling saw section setting shipping shot spent spoke standing stated
    stating station supposed tension thought timing training transition turning understanding united used using
    vacation wedding willing wound
    """.split()
)
# Plurals that no rule makes.
_PLURALS = {
    "analysis": "analyses", "child": "children", "crisis": "crises", "foot": "feet", "half": "halves", "leaf": "leaves",
    "life": "lives", "man": "men", "memorandum": "memoranda", "shelf": "shelves",
    "thesis": "theses", "wife": "wives", "wolf": "wolves", "woman": "women",
}  # fmt: skip
_SINGULARS = {singular(plural): noun for noun, plural in _PLURALS.items()}
# How a verb becomes the noun of its doing: the ending of the verb, and that of the noun.
_NOMINAL = (
    ("ate", "ation"), ("ute", "ution"), ("ete", "etion"), ("ite", "ition"), ("ote", "otion"), ("ct", "ction"),
    ("pt", "ption"), ("bit", "bition"), ("ss", "ssion"), ("nd", "nsion"), ("ide", "ision"), ("ade", "asion"),
    ("uce", "uction"), ("ify", "ification"), ("ise", "isation"), ("ize", "ization"),
)  # fmt: skip
# These take *-ation* after the whole verb, without a mute e: *explore*, *exploration*.
_TAKES_ATION = frozenset(
    """
    accredit adapt cite compensate condemn confirm confront consult deport explore exploit export float
    form implement interpret invite limit observe prepare preserve privatise quote reform represent reserve
    restore tax transform transport violate
    """.split()
)
# Endings of words that are no verbs: nobody writes *ministered* or *nationing*.
_NO_VERB = (
    "tion",
    "sion",
    "ment",
    "ness",
    "ity",
    "ism",
    "ist",
    "ship",
    "ous",
    "ive",
    "able",
    "ible",
    "ical",
    "ful",
    "ly",
)
_SHORTEST = 4  # letters of a word that the lexicon does not know and that may be a verb


@lru_cache(maxsize=16384)
def word_forms(folded: str) -> frozenset[str]:
    """Return the forms, each folded and without a plural ending, that the word `folded` of a phrase stands for."""
    word = singular(folded)
    if word in APART or folded in APART:
        return frozenset([word])
    lemma = _SINGULARS.get(word, word)
    found = {word, lemma, singular(_PLURALS.get(lemma, lemma))}
    # *prizes*: whether its plural ending is -s or -es, only the verb tells.
    verb = _verb(folded) if folded in VERB_FORMS else _verb(lemma)
    if verb:
        found |= {singular(form) for form in (*_inflections(verb), *_nouns(verb))}
    return frozenset(found - APART)


def _verb(word: str) -> str | None:
    """Return the verb that `word` is a form of, None where it is of none; a word that nothing rules out may be one."""
    if word in VERB_FORMS:
        return VERB_FORMS[word][0]
    verb = _OF_NOUN.get(word)
    if verb or len(word) < _SHORTEST or not word.isalpha() or word.endswith(("ing", "ed", *_NO_VERB)):
        return verb
    return word


def _inflections(verb: str) -> Iterator[str]:
    for form, _ in forms(verb):
        yield form


def _nouns(verb: str) -> Iterator[str]:
    for ending, noun in _NOMINAL:
        if verb.endswith(ending) and len(verb) > len(ending) + 1:
            yield verb.removesuffix(ending) + noun
    if verb in _TAKES_ATION:
        yield verb.removesuffix("e") + "ation"


_OF_NOUN = {
    noun: verb
    for verb in sorted({verb for verb, _ in VERB_FORMS.values()})
    for noun in _nouns(verb)
    if noun not in APART
}
