"""What a speaker is: offices, bodies, ranks, plain people and the words that describe an armed group."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from types import MappingProxyType
from typing import Literal

from fogline.errors import LexiconError
from fogline.lexicon.load import need, table
from fogline.lexicon.names import keys

Sort = Literal[
    "national",
    "local",
    "any",
    "rank",
    "courtesy",
    "body",
    "local_body",
    "private",
    "group",
    "unknown",
    "exonym",
    "again",
    "private_body",
]
PRIVATE: tuple[Sort, ...] = ("private", "private_body")  # speakers without a side
FILE = ("en", "titles.toml")


@dataclass(frozen=True, slots=True)
class Titles:
    """Titles by their folded pieces, and the word lists that go with them (folded)."""

    sorts: Mapping[tuple[str, ...], Sort]
    longest: Mapping[str, int]  # pieces of the longest title that begins with a piece
    units: frozenset[str]
    unit_kinds: frozenset[str]
    plain_heads: frozenset[str]
    no_state: frozenset[str]
    forces: frozenset[str]
    fighters: frozenset[str]
    followers: frozenset[str]
    compounds: frozenset[str]
    owning: frozenset[str]
    linked: frozenset[str]
    befriended: frozenset[str]
    foreign_rule: frozenset[str]
    of_rule: frozenset[str]
    under_rule: frozenset[str]
    first_person: frozenset[str]
    again: frozenset[str]
    group_words: frozenset[str]
    allied: frozenset[str]
    outlawed: frozenset[str]
    seceding: frozenset[str]
    of_kin: frozenset[str]
    of_whole_states: frozenset[str]
    body_words: frozenset[str]
    no_groups: frozenset[str]
    in_names_of_bodies: frozenset[str]
    buildings: frozenset[str]
    group_heads: tuple[tuple[str, ...], ...]
    modifiers: frozenset[str]
    portfolios: frozenset[str]
    links: frozenset[str]
    fillers: frozenset[str]
    body_heads: tuple[tuple[str, ...], ...]
    ordinals: frozenset[str]
    region_nouns: frozenset[str]
    past: frozenset[str]
    leaning: frozenset[str]
    particles: frozenset[str]
    not_names: frozenset[str]
    like_people: frozenset[str]
    behind_states: frozenset[str]
    low_ranks: frozenset[str]
    fielded: frozenset[str]
    armies: frozenset[str]
    of_the_army: frozenset[str]
    armed_state: frozenset[str]
    troops: frozenset[str]
    heavy_arms: frozenset[str]
    ministries: frozenset[str]
    owned_by: frozenset[str]
    openers: frozenset[str]
    several: frozenset[str]
    several_titled: frozenset[str]
    speaks: frozenset[str]
    sorts_of_things: frozenset[str]
    sorts_of_deeds: frozenset[str]
    carried_out: frozenset[str]
    chairs: frozenset[str]
    chaired: frozenset[str]
    houses: frozenset[str]
    of_houses: frozenset[str]


# Where a phrase stands in two lists the later sort of this order wins.
ORDER: tuple[tuple[str, str, Sort], ...] = (
    ("offices", "any", "any"),
    ("offices", "courtesy", "courtesy"),
    ("offices", "ranks", "rank"),
    ("bodies", "local", "local_body"),
    ("bodies", "national", "body"),
    ("offices", "local", "local"),
    ("offices", "national", "national"),
    ("private", "words", "private"),
    ("private", "bodies", "private_body"),
    ("descriptions", "group", "group"),
    ("descriptions", "unknown", "unknown"),
    ("descriptions", "exonyms", "exonym"),
)
# Words of two lists that are offices first: "sources" with a side before them are that side's.
OFFICE_FIRST = frozenset({("source",), ("sources",)})


@cache
def titles() -> Titles:
    """The English titles. Raises LexiconError where the file breaks the schema."""
    data = table(*FILE)
    sorts: dict[tuple[str, ...], Sort] = {}
    for part, name, sort in ORDER:
        listed = _keys_of(data[part][name], f"en/titles.toml: {part}.{name}")
        sorts.update({key: sort for key in listed if not (sort == "private" and key in OFFICE_FIRST)})

    for made in _made_up(data["offices"]):
        sorts.setdefault(made, "local")

    longest: dict[str, int] = {}
    for phrase in sorts:
        longest[phrase[0]] = max(len(phrase), longest.get(phrase[0], 0))

    def words_of(part: str, name: str) -> frozenset[str]:
        return frozenset(" ".join(key) for key in _keys_of(data[part][name], f"en/titles.toml: {part}.{name}"))

    return Titles(
        MappingProxyType(sorts),
        MappingProxyType(longest),
        words_of("bodies", "units"),
        words_of("bodies", "unit_kinds"),
        words_of("bodies", "plain_heads"),
        words_of("bodies", "no_state"),
        words_of("bodies", "forces"),
        words_of("bodies", "fighters"),
        words_of("private", "followers"),
        words_of("offices", "compounds"),
        words_of("offices", "owning"),
        words_of("offices", "linked"),
        words_of("offices", "befriended"),
        words_of("descriptions", "foreign_rule"),
        words_of("descriptions", "of_rule"),
        words_of("descriptions", "under_rule"),
        words_of("descriptions", "first_person"),
        words_of("descriptions", "again"),
        words_of("descriptions", "group_words"),
        words_of("descriptions", "allied"),
        words_of("descriptions", "outlawed"),
        words_of("descriptions", "seceding"),
        words_of("descriptions", "of_kin"),
        words_of("descriptions", "of_whole_states"),
        words_of("descriptions", "body_words"),
        frozenset(data["descriptions"]["no_groups"]),
        words_of("descriptions", "in_names_of_bodies"),
        words_of("descriptions", "buildings"),
        tuple(keys(w) for w in data["groups"]["heads"]),
        words_of("modifiers", "words"),
        words_of("modifiers", "portfolios"),
        words_of("modifiers", "links"),
        words_of("modifiers", "fillers"),
        tuple(keys(w) for w in data["bodies"]["heads"]),
        words_of("bodies", "ordinals"),
        words_of("modifiers", "region_nouns"),
        words_of("modifiers", "past"),
        words_of("modifiers", "leaning"),
        words_of("names", "particles"),
        words_of("names", "not_names"),
        words_of("names", "like_people"),
        words_of("names", "behind_states"),
        words_of("names", "low_ranks"),
        words_of("bodies", "fielded"),
        words_of("bodies", "armies"),
        words_of("bodies", "of_the_army"),
        words_of("bodies", "armed_state"),
        words_of("bodies", "troops"),
        words_of("bodies", "heavy_arms"),
        words_of("bodies", "ministries"),
        words_of("modifiers", "owned_by"),
        words_of("names", "openers"),
        words_of("names", "several"),
        words_of("names", "several_titled"),
        words_of("names", "speaks"),
        words_of("offices", "sorts_of_things"),
        words_of("offices", "sorts_of_deeds"),
        words_of("offices", "carried_out"),
        words_of("offices", "chairs"),
        words_of("offices", "chaired"),
        words_of("private", "houses"),
        words_of("private", "of_houses"),
    )


def _keys_of(words: object, where: str) -> list[tuple[str, ...]]:
    """The folded pieces of the words of a list. Raises LexiconError where it holds what is none, or a word twice."""
    if not isinstance(words, list) or not all(isinstance(w, str) and keys(w) for w in words):
        raise LexiconError(f"lexicon/{where}: not a list of words")
    need(len(set(words)) == len(words), where, f"twice: {sorted(w for w in set(words) if words.count(w) > 1)}")
    return [keys(w) for w in words]


def _made_up(offices: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Posts put together from what is headed, or what is seen to, and the word for who does: "zone security head"."""
    for post, unit in product(offices["heading"], offices["units"]):
        yield from (keys(f"{post} {link} {unit}") for link in ("of", "of the", "for the"))
        yield from (keys(f"{unit}{owned} {post}") for owned in ("", "'s"))
    for post, matter in product(offices["charged"], offices["matters"]):
        yield from (keys(f"{post} {link} {matter}") for link in ("of", "for"))
    for post, matter in product(offices["bureaus"], offices["matters"]):
        yield keys(f"{matter} {post}")


@dataclass(frozen=True, slots=True)
class Metonyms:
    """The words by which a capital that acts is told from a town, folded; verbs are lemmas."""

    in_place: frozenset[str]
    with_party: frozenset[str]
    from_party: frozenset[str]
    minds: frozenset[str]
    nouns: frozenset[str]
    objects_of: frozenset[str]


@cache
def metonyms() -> Metonyms:
    """The English words about metonyms. Raises LexiconError where a list is no list of words."""
    data = table(*FILE)["metonyms"]
    for name, words in data.items():
        need(
            all(isinstance(w, str) and keys(w) for w in words),
            f"en/titles.toml: metonyms.{name}",
            "not a list of words",
        )
    names = ("in_place", "with_party", "from_party", "minds", "nouns", "objects_of")
    return Metonyms(*(frozenset(data[name]) for name in names))
