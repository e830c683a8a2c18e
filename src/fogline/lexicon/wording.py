"""What is an event called in one line? "Missiles on Kryvyi Rih, UA"."""

from collections.abc import Iterable

from fogline.lexicon.labels import labels

# Weapons say better than the type what happened, but for these types the act itself is the news.
TOLD_BY_WEAPON = ("air_drone_strike", "missile_artillery_attack", "bombing")


def what(type: str, status: str, weapon: Iterable[str]) -> str:
    """The weapons of a strike ("drones", "missiles"), else the type's word, with its status where it did not happen."""
    words, weapons = labels(), _sharpest(weapon)
    if type in TOLD_BY_WEAPON and weapons:
        name = " and ".join(words.weapons[one] for one in weapons)
    else:
        name = words.types[type]
    plain = status == "occurred" or type == "threat"
    return name if plain else f"{name} ({words.statuses[status]})"


def where(name: str | None, country: str | None, precision: str | None) -> str:
    """A place with its country, "Kryvyi Rih, UA"; only the name for a country; "" where none is known."""
    if not name:
        return ""
    return name if precision == "country" or not country else f"{name}, {country}"


def title(type: str, status: str, weapon: Iterable[str], place: str) -> str:
    """A line that names an event; `place` as `where` gives it."""
    name = what(type, status, weapon)
    joined = f"{name} on {place}" if type in TOLD_BY_WEAPON else f"{name}: {place}"
    line = joined if place else name
    return line[:1].upper() + line[1:]


def _sharpest(weapons: Iterable[str]) -> list[str]:
    """Without "missile" where a kind of missile is named too."""
    named = list(weapons)
    kinds = {"ballistic_missile", "cruise_missile"} & set(named)
    return [weapon for weapon in named if not (weapon == "missile" and kinds)]
