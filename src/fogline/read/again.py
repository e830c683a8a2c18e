"""Who is meant where a report names somebody again: by surname, as "the ministry", "the rebels", "he" or "it"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from fogline.lexicon.names import keys
from fogline.lexicon.parties import armies, called, party_named, state_of
from fogline.lexicon.titles import PRIVATE, titles
from fogline.model import PartyMention
from fogline.read.mentioned import ARTICLES, HE, IT, REACH, THEY, Found, sentence_at, speaks
from fogline.read.own_feats import teller_of_own_feat
from fogline.read.pronouns import pronouns
from fogline.read.scene import Scene
from fogline.read.sides import Stage, group_meant, stem
from fogline.read.text import ParsedText
from fogline.read.warned_by import warning_party

LOCAL_SORTS = ("local", "local_body")
NEUTRAL = ("any", "courtesy")
CALLED = re.compile(r",? (?:called|named|known as|dubbed|calling itself) (?:the )?")


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the report: full name, party, and the pieces of the name, folded."""

    name: str
    party: str | None
    keys: tuple[str, ...]
    first: int


def follow(scene: Scene, parsed: ParsedText, stage: Stage, found: Sequence[Found]) -> list[PartyMention]:
    """Settle the mentions that lean on others, add surnames and pronouns, and return all in the order of the text."""
    settled = _settle(scene, stage, found)
    people = _people(settled)
    settled = _merge(settled, _surnames(scene, settled, people))
    settled = [_full_name(f, people) for f in settled]
    settled = _merge(settled, pronouns(scene, parsed, settled))
    ps = scene.ps
    return [
        PartyMention(ps[f.first].start, ps[f.last].end, scene.words(f.first, f.last), f.party, _bare(f.name), f.form)
        for f in settled
    ]


def _bare(name: str) -> str:
    """A name without article, possessive or line break."""
    words = name.split()
    while words and words[0].lower() in (*ARTICLES, "its", "their", "his", "her"):
        words = words[1:]
    return " ".join(words) or name


def _merge(left: Sequence[Found], right: Iterable[Found]) -> list[Found]:
    return sorted([*left, *right], key=lambda f: (f.first, -f.last))


# ---- offices without a side -----------------------------------------------------------------------------------------


def _settle(scene: Scene, stage: Stage, found: Sequence[Found]) -> list[Found]:
    out: list[Found] = []
    for number, item in enumerate(found):
        force = scene.hit_at.get(item.first)
        if item.sort == "group" and item.known and force and force.form == "force" and force.party == item.known:
            out.append(replace(item, party=party_named(item.known).side))  # "Pyu Saw Htee militiamen"
        elif item.sort in ("group", "unknown"):
            body = _called_so(scene, item, found[number + 1 :]) or _of_kin(scene, item) or _body_meant(scene, item, out)
            if body is not None and body.first < item.first:
                out = [f for f in out if f.first < body.first]
            out.append(body or _described(stage, item, _definite(scene, item)))
        elif item.explicit or item.sort in (None, *PRIVATE, "exonym"):
            out.append(item)
        else:
            out.append(_lean(scene, stage, item, out, found[number + 1 :]))
    return out


def _of_kin(scene: Scene, item: Found) -> Found | None:
    """Nobody known, of men who fight for their clan or village: "two clan militias"."""
    kin = item.core_first > 0 and scene.ps[item.core_first - 1].key in titles().of_kin
    return replace(item, party=None) if kin and not item.known else None


def _called_so(scene: Scene, item: Found, behind: Sequence[Found]) -> Found | None:
    """The group whose name stands behind what it is called by: "a group called the People's Front"."""
    named = behind[0] if behind else None
    if named is None or named.known is None or named.form != "name" or named.party is None:
        return None
    between = scene.text[scene.ps[item.last].end : scene.ps[named.first].start]
    return replace(item, party=named.party, name=named.name, explicit=True) if CALLED.fullmatch(between) else None


