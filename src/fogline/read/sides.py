"""Whose office is it where the words beside it do not say: the state that place, sentence or report give."""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from fogline.lexicon.conflicts import foes_of, ruler_of
from fogline.lexicon.names import fold, pieces
from fogline.lexicon.parties import Party, armies, called, parties, party_named, seats, state_of
from fogline.lexicon.saying import saying
from fogline.lexicon.titles import titles
from fogline.model import PlaceMention, Report
from fogline.read.hits import Hit, find_hits
from fogline.read.passing import passed_through
from fogline.read.scene import Scene
from fogline.read.text import Sentence

FILED_SHARE = 2  # a capital that a report was filed from, at least half as often, that line aside
OUTLET_SHARE = 4  # an outlet's state must be named at least a quarter as often as the state named most
HOST_SHARE = 4  # a state named less than a quarter as often as the one named most is a place to meet in
PLACE_WEIGHT = 2  # a place named speaks more for a report's country than a state's adjective does
# The country code at the end of a host; two-letter endings that everybody uses stand for no country.
DOMAIN = re.compile(r"https?://[^/:]*\.(?!(?:tv|me|io|co|ai|fm|ly|cc|to)\b)([a-z]{2})(?:[/:]|$)", re.IGNORECASE)
# Capitals, perhaps a date and an agency, then a dash, at the head of a sentence.
DATELINE = re.compile(r"[A-Z\u00C0-\u00DE][^\n–—.!?]{2,70}?(?:\d\.?|[A-Z]{3}|\))[^\n–—.!?]{0,12} ?(?:-|–|—|--)\s")
FROM = (" from ", " from the ")  # before a place that shells or men only came from
# Before the capital at whose seat somebody speaks, who was not seen there.
PHONED = (
    "by phone from ",
    "by telephone from ",
    "on the phone from ",
    "a phone call from ",
    "by video link from ",
    "said from ",
)
MIN_STEM = 3  # letters
CALLED = 3  # words from a state to what its forces are called: "the Russian | occupying | forces"
MILITIA = "militia"
OPENS_IN = re.compile(r"In (?:(?:neighbou?ring|nearby|next-door) )?")
LOOK_BACK = 4  # sentences in which the last place named is still the scene


@dataclass(frozen=True, slots=True)
class Stage:
    """The states of a report's places: one a sentence where it names a place, and the one of the whole report."""

    by_sentence: tuple[str | None, ...]  # whose local offices sit where the sentence is
    states: tuple[str | None, ...]  # the state there, None where its offices are not that state's
    sentences: tuple[int, ...]  # the first piece of every sentence
    paragraphs: tuple[int, ...]  # the paragraph of every sentence
    home: str | None
    outlet: str | None  # the state that the outlet is at home in, where its name or address says so
    hosts: frozenset[str]  # states that the report hardly names: where others meet, or what a place lies near
    groups: tuple[tuple[int, str], ...]  # first piece and name of every armed group named, in order
    alliances: tuple[tuple[int, str], ...]  # the same of every alliance
    labels: Mapping[str, str]  # what the report calls a group ("militia", "rebel") and which group that is
    named: str | None  # the state that it names most by its own name
    day: dt.date | None  # when it appeared
    capitals: tuple[str | None, ...]  # the state that opens a sentence, or its capital: "In Niger, soldiers"

    def state(self, at: int, local: bool) -> str | None:
        """The state whose office is meant at piece `at`: that of the scene, else of the whole report.

        A governor (`local`) governs where the scene is; a ministry is first the one of the state that the outlet is at
        home in, where it is known.
        """
        sentence = max(0, bisect_right(self.sentences, at) - 1)
        if not local and self.capitals[sentence]:
            return self.capitals[sentence]
        if not local and self.outlet:
            return self.outlet
        for back in range(min(LOOK_BACK, sentence) + 1):
            here = (self.by_sentence if local else self.states)[sentence - back]
            near = local or self.paragraphs[sentence - back] == self.paragraphs[sentence]
            if here and near and (local or here not in self.hosts):
                return here
        return self.home

    def opened(self, at: int) -> str | None:
        """The state that opens the sentence of piece `at`, or whose capital does."""
        return self.capitals[max(0, bisect_right(self.sentences, at) - 1)]

    def land(self, at: int) -> str | None:
        """The one state in whose towns the paragraph of piece `at` is told; None where there is none or more."""
        paragraph = self.paragraphs[max(0, bisect_right(self.sentences, at) - 1)]
        first, end = bisect_left(self.paragraphs, paragraph), bisect_right(self.paragraphs, paragraph)
        here = {state for state in self.states[first:end] if state}
        return here.pop() if len(here) == 1 else None

    def seceded(self, at: int) -> str | None:
        """Who holds the place last spoken of at piece `at` against its state: "the separatist authorities"."""
        sentence = max(0, bisect_right(self.sentences, at) - 1)
        told = zip(self.by_sentence[sentence::-1], self.states[sentence::-1], strict=True)
        return next((holder for holder, state in told if holder and state is None), None)

    def army(self, at: int) -> str | None:
        """Whose "the army" is at piece `at`: where a group holds the place, the state named most's or its foe's."""
        meant = self.state(at, local=False)
        meant = armies().get(meant or "", meant)
        if meant in (None, self.outlet) or party_named(meant).kind != "armed_group":
            return meant
        home = party_named(meant).iso2
        if home and self.day and ruler_of(home, self.day) == meant:
            return meant  # it is the state's
        return self.named or self._foe(meant) or meant

    def _foe(self, group: str) -> str | None:
        """The state that a group is at war with when the report appears: its own, else the only one."""
        foes = [f for f in foes_of(group, self.day) if party_named(f).kind == "state"] if self.day else []
        own = state_of().get(party_named(group).iso2 or "")
        return own if own in foes else foes[0] if len(foes) == 1 else None


