"""Which entry of the lexicon knew these words? File and key, looked up again after the report was read."""

import re
from collections.abc import Iterable, Sequence

from fogline.lexicon.events import Frame
from fogline.lexicon.figures import count_words
from fogline.lexicon.load import table
from fogline.lexicon.names import fold, keys, pieces
from fogline.lexicon.numbers import number_words
from fogline.lexicon.parties import Form, file_of, index, parties, party_named, persons, plural, state_of
from fogline.lexicon.phrases import PhraseIndex, words
from fogline.lexicon.saying import saying
from fogline.lexicon.things import things
from fogline.lexicon.time import time_words
from fogline.lexicon.titles import ORDER, titles
from fogline.model import PartyMention, Place, Reason
from fogline.read.numbers import find_numbers
from fogline.read.what import Trigger

EVENTS, THINGS, SAYING = "en/events.toml", "en/things.toml", "en/saying.toml"
TITLES, TIME, FIGURES, NUMBERS = "en/titles.toml", "en/time.toml", "en/figures.toml", "en/numbers.toml"
# How a form of a party's name is called as a rule, and the list that it stands in.
FORMS: dict[Form, tuple[str, str]] = {
    "name": ("name of the party", "names"),
    "demonym": ("demonym", "demonyms"),
    "metonym": ("capital that acts", "metonyms"),
    "force": ("forces of the party", "forces"),
}


# How words that name no party come to stand for one.
LEANING = {
    "pronoun": "pronoun for somebody named before",
    "office": "office whose side the report gives",
    "person": "person whose side the report gives",
    "description": "words for a group named in the report",
}
# By which a place is worked out that no words of a telling name, by the type of event.
MEANT = {
    "threat": "state that the threat is meant for",
    "mobilisation": "state that the forces are of or go to",
    "pledge": "seat of the state that promises",
    "negotiation": "seat of the state that proposes or refuses",
    "sanction": "state that it falls on",
}


def trigger_entry(trigger: Trigger, sentence: str, lemma: str) -> str:
    """The frame's type and its word or phrase that a trigger matched."""
    frame = trigger.frame
    spoken = words(sentence)
    phrases = PhraseIndex((phrase, phrase) for phrase in frame.phrases)
    for match in phrases.find(spoken):
        if (spoken[match.first].start, spoken[match.last].end) == (trigger.start, trigger.end):
            return frame_entry(frame, match.value)
    return frame_entry(frame, lemma)


def frame_entry(frame: Frame, word: str) -> str:
    """A word of a frame, under the frame's type."""
    return f"{EVENTS} {frame.type}: {word}"


def thing_entry(sentence: str, start: int, end: int, kind: str, value: str) -> str | None:
    """The entry by which words at offsets of a sentence stand for a thing."""
    spoken = words(sentence)
    for match in things().index.find(spoken):
        sense = match.value
        same = (spoken[match.first].start, spoken[match.last].end) == (start, end)
        if same and (sense.kind, sense.value) == (kind, value):
            return f"{THINGS} {kind}.{value}: {sense.phrase}"
    if kind == "effects" and things().damage.get(sentence[start:end].lower()) == value:
        return f"{THINGS} damage.{value}: {sentence[start:end].lower()}"
    return None


def again_entry(sentence: str, key: str) -> str | None:
    """The words of `again.owned` or `again.town` that a sentence holds."""
    spoken = words(sentence)
    phrases = PhraseIndex((phrase, phrase) for phrase in table(*EVENTS.split("/"))["again"][key])
    return next((f"{EVENTS} again.{key}: {match.value}" for match in phrases.find(spoken)), None)


def party_entry(mention: PartyMention) -> tuple[str, str] | None:
    """How the words of a mention name its party: the rule, and the longest entry in them; None where none does."""
    ps = pieces(mention.text)
    found: list[tuple[int, str, str]] = []
    for at, piece in enumerate(ps):
        for entry in index().get(piece.key, ()):
            written = tuple(fold(part) for part in entry.written)
            if entry.party != mention.party or tuple(p.key for p in ps[at : at + len(written)]) != written:
                continue
            if entry.form == "person":
                marked = next(n for n in persons()[entry.party] if re.sub("[<>]", "", n) == entry.person)
                found.append((len(written), "person of the party", f"persons.toml {entry.party}: {marked}"))
            elif entry.form in FORMS:
                rule, field = FORMS[entry.form]
                found.append((len(written), rule, _listed(entry.party, field, written)))
    return max(found, key=lambda item: item[0])[1:] if found else None