def _body_meant(scene: Scene, item: Found, before: Sequence[Found]) -> Found | None:
    """The body of no side that "the group said" or "the doctors' group" is: it spoke last, whoever bears arms here."""
    word = item.core[-1] if item.core else ""
    if item.known or word not in titles().group_words | titles().body_words:
        return None
    last = before[-1] if before else None
    if last is not None and last.sort == "private" and last.last == item.first - 1 and "’" in _straight(scene, last):
        name = scene.words(last.first, item.last)
        return replace(item, first=last.first, party=None, name=name, form="office", explicit=True, sort="private_body")
    if not (_definite(scene, item) or item.core[0] == "the") or not speaks(scene, item):
        return None
    start = scene.bounds[max(0, sentence_at(scene, item.first) - REACH)][0]
    spoken = (f for f in reversed(before) if f.first >= start and f.form != "pronoun" and speaks(scene, f))
    if word in titles().group_words:  # "the UN said rebels had killed nine, which the group denied"
        spoken = (f for f in spoken if f.known not in titles().no_groups)
    spoke = next(spoken, None)
    if spoke is None or spoke.party is not None or spoke.form == "person":
        return None
    body = spoke.sort == "private_body" or (spoke.form == "name" and spoke.known is not None)
    return replace(item, party=None, name=spoke.name, form="office", explicit=True) if body else None


def _straight(scene: Scene, item: Found) -> str:
    return scene.gap(item.last).replace("'", "’")


def _described(stage: Stage, item: Found, definite: bool) -> Found:
    """The armed group that "the rebels" or "Pakistani militants" means; None where none is named.

    "The attackers" are the one group that a report names, "gunmen" nobody known.
    """
    if item.known and party_named(item.known).kind != "state":
        return replace(item, party=party_named(item.known).side, form="demonym")
    if item.sort == "unknown" and not item.known and not (definite and len({party for _, party in stage.groups}) == 1):
        return replace(item, party=None)
    kinds = [key for key in keys(item.name) if key not in item.core and stem(key) in called()]
    return replace(item, party=group_meant(stage, item.core_first, item.known, (*kinds, *item.core)))


def _lean(scene: Scene, stage: Stage, item: Found, before: Sequence[Found], behind: Sequence[Found]) -> Found:
    """An office that belongs to whoever held it before in the report, else to the state that the context gives."""
    pronoun = scene.ps[item.first - 1].key if item.first > 0 else ""
    if item.sort == "again" and not item.person and pronoun not in HE | IT | THEY:
        return _taken_up(item, before) or _body_meant(scene, item, before) or _of_a_group(stage, item)
    warns = warning_party(scene, item, before)
    if teller := _army_that_tells(scene, item, before) or teller_of_own_feat(scene, item, before):
        return replace(item, party=teller)
    owned, party = _owner(scene, stage, item, before, pronoun)
    if owned or warns:
        return replace(item, party=warns or party)
    same = _same_office(item, before)
    if same is None and item.sort not in NEUTRAL:
        same = _at_home(stage, _same_office(item, behind))
    if same is not None and not _of_another_land(stage, item, same):
        return _like(scene, item, same)
    if item.sort in NEUTRAL or (item.sort == "rank" and not item.person):
        return item
    return replace(item, party=_by_context(stage, item))


def _army_that_tells(scene: Scene, item: Found, before: Sequence[Found]) -> str | None:
    """The state whose army's speaker says in the same sentence what "the military" did."""
    if item.sort != "body" or len(item.core) != 1 or item.core[0] not in titles().armies or item.person:
        return None
    start = scene.bounds[sentence_at(scene, item.first)][0]
    here = [f for f in before if f.first >= start and f.party and f.explicit and speaks(scene, f)]
    armies_here = [f for f in here if not titles().armies.isdisjoint(keys(f.name))]
    return armies_here[0].party if armies_here and _definite(scene, item) else None


def _by_context(stage: Stage, item: Found) -> str | None:
    """Whose an office is that no words say: the state's, or who holds a land that has broken away from it."""
    if set(keys(item.name)) & titles().seceding:
        return stage.seceded(item.first) or group_meant(stage, item.first, None, item.core)
    if _of_an_army(item) or " ".join(item.core) in titles().of_whole_states:
        return stage.army(item.first)
    state = stage.state(item.first, item.sort in LOCAL_SORTS)
    if item.core[-1] in titles().troops:
        return armies().get(state or "", state)
    if titles().heavy_arms.isdisjoint({item.core[-1], " ".join(item.core[-2:])}):
        return state
    return _heavily_armed(state)