def party_of_place(mention: PlaceMention | None) -> str | None:
    """The party whose offices sit at a place: its state, or who holds it in the lexicon's `seats`."""
    if mention is None or mention.place is None:
        return None
    held = seats()
    for name in (mention.text, mention.place.name, mention.place.region or ""):
        if fold(name) in held:
            return held[fold(name)]
    return state_of().get(mention.place.country or "")


def stem(word: str) -> str:
    """A word for fighters without its plural or -ist, -men endings: militias and militiamen are militia."""
    for end in ("men", "man", "ies", "s"):
        if word.endswith(end) and len(word) > len(end) + MIN_STEM:
            return word[: -len(end)] + ("y" if end == "ies" else "")
    return word


def labels(scene: Scene, hits: Sequence[Hit]) -> dict[str, str]:
    """What the report calls each armed group beside its name: "M23 rebels", "the paramilitary RSF"."""
    counts: dict[str, Counter[str]] = {}
    words = titles()
    for hit in hits:
        if party_named(hit.party).kind != "armed_group" or hit.form == "person":
            continue
        for k in _beside(scene, hit):
            key = scene.ps[k].key
            if words.sorts.get((key,)) == "group":
                counts.setdefault(stem(key), Counter())[hit.party] += 1
    return {label: max(c.items(), key=lambda item: item[1])[0] for label, c in counts.items()}


def _beside(scene: Scene, hit: Hit) -> list[int]:
    """The pieces right beside a name and its last one: "the | rebel | Rapid Support | militia"."""
    near = [hit.last]
    if hit.first > 0 and len(scene.gap(hit.first - 1)) == 1:
        near.append(hit.first - 1)
    if hit.last + 1 < len(scene.ps) and len(scene.gap(hit.last)) == 1:
        near.append(hit.last + 1)
    return near


