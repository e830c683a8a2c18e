"""Which words tell of which kind of happening: the frames of `events.toml`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache

from fogline.lexicon.load import need, table
from fogline.lexicon.phrases import PhraseIndex, parse, verb_forms
from fogline.model import EVENT_TYPES, STATUSES, TYPE_GROUPS, WEAPONS

ATTACK = "attack"  # the type of a frame whose type is decided by weapon, actor and things hit
ROLES = ("subject_acts", "subject_suffers", "mutual", "on_positions")
SORTS = ("deed", "word", "harm", "scene")
FILE = ("en", "events.toml")


@dataclass(frozen=True, slots=True)
class Frame:
    """One entry of the lexicon: trigger words and what must stand with them. See the head of `events.toml`."""

    index: int
    type: str
    verbs: frozenset[str]
    nouns: frozenset[str]
    phrases: tuple[str, ...]
    objects: frozenset[str]
    needs: frozenset[str]
    weapon: str | None
    status: str
    role: str
    sort: str
    weak: bool
    default: str | None  # of an open frame: the type where nothing else in the report decides
    part_of: frozenset[str]  # groups of happenings that it can be a part of
    subjects: frozenset[str]  # lemmas of who or what must do it
    beside: frozenset[str]  # word forms of which one must stand in the sentence
    upon: frozenset[str]  # lemmas of what it must be done to
    along: frozenset[str]  # particles, prepositions and adverbs of which one must hang on it
    backed: bool  # tells of an attack only where its paragraph does so in other words
    points: bool  # only tells where or when what was told before took place


@dataclass(frozen=True, slots=True)
class NoWar:
    """Lemmas by which words that look like a trigger tell of something else; see `[no_war]` in `events.toml`."""

    no_attackers: frozenset[str]
    vehicles: frozenset[str]
    crashes: frozenset[str]
    meant: frozenset[str]
    blasts: frozenset[str]
    goods: frozenset[str]
    blows: frozenset[str]
    builders: frozenset[str]


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames, and the indexes to find them by."""

    frames: tuple[Frame, ...]
    by_verb: dict[str, tuple[Frame, ...]]
    by_noun: dict[str, tuple[Frame, ...]]
    phrases: PhraseIndex[Frame]
    no_war: PhraseIndex[None]  # words that look like a trigger and tell of something else
    peace: NoWar
    owned: PhraseIndex[None]  # words by which somebody owns up to a deed told before
    town: PhraseIndex[bool]  # words that name the town told before again: True, or False for what only looks so
    forms: frozenset[str]
    mobs: frozenset[str]  # lemmas of crowds whose violence is a riot
    mob_arms: frozenset[str]  # word forms of what crowds throw and beat with
    loot: frozenset[str]  # lemmas of what is carried off, where people are abducted
    neighbours: frozenset[str]  # lemmas of people at large: those whom they kill are lynched
    angry: frozenset[str]  # adjectives of people at large who make a mob: "enraged villagers"
    jailed: frozenset[str]  # lemmas of those behind bars: what they wreck and whom they seize makes a riot
    lemmas: dict[str, str]  # of the forms that no rule gives, which a parser may not know either


@cache
def frames() -> Frames:
    """The English frames; raises LexiconError where an entry is malformed."""
    content = table(*FILE)
    classes = {name: _words(members, "en/events.toml classes", name) for name, members in content["classes"].items()}
    found = tuple(_frame(i, entry, classes) for i, entry in enumerate(content["frame"]))
    by_verb: dict[str, tuple[Frame, ...]] = {}
    by_noun: dict[str, tuple[Frame, ...]] = {}
    for frame in found:
        for verb in sorted(frame.verbs):
            by_verb[verb] = (*by_verb.get(verb, ()), frame)
        for noun in sorted(frame.nouns):
            by_noun[noun] = (*by_noun.get(noun, ()), frame)
    index = PhraseIndex((phrase, frame) for frame in found for phrase in frame.phrases)
    no_war: PhraseIndex[None] = PhraseIndex((phrase, None) for phrase in content["no_war"]["phrases"])
    peace = NoWar(
        **{
            f.name: frozenset(_words(content["no_war"].get(f.name), "en/events.toml no_war", f.name))
            for f in fields(NoWar)
        }
    )
    again = content["again"]
    owned: PhraseIndex[None] = PhraseIndex((phrase, None) for phrase in again["owned"])
    town = PhraseIndex([*((p, True) for p in again["town"]), *((p, False) for p in again["not_town"])])
    irregular: dict[str, list[str]] = content["irregular"]
    forms = {form for lemma in (*by_verb, *by_noun) for form in (*verb_forms(lemma), *irregular.get(lemma, ()))}
    lemmas = {form: lemma for lemma, written in irregular.items() for form in written}
    return Frames(
        found,
        by_verb,
        by_noun,
        index,
        no_war,
        peace,
        owned,
        town,
        frozenset(forms),
        frozenset(classes["mob"]),
        frozenset(classes["mob_arms"]),
        frozenset(classes["loot"]),
        frozenset(classes["neighbour"]),
        frozenset(classes["angry"]),
        frozenset(classes["jailed"]),
        lemmas,
    )