def _heavily_armed(state: str | None) -> str | None:
    """Whose "the warplanes" are where somebody rules: the army's there; a group's that holds a town nobody's known."""
    meant = armies().get(state or "", state)
    return None if meant and party_named(meant).kind == "armed_group" and meant not in state_of().values() else meant


def _at_home(stage: Stage, other: Found | None) -> Found | None:
    """A body that is named only behind, unless it is another land's than the outlet's, which is hardly named."""
    abroad = other is not None and stage.outlet not in (None, other.party) and other.party in stage.hosts
    return None if abroad else other


def _of_another_land(stage: Stage, item: Found, same: Found) -> bool:
    """Whether each of two bodies is told of at home, in lands of its own, as in a review of several: "soldiers"."""
    if item.sort not in ("body", *LOCAL_SORTS) or same.party is None or _full(item):
        return False
    if opened := stage.opened(item.first):
        return opened != same.party  # "In Niger, soldiers"
    here, there = stage.land(item.first), stage.land(same.first)
    return there == same.party and here not in (None, there)


def _full(item: Found) -> bool:
    """Whether a body is told of by a name of some length: "the Ministry of National Defence"."""
    return len(item.core) > 1


def _of_an_army(item: Found) -> bool:
    """Whether somebody is of an army, in words that no armed group is called by: "army troops", "its officer"."""
    forces = item.core[-1] in titles().forces
    whose = not titles().armies.isdisjoint(keys(item.name))  # "an officer of the army"
    return whose or (forces and not titles().armed_state.isdisjoint(item.core))


def _owner(scene: Scene, stage: Stage, item: Found, before: Sequence[Found], pronoun: str) -> tuple[bool, str | None]:
    """Whether an office belongs to somebody named before, and to which party: "his office", "the group's spokesman"."""
    if item.own and pronoun in HE:
        return True, next((b.party for b in reversed(before) if b.form == "person"), None)
    if item.again in titles().group_words | titles().allied:
        return True, group_meant(stage, item.core_first, None, (item.again,))
    named = [b for b in reversed(before) if b.form != "person"]
    if item.again:
        for other in named:
            if _names_body(other, (item.again,)):
                return True, other.party
    if item.own and not item.again:
        subject = _subject_before(scene, item, before) if pronoun in IT | THEY else None
        subject = subject or (_who_says(scene, item, before) if pronoun in IT | THEY else None)
        subject = subject or (_first_of_sentence(scene, item, before) if pronoun in IT | THEY else None)
        if subject is not None:
            return True, subject.party
        for other in named:
            if other.party and other.explicit:
                return True, other.party
    return False, None


def _first_of_sentence(scene: Scene, item: Found, before: Sequence[Found]) -> Found | None:
    """The party that a sentence names first, mostly its subject: "Iran hit Israel for a strike on its consulate"."""
    start = scene.bounds[sentence_at(scene, item.first)][0]
    here = (f for f in before if f.first >= start and f.party and f.form != "person")
    return next((f for f in here if f.explicit or f.sort in ("body", "local_body")), None)


def _who_says(scene: Scene, item: Found, before: Sequence[Found]) -> Found | None:
    """Who is named last before a pronoun, and says what follows: "Israel hit Tyre, Hezbollah said its men fired"."""
    start = scene.bounds[sentence_at(scene, item.first)][0]
    last = next((f for f in reversed(before) if f.first >= start and f.party and f.form != "pronoun"), None)
    if last is None or last.form == "person" or not speaks(scene, last):
        return None
    told = scene.text[scene.ps[last.last].end : scene.ps[item.first - 1].start]
    return None if set(told) & set(",;:") else last


def _subject_before(scene: Scene, item: Found, before: Sequence[Found]) -> Found | None:
    """Whose "its ambassador" is that opens a sentence: the party that the sentence before it opens with."""
    here = sentence_at(scene, item.first)
    if here < 1 or item.first > scene.bounds[here][0] + 1:
        return None
    first, last = scene.bounds[here - 1]
    opening = next((f for f in before if first <= f.first <= last), None)
    return opening if opening is not None and opening.explicit and opening.party and opening.form != "person" else None


