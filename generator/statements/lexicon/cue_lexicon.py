"""The words that attribute, by the complements they take. Data only.

The groups follow the verb classes of English grammars (verbs of communication, of judgement, of desire, of urging and
so on). A verb may stand in several groups. A two-part entry (``call for``) is written in `WITH_PREPOSITION`.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Saying: take a that-clause, a bare clause, a question or a quotation, and stand in a parenthesis (", he said").
SAY = _words(
    "say add note write state report explain announce declare argue claim stress warn insist recall suggest "
    "acknowledge admit reply respond mention remark observe comment emphasize emphasise tweet assert conclude confirm "
    "reiterate continue contend allege affirm aver maintain caution concede counter disclose estimate joke lament "
    "predict proclaim promise quip reason reveal speculate testify underline underscore vow pledge agree deny "
    "complain boast brag guess exclaim shout yell scream whisper mutter murmur cry ask inquire wonder answer retort "
    "interject clarify elaborate recount relate propose recommend demand posit opine pronounce repeat reaffirm "
    "restate hint imply indicate signal point tell cite read theorize retweet post blog email message deadpan intone "
    "fume grumble gripe protest rejoin chime summarize summarise summon narrate specify stipulate venture profess "
    "swear threaten rule articulate communicate confess divulge intimate grouse object surmise vent crow gloat gush "
    "rave rant marvel muse preach lecture hypothesize postulate reassert reckon rejoice sneer scoff snark blurt drawl "
    "plead beg pray demur dissent digress enthuse expound attest vouch advise wisecrack concur countered whine recite"
)
# Verbs of sound and the like: attribute a quotation, and nothing else.
UTTER = _words(
    "laugh smile nod sigh sob snap bark hiss growl grunt chuckle thunder bellow interrupt sing chant recite volunteer "
    "text read whistle beam grin shrug wink croon rap hum sniff stammer stutter drawl begin go continue"
)
# Verbs of saying whose addressee is their object: told X that.
TELL = _words("tell inform remind assure warn notify brief advise reassure ask persuade convince show promise")
# As participles after a comma these go on with the subject of the cue before: *said …, adding that*.
CONTINUING = _words(
    "say add note tell argue claim call accuse cite describe warn urge insist stress explain promise vow blame refer "
    "criticize criticise suggest point assert acknowledge emphasize emphasise admit concede ask declare announce "
    "state maintain predict reiterate conclude recall observe write promising denounce underline underscore quote "
    "joke complain boast express voice"
)
# Verb and particle that together say: shot back that, put in.
PHRASAL = {
    "shoot": "back", "put": "in", "hit": "back", "fire": "back", "cut": "in", "chime": "in", "go": "on",
    "write": "back", "point": "out", "cry": "out", "blurt": "out", "call": "out", "weigh": "in", "break": "in",
}  # fmt: skip
# Thinking, knowing, feeling: that-clause, bare clause or question.
THINK = _words(
    "believe think know hope expect feel fear worry assume doubt suspect understand realize realise recognize "
    "recognise consider suppose imagine presume trust bet reckon figure sense remember forget conclude decide "
    "determine learn discover hear foresee anticipate envision envisage wish dream regret care mind find judge accept "
    "calculate surmise reflect ponder gather concur appreciate notice guess forecast project hypothesize contend "
    "dread deem fret fancy intuit disbelieve misjudge infer deduce reason estimate gauge"
)
# Showing: the subject is a text, a poll, an act.
SHOW = _words(
    "show find reveal indicate suggest demonstrate prove illustrate imply highlight reflect confirm document detail "
    "depict portray predict project estimate read state explain express convey"
)
# Wanting and committing: to-infinitive.
WANT = _words(
    "want plan agree decline refuse vow pledge promise decide seek intend hope threaten offer demand wish expect "
    "propose aim choose opt swear commit consent resolve undertake volunteer desire prefer ask aspire hesitate vie "
    "yearn long profess purport elect request care dare pretend clamor petition struggle endeavor endeavour wait "
    "strive pray dread bother deign"
)
# Position towards a thing: noun phrase as object.
JUDGE = _words(
    "attack criticize criticise praise blast support oppose reject endorse slam question denounce condemn welcome "
    "defend dismiss mock ridicule hail applaud deride disparage denigrate blame rip bash chastise scold rebuke "
    "reprimand lambast lambaste decry assail castigate chide berate admonish upbraid laud commend admire respect "
    "appreciate love dislike despise fear resent favor favour prefer embrace back approve disapprove deplore lament "
    "mourn regret protest contest dispute refute rebut deny doubt challenge downplay tout trumpet extol champion "
    "advocate recommend urge propose suggest demand promise pledge announce declare acknowledge admit concede "
    "recognize recognise accept confirm reiterate reaffirm stress emphasize emphasise underline underscore highlight "
    "note cite mention reference invoke discuss debate explain describe detail outline recount predict foresee "
    "forecast envision anticipate expect seek desire consider contemplate mull believe understand know imagine "
    "remember recall forget value trust distrust mistrust view regard unveil reveal disclose report claim allege "
    "thank congratulate salute honor apologize rap skewer pan hammer grill lampoon satirize vilify demonize malign "
    "smear insult belittle underestimate understate overstate exaggerate repudiate disavow renounce rebuff spurn shun "
    "snub veto overturn ban prohibit forbid impose authorize authorise ratify adopt repeal abolish uphold affirm "
    "second echo parrot repeat retweet quote paraphrase estimate encourage promote pooh-pooh exhort implore beg "
    "petition beseech offer request nominate appoint name trash document chronicle depict illustrate demonstrate show "
    "propound preach peddle spout tweet vouch solicit justify rationalize excuse forgive lobby pressure press block "
    "resist confront perpetuate ignore investigate sponsor overrule grant fathom enact concoct analyze analyse "
    "examine reassert savage acclaim bless censure chasten compliment cuss damn defame deprecate eulogize excoriate "
    "fault flay herald jeer libel pillory reproach reprove roast scorn shame slander stigmatize taunt venerate abhor "
    "adore cherish covet crave detest disdain dread enjoy envy esteem exalt idolize loathe pity prize relish revere "
    "tolerate treasure worship articulate divulge intimate pose float pitch sketch hawk dodge sidestep deflect evade "
    "knock disown equate link attribute ascribe credit mandate hint flout eye weigh debunk discredit dispel rehash "
    "resurrect rail reassess reconsider revisit whitewash sanction rethink demean glorify legitimize scapegoat "
    "stereotype minimize minimise trivialize overlook misstate misrepresent distort fabricate invent parody deem want "
    "list review bemoan condone disclaim discourage disregard expose flag goad impugn needle nudge override "
    "politicize probe prod publicize query reprise retract rubbish second-guess spin tease troll underplay vindicate "
    "voice"
)
# Asking another to do: noun phrase + to-infinitive.
URGE = _words(
    "urge encourage ask tell advise invite persuade convince warn order exhort implore beg request press pressure "
    "challenge direct instruct command want expect counsel entreat remind forbid authorize authorise"
)
# Naming: noun phrase + noun phrase, adjective or "as".
CALL = _words(
    "call describe label brand dub characterize characterise portray view consider regard depict paint cast hail deem "
    "declare see denounce dismiss attack criticize criticise decry frame rate term judge name perceive treat cite "
    "identify liken compare slam blast mock deride condemn praise equate link tie credit attribute ascribe mistake "
    "herald caricature stereotype define recast lampoon typecast misrepresent tag classify designate nickname "
    "christen"
)
# Of these, those that name only with "as" or with words in quotation marks.
CALL_AS = _words(
    "view regard depict paint cast portray frame rate term judge see perceive treat cite identify compare link tie "
    "credit attribute ascribe mistake define recast classify designate name dismiss attack blast mock praise"
)
# Charging: noun phrase + of / for.
ACCUSE = _words("accuse blame fault suspect thank criticize criticise praise condemn chide scold mock attack rebuke")
# Verbs whose preposition brings the content.
WITH_PREPOSITION = {
    "accuse": "of", "adhere": "to", "admit": "to", "advocate": "for", "agonize": "over", "agree": "on with to upon",
    "allude": "to", "apologise": "for", "apologize": "for", "appeal": "for", "approve": "of",
    "argue": "for against about over", "ask": "about for", "aspire": "to", "attest": "to", "back": "away",
    "balk": "at",  "beg": "for", "believe": "in", "boast": "about of", "brag": "about",
    "break": "with", "bristle": "at", "brush": "aside off", "call": "for on upon", "campaign": "for against on",
    "care": "about", "caution": "against about", "chafe": "at", "chat": "about", "clash": "over with", "cling": "to",
    "come": "out", "comment": "on", "commit": "to", "complain": "about of", "conceive": "of", "concur": "with",
    "confer": "on", "confess": "to", "consent": "to", "consult": "on", "converse": "about",
    "crow": "about", "debate": "about", "decide": "on against", "deliberate": "on over", "delight": "in",
    "despair": "of", "differ": "with", "disagree": "with about on", "disapprove": "of", "distance": "from",
    "double": "down", "dream": "of about", "dwell": "on", "elaborate": "on", "expand": "on", "feud": "with",
    "fight": "for against", "fire": "back", "focus": "on", "fret": "about over", "go": "after", "grapple": "with",
    "gush": "about", "harp": "on", "hear": "of about", "hint": "at", "hit": "back", "home": "in", "hope": "for",
    "identify": "with", "inquire": "about", "insist": "on upon", "inveigh": "against", "joke": "about",
    "know": "of about", "lash": "out", "laugh": "at off", "lay": "out", "lean": "toward towards", "learn": "of about",
    "lie": "about", "lobby": "for against", "long": "for", "look": "to forward", "marvel": "at", "muse": "about on",
    "negotiate": "over", "nod": "to", "object": "to", "opine": "on", "opt": "for", "plan": "for on",
    "plead": "for with", "point": "to out", "ponder": "on", "pray": "for", "press": "for", "protest": "against",
    "push": "for back", "quarrel": "with", "quibble": "with over", "rage": "against at", "rail": "against at",
    "rally": "for against around behind", "rant": "about against", "react": "to", "recoil": "at", "refer": "to",
    "reflect": "on", "remark": "on", "reply": "to", "report": "on", "respond": "to", "roll": "out", "root": "for",
    "rule": "out against", "run": "on", "scoff": "at", "set": "out", "settle": "on", "shout": "about", "shrug": "off",
    "stop": "short",
    "side": "with", "sign": "off", "sing": "of", "single": "out", "sneer": "at", "sound": "off", "spar": "over with",
    "speak": "about against of on", "speculate": "about on", "spell": "out", "stand": "by against behind",
    "stick": "to by with", "stress": "on", "strike": "down", "stump": "for", "subscribe": "to", "swear": "off by to",
    "swipe": "at", "sympathise": "with", "sympathize": "with", "talk": "about of up", "tell": "of about",
    "testify": "about against to", "theorize": "about", "think": "of about", "touch": "on", "trust": "in",
    "turn": "against", "tweet": "about", "vote": "for against", "vouch": "for", "walk": "back",
    "warn": "about of against", "wave": "off", "weigh": "in", "wince": "at", "wish": "for", "wonder": "about",
    "worry": "about over", "wrestle": "with", "write": "about of", "yearn": "for", "zero": "in",
}  # fmt: skip
# Verbs that only lead to the cue: tried to make the case, continued to insist, went on to say.
LEADING = _words(
    "try continue begin start keep stop seem appear proceed rush fail manage attempt go use hasten dare tend help "
    "cease bother struggle move come love like work get"
)
# Between a form of be and an infinitive, these only lead to the cue: was able to tout.
LEADING_ADJECTIVES = _words("able unable likely unlikely set slow quick due poised free bound apt about there")
# Doing something in order to say: gathered to discuss, took to the stage to denounce.
PURPOSE = _words("gather meet take come go convene use appear speak assemble return rise sit stand travel write arrive")
# Making another say: forced him to admit.
CAUSING = _words("lead force prompt cause compel drive oblige move inspire")
# be + adjective: towards what.
ADJECTIVES = _words(
    "concerned worried confident hopeful critical skeptical sceptical supportive proud sure certain aware unaware "
    "convinced optimistic pessimistic afraid glad happy pleased sorry adamant willing unwilling ready eager reluctant "
    "determined disappointed surprised shocked outraged appalled grateful thankful dismissive wary doubtful uncertain "
    "opposed committed keen resolved satisfied dissatisfied angry furious upset excited passionate dedicated "
    "apologetic unconvinced interested fearful alarmed troubled horrified dismayed delighted thrilled bullish bearish "
    "frank coy clear against mindful conscious envious fond tired scared nervous anxious hesitant loath curious "
    "intent bent open receptive hostile sympathetic loyal indifferent resistant vocal outspoken candid blunt explicit "
    "silent mum evasive vague honest defensive emphatic unapologetic unequivocal cautious guarded ambivalent "
    "conflicted undecided unanimous impressed baffled puzzled perplexed confused stunned disgusted offended "
    "embarrassed ashamed humbled honored inspired encouraged heartened disheartened discouraged frustrated irritated "
    "annoyed infuriated enraged incensed saddened relieved obsessed fascinated enamored bothered disturbed unsettled "
    "rattled spooked unfazed resigned positive hawkish dovish bitter jealous weary sceptic distrustful mistrustful "
    "suspicious leery"
)
# be + noun: is a critic of.
ROLES = _words(
    "supporter critic advocate opponent proponent defender champion fan believer admirer skeptic sceptic foe backer "
    "supporters critics advocates opponents proponents defenders champions fans believers admirers skeptics backers "
    "enemy ally follower followers devotee apologist detractor detractors"
)
# be + in + noun: is in favour of.
STANDS = _words("favor favour support agreement disagreement despair awe denial doubt love sync line talks")
# The noun that carries an attribution: his statement that, a pledge to, support for, a light verb's object.
NOUNS = _words(
    "statement claim report announcement argument assertion belief view opinion conclusion suggestion hope fear "
    "concern worry promise pledge vow commitment decision proposal plan demand request call appeal warning threat "
    "allegation accusation charge prediction forecast estimate expectation feeling conviction position stance "
    "criticism praise support opposition endorsement condemnation denial admission acknowledgment acknowledgement "
    "confirmation reminder remark comment complaint question doubt suspicion contention insistence declaration "
    "assurance explanation theory agreement consensus understanding desire wish determination willingness readiness "
    "refusal reluctance offer intention recommendation advice resolution attack rejection respect admiration disdain "
    "obsession skepticism scepticism disagreement confidence optimism note speech letter message word testimony "
    "ruling judgment judgement verdict observation emphasis rhetoric tweet interpretation assessment aim goal "
    "aversion guess speculation rumor rumour notice dismay outrage regret gratitude thanks insinuation revelation "
    "disclosure depiction portrayal characterization characterisation description reference mention allusion "
    "broadside jab swipe taunt insult joke quip boast rant tirade grievance gripe lament objection protest plea "
    "petition invitation order directive command instruction ban backing approval disapproval blessing sympathy love "
    "hatred dislike distaste contempt scorn mockery ridicule derision adulation adoration affection affinity passion "
    "enthusiasm zeal dream ambition aspiration intent oath guarantee caution projection calculation hunch hypothesis "
    "assumption presumption perception impression recognition realization awareness faith trust mistrust distrust "
    "anxiety alarm anger fury indignation frustration disappointment remorse apology tribute condolence "
    "congratulation unity answer response reply finding reservation misgiving insight"
)
# Verbs with hardly a meaning of their own: express concern that, make the case, reach a consensus to.
LIGHT = _words(
    "make give reach express voice raise take have issue deliver offer release sign hold draw share set state send "
    "pose lodge file publish post convey extend come strike show pay put unleash harbor harbour face throw lend cast "
    "sound carry"
)
# Never nouns after a determiner; everything else in the lexicon that is also a noun needs its context.
NEVER_NOUNS = _words(
    "say tell argue believe think insist assert agree decline refuse accuse criticize criticise oppose reject "
    "denounce acknowledge admit describe suggest propose explain know hope-for announce declare conclude confirm deny "
    "complain maintain contend allege affirm aver concede predict reiterate recommend emphasize emphasise consider "
    "expect seek decide ask wonder recall realize realise recognize recognise include become remain provide require "
    "allow bring assume understand imagine encourage advise invite persuade convince inform remind assure defend "
    "dismiss condemn choose intend commit mention write add indicate prove demonstrate reveal learn hear speak let "
    "get be do have go lose pay meet send keep begin appear seem exist receive create join apply develop happen "
    "prefer want appreciate"
)
