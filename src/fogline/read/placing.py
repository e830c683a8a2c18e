"""Which places of a sentence belong to which deed that it tells?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.events import ATTACK
from fogline.lexicon.figures import count_words
from fogline.lexicon.parties import parties
from fogline.lexicon.phrases import words
from fogline.lexicon.places import place_words
from fogline.lexicon.saying import saying
from fogline.model import DateMention, FigureMention, PartyMention, PlaceMention
from fogline.read.area_before import areas_before, areas_behind
from fogline.read.bonds import beside, bond, elsewhere, had_befallen, had_from, listed, origin, sent_from, steps
from fogline.read.died_later import wounded_died_there
from fogline.read.nearby import is_town
from fogline.read.passing import spoken_in
from fogline.read.seams import answered_apart
from fogline.read.status import is_definite
from fogline.read.stretch import one_stretch
from fogline.read.what import VIOLENT, Around, Trigger

FURTHEST = 11  # steps for the only place of a sentence
REACH = 7  # steps in the tree within which a place belongs to a trigger; beyond lie other clauses' places
WHITHER = ("towards", "toward")
LED_TO = ("towards", "toward", "into")  # before where captives were led, not where they were taken
MOST_BETWEEN = 2  # characters, a comma and a space, between a place and "near" another
AREA_KM = 150  # from the town that a province is named after to another in it
OPENING = re.compile(r"(?:(?:Separately|Meanwhile|Elsewhere|Also|And|But), ?)?(?:[Ii]n|[Oo]n|[Aa]t|[Aa]long) (?:the )?")
OPENED = (",", " province,", " region,", " governorate,", " district,")
SECTORS = (" sector,", " direction,", " axis,", " front,", " section,", " line,")


@dataclass(frozen=True, slots=True)
class Found:
    """All mentions of a report by sentence index, and the sentences of each paragraph."""

    places: Mapping[int, tuple[PlaceMention, ...]]
    dates: Mapping[int, tuple[DateMention, ...]]
    parties: Mapping[int, tuple[PartyMention, ...]]
    paragraphs: Mapping[int, frozenset[int]]  # the sentences of each paragraph
    starts: Mapping[int, int]  # the offset of each paragraph
    figures: Mapping[int, tuple[FigureMention, ...]]
    datelines: frozenset[int] = frozenset()  # the sentences that are one, of paragraphs behind the first
    text: str = ""  # of the whole report
    towns: tuple[PlaceMention, ...] = ()  # the named ones, in order
    days: tuple[DateMention, ...] = ()  # those of one day or night, in order
    asides: frozenset[DateMention | PlaceMention] = frozenset()  # those from which no story goes on

    def named(self) -> dict[str, tuple[int, int]]:
        """The parties of the report, each with the first words that stand for it."""
        out: dict[str, tuple[int, int]] = {}
        for index in sorted(self.parties):
            for mention in self.parties[index]:
                if mention.party:
                    out.setdefault(mention.party, (mention.start, mention.end))
        return out

    def named_places(self) -> dict[str, list[PlaceMention]]:
        """The places of the report, each with all its mentions, in order."""
        out: dict[str, list[PlaceMention]] = {}
        for index in sorted(self.places):
            for mention in self.places[index]:
                if mention.place:
                    out.setdefault(mention.place.name, []).append(mention)
        return out

    def mentioned(self) -> dict[str, list[tuple[int, int]]]:
        """The parties of the report, each with all the words that stand for it, in order."""
        out: dict[str, list[tuple[int, int]]] = {}
        for index in sorted(self.parties):
            for mention in self.parties[index]:
                if mention.party:
                    out.setdefault(mention.party, []).append((mention.start, mention.end))
        return out


def _hyphened(place: PlaceMention, around: Around) -> bool:
    """Whether a name only describes a thing: "a Panama-flagged tanker"."""
    return around.sentence.text[place.end - around.sentence.start :].startswith("-")


def token_at(around: Around, start: int, end: int) -> Token | None:
    """The syntactic head of the words at report offsets [start, end)."""
    return head_at(around.doc, start - around.sentence.start, end - around.sentence.start)


def head_at(doc: Doc, start: int, end: int) -> Token | None:
    """The syntactic head of the words at a sentence's offsets [start, end)."""
    tokens = [t for t in doc if start <= t.idx < end]
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head == t), None)


