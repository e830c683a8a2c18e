"""How the words of the vocabulary relate: which is the more exact, and which go together.

Relations of the closed vocabulary in `fogline.model`, not words of any language.
"""

from typing import Final

# A general word says nothing more where an exact one stands beside it.
MORE_EXACT: Final = {
    "missile": frozenset({"ballistic_missile", "cruise_missile"}),
    "airstrike": frozenset({"glide_bomb"}),
    "explosive": frozenset({"mine"}),
}

# Types of what is done from afar.
FROM_AFAR: Final = frozenset({"air_drone_strike", "missile_artillery_attack"})

# Words for weapons that two reporters may use of one and the same strike.
WEAPON_FAMILIES: Final = (
    frozenset({"missile", "ballistic_missile", "cruise_missile", "rocket"}),
    frozenset({"artillery", "rocket"}),
    frozenset({"airstrike", "glide_bomb", "missile"}),
    frozenset({"explosive", "mine"}),
    frozenset({"drone", "sea_drone"}),
)

# Words for a weapon so general that they contradict no other.
ANY_WEAPON: Final = frozenset({"other", "explosive", "gun"})

MILITARY: Final = frozenset({"military"})

# Groups of types (model.TYPE_GROUPS) in which somebody speaks or decides: the parties matter more than the place.
SAID: Final = frozenset({"threat", "pledge", "talks", "mobilisation", "sanction", "aid", "other"})
# Groups in which both sides act on each other, so that actor and target may be told either way round.
MUTUAL: Final = frozenset({"ground", "talks"})

# Groups that go on for days, so that tellings agree on the stretch rather than the day.
LASTING: Final = frozenset({"ground", "territory", "unrest", "mutiny"})


def weapons_fit(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of weapons can be of one strike: a word in common, of one family, or too general to tell."""
    if not one or not other or one & other or (one | other) & ANY_WEAPON:
        return True
    return any(family & one and family & other for family in WEAPON_FAMILIES)


def without_general(values: frozenset[str], kind: str | None = None) -> frozenset[str]:
    """The values less those that a more exact one makes superfluous, and less `other` beside any other.

    Of what was dropped or fired (`kind` is a type of event) it says nothing that it burst.
    """
    kept = {value for value in values if not MORE_EXACT.get(value, frozenset()) & values}
    kept = kept - {"explosive"} or kept if kind in FROM_AFAR else kept
    return frozenset(kept - {"other"} or kept)


# Groups whose deeds reporters call an attack: one may tell as a massacre what another tells as shelling.
ATTACKS: Final = frozenset({"remote", "ground", "abuse"})