def _taken_up(item: Found, before: Sequence[Found]) -> Found | None:
    """The body last named with the word of "the ministry" or "the team"."""
    word = item.core[-1]
    for other in reversed(before):
        if other.form != "person" and other.sort != "again" and _names_body(other, (word,)):
            return replace(item, party=other.party, name=other.name)
    return None


def _of_a_group(stage: Stage, item: Found) -> Found:
    """For "the movement" an armed group, where no body is called so."""
    word = item.core[-1]
    return (
        replace(item, party=group_meant(stage, item.core_first, None, (word,)))
        if word in titles().group_words
        else item
    )


def _like(scene: Scene, item: Found, same: Found) -> Found:
    """An office with the party of the same office elsewhere, and its holder's name where the one known is meant."""
    if item.person or not _definite(scene, item):
        return replace(item, party=same.party)
    if same.form == "person" and same.core == item.core:
        return replace(item, party=same.party, name=same.name, form="person")
    if same.sort in ("body", "local_body", None) and len(same.core) >= len(item.core):
        return replace(item, party=same.party, name=same.name)
    return replace(item, party=same.party)


def _definite(scene: Scene, item: Found) -> bool:
    """Whether "the" (or a headline's nothing) stands before: the one known, not another one."""
    return item.first > 0 and scene.ps[item.first - 1].key == "the"


def _same_office(item: Found, others: Sequence[Found]) -> Found | None:
    """The nearest other mention of the same office or body whose party is known; `others` in the order of the text."""
    if not item.core:
        return None
    last = item.core[-1]
    for other in reversed(others):
        if other.party is None or other.sort in PRIVATE or not (other.explicit or other.form in ("person", "office")):
            continue
        if item.sort == "body" and other.known and party_named(other.known).kind == "armed_group":
            continue  # "the army" is no group that calls itself one
        if other.core == item.core or (last in titles().again and _names_body(other, item.core)):
            return other
    return None


def _names_body(other: Found, core: tuple[str, ...]) -> bool:
    """Whether "the ministry" can take up "Russian Ministry of Defence", "the army" "the Malian army"."""
    return other.form != "person" and set(core) <= set(keys(other.name))


# ---- people ---------------------------------------------------------------------------------------------------------


def _people(found: Sequence[Found]) -> dict[str, list[Person]]:
    """Persons with a full name by surname, in the order of the text."""
    out: dict[str, list[Person]] = {}
    for item in found:
        if item.form != "person":
            continue
        parts = keys(item.name)
        if len(parts) > 1:
            out.setdefault(parts[-1], []).append(Person(item.name, item.party, parts, item.first))
    return out


def _surnames(scene: Scene, found: Sequence[Found], people: dict[str, list[Person]]) -> list[Found]:
    """Later (and headline) mentions of a person by surname or full name, where nothing else stands there."""
    taken = {k for item in found for k in range(item.first, item.last + 1)}
    out = []
    for k, piece in enumerate(scene.ps):
        if k in taken or piece.key not in people or not piece.text[0].isupper():
            continue
        place = scene.place_at.get(k)
        if place and place.role == "place" and place.place:
            continue
        known = [p for p in people[piece.key] if p.first <= k] or people[piece.key]
        person = known[-1]
        first = k
        for key in reversed(person.keys[:-1]):
            if first == 0 or scene.ps[first - 1].key != key or first - 1 in taken:
                break
            first -= 1
        out.append(Found(first, k, first, k, person.party, person.name, "person", explicit=True))
    return out


def _full_name(item: Found, people: dict[str, list[Person]]) -> Found:
    """A person named by surname gets the full name, and the side, that the report gives elsewhere."""
    if item.form != "person":
        return item
    parts = keys(item.name)
    known = people.get(parts[-1], []) if parts else []
    if len(parts) == 1 and known:
        return replace(item, name=known[-1].name, party=item.party or known[-1].party)
    if item.party is None:
        sided = [p for p in known if p.party and p.keys == parts]
        return replace(item, party=sided[0].party) if sided else item
    return item