def nearest(word: Token, triggers: Sequence[Trigger], doc: Doc) -> Trigger:
    """The trigger that a word hangs on: fewest steps in the parse, not in a clause behind it, then in the sentence."""
    return min(
        triggers,
        key=lambda t: (steps(word, doc[t.token]), _joined_behind(word, doc[t.token]), abs(word.i - t.token), t.token),
    )


def _hangs_on(word: Token, triggers: Sequence[Trigger], around: Around) -> Trigger:
    """The nearest trigger, worked out once for a word and some triggers: many ask the same of a long sentence."""
    key = (word.i, *(t.token for t in triggers))
    if key not in around.hung:
        around.hung[key] = triggers.index(nearest(word, triggers, around.doc))
    return triggers[around.hung[key]]


def _joined_behind(word: Token, verb: Token) -> bool:
    """Whether a verb stands in a clause with a subject of its own that is joined behind the word's."""
    if verb.dep_ not in ("conj", "advcl") or not verb.head.is_ancestor(word):
        return False
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.left_edge.i > word.i for c in verb.children)


def places_of(trigger: Trigger, triggers: Sequence[Trigger], around: Around) -> tuple[PlaceMention, ...]:
    """The places of the sentence that hang on this trigger rather than on another."""
    token = around.doc[trigger.token]
    if _only_launched(token, triggers):
        return ()
    near: list[tuple[tuple[bool, bool, int], PlaceMention]] = []
    named = [p for p in around.places if p.role == "place" and p.place is not None]
    areas = areas_before(around) if len(named) > 1 else {}
    behind = areas_behind(around) if len(named) > 1 else frozenset()
    for place in around.places:
        if (
            place in behind
            or place.role != "place"
            or place.place is None
            or _hyphened(place, around)
            or place in areas.values()
        ):
            continue
        word = token_at(around, place.start, place.end)
        at = place.start - around.sentence.start
        if word is None or _locates(word, around) or _for_its_sake(word):
            continue
        if answered_apart(around.doc, trigger.start, trigger.end, at):
            continue
        if _hangs_on(word, _not_apart(triggers, at, around.doc), around) is not trigger:
            continue
        if (
            _outside_what_befell(word, token, triggers)
            or elsewhere(word, token)
            or _reached(word, token)
            or had_from(word, token)
            or wounded_died_there(word)  # "two of those hurt by the rockets died in Goma"
            or _spoken_at(place, word, trigger, around)
        ):
            continue
        # "an officer in Goma did not deny the strike"
        known = trigger.group in (*VIOLENT, ATTACK) and token.pos_ == "NOUN" and is_definite(token)
        aside = (len(named) > 1 or known) and (_of_speaker(word, token) or _owns_the_doer(word, token))
        if _is_victim(word, trigger, token) or aside:
            continue
        alone = len([p for p in named if is_town(p) and not _opens(p, around)]) == 1
        reach = FURTHEST if alone and is_town(place) else REACH
        area = token_at(around, areas[place].start, areas[place].end) if place in areas else None
        tie = min(bond(word, token), bond(area or word, token))
        if (tie[1] <= reach or _over(word, token)) and not _passed(word, trigger, around):
            near.append(((beside(word), *tie), place))
    if not near:
        return _after_colon(token, around)
    near = _before_what_followed(near, token, around)
    exact = [(d, p) for d, p in near if is_town(p)]
    pool = _narrowed(exact or _finer(near), around)
    first = _known_end(min(pool, key=lambda pair: (pair[0], pair[1].start))[1], pool, around)
    head = token_at(around, first.start, first.end)
    assert head is not None
    others = [p for _, p in pool if p is not first and _beside_it(head, token_at(around, p.start, p.end))]
    names = {first.place.name if first.place else ""}
    out = [first]
    for place in others:
        if place.place and place.place.name not in names:
            names.add(place.place.name)
            out.append(place)
    return tuple(out)


