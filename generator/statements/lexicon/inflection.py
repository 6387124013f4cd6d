"""Forms of English verbs: from a form met in a text back to the verb, by rule and a table of irregular ones."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from generator.statements.lexicon import cues
from generator.statements.lexicon.load import ENGLISH

Form = Literal["base", "s", "past", "participle", "ing"]
VOWELS = frozenset("aeiou")
IRREGULAR = {word: one.columns["past"] for word, one in ENGLISH.verbs.items() if one.columns["past"]}


def forms(verb: str) -> Iterable[tuple[str, Form]]:
    """Yield each form of `verb` with its name; a form may come with several names ("past" and "participle")."""
    yield verb, "base"
    yield _s_form(verb), "s"
    if verb in IRREGULAR:
        past, participle = IRREGULAR[verb]
        yield past, "past"
        yield participle, "participle"
    for stem in _stems(verb):
        yield f"{stem}ing" if not verb.endswith("ie") else f"{verb[:-2]}ying", "ing"
        if verb not in IRREGULAR:
            regular = (
                f"{verb[:-1]}ied"
                if verb.endswith("y") and verb[-2:-1] not in VOWELS
                else f"{verb}d"
                if verb.endswith("e")
                else f"{stem}ed"
            )
            yield regular, "past"
            yield regular, "participle"


def plural(noun: str) -> str:
    """Return the plural of a noun; of irregular ones, only those in *-man* are known."""
    return f"{noun[:-3]}men" if noun.endswith("man") else _s_form(noun)


def _s_form(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{verb}s"


def _stems(verb: str) -> tuple[str, ...]:
    """Return what endings are added to: without a mute e; also doubled, as no rule tells *vet* from *visit*."""
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return (verb[:-1],)
    short = len(verb) > 2 and (verb[-3] not in VOWELS or verb[-4:-2] == "qu")
    closed = short and verb[-1] not in "aeiouwxyh" and verb[-2] in VOWELS
    return (verb, f"{verb}{verb[-1]}") if closed else (verb,)


def _table() -> dict[str, tuple[str, frozenset[Form]]]:
    groups = (
        cues.SAY, cues.TELL, cues.THINK, cues.SHOW, cues.WANT, cues.JUDGE, cues.URGE, cues.CALL, cues.ACCUSE,
        cues.LEADING, cues.UTTER, cues.LIGHT, ENGLISH.verbs,
    )  # fmt: skip
    table: dict[str, tuple[str, set[Form]]] = {}
    # Cue verbs come first: *found* is of find, *felt* of feel; within a group by name, so that the table is stable.
    for verb in (verb for group in groups for verb in sorted(group)):
        for form, name in forms(verb):
            if form not in table or table[form][0] == verb:
                table.setdefault(form, (verb, set()))[1].add(name)
    return {form: (verb, frozenset(names)) for form, (verb, names) in table.items()}


VERB_FORMS = _table()
