"""Which day of a sentence belongs to which deed: the day that hangs on its words, or the one last spoken of."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc, Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.figures import count_words
from fogline.lexicon.saying import saying
from fogline.lexicon.status import status_words
from fogline.lexicon.time import time_words
from fogline.model import NIGHT, DateMention
from fogline.read.bonds import FAR, bond
from fogline.read.calendar_words import count_of
from fogline.read.company import Around
from fogline.read.invited import is_for_then
from fogline.read.killed_there import died_late
from fogline.read.other_clause import of_another_clause
from fogline.read.placing import Found, head_at, is_what_was_issued, token_at
from fogline.read.status import is_definite
from fogline.read.text import Sentence
from fogline.read.toll_days import counts_from_it, is_of_a_toll, only_counted
from fogline.read.trigger import Trigger

WERE = frozenset({"was", "were"})
NOW = ("has", "have", "is", "are")  # auxiliaries of a verb that names no day of its own
GOVERNED = re.compile(r" \w")  # behind "a day after": what was a day before
WHEN = " when "
COUNTED_TO = ("as of ", "as at ")  # before the day up to which something is counted
LOOSE = ("such", "only", "most")  # that rank beside "since" alone: "one such strike this month"
STRETCHES = ("this ", "so far this ")
FILED = re.compile(r"\s?\([A-Z][^)\n\d]{1,30}\)\s?[-–—]+\s")  # behind the day on which a story was filed
# Between the town from which a story was filed and what it tells: "Lagos, July 6 (IANS) Police said".
TOWN = re.compile(r"[A-Z\u00C0-\u00DE][\w.’' -]{1,30}, ")
BY_AGENCY = re.compile(r"\s?\((?P<by>[A-Z][A-Za-z/. -]{1,20})\)\s+(?=[A-Z\"“])")
COMPARED = re.compile(
    r"(?:(?<=[,(–—] )against|\bcompared (?:with|to)|versus|up from|down from)\s+"
    r"(?:about |some |just |only |the )?(?P<n>[\w,.]+)"
    r"(?:\s[\w-]+)?(?:\s(?:in|on|during|for|over))?\s$"
)
THAN = re.compile(r"\bthan (?:(?:in|on|during|at) )?(?:(?:all|the whole) of )?$")  # "fewer than the day before"
RANKED = 60  # characters from "the heaviest" to "since"


def only_ranks(text: str, date: DateMention) -> bool:
    """Whether a day is that of no happening: "the heaviest raid since May", "the third this month", "as of 5 May"."""
    before, told = text[max(0, date.start - RANKED) : date.start], date.text.lower()
    if text[date.end : date.end + len(WHEN)].lower() == WHEN:
        return False  # "since October, when the army retook the town": the day of that
    if told.startswith(COUNTED_TO) or before.lower().endswith(COUNTED_TO):
        return True
    if THAN.search(before) or ((other := COMPARED.search(before)) and _is_count(other["n"])):
        return True  # "94 bombs, against 71 in the week before"
    stretch = told.startswith(STRETCHES) and (date.days is None or date.days.length > NIGHT)
    ranked = _ranked().search(before) if told.startswith("since ") or stretch else None
    return ranked is not None and not (stretch and ranked[0].lower().startswith(LOOSE))


def heads_story(text: str, date: DateMention) -> bool:
    """Whether a day only tells when a story was filed: "April 16, 2025 (BELEDWEYNE) – ", "Lagos, July 6 (IANS) "."""
    if date.anchor != "calendar":
        return False
    line = text.rfind("\n", 0, date.start) + 1
    if line == date.start:
        return bool(FILED.match(text, date.end))
    agency = BY_AGENCY.match(text, date.end)
    return (
        agency is not None
        and agency["by"] not in time_words().weekdays
        and bool(TOWN.fullmatch(text, line, date.start))
    )


def _is_count(word: str) -> bool:
    return word[0].isdigit() or count_of(word) is not None


@cache
def _ranked() -> re.Pattern[str]:
    """A word that ranks, and no end of a clause behind it."""
    return re.compile(rf"\b(?:{'|'.join(sorted(status_words().ranking))})\b[^.;:!?\n]*$", re.IGNORECASE)


def opens_when(behind: str) -> bool:
    """Whether the words between a day and a deed make it the day of that deed: "since October when they retook it"."""
    return behind.lower().startswith(WHEN) and not {".", ";", ","} & set(behind)


def outside(date: DateMention, triggers: Sequence[Trigger], start: int) -> list[Trigger]:
    """The triggers of a sentence that are none of a day's own words: "three days after the blast" dates no blast."""
    return [t for t in triggers if not date.start <= start + t.start < date.end]


