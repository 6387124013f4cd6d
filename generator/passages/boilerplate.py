"""What a saved web page or a press release carries beside its text: labels, buttons, notices, picture names, weather.

Each test looks at one line of at most `LONGEST` code points; longer lines are never boilerplate.
"""

from __future__ import annotations

import re

LONGEST = 600

# Whole lines, in lower case and without the marks around them. The words of news sites at large.
_LABELS = frozenset(
    line.strip()
    for line in """
    must read|must reads|must-read|read more|read also|also read|see also|see more|view more|more|more news|more stories
    more articles|more from|more on this story|more on this topic|latest articles|latest news|latest stories|latest
    related|related news|related articles|related stories|related posts|related topics|related content|related links
    other news|other articles|most read|most viewed|most popular|popular|popular news|trending|trending now|top stories
    top news|top articles|hot news|editor's picks|editors' picks|editor's choice|recommended|recommended for you
    recommended articles|you may also like|you might also like|you may be interested in|you might be interested in
    in this section|on this page|table of contents|what to read next|read next|up next|next article|previous article
    previous post|next post|next|previous|back|back to top|back to home|go back|top|home|homepage|menu|main menu|search
    close|skip to content|skip to main content|skip to navigation|log in|login|sign in|sign up|register|my account
    subscribe|subscribe now|subscribe today|newsletter|newsletters|donate|support us|share|share this|share this article
    share this story|share this page|share this post|share on facebook|share on twitter|share on x|share on linkedin
    share via email|tweet|email|e-mail|email this|print|print this|print this page|print article|save|save article|saved
    bookmark|copy link|link copied|copied|like|follow|follow us|feedback|send feedback|comment|comments|no comments
    view comments|show comments|add a comment|add comment|post a comment|post comment|leave a comment|leave a reply
    leave your comment|write a comment|join the conversation|reply|cancel reply|submit|send|save my name
    advertisement|advertisements|advertising|ad|sponsored|sponsored content|promoted|promoted content|partner content
    story continues below|story continues below advertisement|article continues below|continue reading
    continue reading below|continued below|scroll to continue|tags|topics|categories|category|keywords|source|sources
    contact|contact us|contacts|about|about us|careers|terms of use|terms of service|terms and conditions|privacy policy
    privacy|cookie policy|cookies|accept|accept all|accept cookies|i agree|disclaimer|all rights reserved
    sitemap|site map|rss|rss feed|facebook|twitter|x|instagram|youtube|linkedin|whatsapp|telegram
    tiktok|pinterest|reddit|viber|messenger|listen|listen to this article|listen to article
    play|pause|mute|watch|video|videos|photos|photo gallery
    gallery|audio|podcast|live|breaking news|breaking|download|download pdf|view pdf|text size|font size|a a a|a- a+
    a+ a-|aa|loading|loading…|please wait|language|languages|english|notes|ends|end|the end|press contact
    press contacts|media contact|media contacts|for immediate release|immediate release|embargoed
    load more|show more|show less|read less|see all|view all|expand|collapse|report an error|report a typo
    get the app|download our app|view original|original article|view on map|error|page not found
    """.replace("\n", "|").split("|")
    if line.strip()
)