def set_stage(
    scene: Scene,
    report: Report,
    hits: Sequence[Hit],
    places: Sequence[PlaceMention],
    sentences: Sequence[Sentence],
) -> Stage:
    """Count what the report names: states for its home, places for each sentence, armed groups in order."""
    first = tuple(first for first, _ in scene.bounds)
    starts = [scene.ps[at].start for at in first]
    by_sentence: list[str | None] = [None] * len(starts)
    states: list[str | None] = [None] * len(starts)
    capitals: list[str | None] = [None] * len(starts)
    settled = [False] * len(starts)  # whether a town or a region says it, not only a country
    votes: Counter[str] = Counter()
    for mention in places:
        state, at = party_of_place(mention), bisect_right(starts, mention.start) - 1
        if state is None or mention.role != "place" or mention.place is None or at < 0:
            continue
        if in_dateline(scene, first[at], first[at]) and mention.start == starts[at]:
            votes[state] += 1
            continue
        votes[state] += PLACE_WEIGHT
        if fold(mention.text) in _capitals() and scene.text.endswith(PHONED, 0, mention.start):
            capitals[at] = _capitals()[fold(mention.text)]
            continue
        if fold(mention.text) in _capitals() and passed_through(scene.text, mention):
            continue  # "a governor, who cut short a trip to London"
        if fold(mention.text) in _capitals() and scene.text[starts[at] : mention.end + 1] == f"In {mention.text},":
            capitals[at] = _capitals()[fold(mention.text)]
        opens = OPENS_IN.fullmatch(scene.text, starts[at], mention.start) and scene.text.startswith(",", mention.end)
        if opens and mention.place.precision == "country":
            capitals[at] = state  # "In neighbouring Niger, soldiers were killed": they are Niger's
        exact = mention.place.precision != "country" and not scene.text.endswith(FROM, 0, mention.start)
        if by_sentence[at] is None or (exact and not settled[at]):
            by_sentence[at], settled[at] = state, exact
            states[at] = state if state == state_of().get(mention.place.country or "") else None
    known = [(hit, party_named(hit.party)) for hit in hits]
    votes.update(party.name for hit, party in known if party.kind == "state" and hit.form != "person")
    armed = [(hit, party.name) for hit, party in known if party.kind == "armed_group"]
    own = [(hit, name) for hit, name in armed if not _is_a_friend(scene, hit)] or armed
    groups = tuple((hit.first, name) for hit, name in own)
    outlet = state_of_outlet(report.source, report.url)
    filed = [m for m in places if sentences[max(0, bisect_right(starts, m.start) - 1)].part == "byline"]
    if outlet is None and len(filed) == 1 and fold(filed[0].text) in _capitals():
        outlet = _at_home(party_of_place(filed[0]), votes, {party.name for _, party in known}, report.published_day)
    outlet = outlet or _other_side(scene, known, votes)
    foes = foes_of(outlet, report.published_day) if outlet and report.published_day else frozenset()
    fought = foes & (votes.keys() | {party.name for _, party in known})
    if outlet and votes[outlet] * OUTLET_SHARE < max(votes.values(), default=0) and not fought:
        outlet = None  # a foreign paper calls nobody "the army" but those it writes of
    if not votes:
        votes.update(
            state_of()[p.iso2] for _, p in known if p.kind == "armed_group" and p.iso2 and p.iso2 in state_of()
        )
    home = max(votes, key=lambda state: votes[state]) if votes else None
    hosts = frozenset(state for state in votes if votes[state] * HOST_SHARE < max(votes.values()))
    by_name = Counter(party.name for _, party in known if party.kind == "state")
    named = max(by_name, key=lambda state: by_name[state], default=None)
    settings = (tuple(by_sentence), tuple(states), first, tuple(s.paragraph for s in sentences), home, outlet, hosts)
    return Stage(
        *settings, groups, _alliances(known), labels(scene, hits), named, report.published_day, tuple(capitals)
    )


def _alliances(known: Sequence[tuple[Hit, Party]]) -> tuple[tuple[int, str], ...]:
    """The first piece and the name of every alliance named, in order."""
    return tuple((hit.first, party.name) for hit, party in known if party.kind == "alliance")


def _is_a_friend(scene: Scene, hit: Hit) -> bool:
    """Whether a group's name only says whose friends others are: "the al-Qaeda-linked group"."""
    after = hit.last + 1
    return after < len(scene.ps) and scene.gap(hit.last) in ("-", "‑") and scene.ps[after].key in titles().linked


def _at_home(capital: str | None, votes: Mapping[str, int], named: AbstractSet[str], day: dt.date | None) -> str | None:
    """The state of who files from its capital and calls its ministries "the ministry", unless he writes of others.

    It is named as much as they are, or fights one of those named.
    """
    here = votes.get(capital or "", 0) - PLACE_WEIGHT
    at_war = capital is not None and day is not None and bool(foes_of(capital, day) & (named | votes.keys()))
    return capital if at_war or here * FILED_SHARE >= max(votes.values(), default=0) else None


def _other_side(scene: Scene, known: Sequence[tuple[Hit, Party]], votes: Mapping[str, int]) -> str | None:
    """The state of who calls another's forces "the Russian occupiers", "the Israeli enemy": the one that it fights."""
    foes = {
        party.name
        for hit, party in known
        if party.kind == "state"
        and any(
            titles().sorts.get((scene.ps[k].key,)) == "exonym"
            for k in range(hit.first, min(hit.last + CALLED, len(scene.ps)))
        )
    }
    others = [state for state in votes if state not in foes]
    return max(others, key=lambda state: votes[state]) if foes and others else None