def shared_dates(dates: Sequence[DateMention], around: Around, trigger: Token) -> list[DateMention]:
    """Dates of the verbs that this one is joined to: "yesterday broke off the talks and froze the assets"."""
    joined = []
    while trigger.dep_ == "conj" and trigger.pos_ == "VERB":
        trigger = trigger.head
        joined.append(trigger)
    words = [(date, token_at(around, date.start, date.end)) for date in dates]
    return [date for date, word in words if word is not None and {word.head, word.head.head} & set(joined)]


def best_date(dates: Sequence[DateMention], around: Around, trigger: Token, spoken: bool = False) -> DateMention | None:
    """The date that hangs most closely on the trigger, an exact one before a stretch of time.

    The day on which somebody spoke of it is not its own, unless speaking is the deed (`spoken`).
    """

    def rank(date: DateMention) -> tuple[bool, bool, int, int]:
        word = token_at(around, date.start, date.end)
        below, away = bond(word, trigger) if word is not None else (True, FAR)
        return date.days is None, below, away, date.start

    dated = [d for d in dates if (d.first or d.last) and not _names_earlier(d, around, trigger)]
    words = {d: token_at(around, d.start, d.end) for d in dated}
    own = [d for d, w in words.items() if not (_is_yet_to_come(w, trigger) if spoken else _of_others(d, w, trigger))]
    if sum(map(is_exact, dates)) > 1:
        own = [d for d in own if not _of_confirming(words[d], trigger)]
    return min(own, key=rank, default=None)


def _names_earlier(date: DateMention, around: Around, trigger: Token) -> bool:
    """Whether a day is that of what stands behind it: "warned them a day after the two had met" warned on another."""
    at = date.end - around.sentence.start
    governs = date.text.lower().endswith((" after", " before")) and GOVERNED.match(around.sentence.text, at) is not None
    return governs and around.sentence.start + trigger.idx < date.start


def _of_others(date: DateMention, word: Token | None, trigger: Token) -> bool:
    """Whether a date says when somebody spoke of the happening, or when what came of it happened."""
    if word is not None and trigger.dep_ == "acl" and trigger.head.i < word.i < trigger.i:
        return False  # "welcomed the decision on Friday to impose sanctions"
    return _of_speech(date, word, trigger) or (
        word is not None
        and (
            _of_aftermath(word, trigger)
            or of_another_clause(word, trigger)
            or _of_speakers(word, trigger)
            or _of_what_somebody_is(date, word, trigger)
            or _of_what_is_due(word, trigger)
            or _of_what_a_place_saw(word, trigger)
            or _of_what_had_been(word, trigger)
            or is_of_a_toll(word, trigger)
            or counts_from_it(date, word, trigger)
            or _of_what_has_been(date, word, trigger)
            or _only_quoted(word, trigger)
        )
    )


