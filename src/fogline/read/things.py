"""With what, against what and with which effect: the words of a sentence that name a weapon, a thing hit, an effect."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from spacy.tokens import Doc

from fogline.lexicon.deeds import deeds
from fogline.lexicon.figures import count_words
from fogline.lexicon.phrases import Match, Word, Words, words
from fogline.lexicon.saying import saying
from fogline.lexicon.things import Sense, things

DOWN = " down"
HURT_REACH = 14  # words before "evacuated" in which the hurt are told of
KEPT = 1024  # sentences: one is asked about for its triggers, its effects and the arms that the next one speaks of
EXCLUSIVE = ("weapon", "against")  # kinds of which a word names one thing; a militant is a fighter and an attacker
NO_HOUSE = 3  # words from "no house" to "damaged"
BESIDE = 2  # words from words of burning to the tyres that burn
CARE_REACH = 8  # words behind "evacuated" in which the hospital stands
DAMAGE_REACH = 6  # words between a word of damage and the building that it is said of


# Several words of the lexicon may cover the same characters: "oil depot" and "depot". The longest wins within a kind.
@dataclass(frozen=True, slots=True)
class Thing:
    """A word or phrase with what it stands for; offsets count from the start of the sentence."""

    start: int
    end: int
    kind: str
    value: str
    head: int  # offset of its last word, which carries the grammar


@lru_cache(maxsize=KEPT)
def find_things(text: str) -> tuple[Thing, ...]:
    """All things in a sentence, in order; of overlapping words of one kind only the longest."""
    sentence = words(text)
    matches = things().index.find(sentence)
    longest: list[Match[Sense]] = []
    for match in sorted(matches, key=lambda m: (m.first - m.last, m.first, m.value.kind, m.value.value)):
        if not _proper(match, text[sentence[match.first].start : sentence[match.last].end]):
            continue
        after = sentence[match.last + 1].key if match.last + 1 < len(sentence) else ""
        if match.value.kind == "weapon" and after in things().weapon_before:
            continue
        if match.value.kind == "shots" and after == "down":
            continue
        if match.value.kind == "effects" and _is_none(match, sentence, text):
            continue
        if not any(_covers(other, match) for other in longest):
            longest.append(match)
    shots = [m for m in longest if m.value.kind in ("weapon", "shots") and m.first < m.last]
    named = {m.last for m in longest if m.value.kind == "weapon"}
    longest = [m for m in longest if not (m.first - 1 in named and _at_large(m, sentence))]
    found = [
        Thing(sentence[m.first].start, sentence[m.last].end, m.value.kind, m.value.value, sentence[m.last].start)
        for m in longest
        if m.value.value != "fire" or not any(s.first < m.first <= s.last for s in shots)  # "opened fire at"
    ]
    found += _damage(sentence, found)
    return tuple(sorted(found, key=lambda t: (t.start, t.end, t.kind, t.value)))


@cache
def shot_down() -> frozenset[str]:
    """Lemmas of verbs by which munitions are stopped, the first word of those of two."""
    return frozenset(verb.removesuffix(DOWN) for verb in count_words().figures["intercepted"].objects)


def without_defence(found: Sequence[Thing], doc: Doc) -> tuple[Thing, ...]:
    """The things but for the arms of a defence: "six boats were destroyed by naval gunners", "downed with a missile".

    Where no other weapon is named, what destroys is the weapon.
    """
    found = [as_used for t in found if (as_used := _unless_hit(t, doc)) is not None]
    weapons = [t for t in found if t.kind == "weapon"]
    defending = {t for t in weapons if _defends(t, doc)} if len(weapons) > 1 else set()
    if len(defending) == len(weapons):
        return tuple(found)
    return tuple(t for t in found if t not in defending)


def _unless_hit(thing: Thing, doc: Doc) -> Thing | None:
    """An aircraft that something was done to as what was hit ("destroyed two Su-30s"), none where it only crashed."""
    if thing.value != "airstrike":
        return thing
    head = next((t for t in doc if t.idx <= thing.head < t.idx + len(t.text)), None)
    if head is None or {head.lower_, head.lemma_.lower()} & deeds().no_aircraft:
        return thing
    while head.dep_ in ("conj", "compound", "nmod", "appos") and head.head != head:
        head = head.head
    if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.pos_ in ("NOUN", "NUM"):
        head = head.head.head  # "a pair of Su-30s"
    if head.dep_ == "nsubj" and head.head.lemma_.lower() in deeds().fallen:
        return None
    lemma = head.head.lemma_.lower()
    if head.dep_ not in ("dobj", "nsubjpass") or head.head.pos_ != "VERB" or lemma in deeds().flown:
        return thing
    if lemma in shot_down() - deeds().wrecking:
        return thing  # shot down: it had come to strike
    return replace(thing, kind="against", value="military") if lemma in deeds().wrecking else None


def _defends(thing: Thing, doc: Doc) -> bool:
    """Whether a weapon stands behind "by" or "with" where something is shot down."""
    head = next((t for t in doc if t.idx <= thing.head < t.idx + len(t.text)), None)
    if head is None:
        return False
    while head.dep_ in ("conj", "compound") and head.head != head:
        head = head.head
    verb = head.head.head
    return head.dep_ == "pobj" and head.head.lower_ in ("by", "with") and verb.lemma_.lower() in shot_down()


def _damage(sentence: Words, found: Sequence[Thing]) -> list[Thing]:
    """Words of damage with a building near them, and of burning with any thing: "damaged a school and three houses"."""
    if sentence.present.isdisjoint(things().damage):
        return []
    told = {t.value for t in found if t.kind == "effects"}
    out: list[Thing] = []
    for at, word in enumerate(sentence):
        effect = things().damage.get(word.key)
        if effect is None or effect in told or _denied(sentence, at, at, NO_HOUSE):
            continue
        reach = sentence[max(0, at - DAMAGE_REACH) : at + DAMAGE_REACH + 1]
        near = [t for t in found if reach[0].start <= t.start and t.end <= reach[-1].end]
        near = [t for t in near if t.end > word.start or not _speaks(t, reach)]
        if any(t.kind == "against" and _can_be(effect, t, sentence) for t in near):
            out.append(Thing(word.start, word.end, "effects", effect, word.start))
            told.add(effect)
    return out


def _speaks(thing: Thing, words_near: Sequence[Word]) -> bool:
    """Whether a house is whoever says it: "the ministry said it had destroyed the drones"."""
    behind = next((word for word in words_near if word.start >= thing.end), None)
    return behind is not None and behind.start == thing.end + 1 and behind.key in saying().said


def _can_be(effect: str, thing: Thing, sentence: Sequence[Word]) -> bool:
    """Whether an effect can be of a thing: all but people burns, what is built is damaged or destroyed."""
    if effect == "fire":
        return thing.value != "people"
    last = next(word.key for word in sentence if word.start >= thing.head)
    return thing.value in things().buildings or last in things().structures


def _denied(sentence: Sequence[Word], first: int, last: int, before: int = 1) -> bool:
    """Whether the words right before or between say that it was not: "no damage", "the airport was not closed"."""
    return any(word.key in things().not_so for word in sentence[max(0, first - before) : last])


def _proper(match: Match[Sense], written: str) -> bool:
    """A word that the lexicon writes with capitals must be written so: "Grad" is a rocket, "grad" is not."""
    return not match.value.phrase[:1].isupper() or match.value.kind == "effects" or written[:1].isupper()


def _at_large(match: Match[Sense], sentence: Words) -> bool:
    """Whether a single word says only that something was fired: the bombardment of a "missile bombardment"."""
    return match.value.kind == "weapon" and match.first == match.last and sentence[match.last].key in things().at_large


def _is_none(match: Match[Sense], sentence: Sequence[Word], text: str) -> bool:
    """Whether the words of an effect are said not to be so, or stand in two clauses."""
    own = things().not_so & set(match.value.phrase.split())
    if match.value.value == "evacuation" and _of_the_hurt(sentence[max(0, match.first - HURT_REACH) : match.first]):
        return True
    if match.value.value == "evacuation" and _to_care(sentence[match.last + 1 : match.last + CARE_REACH]):
        return True
    if match.value.value == "fire" and _only_a_bonfire(
        sentence[max(0, match.first - BESIDE) : match.last + 1 + BESIDE]
    ):
        return True
    apart = ";" in text[sentence[match.first].start : sentence[match.last].end]
    return apart or (not own and _denied(sentence, match.first, match.last))


def _only_a_bonfire(around: Sequence[Word]) -> bool:
    """Whether what burns is what crowds burn: "burning tyres blocked the road", "set a flag on fire"."""
    return any(word.key in things().bonfires for word in around)


def _of_the_hurt(before: Sequence[Word]) -> bool:
    """Whether it is the hurt alone who are evacuated: "two soldiers were wounded and evacuated to the capital"."""
    keys = {word.key for word in before}
    return not keys.isdisjoint(deeds().the_hurt) and keys.isdisjoint(deeds().evacuated)


def _to_care(behind: Sequence[Word]) -> bool:
    """Whether the hurt are taken to doctors: "evacuated to a hospital", not "evacuated from a hospital"."""
    keys = [word.key for word in behind]
    by = next((at for at, key in enumerate(keys) if key in ("to", "for", "by", "on")), None)
    return by is not None and "from" not in keys[:by] and not things().care.isdisjoint(keys[by:])


def _covers(longer: Match[Sense], shorter: Match[Sense]) -> bool:
    return (
        longer.value.kind == shorter.value.kind
        and longer.first <= shorter.first
        and shorter.last <= longer.last
        and (longer.value.kind in EXCLUSIVE or longer.value.value == shorter.value.value)
    )


def values(found: Sequence[Thing], kind: str) -> list[str]:
    """The distinct values of one kind, in order of the text."""
    return list(dict.fromkeys(thing.value for thing in found if thing.kind == kind))
