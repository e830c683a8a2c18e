"""Does fighting only go on behind the news: "amid ongoing exchanges of fire", "has been trading near-daily fire"?

Such words tell of no one happening, and what happened is not a part of them.
"""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.events import ATTACK
from fogline.lexicon.status import status_words
from fogline.read.other_times import at_other_times
from fogline.read.status import is_recalled, names_a_day, only_known_for, only_told_of
from fogline.read.what import VIOLENT, Trigger

TALKS = "talks"
OF_LONG = frozenset(
    {"territory", "detention", "property", "threat", "pledge", TALKS}
)  # what is done at once, and told of in sum as well
HAVE = ("has", "have")  # what somebody "had" done daily was until then
BEING = ("is", "are")
FOUGHT = VIOLENT | {ATTACK}  # groups of what is done at once and can go on
AIMED = frozenset({"territory", "detention"})  # groups that are told as the aim of something else as well
THROUGHOUT = ("in", "during", "throughout", "over")
SHORT = 2  # digits of a number of days that is no long time
PERIOD = "period"
STEPS = 3  # from the words of fire or fighting up to the preposition or the verb that they hang on


def only_behind(group: str, token: Token) -> bool:
    """Whether words of a group tell of what goes on behind the news, or of what something is for: no happening."""
    if group == TALKS and (only_told_of(token) or only_known_for(token)):
        return True  # "restaurants where officials meet", "China, which has brokered truces"
    if group == "territory" and _only_held(token):
        return True
    verb = _is_verb(token)
    if group in OF_LONG and verb and _so_far(token) and (_long_since(token) or (group == TALKS and _all_along(token))):
        return True  # "has taken four towns in the course of the war", "have been mediating for two years"
    if group in FOUGHT | OF_LONG and (_at_the_outset(token) or at_other_times(token) or _in_sum(token)):
        return True
    if group == TALKS and not verb and _drags_on(token):
        return True
    return (group in FOUGHT and stands_behind(token)) or (group in AIMED and _is_aim(token))


def names_who(trigger: Trigger, triggers: Sequence[Trigger], doc: Doc, days: Sequence[tuple[int, int]]) -> bool:
    """Whether a deed only says who he is to whom another is done: "killed the man behind the massacre in a strike".

    Not where its own words tell the day (days stand at `days`): "arrested two men behind Sunday's attack".
    """
    word = doc[trigger.token]
    if _are_buried(word) and not any(word.left_edge.idx <= day < word.right_edge.idx for day, _ in days):
        return True
    if word.dep_ != "pobj" or word.head.lower_ != "behind" or len(triggers) == 1:
        return False
    start, end = word.left_edge.idx, word.right_edge.idx
    verb = next((up for up in word.head.ancestors if up.pos_ == "VERB"), None)
    done = verb is not None and any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children)
    return done and not any(start <= day < end for day, _ in days)


def _are_buried(word: Token) -> bool:
    """Whether a killing only says whose funeral it is: "the funerals of those killed by the army"."""
    dead = word.head if word.dep_ == "acl" and word.tag_ == "VBN" else None
    buried = dead is not None and dead.dep_ == "pobj" and dead.head.lower_ in ("of", "for")
    return buried and dead is not None and dead.head.head.lemma_.lower() in deeds().rites


def _is_verb(token: Token) -> bool:
    """Whether a word is a verb and no gerund that stands where a noun does: "fighting in the east has intensified"."""
    return token.pos_ in ("VERB", "AUX") and not (token.tag_ == "VBG" and token.dep_ in ("nsubj", "nsubjpass", "pobj"))


def _at_the_outset(word: Token) -> bool:
    """Whether a deed is told by a war's beginning, without a day: "the war began when they stormed it".

    Also "they began to fire rockets a day after the war broke out".
    """
    if any(_breaks_out(v) for v in _clauses_after(word)) or any(_early_in_a_war(w) for w in (word, word.head)):
        return True
    if any(_since_a_year(up) for up in (word, *word.ancestors)):
        return True
    for up in (word, *word.ancestors):
        if up.dep_ not in ("advcl", "pcomp", "pobj", "prep", "conj", "dobj", "ccomp"):
            return False
        if up.dep_ in ("advcl", "prep") and _breaks_out(up.head):
            return not names_a_day(up.head)
    return False


