"""In which words is a made-up happening told? Sentences that resemble those of other happenings, as news do."""

import random
from dataclasses import dataclass
from functools import cache

from fogline.model import Place

PATTERNS = (
    "{weapon} {hit} {thing} in {town} {when}, {who} said.",
    "{who} said {weapon} had {hit} {thing} in {town}.",
    "{when}, {thing} in {town} was {hit} by {weapon}, according to {who}.",
    "In {town}, {weapon} {hit} {thing} {when}, the {kind} reported.",
    "{town}: {weapon} {hit} {thing}, {who} wrote {when}.",
    "Several people were taken to hospital after {weapon} {hit} {thing} in {town}, {who} said.",
)
CHOICES = {
    "hit": ("hit", "struck", "damaged", "destroyed"),
    "when": ("overnight", "in the morning", "on that day", "early in the day", "during the day", "shortly before noon"),
    "who": ("the governor", "the head of the district", "local officials", "the mayor", "the emergency service"),
    "kind": ("governor's office", "police", "state broadcaster", "news agency"),
}
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
    """What a sentence has to tell: where, the name of what was hit where it is told, and the weapon."""

    place: Place | None
    thing_name: str | None
    weapon: tuple[str, ...]
    foreign: bool


def sentence(chance: random.Random, words: Wording) -> str:
    """One sentence; now and then a stock one, and one of another language where the wording is foreign."""
    if words.foreign:
        town = words.place.name.upper() if words.place else ""
        return " ".join((*chance.choices(_vocabulary("foreign"), k=7), town, words.thing_name or "")).strip() + "."
    if chance.random() < STOCK_SHARE:
        return chance.choice(STOCK)
    filled = {name: chance.choice(values) for name, values in CHOICES.items()}
    weapon = words.weapon[0].replace("_", " ") if words.weapon else chance.choice(("an attack", "shelling", "a strike"))
    thing = f"the {words.thing_name} works" if words.thing_name else chance.choice(("buildings", "a house", "a site"))
    town = words.place.name if words.place else "the area"
    text = chance.choice(PATTERNS).format(**filled, weapon=weapon, thing=thing, town=town)
    return text[0].upper() + text[1:]


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
