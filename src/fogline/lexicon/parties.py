"""Who can act or speak: the parties of `states.toml` and `parties.toml`, and the persons of `persons.toml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from fogline.lexicon.load import need, table
from fogline.lexicon.names import fold, keys, pieces

Kind = Literal["state", "armed_group", "alliance", "body"]
Form = Literal["name", "demonym", "metonym", "force", "person", "other"]
KINDS: tuple[Kind, ...] = ("state", "armed_group", "alliance", "body")
FIELDS = ("names", "demonyms", "metonyms", "forces")
KEYS = {"iso2", "abroad", *FIELDS}
ALONE = re.compile(r"<([^<>]+)>")
NO_PLURAL = ("s", "sh", "ch", "ese", "x", "z")


@dataclass(frozen=True, slots=True)
class Party:
    """A party or a body: its name, kind, home (ISO 3166-1 alpha-2) and the words that stand for it.

    `abroad` are the other countries where it is known by its short name.
    """

    name: str
    kind: Kind
    iso2: str | None
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()
    abroad: tuple[str, ...] = ()

    @property
    def side(self) -> str | None:
        """The name as a side of a war; None for a body, which takes none."""
        return None if self.kind == "body" else self.name


@dataclass(frozen=True, slots=True)
class Entry:
    """One written form of a party: its pieces as written, what form it is, and the full name where it is a person's."""

    party: str
    form: Form
    written: tuple[str, ...]
    person: str | None = None


@cache
def parties() -> Mapping[str, Party]:
    """All parties by name. Raises LexiconError where an entry breaks the schema."""
    found: dict[str, Party] = {}
    for file in ("states.toml", "parties.toml"):
        data = table(file)
        for kind in KINDS:
            for name, entry in data.get(kind, {}).items():
                need(name not in found, file, f"{name!r} stands twice")
                found[name] = _party(file, name, kind, entry)
    return MappingProxyType(found)


def _party(file: str, name: str, kind: Kind, entry: dict[str, Any]) -> Party:
    where = f"{file}: {name}"
    need(set(entry) <= KEYS, where, f"unknown keys {sorted(set(entry) - KEYS)}")
    iso2, abroad = entry.get("iso2"), entry.get("abroad", [])
    for code in (*([iso2] if iso2 is not None else []), *abroad):
        need(len(code) == 2 and code.isupper(), where, f"iso2 {code!r} is not two capitals")
    for field in FIELDS:
        words = entry.get(field, [])
        need(all(isinstance(w, str) and keys(w) for w in words), where, f"{field} is not a list of names")
        need(len(set(words)) == len(words), where, f"{field} lists a name twice")
    return Party(name, kind, iso2, **{field: tuple(entry.get(field, ())) for field in (*FIELDS, "abroad")})


@cache
def file_of() -> Mapping[str, str]:
    """The file that holds each party, by the party's name."""
    files = ("parties.toml", "states.toml")
    return MappingProxyType({name: file for file in files for kind in KINDS for name in table(file).get(kind, {})})


def party_named(name: str) -> Party:
    """The party of that name; one that no list knows is an armed group that a report names."""
    return parties().get(name) or Party(name, "armed_group", None)


@cache
def persons() -> Mapping[str, tuple[str, ...]]:
    """Full names of well-known persons by party, the part that may stand alone in <>."""
    known = parties()
    found = {}
    for party, names in table("persons.toml")["persons"].items():
        need(party in known, "persons.toml", f"{party!r} is no party of the lexicon")
        need(all(keys(n) for n in names) and len(set(names)) == len(names), "persons.toml", f"{party}: empty or twice")
        found[party] = tuple(names)
    return MappingProxyType(found)


@cache
def seats() -> Mapping[str, str]:
    """Folded place names whose offices belong to a party other than the state on the map."""
    found = {fold(place): party for place, party in table("parties.toml")["seats"].items()}
    for place, party in found.items():
        need(party in parties(), "parties.toml: seats", f"{place}: {party!r} is no party")
    return MappingProxyType(found)


