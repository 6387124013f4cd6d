"""Unsaid: words of saying that say nothing of their subject's.

What was not said, is only supposed, asked, invented or foretold is the report's own line: *did not say whether*, *would
say*, *if asked*, *In the novel Moreau says*.
"""

from __future__ import annotations

import re

from generator.statements.discourse.hedged import is_hedged
from generator.statements.lexicon.verbs import is_silent
from generator.statements.mentions.grammar import Sentence
from generator.statements.relation import Relation

# Who would say or hold something under a condition has not said it.
_CONDITION = re.compile(
    r"\b(?:if|unless|until|whether|should|once|before|in case)\s+(?:the\s+|both\s+)?$", re.IGNORECASE
)
# What somebody might do or is expected to do is the reporter's guess; so is what he would, should or must say.
_MAYBE = re.compile(
    r"(?:could|may|might|(?:is|are|was|were) (?:expected|likely|set|due|scheduled|bound|about|supposed|poised|"
    r"rumou?red|"
    r"widely \w+) to"
    r"|(?:would|should|must|ought to|has to|have to|needs? to)(?! (?:not|never|only|just|rather|like|love|"
    r"prefer|welcome|"
    r"again|also|"
    r"be (?:happy|glad|ready|willing|prepared))\b)(?:\s\w+ly)?\s(?:say|tell|argue|claim|state|announce|declare|"
    r"insist|demand|"
    r"urge|ask|call|warn|propose|suggest|decide|weigh|choose|answer|explain|admit|deny|add|agree|accept|reject|promise|"
    r"pledge|press|push)|used to)\b",
    re.IGNORECASE,
)
# Who did not answer, or would not, has said nothing.
_NO_ANSWER = re.compile(
    r"\b(?:did|do|does|has|have|had)(?: not|n[’']t) (?:\w+ly |yet )?(?:respond|repl|answer|react|return|comment|"
    r"elaborat)"
    r"|\b(?:ga|gi|offer|ma|voic|express|provid|ha|took|tak|held|hold)\w* (?:no|little|scant|few)\b",
    re.IGNORECASE,
)
_DECLINES = re.compile(
    r"\b(?:declin|refus|avoid|hesitat|stopp?\w* short|fail|forgot|neglect|forbore|fell short|fall\w* short|"
    r"hold\w* back|"
    r"held back)\w*",
    re.IGNORECASE,
)
_TO_SPEAK = re.compile(
    r"\s*(?:to|from|of)?\s*(?:say|comment|elaborat|specif|confirm|discuss|answer|give|giv|name|nam|respond|disclos|reveal|"
    r"be drawn|speak|talk|tak|tell|mention|explain|repl|commit|rul|identif|offer|describ)\w*\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\s*(?:nothing|little|no more|no such thing|not a word|no word)(?=\s*(?:[.,;”\"]|(?:about|of|on|more|else|"
    r"to|in|at)\b|$))",
    re.IGNORECASE,
)
# Who hears of it says nothing.
_HEARING = re.compile(
    r"(?:(?:has|have|had|also|then|\w+ly) )*(?:learn(?:s|ed|t)?|hears?|heard)(?: (?:of|"
    r"about))?",
    re.IGNORECASE,
)
# *…, as Alder looks to sell more*: the reporter says what the news has to do with.
_CIRCUMSTANCE = re.compile(r",\s+(?:as|with)\s+(?:the\s+)?$")
# Verbs of weighing with a question: nothing is held yet.
_WEIGHS = re.compile(
    r"\b(?:weigh|consider|debat|decid|discuss|wonder|mull|ponder|know|knew|see|saw|examin|stud(?:y|i)|learn|hear|understand)\w*",
    re.IGNORECASE,
)
# Nouns that with *made*, *took* or *gave* tell of a doing; and what one takes is somebody else's.
_DONE_WITH = re.compile(
    r"\b(?:decisions?|speech(?:es)?|address(?:es)?|lectures?|interviews?|questions?|talks?|debates?|payments?|visits?|"
    r"photographs?|notes?(?! of| that))\b"
    r"|^(?:\w+ )?(?:took|takes?|taken|taking|got|gets|won|wins|heard|received|receives)\b.*"
    r"(?:[’']s?\s|\b(?:attacks?|criticisms?|warnings?|threats?|advice|words?|comments?|remarks?|praise|calls?)\b)",
    re.IGNORECASE,
)
_INVENTED = re.compile(
    r"\b(?:in|on|at)\s+(?:the|a|an|his|her|one|another|this)\s+(?:[\w-]+\s+){0,2}(?:novel|film|movie|play|cartoon|sketch|stage|"
    r"parody|satire|comic|poem|song|war game|scenario|simulation|dream|alternate history|musical|opera|show|"
    r"game|thriller|"
    r"fable|story|myth|legend)\b"
    r"|\b(?:as if|as though|imagine|suppose|supposing|pretend\w*|forged|fake|spoof|hoax|fictional|imaginary|"
    r"bogus|parody|"
    r"dream|nightmare|impersonat\w+)\b|^\s*(?:had|were|should)\s+(?=[A-Z])",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(r"^\s*(?:if|when|unless|even if|were|had|should)\b[^,]*,", re.IGNORECASE)
_SPEAKING_NEXT = re.compile(r"\b(?:says?|tells?|answers?|argues?|claims?|insists?)\b", re.IGNORECASE)
_LONG_AGO = re.compile(
    r"\b(?:(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|\d+|several|many|"
    r"some|a few)\s+(?:years|decades|centuries)\s+(?:ago|earlier|before)|(?:decades|years|centuries|a (?:year|"
    r"decade|century))\s+"
    r"(?:ago|earlier|before)|last (?:year|decade|century)|in the (?:\d{4}s|\w+ties|(?:early|late|mid)[ -]\d{4}s)|"
    r"who (?:was|were) then|as an? (?:student|child|boy|girl|young \w+|candidate|schoolboy|teenager)|"
    r"during (?:his|her|their|its) (?:first|last|\d{4}) (?:campaign|term|visit))\b",
    re.IGNORECASE,
)
_ONCE = re.compile(r"^(?:had\s+)?once\b(?! again| more)|\bused to\b", re.IGNORECASE)
_IN_YEAR = re.compile(
    r"\b(?:in|since|of|by|around|back in)\s+(?:(?:January|February|March|April|May|June|July|August|"
    r"September|"
    r"October|November|December)\s+)?(?P<year>1[5-9]\d\d|20\d\d)\b")  # fmt: skip


def is_unsaid(sentence: Sentence, relation: Relation) -> bool:
    """Tell whether the cue of `relation` says nothing of its source's: not said, supposed, asked or invented."""
    if relation.cue is None or relation.source is None:
        return False
    text = sentence.text
    cue, rest = text[slice(*relation.cue)], text[relation.content[0][0] : relation.content[0][1]]
    return (
        (relation.kind == "indirect" and _is_silent(text, relation, cue, rest))
        or _is_supposed(text, relation, cue)
        or _NO_ANSWER.search(cue) is not None
        or (relation.kind == "indirect" and _HEARING.fullmatch(cue) is not None)
        or (relation.rule == "question" and _WEIGHS.search(cue) is not None)
        or (relation.rule == "light verb" and _DONE_WITH.search(cue) is not None)
        or _is_framed(sentence, relation)
        or is_hedged(sentence, relation)
    )


def _is_silent(text: str, relation: Relation, cue: str, rest: str) -> bool:
    """Tell whether the source is said not to have spoken of it."""
    if relation.source is None or relation.cue is None:
        return False
    low, end = max(0, relation.source[0] - _LEAD), relation.source[1]
    # *Never* stands between the two.
    verb = text[end : relation.cue[1]] if 0 <= relation.cue[0] - end < _LEAD else cue
    return _NOTHING.match(rest) is not None or is_silent(text[low:end], verb, rest)


def is_declined(text: str, relation: Relation) -> bool:
    """Tell whether the source will not speak of it: *declined to say*, *stopped short of saying*."""
    if relation.cue is None:
        return False
    cue, rest = text[slice(*relation.cue)], text[relation.content[0][0] : relation.content[0][1]]
    return _DECLINES.search(cue) is not None and _TO_SPEAK.match(rest) is not None


def _is_supposed(text: str, relation: Relation, cue: str) -> bool:
    if relation.source is None or relation.kind != "indirect":
        return False
    before = text[max(0, relation.source[0] - 25) : relation.source[0]]
    return _MAYBE.match(cue) is not None or _CONDITION.search(before) is not None


def _is_framed(sentence: Sentence, relation: Relation) -> bool:
    """Tell whether what stands around a saying makes it none: a question, an invention, a condition before it."""
    if relation.cue is None or relation.source is None:
        return False
    text, start = sentence.text, sentence.start
    before = text[start : min(relation.cue[0], relation.source[0])]
    source = text[slice(*relation.source)]
    if relation.kind == "indirect" and text[start : sentence.end].rstrip().endswith("?"):
        return True
    if _INVENTED.search(before) or re.search(r"\b(?:forged|fake|spoof|parody|bogus)\b", source, re.IGNORECASE):
        return True
    leads = _SUPPOSED.match(before)
    return leads is not None and _SPEAKING_NEXT.fullmatch(text, *relation.cue) is not None


def is_long_ago(outside: str, cue: str, year: int | None) -> bool:
    """Tell whether something was said years before `year`: by the words `outside` what was said, and its `cue`."""
    if _LONG_AGO.search(outside) or _ONCE.search(cue):
        return True
    return year is not None and any(int(match["year"]) < year for match in _IN_YEAR.finditer(outside))


def is_circumstance(text: str, start: int) -> bool:
    """Tell whether what begins at `start` is only what the news has to do with."""
    return _CIRCUMSTANCE.search(text, max(0, start - 12), start) is not None


_LEAD = 12  # characters between a source and its cue
