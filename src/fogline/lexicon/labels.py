"""What are the vocabulary's values called in front of people?"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from fogline.lexicon.load import need, table
from fogline.model import AGAINST, CORROBORATION_LEVELS, EFFECTS, EVENT_TYPES, STANCES, STATUSES, WEAPONS

FILE = "en/labels.toml"
BY_ACTOR = {"at_home", "armed_group"}
Words = TypeVar("Words", str, dict[str, str])


@dataclass(frozen=True, slots=True)
class Labels:
    """Each vocabulary value's words; `acled` names ACLED's sub-event types of a type, "" where it has none.

    `acled_at_home` and `acled_armed_group` name those of types that ACLED tells apart by the actor: a state in its own
    country, an armed group.
    """

    types: Mapping[str, str]
    acled: Mapping[str, str]
    acled_at_home: Mapping[str, str]
    acled_armed_group: Mapping[str, str]
    weapons: Mapping[str, str]
    against: Mapping[str, str]
    effects: Mapping[str, str]
    stances: Mapping[str, str]
    statuses: Mapping[str, str]
    corroboration: Mapping[str, str]


@cache
def labels() -> Labels:
    """The words of en/labels.toml. Raises LexiconError where a value has none, or words have no value."""
    data = table("en", "labels.toml")
    types = _section(data, "types", EVENT_TYPES, dict)
    for name, entry in types.items():
        by_actor = set(entry) - {"label", "acled"}
        need({"label", "acled"} <= set(entry), FILE, f"types.{name} needs label and acled")
        need(
            by_actor in (set(), BY_ACTOR),
            FILE,
            f"types.{name}: beside label and acled at_home and armed_group, or none",
        )
    return Labels(
        types={name: entry["label"] for name, entry in types.items()},
        acled={name: entry["acled"] for name, entry in types.items()},
        acled_at_home={name: entry["at_home"] for name, entry in types.items() if "at_home" in entry},
        acled_armed_group={name: entry["armed_group"] for name, entry in types.items() if "armed_group" in entry},
        weapons=_section(data, "weapons", WEAPONS, str),
        against=_section(data, "against", AGAINST, str),
        effects=_section(data, "effects", EFFECTS, str),
        stances=_section(data, "stances", STANCES, str),
        statuses=_section(data, "statuses", STATUSES, str),
        corroboration=_section(data, "corroboration", CORROBORATION_LEVELS, str),
    )


def _section(
    data: Mapping[str, Mapping[str, Words]], name: str, values: tuple[str, ...], kind: type[Words]
) -> Mapping[str, Words]:
    section = data.get(name, {})
    need(set(section) == set(values), FILE, f"[{name}] must have one entry for each of {', '.join(values)}")
    for value, words in section.items():
        need(isinstance(words, kind) and bool(words), FILE, f"{name}.{value} must be a non-empty {kind.__name__}")
    return section