@cache
def peoples() -> Mapping[str, tuple[str, str]]:
    """Those who live in another's land, each with their state and that land's code."""
    found = {name: (entry["state"], entry["land"]) for name, entry in table("parties.toml")["peoples"].items()}
    for name, (state, _) in found.items():
        need({name, state} <= parties().keys(), "parties.toml: peoples", f"{name} or {state} is no party")
    return MappingProxyType(found)


@cache
def armies() -> Mapping[str, str]:
    """Those of whom no army is told, each with the one whose "the army" is where they rule."""
    found: dict[str, str] = dict(table("parties.toml")["armies"])
    for state, party in found.items():
        need(state in parties() and party in parties(), "parties.toml: armies", f"{state} or {party} is no party")
    return MappingProxyType(found)


@dataclass(frozen=True, slots=True)
class Called:
    """Who is called by a word such as "separatists": these parties, and by country the only one there."""

    parties: frozenset[str]
    alone: Mapping[str, str]


@cache
def called() -> Mapping[str, Called]:
    """What reports call armed groups, in the singular. Raises LexiconError where an entry names no party."""
    found = {}
    for word, entry in table("parties.toml")["called"].items():
        where = f"parties.toml: called.{word}"
        need(set(entry) <= {"words", "parties", "alone"}, where, f"unknown keys {sorted(entry)}")
        one = Called(frozenset(entry.get("parties", ())), MappingProxyType(dict(entry.get("alone", {}))))
        for party in (*sorted(one.parties), *one.alone.values()):
            need(party in parties(), where, f"{party!r} is no party")
        found.update(dict.fromkeys((word, *entry.get("words", ())), one))
    return MappingProxyType(found)


@cache
def state_of() -> Mapping[str, str]:
    """The party that stands for a state, by ISO 3166-1 alpha-2 code."""
    return MappingProxyType({p.iso2: p.name for p in parties().values() if p.kind == "state" and p.iso2})


@cache
def plain_words() -> frozenset[str]:
    """Acronyms that are plain words when written with one capital."""
    return frozenset(table("parties.toml")["matching"]["plain_words"])


@cache
def weak() -> frozenset[tuple[str, ...]]:
    """Names, by their folded pieces, that count only where the report speaks of the party's country."""
    return frozenset(keys(name) for name in table("parties.toml")["matching"]["weak"])


@cache
def index() -> Mapping[str, tuple[Entry, ...]]:
    """Every written form by the key of its first piece, longer forms first, then by party's name."""
    found: dict[str, list[Entry]] = {}
    for entry in _entries():
        found.setdefault(fold(entry.written[0]), []).append(entry)
    return MappingProxyType(
        {
            key: tuple(sorted(dict.fromkeys(es), key=lambda e: (-len(e.written), e.party, e.form)))
            for key, es in found.items()
        }
    )


def _entries() -> list[Entry]:
    out = []
    for party in parties().values():
        forms: list[tuple[Form, str]] = [("name", party.name), *(("name", n) for n in party.names)]
        forms += [("demonym", d) for word in party.demonyms for d in (word, plural(word)) if d]
        forms += [("metonym", m) for m in party.metonyms] + [("force", f) for f in party.forces]
        out += [Entry(party.name, form, _written(name)) for form, name in forms]
    out += [Entry("", "other", _written(name)) for name in table("parties.toml")["others"]["names"]]
    for owner, people in persons().items():
        for marked in people:
            full = ALONE.sub(r"\1", marked)
            out.append(Entry(owner, "person", _written(full), full))
            out += [Entry(owner, "person", _written(part), full) for part in ALONE.findall(marked) if part != full]
    return out


def _written(name: str) -> tuple[str, ...]:
    return tuple(piece.text for piece in pieces(name))


def plural(demonym: str) -> str | None:
    """The people of a demonym: Ukrainian, Ukrainians; None for Chinese and French."""
    return None if demonym.endswith(NO_PLURAL) else demonym + "s"