# How a line of boilerplate begins, whatever it goes on with. Imperatives name what they are about, so that a sentence
# ("Follow us into this alliance", "Share this vision") is not taken for one.
_BEGINNINGS = re.compile(
    "|".join(
        (
            r"(?:read (?:more|also|next|the full (?:story|article|text))|also read|see also)\s?[:|»›→]",
            r"(?:related(?: \w+)?|more on|more from|recommended|watch|listen|filed under|posted in)\s?[:|»›→]",
            r"(?:don['’]t miss|further reading)\s?[:|»›→]",
            r"(?:tags?|topics?|categor(?:y|ies)|keywords?|page|views?|issn|doi|licen[cs]e(?: no)?)\s?[:|»›→]",
            r"(?:contacts?|(?:media|press) (?:contacts?|office|enquiries|inquiries)|editor-in-chief)\s?[:|»›→]",
            r"(?:tel|phone|telephone|fax|e-?mail|website|address|hotline)\s?[:|»›→]",
            r"(?:like|follow|join|find) us (?:on|at|via)\b",
            r"our standards:",
            r"(?:subscribe|sign up) (?:to|for|now|here|today)\b",
            r"share (?:(?:this )?(?:on|via)\b|this (?:article|story|page|post)\b)",
            r"(?:click (?:here|on)|tap here|please enter your|your e-?mail address|save my name)\b",
            r"(?:you must be logged in|log in to|view comments|image source|support our journalism)\b",
            r"get (?:the|our|all the|your) (?:latest|daily|news|free)\b",
            r"stay (?:up to date|informed|tuned) (?:with|on|for)\b",
            r"download (?:the|our) (?:\w+ ){0,2}app\b",
            r"(?:we use|accept(?: all)?|this (?:web)?site uses) cookies\b",
            r"by (?:continuing|using)(?: to (?:use|browse))? (?:our|this|the) (?:web)?site\b",
            r"for (?:more|further) information,? (?:please )?(?:contact|visit|see|call)\b",
            r"for (?:media|press) (?:enquiries|inquiries|contacts?|information)\b",
            r"this (?:article|story|post) (?:was |has been )?(?:originally |first )?"
            r"(?:appeared|published|updated|corrected)\b",
            r"©|\(c\)\s*(?:19|20)\d\d|copyright\s*(?:©|\(c\)|(?:19|20)\d\d|by\b|:|all rights)",
        )
    ),
    re.IGNORECASE,
)
_FOLLOW = re.compile(r"follow\b.{1,60}\bon (?:twitter|facebook|instagram|x|telegram|youtube|linkedin)\b", re.IGNORECASE)
_RIGHTS = re.compile(
    r"all rights reserved|may not be (?:reproduced|republished)|\bunsubscribe\b|\bour (?:\w+ ){0,2}newsletters?\b",
    re.IGNORECASE,
)
_RIGHTS_SIGNS = ("rights", "may not be", "unsubscribe", "newsletter")
# What stands below a commentary: "Rita Vance teaches at Fairhaven. The views expressed are her own."
_DISCLAIMER = re.compile(
    r"[^“”\"]*\b(?:views|opinions) (?:expressed|stated) (?:here |herein |above |in (?:this|the) \w+ )?"
    r"(?:are|belong|do not|reflect)\b[^“”\"]*",
    re.IGNORECASE,
)
# What an agency writes to its desks: "(Adds quotes, paragraph 4)".
_DESK = re.compile(
    r"[(\[](?:Adds|Updates|Recasts|Corrects|Refiles|Repeats|Rewrites|Releads|Eds|Editors?[’']? note)\b.{0,200}[)\]]"
)
_COMMENTS = re.compile(
    r"(?:\d+ )?comments?(?: \(?\d+\)?)?|(?:leave|post|add|write|view|show|join)[ \w]{0,10} "
    r"(?:reply|comments?|conversation)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\(?\d[\d.,]*\s?[kKmM]?\)?\s?(?:comments?|shares?|views?|likes?|replies|reply|min(?:ute)?s?(?: read)?|reads?)"
    r"|(?:comments?|shares?|views?|likes?)\s?:?\s?\(?\d[\d.,]*[kKmM]?\)?",
    re.IGNORECASE,
)
_LINKS = re.compile(
    r"\W*(?:related|latest|more|other|most|top|trending|popular|recommended|you (?:may|might)|read|"
    r"see also|editor.?s|hot news|up next|what to read|must.read|also read)\b",
    re.IGNORECASE,
)
_ENDING = re.compile(
    r"#{2,}|-\s?30\s?-|[*_–—=~.•·|/\\\s-]+|\[?(?:ends?|more)\]?|\d{1,3}|\[\d{1,3}\]|page \d+(?: of \d+)?"
    r"|[-–—] \d{1,3} [-–—]",
    re.I,
)
_ADDRESS = re.compile(
    r"<?(?:https?://|www\.)\S+>?|\[[^\]\n]{0,80}\]\(\S*\)|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+?\(?\d[\d\s().-]{6,}\d|@\w{2,30}|(?:#\w+\s*)+"
)
_MARKUP = re.compile(r"<[^<>]{1,300}>")
_PICTURE = re.compile(
    r"[^\n/]{0,150}?[\w)\]]\.(?:jpe?g|png|gif|webp|bmp|tiff?|svg|heic|avif|mp4|mov|webm)", re.IGNORECASE
)
_DEGREES = r"[-–−+]?\d{1,3}(?:[.,]\d)?\s?(?:°\s?[CF]?|[CF]|℃|℉)"
_PLACE = r"[^\W\d_a-z][^\W\d_]*(?: [^\W\d_a-z][^\W\d_]*){0,3}"
_WEATHER = re.compile(rf"(?:{_PLACE}[,:]? )?{_DEGREES}(?:[,:]? {_PLACE})?")