def _early_in_a_war(verb: Token) -> bool:
    """Whether a verb tells what was done when a war began: "at the start of the invasion", "in its first months"."""
    spans = [o for p in verb.children if p.dep_ == "prep" for o in p.children if o.dep_ == "pobj"]
    early = status_words().outset | status_words().first_times
    if verb.dep_ == "relcl" and verb.tag_ == "VBD" and verb.head.lemma_.lower() in status_words().whole_wars:
        times = verb.head.head.head  # "in the first weeks of the war the rebels took it", read as the war's own clause
        return verb.head.head.lower_ == "of" and times.lemma_.lower() in early and not names_a_day(verb)
    if verb.pos_ != "VERB" or not spans:
        return False
    spans = [o for o in spans if o.lemma_.lower() in early]
    told = [g.lemma_.lower() for o in spans for p in o.children if p.lower_ == "of" for g in p.children]
    return not status_words().whole_wars.isdisjoint(told) and not names_a_day(verb)


def _since_a_year(verb: Token) -> bool:
    """Whether a clause tells what began in a year: "since 2015, when militants began mounting raids"."""
    year = verb.head
    return verb.dep_ == "relcl" and year.pos_ == "NUM" and year.dep_ == "pobj" and year.head.lower_ == "since"


def _in_sum(word: Token) -> bool:
    """Whether a deed is one of many, in a war or a month, time and again, or what somebody is wont to do.

    "During the 44-day war they took nine towns", "last month alone 45 died in raids", "has changed hands three times".
    """
    verb = word if _is_verb(word) else next((t for t in word.ancestors if t.pos_ == "VERB"), None)
    if verb is None:
        return False
    own = verb == word
    return (own and (_in_a_war(verb) or _many_times(verb))) or _in_a_month_alone(verb) or _is_wont(verb)


def _in_a_war(verb: Token) -> bool:
    """Whether a verb tells what was done in the course of a war that is over, and on no day of it."""
    if verb.tag_ not in ("VBD", "VBN") or _so_far(verb) or names_a_day(verb):
        return False
    words = status_words()
    wars = (
        c for p in verb.children if p.lower_ in THROUGHOUT for c in p.children if c.lemma_.lower() in words.whole_wars
    )
    return any(_is_told_as_past(war) for war in wars)


def _is_told_as_past(war: Token) -> bool:
    """Whether words before a war tell its length or its year: "the 44-day war", "the 2006 war"."""
    before = [t for c in war.children if c.i < war.i for t in c.subtree]
    return any(t.like_num or t.lower_ in ("day", "week", "month", "year") or t.lower_.isdigit() for t in before)


def _many_times(verb: Token) -> bool:
    """Whether a verb tells what has been done several times up to now: "has changed hands three times since".

    What a colon parts off tells each time of them.
    """
    times = any(c.dep_ in ("npadvmod", "advmod", "dobj") and c.lower_ in ("times", "twice") for c in verb.children)
    if not times or not _so_far(verb):
        return False
    return not any(t.lower_ in ("today", "overnight") for t in verb.subtree) and ":" not in {t.text for t in verb.doc}


def _in_a_month_alone(verb: Token) -> bool:
    """Whether a verb tells all that was done in a month or longer: "last month alone", "in March alone"."""
    spans = [c for c in verb.children if c.dep_ == "npadvmod"]
    spans += [c for p in verb.children if p.lower_ in THROUGHOUT for c in p.children if c.dep_ == "pobj"]
    alone = [s for s in spans if s.i + 1 < len(s.doc) and s.doc[s.i + 1].lower_ == "alone"]
    return any(not s.lower_.endswith("day") and s.lower_ not in ("today", "night", "hours") for s in alone)


def _is_wont(verb: Token) -> bool:
    """Whether a verb is what somebody is known to do: "have been known to stage attacks", "used to raid farms"."""
    above = verb.head
    if verb.dep_ != "xcomp" or above.lemma_.lower() not in status_words().wont:
        return False
    if any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children):
        return False  # "fourteen are known to have died" tells of what was done once
    passive = any(c.dep_ == "auxpass" for c in above.children)
    return passive == (above.lemma_.lower() in ("know", "accustom")) and not any(
        c.dep_ == "dobj" for c in above.children
    )


