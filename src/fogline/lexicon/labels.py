"""What are the vocabulary's values called in front of people?"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from fogline.lexicon.load import need, table
from fogline.model import AGAINST, EFFECTS, EVENT_TYPES, STANCES, STATUSES, WEAPONS

FILE = "en/labels.toml"
Words = TypeVar("Words", str, dict[str, str])


@dataclass(frozen=True, slots=True)
class Labels:
    """Each vocabulary value's words; `acled` names ACLED's sub-event types of a type, "" where it has none."""

    types: Mapping[str, str]
    acled: Mapping[str, str]
    weapons: Mapping[str, str]
    against: Mapping[str, str]
    effects: Mapping[str, str]
    stances: Mapping[str, str]
    statuses: Mapping[str, str]


@cache
def labels() -> Labels:
    """The words of en/labels.toml. Raises LexiconError where a value has none, or words have no value."""
    data = table("en", "labels.toml")
    types = _section(data, "types", EVENT_TYPES, dict)
    for name, entry in types.items():
        need(set(entry) == {"label", "acled"}, FILE, f"types.{name} needs label and acled and nothing else")
    return Labels(
        types={name: entry["label"] for name, entry in types.items()},
        acled={name: entry["acled"] for name, entry in types.items()},
        weapons=_section(data, "weapons", WEAPONS, str),
        against=_section(data, "against", AGAINST, str),
        effects=_section(data, "effects", EFFECTS, str),
        stances=_section(data, "stances", STANCES, str),
        statuses=_section(data, "statuses", STATUSES, str),
    )


def _section(
    data: Mapping[str, Mapping[str, Words]], name: str, values: tuple[str, ...], kind: type[Words]
) -> Mapping[str, Words]:
    section = data.get(name, {})
    need(set(section) == set(values), FILE, f"[{name}] must have one entry for each of {', '.join(values)}")
    for value, words in section.items():
        need(isinstance(words, kind) and bool(words), FILE, f"{name}.{value} must be a non-empty {kind.__name__}")
    return section