def _frame(index: int, entry: dict[str, object], classes: Mapping[str, Sequence[str]]) -> Frame:
    where = f"en/events.toml frame {index + 1}"
    known = {
        "type",
        "verbs",
        "nouns",
        "phrases",
        "objects",
        "needs",
        "weapon",
        "status",
        "role",
        "sort",
        "weak",
        "default",
        "part_of",
        "subjects",
        "beside",
        "upon",
        "along",
        "backed",
        "points",
    }
    need(set(entry) <= known, where, f"unknown keys {sorted(set(entry) - known)}")
    kind = str(entry.get("type"))
    need(kind in EVENT_TYPES or kind == ATTACK, where, f"unknown type {kind!r}")
    default = entry.get("default")
    need(default is None or (default in EVENT_TYPES and kind == ATTACK), where, f"default {default!r} is for attacks")
    weapon = entry.get("weapon")
    need(weapon is None or weapon in WEAPONS, where, f"unknown weapon {weapon!r}")
    defaults = (("status", STATUSES[0]), ("role", ROLES[0]), ("sort", SORTS[0]))
    status, role, sort = (str(entry.get(key, default)) for key, default in defaults)
    need(status in STATUSES, where, f"unknown status {status!r}")
    need(role in ROLES, where, f"unknown role {role!r}")
    need(sort in SORTS, where, f"unknown sort {sort!r}")
    keys = ("verbs", "nouns", "phrases", "objects", "needs", "part_of", "subjects", "beside", "upon", "along")
    lists = {key: _words(entry.get(key, []), where, key) for key in keys}
    need(set(lists["part_of"]) <= set(TYPE_GROUPS.values()), where, f"unknown groups in part_of {lists['part_of']}")
    need(bool(lists["verbs"] or lists["nouns"] or lists["phrases"]), where, "has no trigger words")
    for phrase in lists["phrases"]:
        try:
            parse(phrase)
        except ValueError as error:
            need(False, where, str(error))
    return Frame(
        index,
        kind,
        frozenset(lists["verbs"]),
        frozenset(lists["nouns"]),
        tuple(lists["phrases"]),
        frozenset(lists["objects"]),
        frozenset(lists["needs"]),
        str(weapon) if weapon else None,
        status,
        role,
        sort,
        bool(entry.get("weak", False)),
        str(default) if default else None,
        frozenset(lists["part_of"]),
        _spelt_out(lists["subjects"], classes, where),
        _spelt_out(lists["beside"], classes, where),
        _spelt_out(lists["upon"], classes, where),
        frozenset(lists["along"]),
        bool(entry.get("backed", False)),
        bool(entry.get("points", False)),
    )


def _spelt_out(words: Sequence[str], classes: Mapping[str, Sequence[str]], where: str) -> frozenset[str]:
    """Words with every "@class" replaced by its members."""
    named = [word.removeprefix("@") for word in words if word.startswith("@")]
    need(set(named) <= set(classes), where, f"no such class: {sorted(set(named) - set(classes))}")
    return frozenset([*(w for w in words if not w.startswith("@")), *(w for name in named for w in classes[name])])


def _words(value: object, where: str, key: str) -> list[str]:
    well_formed = isinstance(value, list) and all(isinstance(word, str) and word for word in value)
    need(well_formed, where, f"{key} is no list of words")
    assert isinstance(value, list)
    need(len(set(value)) == len(value), where, f"{key} names a word twice")
    return [str(word) for word in value]