def _drags_on(talks: Token) -> bool:
    """Whether talks are only what has been going on, or what something is done in spite of: "stalled for months"."""
    if talks.dep_ == "pobj" and talks.head.lower_ in ("despite", "amid", "amidst"):
        return True
    return talks.dep_ in ("nsubj", "nsubjpass") and _so_far(talks.head) and _long_since(talks.head)


def _clauses_after(word: Token) -> list[Token]:
    """The verbs of clauses behind "after" or "when" that a deed hangs them on, or a span of time beside it."""
    spans = [c for c in word.children if c.dep_ in ("npadvmod", "prep")]
    clauses = [c for w in (word, *spans) for c in w.children if c.dep_ in ("advcl", "pcomp")]
    return [c for c in clauses if c.head.lower_ == "after" or any(m.lower_ in ("after", "when") for m in c.children)]


def _breaks_out(verb: Token) -> bool:
    """Whether a verb tells that a war began."""
    if verb.lemma_.lower() not in status_words().breaking_out:
        return False
    begun = [verb.head if c.tag_ == "WDT" else c for c in verb.children if c.dep_ == "nsubj"]
    return any(c.lemma_.lower() in status_words().wars for c in begun)


def _only_held(verb: Token) -> bool:
    """Whether a verb only says in whose power a place is: "a village controlled by the army", "gangs control it"."""
    if verb.lemma_.lower() not in status_words().in_power:
        return False
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return True
    stands = verb.tag_ in ("VBZ", "VBP") or any(c.dep_ == "auxpass" and c.lower_ in BEING for c in verb.children)
    return stands and not any(c.dep_ == "advmod" or c.lower_ in HAVE for c in verb.children)


def stands_behind(token: Token) -> bool:
    """Whether the deed that a word tells of goes on all the time, and is told as what stands behind the news."""
    return _verb_goes_on(token) if _is_verb(token) else _noun_goes_on(token)


def _verb_goes_on(verb: Token) -> bool:
    """ "Has traded near-daily fire", "since then have struck back by firing rockets"."""
    if verb.dep_ == "relcl" and verb.head.pos_ == "NOUN" and _noun_goes_on(verb.head):
        return True  # "has carried out near-daily raids in which it killed hundreds"
    if verb.dep_ == "pcomp" and verb.head.head.pos_ == "VERB" and _so_far(verb.head.head):
        return _long_since(verb.head.head)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and _so_far(verb.head) and _of_late(verb.head):
        return True  # "have stepped up raids in recent weeks, killing dozens"
    if _until_then(verb) and (_long_since(verb) or _goes_on(verb) or (verb.dep_ == "ccomp" and _all_along(verb))):
        return True
    objects = [c for c in verb.children if c.dep_ in ("dobj", "prep")]
    objects += [g for o in objects if o.dep_ == "prep" for g in o.children if g.dep_ == "pobj"]
    return _so_far(verb) and (
        _long_since(verb) or _of_late(verb) or any(_goes_on(t) for t in (verb, *objects)) or _all_along(verb)
    )


def _until_then(verb: Token) -> bool:
    """Whether a verb tells what somebody had been doing: "had been shelling the town for weeks"."""
    had_been = {c.lower_ for c in verb.children if c.dep_ == "aux"} >= {"had", "been"}
    return had_been and verb.tag_ == "VBG"


def _of_late(verb: Token) -> bool:
    """Whether a verb tells of the last weeks or months: "in recent weeks", "over the past few months"."""
    words = status_words()
    spans = (c for p in verb.children if p.lower_ in THROUGHOUT for c in p.children if c.lower_ in words.lasting)
    return any(g.lower_ in words.recent for span in spans for g in span.children)


def _as_a_rule(verb: Token, steady: bool) -> bool:
    """Whether what a verb tells is done time and again: "still carries out frequent attacks", "regularly raids"."""
    plain = verb.tag_ in ("VBZ", "VBP") and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return plain and (steady or is_recalled(verb))


def _noun_goes_on(word: Token) -> bool:
    """ "Amid ongoing exchanges of fire", "there has been fighting for weeks"."""
    steady, deed = False, word
    for _ in range(STEPS):
        steady, above = steady or _goes_on(word), word.head
        if word.dep_ in ("dobj", "attr", "nsubj"):
            swells = word == deed and word.dep_ != "dobj" and _swells(above)  # not "the toll of the raid has risen"
            sum_told = _so_far(above) and (steady or _long_since(above) or swells)
            return sum_told or _as_a_rule(above, steady) or (word.dep_ == "nsubj" and _is_common(above))
        if word.dep_ == "pobj" and above.dep_ == "agent":
            return _so_far(above.head) and _drives_out_crowds(above.head)
        if word.dep_ not in ("pobj", "prep"):
            break
        if above.lower_ in status_words().behind_it:
            return steady
        word = above
    return False


