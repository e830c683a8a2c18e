"""Which words of a report are names that the lexicon knows, and of whom when two share a name."""

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from fogline.lexicon.conflicts import where_it_fights
from fogline.lexicon.names import ARTICLES, Piece, fold, glued, same_case
from fogline.lexicon.parties import Entry, Form, index, parties, party_named, plain_words, state_of, weak
from fogline.lexicon.titles import titles
from fogline.read.title_case import only_set_so

VOWELS = "aeiouy"
SHORT_ACRONYM = 4  # letters up to which an acronym needs its country in the report: AA, KIA, CDF, ONLF

SURNAME_ENDS = re.compile(
    r", (?:an? |the |who |[\w’']+ (?:deputy )?spokes)|(?:,? (?:said|says|told|added|confirmed|tweeted|wrote)\b)"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """Pieces first..last (both included) of the report are a known name of `party`; `person` is a full name."""

    first: int
    last: int
    party: str
    form: Form
    person: str | None = None


@dataclass(frozen=True, slots=True)
class _Raw:
    first: int
    last: int
    entries: tuple[Entry, ...]


def find_hits(
    text: str, ps: Sequence[Piece], countries: Sequence[str] = (), people: frozenset[str] | None = None
) -> list[Hit]:
    """Known names in the report, longest first at each word, in order.

    `countries` are ISO codes of the places that the report names; with the states named they settle whose a shared
    acronym is. `people` are the `surnames` of the text, where they are known already.
    """
    people = surnames(text, ps) if people is None else people
    raws = [r for r in _scan(text, ps) if r.first != r.last or ps[r.first].key not in people]
    votes = Counter(countries)
    raws = [r for r in raws if r.entries[0].form != "other"]
    sure = [r for r in raws if len({e.party for e in r.entries}) == 1 and not _needs_country(r, ps)]
    for raw in sure:
        votes.update(_home(raw.entries[0].party))
    named = Counter(raw.entries[0].party for raw in sure)
    defined = _definitions(text, ps, raws)
    found = []
    for raw in raws:
        entry = _settle(raw, ps, votes, named, defined)
        if entry and not _is_a_person(text, ps, raw, entry) and not _is_namesake(text, ps, raw, entry):
            found.append(Hit(raw.first, raw.last, entry.party, entry.form, entry.person))
    others = {ps[r.first].key for r in raws if r.first == r.last and _is_namesake(text, ps, r, r.entries[0])}
    full = {hit.person for hit in found if hit.form == "person" and hit.first != hit.last}
    # who is introduced with another first name is meant by the surname alone as well
    found = [h for h in found if h.form != "person" or h.person in full or ps[h.first].key not in others]
    return sorted([*found, *_unlisted(text, ps, raws)], key=lambda hit: hit.first)


def surnames(text: str, ps: Sequence[Piece]) -> frozenset[str]:
    """The demonyms by which the report calls a person, as keys: "Najib Danish, a spokesman"."""
    return frozenset(piece.key for k, piece in enumerate(ps) if k and _is_surname(text, ps, k))


def _is_surname(text: str, ps: Sequence[Piece], at: int) -> bool:
    """Whether a demonym ends a person's name: a first name before it, and behind it no noun that it could describe."""
    before, piece = ps[at - 1], ps[at]
    if not piece.text.istitle() or text[before.end : piece.start] != " " or not before.text.istitle():
        return False
    if SURNAME_ENDS.match(text, piece.end) is None or not any(
        e.form == "demonym" and len(e.written) == 1 for e in index().get(piece.key, ())
    ):
        return False
    if any(len(e.written) == 1 for e in index().get(before.key, ())) or before.key in plain_words():
        return False  # "Syrian Turkmen, who"
    if before.key in titles().not_names | titles().modifiers or (before.key,) in titles().sorts:
        return False
    ranked = at > 1 and titles().sorts.get((ps[at - 2].key,)) in ("rank", "courtesy")  # "Police Maj. Bernard Lao"
    return before.start > 1 and text[before.start - 1] == " " and (ranked or text[before.start - 2] not in ".!?:")


def _unlisted(text: str, ps: Sequence[Piece], raws: Sequence[_Raw]) -> list[Hit]:
    """Armed groups that no list knows, by their name: "the Free Homeland Front", "Yangon Urban Force"."""
    heads = _heads_by_last()
    taken = {k for raw in raws for k in range(raw.first, raw.last + 1)}
    found = []
    for last, piece in enumerate(ps):
        for head in heads.get(piece.key, ()):
            inner = range(last - len(head) + 1, last + 1)
            if inner[0] <= 0 or tuple(ps[k].key for k in inner) != head:
                continue
            if not taken.isdisjoint(inner) or not all(_name_like(ps[k]) for k in inner):
                continue
            first = _name_start(text, ps, inner[0], taken)
            if first is not None and first < inner[0] and not only_set_so(text, ps[first].start, piece.end):
                found.append(Hit(first, last, text[ps[first].start : piece.end], "name"))
                taken.update(range(first, last + 1))
    return found


@cache
def _heads_by_last() -> Mapping[str, Sequence[tuple[str, ...]]]:
    """The last words of armed groups' names, by the very last."""
    heads: dict[str, list[tuple[str, ...]]] = {}
    for head in titles().group_heads:
        heads.setdefault(head[-1], []).append(head)
    return heads


def _name_like(piece: Piece) -> bool:
    return piece.text[0].isupper() and not piece.text.isupper()


def _name_start(text: str, ps: Sequence[Piece], first: int, taken: set[int]) -> int | None:
    """Back over the capitals before a group's last words; None where a known party's name stands among them."""
    while first > 0 and first - 1 not in taken and text[ps[first - 1].end : ps[first].start] in (" ", "-"):
        before = ps[first - 1]
        if not _name_like(before) or before.key in titles().not_names:
            break
        first -= 1
    joined = first > 0 and first - 1 in taken and len(text[ps[first - 1].end : ps[first].start]) <= len("s ")
    return None if joined or (ps[first].key,) in titles().sorts else first


def _home(party: str) -> list[str]:
    iso2 = party_named(party).iso2
    return [iso2] if iso2 else []


def _scan(text: str, ps: Sequence[Piece]) -> list[_Raw]:
    lexicon, plain = index(), plain_words()
    found, at = [], 0
    while at < len(ps):
        entries = [e for e in lexicon.get(ps[at].key, ()) if _matches(text, ps, at, e, plain)]
        if not entries:
            at += 1
            continue
        length = len(entries[0].written)
        best = tuple(e for e in entries if len(e.written) == length)
        found.append(_Raw(at, at + length - 1, best))
        at += length
    return found


def _matches(text: str, ps: Sequence[Piece], at: int, entry: Entry, plain: frozenset[str]) -> bool:
    """Whether a form stands at a piece, whose key is that of the form's first."""
    if at + len(entry.written) > len(ps):
        return False
    if any(ps[at + offset].key != fold(entry.written[offset]) for offset in range(1, len(entry.written))):
        return False
    for offset, written in enumerate(entry.written):
        piece = ps[at + offset]
        if not same_case(written, piece.text, plain):
            return False
        if (
            offset
            and not glued(text, ps[at + offset - 1], piece)
            and "," not in text[ps[at + offset - 1].end : piece.start]
        ):
            return False
    return True


def _needs_country(raw: _Raw, ps: Sequence[Piece]) -> bool:
    entry = raw.entries[0]
    if entry.form not in ("name", "force", "person"):
        return False
    if tuple(p.key for p in ps[raw.first : raw.last + 1]) in weak():
        return True
    kind = parties()[entry.party].kind
    word = entry.written[0]
    return kind == "armed_group" and len(entry.written) == 1 and len(word) <= SHORT_ACRONYM and word.isupper()


def _leads_fighters(raw: _Raw, ps: Sequence[Piece]) -> bool:
    """Whether a word for armed men right behind makes a doubtful name that of a group: "Wagner mercenaries"."""
    after = raw.last + 1
    group = {parties()[entry.party].kind for entry in raw.entries} == {"armed_group"} and len(raw.entries) == 1
    return group and after < len(ps) and ps[after].start == ps[raw.last].end + 1 and ps[after].key in titles().fighters


def _definitions(text: str, ps: Sequence[Piece], raws: Sequence[_Raw]) -> dict[tuple[str, ...], str]:
    """Acronyms that the report itself explains: "Allied Democratic Forces (ADF)"."""
    found = {}
    for left, right in itertools.pairwise(raws):
        between = text[ps[left.last].end : ps[right.first].start]
        owners = {e.party for e in left.entries} & {e.party for e in right.entries}
        if between.strip(" \n\"'“”’") == "(" and len(owners) == 1:
            found[_keys(ps, right)] = next(iter(owners))
    return found


def _keys(ps: Sequence[Piece], raw: _Raw) -> tuple[str, ...]:
    return tuple(p.key for p in ps[raw.first : raw.last + 1])


def _settle(
    raw: _Raw, ps: Sequence[Piece], votes: Counter[str], named: Counter[str], defined: dict[tuple[str, ...], str]
) -> Entry | None:
    """The entry meant, or None where nothing in the report speaks for it."""
    owner = defined.get(_keys(ps, raw))
    if owner:
        return next(e for e in raw.entries if e.party == owner)

    def evidence(entry: Entry) -> tuple[int, int, int]:
        iso2 = parties()[entry.party].iso2
        abroad = 0 if iso2 is None else sum(votes[country] for country in where_it_fights(entry.party))
        return named[entry.party], votes[iso2] if iso2 else 0, abroad

    best = max(raw.entries, key=evidence)  # the first of equals, in the lexicon's order
    if _needs_country(raw, ps) and parties()[best.party].iso2 and not any(evidence(best)):
        return best if _leads_fighters(raw, ps) else None
    if len({e.party for e in raw.entries}) > 1 and not any(evidence(best)):
        states = [e for e in raw.entries if e.party in state_of().values()]
        return states[0] if states else None
    return best


def _is_namesake(text: str, ps: Sequence[Piece], raw: _Raw, entry: Entry) -> bool:
    """Whether another first name stands before a surname: Oleksiy Kuleba is not Dmytro, Serhiy Lavrov is Sergei."""
    if entry.form != "person" or not raw.first:
        return False
    if ps[raw.first - 1].key in titles().low_ranks:
        return True  # "Sepoy Imran Khan" is not the party leader
    if not entry.person or raw.first != raw.last:
        return False
    return _goes_on(text, ps, raw.last) or _another_first_name(text, ps, raw.first, entry.person)


def _another_first_name(text: str, ps: Sequence[Piece], at: int, person: str) -> bool:
    before, known = ps[at - 1], [fold(word) for word in person.split()[:-1]]
    if text[before.end : ps[at].start] != " " or not before.text.istitle() or not known:
        return False
    lexicon = titles()
    party = any(len(e.written) == 1 for e in index().get(before.key, ()))
    if party or before.key in lexicon.not_names | lexicon.modifiers or (before.key,) in lexicon.sorts:
        return False
    return all(_sounds(before.key) != _sounds(name) for name in known)


def _sounds(name: str) -> str:
    """A first name's initial and next consonant, which spellings keep: Serhiy is Sergei, Mohamed not Mazloum."""
    rest = (letter for letter in name[1:] if letter not in VOWELS and letter != name[0])
    return name[:1] + next(rest, "")


def _goes_on(text: str, ps: Sequence[Piece], last: int) -> bool:
    """Whether a surname is another's first name: a name in capitals goes on behind it and ends there."""
    after = last + 1
    if after >= len(ps) or text[ps[last].end : ps[after].start] != " ":
        return False
    lexicon = titles()
    if ps[after].key in ARTICLES and after + 1 < len(ps):  # "Saleh al-Masri"
        return text[ps[after].end : ps[after + 1].start] == "-" and ps[after + 1].text.istitle()
    named = ps[after].text.istitle() and ps[after].key not in index() and ps[after].key not in plain_words()
    return (
        named and (ps[after].key,) not in lexicon.sorts and ps[after].key not in lexicon.not_names | lexicon.modifiers
    )


def _is_a_person(text: str, ps: Sequence[Piece], raw: _Raw, entry: Entry) -> bool:
    """Whether a country's name is a person's: "Jordan Smith" is one, "Jordan King Abdullah" is not."""
    if raw.first != raw.last or ps[raw.first].key not in titles().like_people or entry.form == "person":
        return False
    after = raw.last + 1
    plain = titles().sorts
    return (
        after < len(ps)
        and text[ps[raw.last].end : ps[after].start] == " "
        and ps[after].text.istitle()
        and (ps[after].key,) not in plain
        and ps[after].key not in index()
        and ps[after].key not in titles().behind_states
    )


def by_their_letters(text: str, ps: Sequence[Piece], hits: Sequence[Hit]) -> list[Hit]:
    """The hits, a name that several bear as that of the letters behind it: "the People's Defence Forces (HPG)"."""
    out = list(hits)
    for number, (name, letters) in enumerate(itertools.pairwise(hits)):
        between = text[ps[name.last].end : ps[letters.first].start]
        if (
            between == " ("
            and text.startswith(")", ps[letters.last].end)
            and {name.form, letters.form} <= {"name", "force", "other"}
        ):
            out[number] = replace(name, party=letters.party)
    return out