def _before_what_followed(
    pool: list[tuple[tuple[bool, bool, int], PlaceMention]], token: Token, around: Around
) -> list[tuple[tuple[bool, bool, int], PlaceMention]]:
    """Without where things went on, where a town of the deed is told: "freed near Jos and are treated in Abuja"."""
    own = []
    for pair in pool:
        word = token_at(around, pair[1].start, pair[1].end)
        verbs = () if word is None else [up for up in word.ancestors if up.pos_ in ("VERB", "AUX")]
        if not any(verb.dep_ == "conj" and verb.i > token.i and token in verb.conjuncts for verb in verbs):
            own.append(pair)
    return own if any(is_town(place) for _, place in own) else pool


def _only_launched(verb: Token, triggers: Sequence[Trigger]) -> bool:
    """Whether a participle only tells whose what strikes is: "a missile launched by rebels in Yemen struck a ship"."""
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.lemma_.lower() not in deeds().launching:
        return False
    top = verb.head
    while top.dep_ in ("pobj", "prep") and top.head != top:
        top = top.head
    return top.dep_ == "nsubj" and any(t.token == top.head.i for t in triggers)


def _known_end(
    place: PlaceMention, pool: Sequence[tuple[tuple[bool, bool, int], PlaceMention]], around: Around
) -> PlaceMention:
    """The end of a stretch that the gazetteer has, where it has not the one closest: "between Bourem and Unknown"."""
    head = token_at(around, place.start, place.end) if place.unlisted and len(pool) > 1 else None
    if head is None:
        return place
    known = [(p, token_at(around, p.start, p.end)) for _, p in pool if not p.unlisted]
    return next((p for p, word in known if word is not None and one_stretch(head, word)), place)


def _not_apart(triggers: Sequence[Trigger], at: int, doc: Doc) -> Sequence[Trigger]:
    """The triggers from which no words of answering part what stands at an offset."""
    if len(triggers) == 1:
        return triggers
    return [t for t in triggers if not answered_apart(doc, t.start, t.end, at)]


def _beside_it(head: Token, word: Token | None) -> bool:
    """Whether a place is listed with another as one more where it was done, not as the other end of one stretch."""
    return listed(head, word) and not (word is not None and one_stretch(head, word))


def _finer(
    pool: list[tuple[tuple[bool, bool, int], PlaceMention]],
) -> list[tuple[tuple[bool, bool, int], PlaceMention]]:
    """Without the states of which it names a region: "in Afghanistan's eastern province of Nangarhar"."""
    lands = {p.place.country for _, p in pool if p.place and p.place.precision == "region"}
    return [
        pair for pair in pool if (at := pair[1].place) is None or at.precision != "country" or at.country not in lands
    ]


def _narrowed(
    pool: list[tuple[tuple[bool, bool, int], PlaceMention]], around: Around
) -> list[tuple[tuple[bool, bool, int], PlaceMention]]:
    """Without the area that opens the sentence where a town in it follows: "In Diyala, gunmen fired on a bus in X"."""
    opening = [pair for pair in pool if _opens(pair[1], around)]
    sector = any(_heads_a_sector(pair[1], around) for pair in opening)
    inner = [pair for pair in pool if pair not in opening and (sector or not pair[0][0])]
    if not opening or not inner:
        return pool
    wide, town = opening[0][1].place, min(inner, key=lambda pair: (pair[0], pair[1].start))[1].place
    lies_in = wide is not None and town is not None and wide.country == town.country and wide.km_to(town) <= AREA_KM
    return [pair for pair in pool if pair not in opening] if lies_in else pool


def _opens(place: PlaceMention, around: Around) -> bool:
    """Whether a name opens the sentence between "in" and a comma: "In Taiz, two children were wounded"."""
    at = place.start - around.sentence.start
    text = around.sentence.text
    behind = text[place.end - around.sentence.start :]
    return bool(OPENING.fullmatch(text[:at])) and behind.startswith((*OPENED, *SECTORS))


def _heads_a_sector(place: PlaceMention, around: Around) -> bool:
    """Whether a town only names the stretch of a front that opens the sentence: "In the Kharkiv sector, …"."""
    return around.sentence.text.startswith(SECTORS, place.end - around.sentence.start)


