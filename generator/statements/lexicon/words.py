"""Closed word classes of English, as far as finding subjects, verbs and clauses needs them."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = _words(
    "the a an this these those some any no every each all both several many most few another other such certain "
    "either neither half enough numerous various multiple countless fewer more"
)
NUMBERS = _words(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty "
    "ninety hundred thousand million billion dozen dozens hundreds thousands millions"
)
POSSESSIVES = _words("my your his her its our their whose")
SUBJECT_PRONOUNS = _words(
    "i he she we they it you who someone everyone everybody somebody nobody anyone anybody one others both there"
)
OBJECT_PRONOUNS = _words(
    "me him us them myself himself herself itself ourselves themselves yourself whom something anything everything "
    "nothing"
)
PREPOSITIONS = _words(
    "of in on at by for from with about against between into through during before after under over among amongst "
    "within without toward towards upon via per amid despite regarding concerning like as than across along around "
    "behind beyond near outside inside onto off out up down throughout versus till alongside following including "
    "since until because besides except below above beside beneath past"
)
SUBORDINATORS = _words("because although though while whereas if unless until since when where whether why how lest")
CONJUNCTIONS = _words("and or but nor yet")
MODALS = _words("will would can could may might must shall should cannot 'll 'd ca wo")
BE = _words("is are was were be been being am 're 'm")
HAVE = _words("has have had having 've")
DO = _words("do does did")
NEGATIONS = _words("not n't never")
WH = _words("what which who whom whose whatever whoever")
ADVERBS = _words(
    "longer also now then still again just even once often later earlier already soon ever always sometimes so too "
    "very quite rather perhaps maybe instead however indeed thus hence further ahead away back here there today "
    "yesterday tonight tomorrow almost nearly only merely simply both long far well much more most less least "
    "together separately meanwhile nevertheless nonetheless otherwise moreover furthermore finally lastly twice "
    "elsewhere abroad previously repeatedly publicly apparently reportedly allegedly immediately afterward afterwards "
    "anyway besides therefore likewise seldom rarely hardly scarcely barely aggressively privately online on-line "
    "pointedly please"
)
# Words in -ly that are no adverbs.
NOT_ADVERBS = _words(
    "family rally ally reply supply july italy assembly monopoly anomaly daily weekly monthly early likely unlikely "
    "friendly elderly only lovely lonely deadly costly orderly homily tally bully belly jelly folly apply rely imply "
    "comply multiply fly"
)
TIMES = _words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight january february march "
    "april may june july august september october november december mondays tuesdays wednesdays thursdays fridays"
)
TIME_NOUNS = _words("morning afternoon evening night week month year weekend day days weeks months years hours time")
ADJECTIVES = _words(
    "new old good first second third fourth fifth bad big small high low major minor same own last next past recent "
    "former latest public private national international federal local political economic military foreign domestic "
    "social free open strong weak clear ready willing able unable likely unlikely critical skeptical sceptical "
    "confident hopeful worried concerned aware sure certain proud sorry afraid eager reluctant wary pleased glad "
    "happy unhappy angry furious grateful supportive adamant unaware optimistic pessimistic convinced right wrong "
    "true false real important possible impossible necessary great poor rich young early late long short full empty "
    "sharp harsh vocal outspoken staunch fierce joint bilateral mutual common comprehensive strategic special senior "
    "top key main central whole entire different similar various early-stage serious racist fiery blistering scathing "
    "strong-worded"
)
ADJECTIVE_ENDINGS = ("ful", "ous", "less", "ible", "ical")
# Nouns that end like verbs; never taken for a participle or past form.
NOT_VERBS = _words(
    "need speed seed weed breed greed creed feed deed steed thing things something nothing anything everything king "
    "ring spring string wing morning evening building meeting hearing ceiling wedding sibling beijing during hundred "
    "kindred united sacred naked wicked rugged aged beloved biased ted fred red bed shed sled wed limited sterling "
    "herring being offspring housing funding training spending briefing filing ruling gathering setting reading "
    "writing-desk mixed hatred pudding lightning advertising manufacturing engineering"
)
# Verbs common enough to be met as the verb of any clause, beside those of the cue lexicon; irregular forms are added.
COMMON_VERBS = _words(
    "resume go come get give take make put set let run see look use find keep begin start stop turn move live bring "
    "happen hold lose pay meet include lead stand sit add change become remain seem appear exist stay face serve win "
    "send build fall cut reach kill raise pass sell spend grow walk watch follow create open close speak read allow "
    "try leave call ask work play lie lay draw join help arrive travel visit host sign exchange expand enter produce "
    "cause carry catch choose cost cover cross die drive drop eat end enjoy fight fill fly force form gain handle hit "
    "hurt increase kick last launch learn lift manage mark operate own pick pull push quit receive reduce release "
    "rise save seek shake share shoot shut sing sleep slip steal stem stick strike succeed suffer survive teach tear "
    "throw touch treat wait wear weigh wonder worsen write wield yield contain consist depend involve result attend "
    "belong do have be know think want mean feel deal benefit affect apply approach avoid collapse commit compete "
    "complete contribute damage deliver deny develop differ earn emerge employ ensure establish expire expose extend "
    "fail finish flee focus fund generate govern hang head hire identify improve influence invest investigate issue "
    "lack lag land link list maintain match matter miss mount occur overcome participate perform persist plunge "
    "prepare prevent proceed protect prove provide purchase pursue qualify regulate rely remove renew replace "
    "represent require resign resolve respond restore retain retire return rule secure separate settle shift slow "
    "solve span spark split spread stall stretch struggle submit surge surround suspend tend tie total trade train "
    "transform trigger vanish vary violate vote warm wash waste weaken widen withdraw boost deepen strengthen align "
    "suit treasure foster constitute commemorate coincide aid elect climb jump soar slide rank score beat defeat top "
    "trail loom swell shrink double triple halve average cling bind ban arrest detain jail imprison free sentence "
    "indict convict acquit sue bribe probe raid seize smuggle traffic invade occupy annex bomb shell bombard ambush "
    "besiege retreat surrender disarm deploy station patrol guard defend evacuate rescue stabilize stabilise "
    "normalize normalise modernize modernise rebuild repair upgrade revive revise amend repeal enact ratify legislate "
    "nominate appoint dismiss sack oust topple overthrow depose crown inherit reign preside chair convene adjourn "
    "postpone delay cancel schedule reschedule rearrange organize organise stage wage conduct execute accomplish "
    "attain obtain acquire possess rent lease borrow lend owe repay finance subsidize subsidise tax export import "
    "ship transport supply equip furnish feed house shelter clothe educate coach mentor graduate enrol enroll study "
    "research discover invent design draft compose edit print publish circulate distribute broadcast air film record "
    "photograph paint sketch carve sculpt assemble install connect disconnect bridge bypass skirt evade escape "
    "emigrate migrate immigrate relocate resettle repatriate deport expel exile evict displace uproot dominate "
    "control command shape mould mold steer guide navigate pilot board park crash collide burn explode erupt flood "
    "freeze melt drown starve thirst hunger endure withstand recover heal cure infect poison contaminate pollute "
    "clean sweep scrub dump discard recycle reuse extract mine drill pump refine process manufacture weld forge cast "
    "mill grind bake cook brew distill bottle pack wrap seal stamp label cooperate bolster promote facilitate need "
    "like love hate permit prompt order claim compel suppose accompany award celebrate coordinate enhance implement "
    "ease remember stiff dwarf boast hinge"
)
IRREGULAR = {
    "go": "went gone", "come": "came come", "get": "got gotten", "give": "gave given", "take": "took taken",
    "make": "made made", "put": "put put", "set": "set set", "let": "let let", "run": "ran run", "see": "saw seen",
    "find": "found found", "keep": "kept kept", "begin": "began begun", "bring": "brought brought",
    "hold": "held held", "lose": "lost lost", "pay": "paid paid", "meet": "met met", "lead": "led led",
    "stand": "stood stood", "sit": "sat sat", "become": "became become", "win": "won won", "send": "sent sent",
    "build": "built built", "fall": "fell fallen", "cut": "cut cut", "sell": "sold sold", "spend": "spent spent",
    "grow": "grew grown", "speak": "spoke spoken", "read": "read read", "leave": "left left", "lay": "laid laid",
    "draw": "drew drawn", "catch": "caught caught", "choose": "chose chosen", "drive": "drove driven",
    "eat": "ate eaten", "fight": "fought fought", "fly": "flew flown", "hit": "hit hit", "hurt": "hurt hurt",
    "quit": "quit quit", "rise": "rose risen", "seek": "sought sought", "shake": "shook shaken",
    "shoot": "shot shot", "shut": "shut shut", "sing": "sang sung", "sleep": "slept slept", "steal": "stole stolen",
    "stick": "stuck stuck", "strike": "struck struck", "teach": "taught taught", "tear": "tore torn",
    "throw": "threw thrown", "wear": "wore worn", "write": "wrote written", "do": "did done", "know": "knew known",
    "think": "thought thought", "mean": "meant meant", "feel": "felt felt", "deal": "dealt dealt",
    "hang": "hung hung", "overcome": "overcame overcome", "split": "split split", "spread": "spread spread",
    "withdraw": "withdrew withdrawn", "say": "said said", "tell": "told told", "understand": "understood understood",
    "forget": "forgot forgotten", "foresee": "foresaw foreseen", "swear": "swore sworn", "bet": "bet bet",
    "hear": "heard heard", "learn": "learned learned", "show": "showed shown", "prove": "proved proven",
    "undertake": "undertook undertaken", "rebut": "rebutted rebutted", "forgo": "forwent forgone",
    "misunderstand": "misunderstood misunderstood", "mislead": "misled misled", "forbid": "forbade forbidden",
    "cast": "cast cast", "broadcast": "broadcast broadcast", "forecast": "forecast forecast", "buy": "bought bought",
    "arise": "arose arisen", "flee": "fled fled", "lend": "lent lent", "bear": "bore borne", "bind": "bound bound",
    "overturn": "overturned overturned", "strive": "strove striven", "uphold": "upheld upheld", "lie": "lied lied",
    "rethink": "rethought rethought", "foretell": "foretold foretold", "reset": "reset reset", "hide": "hid hidden",
    "ring": "rang rung", "weave": "wove woven", "slay": "slew slain", "seethe": "seethed seethed",
    "override": "overrode overridden", "oversee": "oversaw overseen", "outdo": "outdid outdone",
}  # fmt: skip
