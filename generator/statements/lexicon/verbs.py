"""Verbs: what shows, in the words after a subject, that it says, holds or merely does something.

Data as words, in patterns: a stem and any ending. What attributes in general is `cue_lexicon.py`; these few
decide between a speaker's words and the reporter's.
"""

from __future__ import annotations

import re


def _any(words: str) -> str:
    """Return a pattern for any of the lines of `words`, each an alternative of its own."""
    return "|".join(line.strip() for part in words.strip().splitlines() for line in part.split(" ; "))


# Words that attribute beyond doubt, whoever stands before them: a stranger with one of these is somebody who speaks.
_SAYING = _any(r"""
    sa(?:y|ys|id|ying) ; t(?:ell|old|ells|elling) ; add(?:s|ed|ing)? ; stat(?:es?|ed|ing) ; not(?:es?|ed|ing)
    stress\w* ; emphasi\w+ ; underlin\w+ ; underscor\w+ ; explain\w* ; argu\w+ ; claim\w* ; warn\w* ; insist\w*
    remark\w* ; repl(?:y|ies|ied) ; announc\w+ ; declar\w+ ; affirm\w* ; reaffirm\w* ; reiterat\w+ ; according
    think\w* ; believ\w* ; hop\w+ ; agree\w* ; acknowledg\w+ ; admit\w* ; ask\w* ; urg\w+ ; call\w* ; propos\w+
    suggest\w* ; express\w* ; thank\w* ; welcom\w+ ; condemn\w* ; accus\w+ ; den(?:y|ies|ied) ; criti\w+
    pledg\w+ ; promis\w+ ; vow\w* ; wr(?:ote|ites?|itten) ; report\w* ; quot\w+ ; repeat\w* ; predict\w*
    confirm\w* ; list(?:s|ed) ; voic\w+ ; remind\w* ; describ\w+ ; spoke (?:out )?(?:for|against|in favou?r of)
    disput\w+ ; appeal\w* ; object\w* ; concur\w* ; conced\w+ ; recall\w* ; regret\w* ; estimat(?:es?|ed)
""")
SAYING = re.compile(rf"\b(?:{_SAYING})\b", re.IGNORECASE)
SAYS_NEXT = re.compile(
    rf"(?:,[^,]{{1,60}},)?\s+(?P<cue>(?:(?:has|have|had|also|\w+ly)\s+)*(?:{_SAYING}))\s", re.IGNORECASE
)

# Doings of a meeting that some readings take for positions.
_DOINGS = _any(r"""
    sign ; issu ; adopt ; witness ; attend ; visit ; meet ; met ; celebrat ; commemorat ; mark ; exchang ; host
    arriv ; launch ; publish ; releas ; receiv ; inaugurat ; conduct ; enter ; discuss ; debat ; mention ; address
    review ; talk ; convers ; touch ; investigat ; impos ; travel
""")
DOING = re.compile(
    rf"(?:{_DOINGS})\w*(?:\s+(?:on|upon|into|about|up|with))?(?:\s+(?:an?|the|their|its|several|new|\w+ly|\d+)\b.*)?"
    r"|(?:hold|held)\s+(?:talks|a|the)\b.*",
    re.IGNORECASE,
)
# With one of these the doing is an utterance after all ("issued a warning").
WORDS_OF_SAYING = re.compile(r"\b(?:warning|call|appeal|demand|plea|denial|apology|threat|reminder|rebuke|promise)s?\b")

# By these several hold one position when somebody says it of them; what they merely did or share is his claim.
_STANCE = _any(r"""
    support ; back ; agree ; uphold ; believe ; want ; wish ; hope ; favou?r ; oppose ; reject ; condemn ; seek
    intend ; aim ; advocate ; consider ; reaffirm ; reiterate ; affirm ; pledge ; promise ; commit ; vow
    call for ; call on ; welcome ; stand for ; stand by ; stand ready ; attach ; recogni[sz]e ; respect ; expect
    urge ; demand ; insist ; stress ; emphasi[sz]e ; underline ; share the (?:view|position|belief|goal|opinion)
    share (?:this|that|its|these) (?:view|concern) ; regard ; decide ; resolve ; plan ; undertake ; endorse
    adhere ; concur ; approve ; encourage ; prefer ; refuse ; disagree ; holds? that ; held that ; like to
    regret ; deplore ; defend ; praise ; deny ; denie ; dispute ; value
    reserve[sd]? (?:its|their|his|her) (?:position|right) ; appreciate ; treasure ; acknowledge
""")
_STATE = _any(r"""
    interested in ; determined ; committed ; ready ; willing ; prepared ; resolved ; opposed ; in favou?r
    of (?:one|the same) (?:mind|view) ; in agreement ; agreed ; united in ; convinced ; against ; open to ; eager
    keen ; reluctant ; unwilling ; confident ; concerned
""")
_BEFORE = _any(r"""
    both ; all ; also ; have ; has ; had ; would ; will ; do ; did ; does ; not ; now ; still ; always ; never
    again ; continue to ; \w+ly
""")
STANDS = re.compile(
    rf"(?:,[^,]{{1,60}},)?\s*(?:(?:{_BEFORE})\s+)*"
    rf"(?P<cue>(?:{_STANCE})(?:s|d|ed|es|ted|sed|ing)?\b"
    rf"|(?:are|is|was|were|remains?|stands?)\s+(?:(?:{_BEFORE})\s+)?(?:{_STATE})\b)",
    re.IGNORECASE,
)

_NEGATED = re.compile(r"\b(?:not|never|no|nothing)\b|n[’']t\b", re.IGNORECASE)
_NEITHER = re.compile(r"\b(?:neither|nor)\b", re.IGNORECASE)
_NAMES_IT = re.compile(r"\b(?:mention|refer|elaborat|specif|spoke|speak)\w*", re.IGNORECASE)
_QUESTION = re.compile(r"\s*(?:whether|if|when|how|who|what|where|why)\b")


def is_silent(subject: str, cue: str, content: str) -> bool:
    """Tell whether the subject is said not to have spoken of it: no position is taken by that.

    So *did not say whether*, *neither has said when*, *does not mention*; but not *did not say that*.
    """
    if not _NEGATED.search(cue) and not _NEITHER.search(subject):
        return False
    asks = SAYING.search(cue) is not None and _QUESTION.match(content) is not None
    return asks or _NAMES_IT.search(cue) is not None
