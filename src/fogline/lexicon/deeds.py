"""Which verbs and prepositions say who did it and to whom."""

from dataclasses import dataclass
from functools import cache

from fogline.lexicon.load import need, table

FILE = ("en", "deeds.toml")


@dataclass(frozen=True, slots=True)
class Deeds:
    """Verbs and nouns are lemmas, prepositions lower-case words. See the head of `deeds.toml`."""

    give_way: frozenset[str]
    holds: frozenset[str]
    causing: frozenset[str]
    retreat: frozenset[str]
    ground_given: frozenset[str]
    beating_back: frozenset[str]
    whose: frozenset[str]
    aftermath: frozenset[str]
    pursuits: frozenset[str]
    remains: frozenset[str]
    striking: frozenset[str]
    airmen: frozenset[str]
    by_unknown: frozenset[str]
    rescuing: frozenset[str]
    craft: frozenset[str]
    strafing: frozenset[str]
    severed: frozenset[str]
    parts: frozenset[str]
    aircraft: frozenset[str]
    self_killers: frozenset[str]
    delegates: frozenset[str]
    blows: frozenset[str]
    ordering_out: frozenset[str]
    living: frozenset[str]
    suffered: frozenset[str]
    on: frozenset[str]
    by: frozenset[str]
    where: frozenset[str]
    belonging: frozenset[str]
    friendship: frozenset[str]
    arresting: frozenset[str]
    fighting: frozenset[str]
    state_media: frozenset[str]
    claim: frozenset[str]
    claimed: frozenset[str]
    between: frozenset[str]
    circumstance: frozenset[str]
    offering: frozenset[str]
    soil: frozenset[str]
    forces: frozenset[str]
    captive: frozenset[str]
    captives: frozenset[str]
    peacekeepers: frozenset[str]
    harmed: frozenset[str]
    demanding: frozenset[str]
    governing: frozenset[str]
    quelling: frozenset[str]
    firing: frozenset[str]
    credit: frozenset[str]
    limbs: frozenset[str]
    bursting: frozenset[str]
    bombs: frozenset[str]
    packed: frozenset[str]
    along: frozenset[str]
    dealt_with: frozenset[str]
    pitting: frozenset[str]
    casualty: frozenset[str]
    lost: frozenset[str]
    carrying: frozenset[str]
    police: frozenset[str]
    marked: frozenset[str]
    struck_at: frozenset[str]
    may_be_struck: frozenset[str]
    calling: frozenset[str]
    vowing: frozenset[str]
    in_arms: frozenset[str]
    of_bands: frozenset[str]
    carrying_arms: frozenset[str]
    describing: frozenset[str]
    notices: frozenset[str]
    hazards: frozenset[str]
    pleaders: frozenset[str]
    meeting: frozenset[str]
    arms_kinds: frozenset[str]
    assailing: frozenset[str]
    met: frozenset[str]
    assaults: frozenset[str]
    held_by_arms: frozenset[str]
    camps_of: frozenset[str]
    no_aircraft: frozenset[str]
    fallen: frozenset[str]
    flown: frozenset[str]
    not_fired: frozenset[str]
    making_safe: frozenset[str]
    bomb_disposers: frozenset[str]
    servants: frozenset[str]
    held_posts: frozenset[str]
    on_foot: frozenset[str]
    finding: frozenset[str]
    crowd_arms: frozenset[str]
    rioting: frozenset[str]
    rioters_wreck: frozenset[str]
    assailants_again: frozenset[str]
    stormed_parts: frozenset[str]
    stormed_again: frozenset[str]
    stands: frozenset[str]
    keeping: frozenset[str]
    sites: frozenset[str]
    about_to: frozenset[str]
    bursting_in: frozenset[str]
    wrecking: frozenset[str]
    by_hand: frozenset[str]
    by_blade: frozenset[str]
    blasts: frozenset[str]
    strikes: frozenset[str]
    raids: frozenset[str]
    planted_or_dropped: frozenset[str]
    dropped: frozenset[str]
    entering: frozenset[str]
    stopping: frozenset[str]
    acquiring: frozenset[str]
    spreading: frozenset[str]
    incursions: frozenset[str]
    beside: frozenset[str]
    near_to: frozenset[str]
    shooting: frozenset[str]
    launching: frozenset[str]
    bent_on: frozenset[str]
    munitions: frozenset[str]
    caring: frozenset[str]
    seeing: frozenset[str]
    helpers: frozenset[str]
    helping: frozenset[str]
    shutting: frozenset[str]
    named_by: frozenset[str]
    set_upon: frozenset[str]
    several: frozenset[str]
    undergone: frozenset[str]
    attacked: frozenset[str]
    attackers: frozenset[str]
    taken_for_nouns: frozenset[str]
    truces: frozenset[str]
    held_things: frozenset[str]
    on_roads: frozenset[str]
    with_guns: frozenset[str]
    laying: frozenset[str]
    the_hurt: frozenset[str]
    evacuated: frozenset[str]
    face_to_face: frozenset[str]
    allied: frozenset[str]


@cache
def deeds() -> Deeds:
    """The English words. Raises LexiconError where a list is missing or is no list of lower-case words."""
    data = table(*FILE)
    fields = {name: words for part in data.values() for name, words in part.items()}
    need(
        set(fields) == set(Deeds.__dataclass_fields__),
        "en/deeds.toml",
        f"lists are {sorted(Deeds.__dataclass_fields__)}",
    )
    for name, words in fields.items():
        need(
            all(isinstance(w, str) and w and w == w.lower() for w in words),
            f"en/deeds.toml: {name}",
            "not lower-case words",
        )
        need(len(set(words)) == len(words), f"en/deeds.toml: {name}", "a word stands twice")
    return Deeds(**{name: frozenset(words) for name, words in fields.items()})
