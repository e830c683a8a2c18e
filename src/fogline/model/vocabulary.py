"""The closed vocabulary of the ledger, as the codebook of the exported form fixes it.

Definitions, triggers and the crosswalks to ACLED's and PLOVER's types are data: see `lexicon/`.
"""

from typing import Final

EVENT_TYPES: Final = (
    "air_drone_strike",
    "missile_artillery_attack",
    "bombing",
    "ground_battle",
    "territory_change",
    "violence_against_civilians",
    "abduction_detention",
    "property_destruction",
    "protest",
    "riot",
    "mutiny",
    "threat",
    "pledge",
    "negotiation",
    "agreement",
    "mobilisation",
    "sanction",
    "aid",
    "other",
)

# Two claims can be of one event only within a group: reporters call one strike a drone attack and shelling.
TYPE_GROUPS: Final = {
    "air_drone_strike": "remote",
    "missile_artillery_attack": "remote",
    "bombing": "remote",
    "ground_battle": "ground",
    "territory_change": "territory",
    "violence_against_civilians": "abuse",
    "abduction_detention": "detention",
    "property_destruction": "property",
    "protest": "unrest",
    "riot": "unrest",
    "mutiny": "mutiny",
    "threat": "threat",
    "pledge": "pledge",
    "negotiation": "talks",
    "agreement": "talks",
    "mobilisation": "mobilisation",
    "sanction": "sanction",
    "aid": "aid",
    "other": "other",
}

STATUSES: Final = ("occurred", "threatened", "planned")
# From the weakest up; `merge.corroboration` defines them.
CORROBORATION_LEVELS: Final = ("one_origin", "one_side", "both_sides", "independent")

STANCES: Final = ("asserts", "denies", "no_comment")

WEAPONS: Final = (
    "drone",
    "missile",
    "ballistic_missile",
    "cruise_missile",
    "artillery",
    "rocket",
    "glide_bomb",
    "airstrike",
    "explosive",
    "mine",
    "gun",
    "sea_drone",
    "knife_fire",
    "other",
)

AGAINST: Final = (
    "residential",
    "energy",
    "industry",
    "military",
    "transport",
    "airport",
    "port",
    "ship",
    "hospital",
    "school",
    "government",
    "market",
    "religious",
    "aid",
    "media",
    "people",
    "office",
    "other",
)

EFFECTS: Final = (
    "fire",
    "airport_closed",
    "evacuation",
    "power_outage",
    "water_outage",
    "rail_halted",
    "port_closed",
    "building_destroyed",
    "building_damaged",
    "displacement",
    "internet_outage",
)

# Fields on which claims can contradict each other; figures add their own names.
DISPUTABLE: Final = ("occurred", "actor", "target", "place", "date", "weapon", "against")
