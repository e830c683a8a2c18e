"""What a type of happening can have: a weapon, a thing hit, a place, people who suffer, somebody who decides."""

from fogline.model import AGAINST, WEAPONS

# Types of what is done from afar.
FROM_AFAR = frozenset({"air_drone_strike", "missile_artillery_attack"})
# Types that hit something, and those that use a weapon.
ARMED = frozenset(
    {
        "air_drone_strike",
        "missile_artillery_attack",
        "bombing",
        "ground_battle",
        "violence_against_civilians",
        "property_destruction",
        "threat",
        "abduction_detention",
        "protest",
        "mutiny",
        "riot",
    }
)
HITTING = ARMED - {"protest"}
# Types that happen where the story is, if nothing else is said.
PLACED = HITTING - {"threat"} | {"protest", "riot", "mutiny", "aid", "other"}
# What these types can be directed at; of other things nearby the text tells for another reason.
ON_PEOPLE = {
    "abduction_detention": frozenset({"people", "ship", "media", "military", "government", "aid"}),
    "violence_against_civilians": frozenset(AGAINST) - {"military", "government", "other"},
    "ground_battle": frozenset({"military", "aid", "government", "hospital", "airport"}),
}
# Territories whose people are struck without being a party to the war (ISO 3166-1): the armed groups there are.
NO_PARTY_OF_ITS_OWN = frozenset({"PS"})
# Types of what is done by saying or deciding: without somebody who does there is none.
SPOKEN = frozenset({"threat", "pledge", "negotiation", "mobilisation", "sanction", "agreement"})
# Types that two sides do to each other, so that there is always one at the receiving end.
FOUGHT = frozenset({"ground_battle", "territory_change"})
FIGHTING = frozenset({"remote", "ground", "territory"})  # their groups, and that of what they fire at each other
# Types that a state announces of itself: "nine suspects were arrested", "ten terrorists were neutralised".
ANNOUNCED = frozenset({"abduction_detention", "air_drone_strike", "ground_battle", "missile_artillery_attack"})
# What belongs to the state wherever it is hit.
OF_THE_STATE = frozenset({"military", "government"})
# Types for which the state that owns the place is the receiving end when the actor comes from elsewhere.
CROSS_BORDER = frozenset(
    {"air_drone_strike", "missile_artillery_attack", "bombing", "ground_battle", "territory_change"}
)

# Weapons that strikes of a kind are not made with: fires are set by drones, and guns fire at them.
UNFIT = {
    "air_drone_strike": frozenset({"gun", "artillery", "knife_fire", "mine"}),
    "missile_artillery_attack": frozenset({"gun", "knife_fire", "mine"}),
    "protest": frozenset(WEAPONS) - {"gun"},  # with which a crowd is fired on
    "mutiny": frozenset(WEAPONS) - {"gun", "artillery"},
}
# Weapons that words of a deed name though it was not done with them: that a house was set on fire is an effect, and who
# is taken by gunmen is not shot.
BESIDE_THE_DEED = {
    "ground_battle": frozenset({"knife_fire"}),
    "property_destruction": frozenset({"gun", "knife_fire"}),
    "abduction_detention": frozenset(WEAPONS),
}