def _of_what_had_been(word: Token, trigger: Token) -> bool:
    """Whether a date is of what somebody or something had done before: "arrested two men who had fled on Friday".

    Nor is that on which somebody died of it: "stormed a clinic, killing three and a guard who succumbed on Friday".
    """
    verb = next((up for up in word.ancestors if up.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.dep_ != "relcl" or verb == trigger or verb.is_ancestor(trigger):
        return False
    if verb.lemma_.lower() in count_words().marks["late"]:
        return True
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    before = "had" in helpers or (verb.tag_ == "VBG" and not helpers.isdisjoint(WERE))  # "who were filming on Monday"
    return trigger.is_ancestor(verb) and before


def _of_what_has_been(date: DateMention, word: Token, trigger: Token) -> bool:
    """Whether a stretch of time is of what else goes on: "fired on marches that have been held in recent days"."""
    if is_exact(date):
        return False
    verb = next((up for up in word.ancestors if up.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.dep_ != "relcl" or verb == trigger or not trigger.is_ancestor(verb):
        return False
    return any(c.dep_ == "aux" and c.lower_ in ("have", "has") for c in verb.children)


def _only_quoted(word: Token, trigger: Token) -> bool:
    """Whether a day stands in somebody's words, and the deed outside them: "marched, chanting 'Your last days'"."""
    return _in_quotes(word) and not _in_quotes(trigger)


def _in_quotes(word: Token) -> bool:
    before = word.doc.text[: word.idx]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _of_what_is_due(word: Token, trigger: Token) -> bool:
    """Whether a date is that for which something is only planned: "a round of talks scheduled for Thursday"."""
    between = (up for up in word.ancestors if trigger.is_ancestor(up))
    return any(up.lemma_.lower() in status_words().due for up in between)


def _is_yet_to_come(word: Token | None, trigger: Token) -> bool:
    """Whether a date is that for which somebody is asked, or for which talks were due that were called off."""
    if word is None or is_for_then(word, trigger):
        return word is not None
    told = {trigger.lemma_.lower(), trigger.head.lemma_.lower()} & status_words().called_off
    return bool(told) and any(up.lemma_.lower() in status_words().due for up in word.ancestors)


def _of_what_a_place_saw(word: Token, trigger: Token) -> bool:
    """Whether a date is of what else was done at a place: "marched on the road to Beni, where five died on Sunday"."""
    verb = next((up for up in word.ancestors if up.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.dep_ != "relcl" or verb == trigger or not trigger.is_ancestor(verb):
        return False
    return any(c.lower_ == "where" for c in verb.children)


def days_of_speech(sentence: Sentence, doc: Doc, dates: Sequence[DateMention]) -> frozenset[DateMention]:
    """The dates of a sentence on which somebody only spoke or came back: "said on Tuesday", "were buried on Friday"."""
    return frozenset(
        d for d in dates if _only_spoken(d, head_at(doc, d.start - sentence.start, d.end - sentence.start))
    )


def _only_spoken(date: DateMention, word: Token | None) -> bool:
    if word is None or date.days is None or date.days.length > NIGHT:
        return False
    verb = next((up for up in word.ancestors if up.pos_ in ("VERB", "AUX")), None)
    if verb is not None and (_comes_back(verb) or only_counted(word) or died_late(verb)):
        return True
    return verb is not None and _says(verb) and not _is_told(verb) and not _within_what_is_told(word, verb)


def _says(verb: Token) -> bool:
    """Whether a verb is one of saying, and not one of doing what stands as its object: "continued its attacks"."""
    does = verb.lemma_.lower() in status_words().light_verbs and any(c.dep_ == "dobj" for c in verb.children)
    return not does and verb.lemma_.lower() in saying().say | saying().accuse | saying().deny


def _within_what_is_told(word: Token, verb: Token) -> bool:
    """Whether a date stands in the clause before those who speak: "attacked Gao, on Monday, killing six, he said"."""
    if not any(c.dep_ == "ccomp" and c.i < word.i for c in verb.children):
        return False
    return any(t.text == "," for t in verb.doc[word.i : verb.i])


def _is_told(verb: Token) -> bool:
    """Whether a verb in the passive tells that something happened: "shelling was reported on 12 August"."""
    return any(c.dep_ == "nsubjpass" for c in verb.children)


def _of_what_somebody_is(date: DateMention, word: Token, trigger: Token) -> bool:
    """Whether a date is that of what somebody or something is: "blamed on the ELN, a force active since the 1960s"."""
    if not trigger.is_ancestor(word):
        return False
    path = [word, *(up for up in word.ancestors if trigger.is_ancestor(up))]
    since = date.text.lower().startswith("since ")
    return any(t.dep_ == "appos" or (since and t.dep_ in ("relcl", "acl")) for t in path)


def _of_speakers(word: Token, trigger: Token) -> bool:
    """Whether a date is that of what speakers did before: "families who arrived on Friday said that he was shot"."""
    clause = next((up for up in word.ancestors if up.pos_ in ("VERB", "AUX")), None)
    if clause is None or clause.dep_ not in ("relcl", "acl") or clause == trigger or clause.is_ancestor(trigger):
        return False
    speaker = clause.head
    said = speaker.head
    return speaker.dep_ == "nsubj" and said.is_ancestor(trigger) and said.lemma_.lower() in saying().say


def _of_aftermath(word: Token, trigger: Token) -> bool:
    """Whether a date is that of what came after: "those who had been seized on the road walked free on Tuesday"."""
    if trigger.is_ancestor(word):
        return False
    verb = next((up for up in word.ancestors if up.pos_ in ("VERB", "AUX")), None)
    if verb is None or _told_first(trigger):
        return False  # "in January 30 died in an air strike"
    come_back = _comes_back(verb) and is_definite(trigger)
    if verb.i < trigger.i < word.i and not come_back:
        return False  # "died in an air strike in January"
    return verb.is_ancestor(trigger) and (_comes_back(verb) or verb.lemma_.lower() in deeds().aftermath)


def _comes_back(verb: Token) -> bool:
    """Whether people only come back to a deed or think of it: "visited the site", "a funeral was held"."""
    held = (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))
    rite = any(not deeds().rites.isdisjoint(t.lemma_.lower() for t in (c, *c.children)) for c in held)
    return rite or verb.lemma_.lower() in deeds().revisiting


def _told_first(trigger: Token) -> bool:
    """Whether a noun is told as one not heard of before: "in a similar attack"."""
    return trigger.pos_ == "NOUN" and any(child.lower_ in ("a", "an", "another") for child in trigger.children)


def _of_speech(date: DateMention, word: Token | None, trigger: Token) -> bool:
    """Whether a date says when somebody spoke of the happening: "drones hit the port, he said on Tuesday".

    A stretch of time is hardly ever that of speech: "it has described its strikes in recent weeks as an answer".
    """
    if word is None or date.days is None or date.days.length > NIGHT or trigger.is_ancestor(word):
        return False
    verb = next((up for up in word.ancestors if up.pos_ in ("VERB", "AUX")), None)
    if verb is not None and trigger.head == verb:
        reported = trigger.dep_ == "dobj" and verb.lemma_.lower() == "report"
        if reported or trigger.dep_ == "nsubjpass":  # "on 6 July the carrier reported a blast"
            return False  # "shelling was reported on 12 August"
    if verb is None or verb == trigger or any(its(word, trigger, verb) for its in (_told_with, _deals, _behind_place)):
        return False
    if any(child.tag_ == "MD" for child in verb.children):
        return False  # who "will answer Monday's strikes" has not spoken on Monday
    if trigger.i < word.i and any(c.lower_ in NOW and c.dep_ == "aux" for c in verb.children):
        return False  # "has documented a killing on 10 August", "is verifying a raid on Friday": that takes no day
    return _says(verb) or _takes_credit(verb, word)


def _of_confirming(word: Token | None, trigger: Token) -> bool:
    """Whether the day behind "the attack" is that on which somebody confirmed it, where the sentence names another.

    "The police, who confirmed the attack on Monday, said that the men came on Saturday night."
    """
    if word is None or trigger.dep_ != "dobj" or not (is_definite(trigger) and trigger.is_ancestor(word)):
        return False
    return _says(trigger.head) and trigger.i < word.i


def _behind_place(word: Token, noun: Token, verb: Token) -> bool:
    """Whether a day stands behind the place of a deed that a verb before only names: "condemned the raid in X on Y".

    So it does where the verb has a day of its own: "called on Friday for an inquiry into the raid of 3 May".
    """
    named = noun.pos_ == "NOUN" and verb.is_ancestor(noun) and verb.i < noun.i < word.i
    between = noun.doc[noun.i : word.i]
    if not named or any(t.text == "," or is_what_was_issued(t) for t in between):
        return False
    before = noun.doc[word.left_edge.i - 1]
    there = noun.is_ancestor(before) and before.pos_ == "PROPN"
    return there or any(t.ent_type_ == "DATE" for t in noun.doc[verb.left_edge.i : noun.left_edge.i])


def _told_with(word: Token, _: Token, verb: Token) -> bool:
    return _within_what_is_told(word, verb)


def _deals(_: Token, trigger: Token, verb: Token) -> bool:
    """Whether a deed is what somebody answered with: "responded to the raid with strikes on the camp on Monday"."""
    link = trigger.head
    return link.head == verb and link.dep_ == "prep" and link.lower_ in ("with", "by")


def _takes_credit(verb: Token, word: Token) -> bool:
    """Whether a date is that on which somebody claimed a deed: "claimed responsibility on Friday for the attack"."""
    credit = any(c.dep_ == "dobj" and c.lower_ in deeds().credit for c in verb.children)
    for_it = any(t.lower_ == "for" for t in verb.doc[verb.i : word.i]) if verb.i < word.i else False
    owned = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in deeds().claimed and is_definite(c)]
    if verb.lemma_ == "claim" and any(not o.is_ancestor(word) for o in owned):
        return True  # "claimed the attack in a message on Sunday"
    return credit and not for_it and verb.lemma_ in deeds().claim


def of_the_deed(dates: Sequence[DateMention], around: Around, trigger: Token) -> list[DateMention]:
    """The dates but for those on which somebody claimed a deed or its toll rose, and of what somebody had done before.

    "Claimed responsibility on Friday for the attack", "arrested a man who had returned on Sunday". A day behind the
    deed is the deed's, whatever the parse hangs it on: "claimed the killing of nine farmers in Beni on Friday".
    """
    words = [(d, token_at(around, d.start, d.end)) for d in dates]
    others = [
        d
        for d, w in words
        if w
        and (
            _of_what_had_been(w, trigger)
            or is_of_a_toll(w, trigger)
            or counts_from_it(d, w, trigger)
            or _is_yet_to_come(w, trigger)
            or (w.i < trigger.i and any(_takes_credit(up, w) for up in w.ancestors))
        )
    ]
    return [d for d in dates if d not in others]


def context_date(sentence: Sentence, at: int, found: Found, own: Sequence[DateMention]) -> DateMention | None:
    """The last exact day that was named in the paragraph up to these words, else behind them in the sentence.

    Of the sentence itself only the dates count that hang on these words or on nothing told.
    """
    exact = [d for d in own if is_exact(d)]
    last = next((d for d in reversed(exact) if d.start < at), None) or _day_before(sentence, found)
    return last or (exact[0] if exact else None)


def _day_before(sentence: Sentence, found: Found) -> DateMention | None:
    """The last exact day of the paragraph before a sentence."""
    opening = found.starts[sentence.paragraph]
    for number in range(bisect_left(found.days, sentence.start, key=lambda day: day.start) - 1, -1, -1):
        if found.days[number].start < opening:
            return None
        if found.days[number] not in found.asides:
            return found.days[number]
    return None


def is_exact(date: DateMention) -> bool:
    """Whether a mention is of one day, or of a night."""
    return date.days is not None and date.days.length <= NIGHT