@cache
def _capitals() -> Mapping[str, str]:
    """The names of capitals, which stand for their states."""
    states = [party for party in parties().values() if party.kind == "state"]
    return {fold(name): party.name for party in states for name in party.metonyms}


def in_dateline(scene: Scene, first: int, last: int) -> bool:
    """Whether pieces first..last only say where the report was written: "NAIROBI, March 3 - Troops in …"."""
    sentence = bisect_right(scene.bounds, first, key=lambda bound: bound[0]) - 1
    match = DATELINE.match(scene.text, scene.ps[scene.bounds[max(0, sentence)][0]].start)
    return match is not None and scene.ps[last].end <= match.end()


def group_meant(stage: Stage, at: int, state: str | None = None, core: Sequence[str] = ()) -> str | None:
    """The armed group that "the rebels" at piece `at` means: the one just named, else the one named most.

    `state` narrows it to groups at home in that state ("Pakistani militants"), one of its own words (`core`), such as
    "separatists", to those that are called so. None where no such group is named and not just one is called so.
    """
    word = core[-1] if core else ""
    if word in titles().allied and (stage.alliances or word not in titles().group_words):
        before = [party for first, party in stage.alliances if first < at]
        return next(iter([*before[-1:], *(party for _, party in stage.alliances)]), None)
    told_apart = any(stem(key) in called() for key in core[:-1])  # "separatist militants", beside "IS militants"
    if stem(word) in stage.labels and state is None and not told_apart:
        return stage.labels[stem(word)]
    homes = [party_named(state).iso2 if state else None]
    homes += [None] if stem(word) != MILITIA else []  # "Iraqi militias" are no group that fights in many lands
    groups = [g for g in stage.groups if state is None or party_named(g[1]).iso2 in homes]
    groups = _without_friends(stage, groups, word)
    if stem(word) == MILITIA:  # no jihadists are called so: in Borno "a militia commander" fights them
        groups = [g for g in groups if g[1] not in called()["jihadist"].parties] if "jihadist" in called() else groups
    kind = next((called()[stem(key)] for key in core if stem(key) in called()), None)
    if kind is not None and kind.parties:
        groups = [g for g in groups if g[1] in kind.parties or g[1] not in parties()]
    country = party_named(state or stage.home or "").iso2
    only = kind.alone.get(country) if kind is not None and country else None
    if not groups or (only is not None and all(first > at for first, _ in groups)):
        return only
    counts = Counter(party for _, party in groups)
    top = max(counts.values())
    before = [party for first, party in groups if first < at]
    if before and counts[before[-1]] * 2 >= top:
        return before[-1]
    if not before and word in titles().group_words:
        return None  # "the group blamed the rebels": it is somebody named before, and no armed group was
    most = list(dict.fromkeys(party for _, party in groups if counts[party] == top))
    alike = kind is not None and not before and len(most) > 1  # "jihadists", before two groups of them are named
    return None if alike else most[0]


def _without_friends(stage: Stage, groups: list[tuple[int, str]], word: str) -> list[tuple[int, str]]:
    """The groups without those that fight for a state whose foes "the terrorists" are, where it fights one of them."""
    if stem(word) not in titles().outlawed or stage.day is None:
        return groups
    state = stage.state(groups[-1][0], local=False) if groups else None
    foes = foes_of(state, stage.day) if state else frozenset()
    return [g for g in groups if g[1] in foes] or groups


def state_of_outlet(source: str | None, url: str | None) -> str | None:
    """The state, or who rules as one, that an outlet is at home in: "Israeli newspaper", "Saba", an address in .ua."""
    rulers = set(saying().state_media.values())
    words = pieces(source or "")
    for hit in find_hits(source or "", words):
        if party_named(hit.party).kind == "state" or hit.party in rulers:  # "Houthi media centre"
            return hit.party
    media = (party for name, party in saying().state_media.items() if f" {name} " in f" {source} ")  # "TASS"
    if party := next(media, None):
        return party
    ending = DOMAIN.match(url or "")
    return state_of().get("GB" if ending.group(1).lower() == "uk" else ending.group(1).upper()) if ending else None