_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w+|\+\d[\d ().-]{6,}\d|\b0\d[\d ().-]{6,}\d|\(\d{2,4}\)\s?\d{3,}[\d -]{3,}")
_CONTACT_WORD = re.compile(
    r"\b(?:contact|e-?mail|tel|fax|phone|telephone|mobile|press office|enquir\w+|inquir\w+)\b", re.IGNORECASE
)


def is_boilerplate(line: str) -> bool:
    """Say whether a whole line (no white space around) belongs to the page and not to the text."""
    if len(line) > LONGEST:
        return False
    bare = line.strip(" \t\u00a0*_#[]|•·»›→<>-–—:.!…").casefold().replace("’", "'")
    if bare in _LABELS or _ENDING.fullmatch(line) or _COUNTED.fullmatch(line) or _ADDRESS.fullmatch(line):
        return True
    if len(line) <= 300 and (
        _BEGINNINGS.match(line.lstrip("*_>»→•- "))
        or _FOLLOW.match(line)
        or (any(sign in bare for sign in _RIGHTS_SIGNS) and _RIGHTS.search(line))
        or _DESK.fullmatch(line)
        or (any(sign in bare for sign in ("views", "opinions")) and _DISCLAIMER.fullmatch(line))
    ):
        return True
    if len(line) <= 200 and _CONTACT.search(line) and _CONTACT_WORD.search(line):
        return True
    if len(line) <= 200 and _is_menu(line):
        return True
    return "<" in line and not _MARKUP.sub("", line).strip(" .")


def _is_menu(line: str) -> bool:
    """Say whether a line is a row of buttons: "Home | World | Sport", "Share Tweet Email"."""
    parts = [part.strip() for part in re.split(r"[|•·»›>]|\s/\s", line)]
    if len(parts) >= 3 and all(parts) and max(len(part.split()) for part in parts) <= 3:
        return not line.endswith((".", "!", "?"))
    words = line.casefold().split()
    return 2 <= len(words) <= 8 and all(word in _LABELS for word in words)


def opens_comments(line: str) -> bool:
    """Say whether a line of boilerplate is the head of the readers' comments."""
    return _COMMENTS.fullmatch(line.strip(" :*#()")) is not None


def heads_links(line: str) -> bool:
    """Say whether a line of boilerplate stands above titles of other articles."""
    return _LINKS.match(line) is not None


def is_picture_name(line: str) -> bool:
    """Say whether a line is the file name of a picture and nothing else."""
    return len(line) <= LONGEST and _PICTURE.fullmatch(line) is not None


def is_weather(line: str) -> bool:
    """Say whether a line is a temperature, as in the corner of a news page."""
    return len(line) <= 40 and _WEATHER.fullmatch(line) is not None