def _locates(word: Token, around: Around) -> bool:
    """Whether a place only tells where the one right before it lies: "Kenscoff, near Port-au-Prince"."""
    if not beside(word):
        return False
    start = around.sentence.start + word.head.idx
    return any(0 <= start - place.end <= MOST_BETWEEN for place in around.places if place.role == "place")


def _for_its_sake(word: Token) -> bool:
    """Whether a place is for whose sake something was done: "struck a base in support of Gaza"."""
    cause = word.head.head if word.dep_ == "pobj" else word
    cause = cause.head if cause.dep_ == "appos" else cause  # "under the slogan 'Steadfast with Gaza'"
    while cause.lemma_.lower() in place_words().stood_by and cause.dep_ in ("pobj", "conj"):
        cause = cause.head.head if cause.dep_ == "pobj" else cause.head  # "in support of our people in Gaza"
    return cause.pos_ == "NOUN" and cause.lemma_.lower() in place_words().causes and cause.i < word.i


def _after_colon(trigger: Token, around: Around) -> tuple[PlaceMention, ...]:
    """Settlements listed behind a colon: "captured two villages: Lozova and Krasne"."""
    start = around.sentence.start
    rest = around.sentence.text[trigger.idx :].partition(": ")
    listed = start + trigger.idx + len(rest[0])
    inside = [p for p in around.places if rest[1] and p.start >= listed and is_named_town(p)]
    named = {p.place.name: p for p in reversed(inside) if p.place}
    return tuple(sorted(named.values(), key=lambda p: p.start)) if trigger.pos_ == "VERB" else ()


def _passed(word: Token, trigger: Trigger, around: Around) -> bool:
    """Whether a place is only where something came from or goes; a retreat from it or troops to it concern it."""
    # "dragged from buses near Gao", "dislodged from a hill above Gao": there it was done
    taken = trigger.group in ("detention", "abuse", "territory")
    if word.head.lower_ in WHITHER and word.head.head.lemma_.lower() in deeds().retreat:
        return True  # "withdrew towards Sake": the place that they left is another
    if trigger.group == "detention" and _last_of_name(word).head.lower_ in LED_TO:
        return True
    if word.head.lower_ == "to" and word.head.head.lemma_.lower() in deeds().spreading:
        return False  # "fighting spread to Kadugli"
    if not origin(word):
        sent = trigger.frame.sort == "deed" and not taken and sent_from(word, word.doc[trigger.token])
        return sent and not _aimed_at(word, around)
    above = (word.head.head, word.head.head.head)  # "pulled back from"
    retreat = word.head.lower_ == "from" and any(verb.lemma_.lower() in deeds().retreat for verb in above)
    retreat = retreat or (taken and word.head.lower_ == "from" and word.head.head.i == trigger.token)
    return not (retreat or (word.head.lower_ == "to" and trigger.group in ("mobilisation", "aid", "talks")))


def _last_of_name(word: Token) -> Token:
    """The noun that a name only describes, or itself: of "towards Gando forest" the forest."""
    return word.head if word.dep_ == "compound" else word


def _aimed_at(word: Token, around: Around) -> bool:
    """Whether arms are aimed at a place, whatever the parse hangs it on: "fired rockets from launchers at Belgorod"."""
    aim = word.head
    if aim.dep_ != "prep" or aim.lower_ not in ("at", "into", "onto", "towards", "toward"):
        return False
    end = aim.head.idx + len(aim.head.text)
    return any(t.kind == "weapon" and t.start < end <= t.end for t in around.things)


def _is_victim(word: Token, trigger: Trigger, token: Token) -> bool:
    """Whether a name is that of who was taken or killed, whatever place is called so too: "detained César N."."""
    if word.dep_ != "dobj" or word.head != token:
        return False
    kills = token.lemma_.lower() in count_words().figures["killed"].objects
    return trigger.group == "detention" or (trigger.group == "abuse" and kills)


def _over(word: Token, trigger: Token) -> bool:
    """Whether a word opens the clause that holds the trigger: "In Goma, three of those hurt in the attack died"."""
    verb = next((up for up in word.ancestors if up.pos_ in ("VERB", "AUX")), None)
    return verb is not None and verb.is_ancestor(trigger) and word.i < verb.i