def _listed(party: str, field: str, written: tuple[str, ...]) -> str:
    """A party's list and the word in it; of its own name, which stands in no list, the party alone."""
    for word in getattr(party_named(party), field):
        if keys(word) == written or (field == "demonyms" and keys(plural(word) or "") == written):
            return f"{file_of()[party]} {party}.{field}: {word}"
    return f"{file_of()[party]} {party}"


def title_entry(text: str) -> str | None:
    """The longest title, body or description of a speaker in the words."""
    ps = [piece.key for piece in pieces(text)]
    lists = {sort: f"{part}.{name}" for part, name, sort in ORDER}
    found = [
        (end - at, f"{TITLES} {lists[titles().sorts[tuple(ps[at:end])]]}: {' '.join(ps[at:end])}")
        for at in range(len(ps))
        for end in range(at + 1, len(ps) + 1)
        if tuple(ps[at:end]) in titles().sorts
    ]
    return max(found, key=lambda item: item[0])[1] if found else None


def leaning(mention: PartyMention) -> Reason:
    """How a mention came by its party where no name of the party is in its words."""
    span = (mention.start, mention.end)
    ps = tuple(piece.key for piece in pieces(mention.text))
    if mention.form == "name" and mention.party not in parties():
        heads = table(*TITLES.split("/"))["groups"]["heads"]
        head = next((head for head in heads if ps[-len(keys(head)) :] == keys(head)), None)
        return Reason("group that no list holds", f"{TITLES} groups.heads: {head}" if head else None, span)
    return Reason(LEANING.get(mention.form, "name taken up again"), title_entry(mention.text), span)


def state_entry(country: str) -> str | None:
    """The state that an ISO code stands for."""
    party = state_of().get(country)
    return f"{file_of()[party]} {party}.iso2: {country}" if party else None


def place_entry(place: Place) -> str:
    """The entry of the gazetteer."""
    return f"GeoNames {place.geonameid}: {place.name}" if place.geonameid else f"gazetteer: {place.name}"


def date_entry(text: str) -> str | None:
    """The first word of a date that is a name of time; None where the words are grammar alone ("a day earlier")."""
    known = time_words()
    named: list[tuple[str, Iterable[str]]] = [
        ("weekdays", known.weekdays),
        ("months", known.months),
        ("holidays", known.holidays),
        ("seasons", known.seasons),
        ("words.day_parts", known.words["day_parts"]),
    ]
    for key, listed in named:
        for word in sorted(listed, key=len, reverse=True):
            if re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE):
                return f"{TIME} {key}: {word}"
    return None


def bound_entry(text: str) -> str | None:
    """What bounds the number in the words of a count: "at least"."""
    bound = next((number.bound for number in find_numbers(text) if number.bound), None)
    if bound in number_words().bounds:
        return f"{NUMBERS} bounds: {bound}"
    return f"{NUMBERS} after: {bound}" if bound in number_words().after else None


def figure_entry(listed: str, phrase: str) -> str:
    """The entry of a list of figures that a phrase is of, as the file writes it."""
    return f"{FIGURES} {listed}: {count_words().entry(listed, phrase)}"


def mark_entry(text: str, marks: Sequence[str]) -> str | None:
    """The last word of the lists of marks in a text: "death toll", "casualties"."""
    found = [
        (match.start(), len(word), figure_entry(f"marks.{mark}", word))
        for mark in marks
        for word in count_words().marks[mark]
        for match in re.finditer(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)
    ]
    return max(found)[2] if found else None


def verb_entry(lemma: str) -> str | None:
    """The list of verbs of saying that a lemma stands in."""
    lexicon = saying()
    lists = {"deny": lexicon.deny, "refuse": lexicon.refuse, "accuse": lexicon.accuse, "say": lexicon.say}
    name = next((name for name, listed in lists.items() if lemma in listed), None)
    if name:
        return f"{SAYING} verbs.{name}: {lemma}"
    return f"{SAYING} light.verbs: {lemma}" if lemma in lexicon.light else None


def phrase_entry(key: str, text: str) -> str | None:
    """The longest phrase of a list of saying.toml that a text holds; `key` is "section.list"."""
    section, name = key.split(".")
    listed = table(*SAYING.split("/"))[section][name]
    found = [p for p in listed if re.search(rf"(?<!\w){re.escape(p)}(?!\w)", text, re.IGNORECASE)]
    return f"{SAYING} {key}: {max(found, key=len)}" if found else None


def silence_entry(text: str) -> str | None:
    """The pattern by which words say that somebody keeps silent."""
    listed = table(*SAYING.split("/"))["no_comment"]["patterns"]
    found = next((p for p in listed if re.search(rf"\b(?:{p})", text, re.IGNORECASE)), None)
    return f"{SAYING} no_comment.patterns: {found}" if found else None
