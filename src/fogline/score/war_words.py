"""In which words is a made-up happening told? Sentences that resemble those of other happenings, as news do."""

import random
from dataclasses import dataclass
from functools import cache

from fogline.model import Place

PATTERNS = (
    "{weapon} {hit} {thing} in {town}{when}, {who} said.",
    "{who} said {weapon} had {hit} {thing} in {town}{when}.",
    "{thing} in {town} was {hit} by {weapon}{when}, {who} wrote on {channel}.",
    "In {town}, {weapon} {hit} {thing}{when}, the {kind} reported.",
    "{town}: {weapon} {hit} {thing}{when}, by the word of {who}.",
    "Several people were taken to hospital after {weapon} {hit} {thing} in {town}{when}.",
    "{who} put the blame for {weapon} that {hit} {thing} in {town}{when} on the other side.",
    "A fire broke out in {town}{when} as {weapon} {hit} {thing}.",
)
SAID_PATTERNS = (
    "{who} spoke of {thing}{when}.",
    "In a speech{when} {who} named {thing}.",
    "{who} told reporters{when} that {thing} was at stake.",
)
CHOICES = {
    "hit": ("hit", "struck", "damaged", "destroyed", "set alight", "shook", "wrecked"),
    "who": (
        "the governor",
        "the head of the district",
        "local officials",
        "the mayor",
        "the emergency service",
        "the military",
        "a deputy",
        "residents",
        "the prosecutor",
    ),
    "kind": ("governor's office", "police", "state broadcaster", "news agency", "rail operator", "daily"),
    "channel": ("Telegram", "Facebook", "its page", "his page"),
}
# Three in ten sentences on attacks tell the part of the day in the hand-coded cases (298 tellings, 2026-11: 0.33).
PART_TOLD = 0.33
WHEN = {
    "night": ("overnight", "in the night", "at night", "before dawn"),
    "morning": ("in the morning", "early in the day", "this morning"),
    "afternoon": ("in the afternoon", "around noon", "after midday"),
    "evening": ("in the evening", "late in the day", "after dark"),
}
# Of the details of a happening a sentence tells none to three: two tellings of an attack then have as many longer words
# in common as in those cases (2.0 of one attack, 0.9 of two attacks of a day: `merge.wording`); what is said is told by
# its details alone.
TOLD_DETAILS, SAID_DETAILS = (0, 1, 1, 2, 2, 3), (2, 3, 4)
# Stock sentences, which say the same of many happenings.
STOCK = (
    "There was no immediate information on casualties.",
    "Rescue workers are still at the scene.",
    "The information could not be verified independently.",
    "Emergency services are working at the site.",
    "Windows were broken in nearby buildings.",
)
STOCK_SHARE = 0.04
VOCABULARY, FOREIGN = 4000, 4000
PARTS = (
    "an",
    "ber",
    "ci",
    "dal",
    "en",
    "fo",
    "gar",
    "hin",
    "is",
    "jo",
    "kal",
    "lem",
    "mir",
    "nos",
    "ol",
    "par",
    "ques",
)


@dataclass(frozen=True, slots=True)
class Wording:
    """What a sentence has to tell.

    `near` is the town beside a suburb, which outlets name with it; `details` are numbers of words, `said` marks what is
    said and not done, `apart` what the report tells apart from another strike by the part of the day.
    """

    place: Place | None
    near: str | None
    thing_name: str | None
    weapon: tuple[str, ...]
    part: str | None
    details: tuple[int, ...]
    said: bool
    foreign: bool
    apart: bool = False


def sentence(chance: random.Random, words: Wording) -> str:
    """One sentence; now and then a stock one, and one of another language where the wording is foreign."""
    vocabulary = _vocabulary("foreign" if words.foreign else "own")
    told = chance.choice(SAID_DETAILS if words.said else TOLD_DETAILS)
    details = [vocabulary[at] for at in sorted(chance.sample(words.details, told))]
    town = _town(words)
    if words.foreign:
        name = (town or "").upper()
        return " ".join((*chance.choices(vocabulary, k=7), *details, name, words.thing_name or "")).strip() + "."
    if not words.said and chance.random() < STOCK_SHARE:
        return chance.choice(STOCK)
    filled = {name: chance.choice(values) for name, values in CHOICES.items()}
    weapon = words.weapon[0].replace("_", " ") if words.weapon else chance.choice(("an attack", "shelling", "a strike"))
    thing = f"the {words.thing_name} works" if words.thing_name else chance.choice(("buildings", "a house", "a site"))
    when = " " + chance.choice(WHEN[words.part]) if words.part and (words.apart or chance.random() < PART_TOLD) else ""
    pattern = chance.choice(SAID_PATTERNS if words.said else PATTERNS)
    text = pattern.format(**filled, weapon=weapon, thing=thing, town=town or "the area", when=when)
    text = " ".join((text[:-1], *details)) + "."
    return text[0].upper() + text[1:]


def _town(words: Wording) -> str | None:
    if words.place is None:
        return None
    return f"{words.place.name} near {words.near}" if words.near else words.place.name


def filler(chance: random.Random, foreign: bool) -> list[str]:
    """Two or three sentences of a report's own, in words that fall off in frequency as those of a language do."""
    vocabulary = _vocabulary("foreign" if foreign else "own")
    made = []
    for _ in range(chance.randint(2, 3)):
        picks = (min(len(vocabulary) - 1, int(3 * chance.paretovariate(0.7))) for _ in range(14))
        made.append(" ".join(vocabulary[at] for at in picks).capitalize() + ".")
    return made


@cache
def _vocabulary(name: str) -> tuple[str, ...]:
    chance = random.Random(f"words {name}")
    return tuple("".join(chance.choice(PARTS) for _ in range(chance.choice((1, 2, 2, 3)))) for _ in range(VOCABULARY))
