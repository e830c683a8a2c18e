"""Which words name a weapon, a thing that can be hit, an effect, a kind of person: `things.toml`."""

from dataclasses import dataclass
from functools import cache

from fogline.lexicon.load import need, table
from fogline.lexicon.phrases import PhraseIndex, forms
from fogline.model import AGAINST, EFFECTS, EVENT_TYPES, WEAPONS

FILE = ("en", "things.toml")
DAMAGE = ("building_damaged", "building_destroyed", "fire")
PERSON_KINDS = ("civilian", "fighter", "attacker", "hostage", "settlement")


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word stands for: `kind` is weapon, against, effects, shots or person, `value` a word of the vocabulary."""

    kind: str
    value: str
    phrase: str


@dataclass(frozen=True, slots=True)
class Things:
    """The index over all words, and the event type that a weapon speaks for."""

    index: PhraseIndex[Sense]
    weapon_type: dict[str, str]
    weapon_before: frozenset[str]  # a weapon's name before these names no weapon that was used
    at_large: frozenset[str]  # words for fire that say nothing more behind a weapon's name
    damage: dict[str, str]  # word form to effect
    buildings: frozenset[str]  # kinds of things that are buildings
    structures: frozenset[str]  # last words of built things of other kinds
    not_so: frozenset[str]  # words that say of an effect that there was none
    bonfires: frozenset[str]  # what a crowd burns, which is no fire that a deed led to
    plurals: dict[str, str]  # form to lemma, where the parser has another
    care: frozenset[str]  # where and how the hurt are taken away, which evacuates nobody


@cache
def things() -> Things:
    """The English words for things; raises LexiconError where an entry is malformed."""
    content = table(*FILE)
    phrases: list[tuple[str, Sense]] = []
    weapon_type: dict[str, str] = {}
    for weapon, entry in content["weapon"].items():
        need(weapon in WEAPONS, f"en/things.toml weapon.{weapon}", "is not in the vocabulary")
        need(entry.get("type") in EVENT_TYPES, f"en/things.toml weapon.{weapon}", "needs the type it speaks for")
        weapon_type[weapon] = entry["type"]
        phrases += _senses("weapon", weapon, entry["words"])
    phrases += _senses("shots", "gun", content["shots"]["words"])
    for against, entry in content["against"].items():
        need(against in AGAINST, f"en/things.toml against.{against}", "is not in the vocabulary")
        phrases += _senses("against", against, entry["words"])
    for effect, patterns in content["effects"].items():
        need(effect in EFFECTS, f"en/things.toml effects.{effect}", "is not in the vocabulary")
        phrases += [(pattern, Sense("effects", effect, pattern)) for pattern in patterns]
    for kind, entry in content["person"].items():
        need(kind in PERSON_KINDS, f"en/things.toml person.{kind}", f"is none of {PERSON_KINDS}")
        phrases += _senses("person", kind, entry)
    damage = {word: effect for effect in DAMAGE for word in content["damage"][effect]}
    buildings = frozenset(content["damage"]["buildings"])
    need(buildings <= set(AGAINST), "en/things.toml damage.buildings", "names a kind that is not in the vocabulary")
    structures = frozenset(form for word in content["damage"]["structures"] for form in forms(word))
    before, not_so = frozenset(content["weapon_before"]["words"]), frozenset(content["damage"]["not_so"])
    at_large, care = frozenset(content["fired_at_large"]["words"]), frozenset(content["damage"]["care"])
    bonfires = frozenset(content["damage"]["bonfires"])
    plurals: dict[str, str] = content["plurals"]
    odd = sorted(form for form, lemma in plurals.items() if not (lemma.islower() and form in forms(lemma)))
    need(not odd, "en/things.toml plurals", f"{odd} are no plurals of their lemmas")
    try:
        return Things(
            PhraseIndex(phrases),
            weapon_type=weapon_type,
            weapon_before=before,
            at_large=at_large,
            damage=damage,
            buildings=buildings,
            structures=structures,
            not_so=not_so,
            bonfires=bonfires,
            plurals=plurals,
            care=care,
        )
    except ValueError as error:
        need(False, "en/things.toml", str(error))
        raise


def _senses(kind: str, value: str, entries: list[str]) -> list[tuple[str, Sense]]:
    """Each entry with its plural."""
    need(len(set(entries)) == len(entries), f"en/things.toml {kind}.{value}", "names a word twice")
    out = []
    for entry in entries:
        *head, last = entry.split()
        out.append((" ".join([*head, "|".join(forms(last))]), Sense(kind, value, entry)))
    return out