def _spoken_at(place: PlaceMention, word: Token, trigger: Trigger, around: Around) -> bool:
    """Whether a place is where somebody spoke of a deed: "In Paris, the president said that the strike showed"."""
    token = around.doc[trigger.token]
    if trigger.frame.sort != "word" and spoken_in(around.sentence.text, place.start - around.sentence.start):
        return True
    if any(token.is_ancestor(up) and is_what_was_issued(up, around) for up in word.ancestors):
        return True
    if not is_seat(place) or token.is_ancestor(word):  # "claimed the attack in Kabul that killed nine"
        return False
    verb = next((up for up in word.ancestors if up.pos_ in ("VERB", "AUX")), None)
    below = verb is not None and verb != token and verb.is_ancestor(token) and trigger.frame.sort == "deed"
    return below and verb is not None and verb.lemma_.lower() in saying().say


def is_what_was_issued(noun: Token, around: Around | None = None) -> bool:
    """Whether somebody spoke in what a noun names, and it is no army's post: "in a statement in Kaya on Friday"."""
    issued = noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.lemma_.lower() in saying().documents
    return issued and not any(t.start <= noun.idx < t.end for t in (around.things if around else ()))


def _of_speaker(word: Token, token: Token) -> bool:
    """Whether a place only tells who speaks of a deed: "…, the inspector general of the Bastar range said"."""
    subject = next((up for up in (word, *word.ancestors) if up.dep_ == "nsubj"), None)
    if subject is None or subject in (token, word) or subject.is_ancestor(token):
        return False
    return subject.head.lemma_.lower() in saying().say | saying().deny and subject.head != token


def _outside_what_befell(word: Token, token: Token, triggers: Sequence[Trigger]) -> bool:
    """Whether a place is only where those were helped "that had come under attack"."""
    before = had_befallen(token) if len(triggers) > 1 else None
    return before is not None and not (before.is_ancestor(word) or before.head.is_ancestor(word))


def _owns_the_doer(word: Token, verb: Token) -> bool:
    """Whether a place only tells whose those are who act: "Puntland's forces repelled a raid on a base near X"."""
    return word.dep_ == "poss" and word.head.dep_ == "nsubj" and word.head.head == verb and verb.pos_ == "VERB"


def tells_who_speaks(place: PlaceMention, trigger: Trigger, around: Around) -> bool:
    """Whether a place of a deed only tells who speaks of it: "Kherson's governor said that they shelled the town"."""
    word = token_at(around, place.start, place.end)
    return word is not None and _of_speaker(word, around.doc[trigger.token])


def on_border(place: PlaceMention, sentence: str, offset: int) -> bool:
    """Whether a state's name only tells on whose border something is: "the Chadian border", "the border with Chad"."""
    if place.place is None or place.place.precision != "country":
        return False
    before = words(sentence[: place.start - offset])[-2:]
    told = [*words(place.text)[-1:], *(before[:1] if before[1:] and before[1].key == "with" else ())]
    return any(word.key in place_words().borders for word in told)


def is_seat(place: PlaceMention) -> bool:
    """Whether a town is one whose name stands for a government, or called "the capital"."""
    return place.text.casefold() in _seats() or (place.place is not None and place.place.name.casefold() in _seats())


@cache
def _seats() -> frozenset[str]:
    return frozenset(name.casefold() for party in parties().values() for name in party.metonyms)


def _reached(word: Token, trigger: Token) -> bool:
    """Whether a place is where somebody got to in a clause above the trigger: "arrived in Gao since gunmen burned"."""
    verb = next((up for up in word.ancestors if up.pos_ in ("VERB", "AUX")), None)
    below = verb is not None and verb.is_ancestor(trigger) and trigger.pos_ == "VERB" and word.i < trigger.i
    return below and verb is not None and verb.lower_ in place_words().moving


def is_named_town(place: PlaceMention) -> bool:
    """Whether a mention of a town tells where something is, not whose it is."""
    return place.role == "place" and is_town(place)