def _swells(verb: Token) -> bool:
    """Whether a verb says what fighting as a whole has done, of no day: "has intensified", "in recent weeks"."""
    return _of_late(verb) or (verb.lemma_.lower() in status_words().swelling and not names_a_day(verb))


def _is_common(verb: Token) -> bool:
    """Whether a verb only says how often it happens: "clashes are frequent in the area"."""
    common = any(c.dep_ in ("acomp", "attr") and c.lower_ in status_words().going_on for c in verb.children)
    return common and verb.lemma_ in ("be", "remain", "become")


def _drives_out_crowds(verb: Token) -> bool:
    """Whether a verb says that whole crowds have been driven out: "tens of thousands have been displaced"."""
    crowds = (t for c in verb.children if c.dep_ == "nsubjpass" for t in c.subtree)
    return any(t.lower_ in status_words().crowds for t in crowds) and not names_a_day(verb)


def _is_aim(verb: Token) -> bool:
    """Whether a verb is what somebody does something else for: "launched an offensive to expel them"."""
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    done = any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)
    above = verb.head
    by_means = above.lemma_.lower() in status_words().means and (verb.dep_ == "xcomp" or above.lemma_ == "use")
    return (
        to and not done and verb.dep_ in ("advcl", "acl", "xcomp") and above.pos_ in ("VERB", "NOUN") and not by_means
    )


def _long_since(verb: Token) -> bool:
    """Whether a verb tells of all that has been done for long: "has been heavy for weeks", "since the war began"."""
    words = status_words()
    spans = [(p.lower_, c) for p in verb.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj"]
    lasting = any(by == "for" and (span.lower_ in words.lasting or _many_days(span)) for by, span in spans)
    spans += [(by, c) for by, s in spans if s.lower_ == "course" for of in s.children for c in of.children]
    lasting = lasting or any(by in THROUGHOUT and span.lemma_.lower() in words.wars for by, span in spans)
    lasting = lasting or any(by in THROUGHOUT and span.lower_ == PERIOD for by, span in spans)  # "in the same period"
    since = any(by == "since" and span.lower_ in words.outset | deeds().truces for by, span in spans)
    return lasting or since or any(map(_since_a_truce, verb.children))


def _since_a_truce(clause: Token) -> bool:
    """Whether a clause tells since which truce or war something has been so: "since the ceasefire took effect"."""
    since = clause.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "since" for c in clause.children)
    told = deeds().truces | status_words().whole_wars
    begun = any(c.dep_ in ("nsubj", "nsubjpass") and c.lemma_.lower() in told for c in clause.children)
    return since and begun and not names_a_day(clause)


def _many_days(span: Token) -> bool:
    """Whether a span is of hundreds of days: "for more than 500 days"."""
    counts = [c.text for c in span.children if c.dep_ == "nummod"]
    return span.lower_ == "days" and any(c.isdigit() and len(c) > SHORT for c in counts)


def _goes_on(word: Token) -> bool:
    """Whether an adjective or an adverb says that it goes on: "near-daily", "regularly"."""
    beside = [c for c in word.children if c.dep_ in ("amod", "advmod", "npadvmod", "compound", "nmod")]
    within = [t for c in beside if c.i < word.i for t in c.subtree]  # "near daily cross-border fire"
    return any(t.lower_ in status_words().going_on for t in (*beside, *within))


def _all_along(verb: Token) -> bool:
    """Whether a verb tells of what somebody has been doing, and not since an hour: "has been advancing on the city"."""
    been = verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lower_ == "been" for c in verb.children)
    return been and not any(t.lower_ == "since" or t.ent_type_ in ("DATE", "TIME") for t in verb.subtree)


def _so_far(verb: Token) -> bool:
    """Whether a verb tells what has been done up to now: "has traded", "have been trading"."""
    return any(c.dep_ == "aux" and c.lower_ in HAVE for c in verb.children)
