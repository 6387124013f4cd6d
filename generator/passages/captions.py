"""Captions: the words under a picture, told by their credit, by their picture, or by the way captions are written."""

from __future__ import annotations

import re

_LONGEST = 700
_AGENCY = (
    r"(?:REUTERS|Reuters|AFP|EPA|EFE|EPA-EFE|AP|TASS|Xinhua|Getty|Getty Images|Shutterstock|iStock|Alamy|SIPA|Sputnik)"
)
_PICTURE = (
    r"(?:Photo|Photograph|Photography|Image|Picture|Pic|Illustration|Graphic|Infographic|Video|Screenshot|Foto)s?"
)
# What stands after "Photo by": names, and no words of a sentence.
_NAME = r"(?:[^\W\d_a-z][\w.’'@-]*+|@\w++|of|for|the|and|via|de|van|von|\d{1,4})"
_NAMES = rf"{_NAME}(?:[\s,/|&–—-]{{1,4}}+{_NAME}){{0,8}}"
# A credit that could be a word of a sentence ("an AP photo") must begin a stretch of its own.
_APART = r"(?:^|[.!?|(\[–—]\s?|\]\s?)"
_CREDIT = re.compile(
    r"(?:"
    rf"(?:^|[\s(\[|/–—.-])(?:{_PICTURE}|PHOTOS?|IMAGES?|PICTURES?|(?:Picture|Photo) credit|Credit|CREDIT)"
    r"(?: credit| source| Credit| CREDIT)?s?\s?(?::|\||/)[^.!?\n]{1,70}(?:\.(?:com|net|org|gov)[^.!?\n]{0,30})?"
    rf"|(?:^|[\s(\[|/–—.-]){_PICTURE}(?: taken| provided)?\s(?:by\s|courtesy\s(?:of\s)?|from\s){_NAMES}"
    rf"|\sREUTERS/{_NAMES}|{_APART}(?:"
    rf"{_PICTURE}\s{_NAMES}|(?:File|Illustrative|[A-Z]{{2,5}}(?:/[A-Z]{{2,5}})?)\s(?i:photo|image|picture)s?(?:\sby\s{_NAMES}|/{_NAMES})?"
    rf"|{_AGENCY}\s?/\s?{_NAMES}|{_NAME}(?:\s{_NAME}){{0,4}}/\s?(?:{_AGENCY}|Pool|Handout)\b(?:/{_NAMES}|\svia\s{_NAMES})?"
    rf"|(?:Courtesy|Handout)\s(?:of|via|from|photo)\s{_NAMES})"
    r")[\s)\]|.*_]*(?:(?:Acquire|Purchase) Licensing Rights.{0,30})?\Z"
)
# "… in Alder City on May 3. Jane Doe/Alder Post": names with a stroke after the last sentence.
_STROKE = re.compile(
    r"[.!?…)]\s+(?:[A-Z][\w.’'-]*\s){0,4}[A-Z][\w.’'-]*\s?/\s?[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,4}[\s|]*\Z"
)
_MARKDOWN_IMAGE = re.compile(r"!\[[^\]\n]{0,400}\]\([^)\n]{0,600}\)")
_POINTING = re.compile(
    r"\((?:(?:front|back|top|bottom|far|second|third|standing|seated|pictured|bottom|middle)[ ,]*)*"
    r"(?:left|right|centre|center|left side|right side|pictured|file|file photo|illustration|archive)"
    r"(?:[ ,](?:left|right|centre|center|row|side|photo|in [\w ]{1,20}))*\)"
    r"|\bA (?:general|file|aerial|panoramic) (?:view|photo|picture|image)\b|\bfile photo\b|\bseen here\b|\(from left\b"
    r"|\(L-R\)|\bfrom left(?: to right)?[:,]|\b(?:is|are) pictured\b"
    r"|\bin this (?:file |undated |handout )?(?:photo|picture|image)\b"
    r"|^(?:Caption|Pictured|Above|Left|Right|In (?:the|this) (?:photo|picture))\s?:",
    re.IGNORECASE,
)
_SCENE = re.compile(
    r"\b(?:speaks?|talks?|converses?|meets?|holds?|attends?|signs?|delivers?|address(?:es)?|waves?|greets?|welcomes?|"
    r"shakes?|poses?|arrives?|walks?|gestures?|looks?|smiles?|stands?|sits?|receives?|witness(?:es)?|reviews?|inspects?|"
    r"hosts?|listens?|applauds?|presents?|toasts?|embraces?|hugs?|chairs?|tours?|lays?|watch(?:es)?)\b"
)
_SETTING = re.compile(
    r"\b(?:at|during|before|after|ahead of|prior to|in|on|with|as|following|outside|inside|beside|next to)\b"
)
_TOLD = re.compile(
    r"\b(?:said|says|told|added|stressed|noted|affirmed|agreed|was|were|had|has|have|will|would|is|are|according|that|"
    r"he|she|they|it|his|her|their)\b|[“”\"]",
    re.IGNORECASE,
)
# Without one of these no line has a credit, and none points at a picture; most lines have none.
_CREDIT_SIGNS = tuple("/ photo image pic illustration graphic video screenshot foto credit courtesy handout".split())
_POINTING_SIGNS = tuple("( view photo pictur image left right caption above seen".split())
# Before the verb of a scene stand people, and no other verb, adverb or clause.
_NOT_A_SUBJECT = re.compile(
    r"[,;:]|\b[a-z]+(?:ed|ing|ly)\b|^(?:After|Before|At|In|On|During|For|With|When|As|By|From|Following|Both|These|This)\b"
)
_REPORTED = re.compile(r"\b(?:said|says|told|added|stressed|noted|affirmed|asked|voted)\b")
_STOP_INSIDE = re.compile(r"[.!?]\s+[A-Z]")


def has_credit(line: str) -> bool:
    """Say whether a line ends in a picture credit ("Photo by …", "(Photo: …)", "REUTERS/…") or is a Markdown image."""
    if len(line) > _LONGEST:
        return False
    tail = line[-140:]
    small = tail.lower()
    if not any(sign in small for sign in _CREDIT_SIGNS) and not line.startswith("!"):
        return False
    return bool(_CREDIT.search(tail) or _STROKE.search(tail) or _MARKDOWN_IMAGE.fullmatch(line))


def points_at_a_picture(line: str) -> bool:
    """Say whether a line speaks of people as they stand in a picture: "(left)", "A general view of …"."""
    small = line.lower()
    if len(line) > 350 or not any(sign in small for sign in _POINTING_SIGNS) or _REPORTED.search(line):
        return False
    return _POINTING.search(line) is not None or ("(L)" in line and "(R)" in line)


def is_scene(line: str) -> bool:
    """Say whether a line is written like a caption: one short sentence on who does what where.

    By itself this proves nothing, a headline is written so too; where the text has pictures and news in the past tense,
    it is the mark of a caption without a credit.
    """
    if len(line) > 200 or _STOP_INSIDE.search(line.rstrip(".")) or _TOLD.search(line):
        return False
    scene = _SCENE.search(line)
    if scene is None or not line[:1].isupper() or _NOT_A_SUBJECT.search(line[: scene.start()]):
        return False
    return _SETTING.search(line, scene.end()) is not None
