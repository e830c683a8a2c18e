"""Which happening is meant by the words that an answer gives for what it answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fogline.lexicon.answers import answers
from fogline.lexicon.events import ATTACK
from fogline.lexicon.status import status_words
from fogline.model import Claim, DateMention, Days, PlaceMention
from fogline.read.contribution import VIOLENT_GROUPS
from fogline.read.happenings import Happening
from fogline.read.nearby import contains, is_town, same_place
from fogline.read.telling import Telling

# Weights of what speaks for one earlier happening rather than another, set by hand on the development cases; any one
# halved changed at most two links there.
NAMED = 4.0  # a telling in the words belongs to it
PLACE = 3.0
DAY = 2.0
PARTY = 1.0
THING = 1.0
KIND = 1.0
TELLING = 0.2  # for each sentence that tells of it, up to MOST_TELLINGS
MOST_TELLINGS = 8
PARAGRAPH = 1.5  # told before in the paragraph where nothing is named
PARAGRAPH_REACH = 5  # sentences back within it
HURT = 0.5  # people were killed or hurt, which is what is avenged
WIDE = -0.8  # told of a whole country: the day's count, not the blow
HEADED = 0.5  # told in the headline
DISTANCE = 0.05  # lost for each sentence back to where it was last told
STATES = frozenset({"territory", "mutiny", "unrest"})
SELDOM = STATES | {"property"}  # deeds that a bare "response" is seldom to
DEFEAT = 3.0  # "enraged by the defeat": a battle was lost
FOUGHT = frozenset({"ground", "territory"})


@dataclass(frozen=True, slots=True)
class Facts:
    """What the claims on a happening say: who did it to whom, when, with or against what things, and whether people
    were hurt; `wide` where it is told of a whole country.
    """

    actors: frozenset[str]
    targets: frozenset[str]
    days: Days | None
    things: frozenset[str]
    hurt: bool
    wide: bool


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in the words that name what is answered; empty where they name nothing ("in response")."""

    tellings: tuple[tuple[Telling, int], ...] = ()
    places: tuple[PlaceMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    parties: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()

    @property
    def name_a_deed(self) -> bool:
        """Whether they tell of something done, or stand for it: a place, "the crime", "the rockets", "the bus"."""
        return bool(self.tellings or self.places or self.things or points_back(self.keys))


def points_back(keys: frozenset[str]) -> bool:
    """Whether words stand for something done before, one or several: "the crime", "the killings"."""
    single = {key.removesuffix("s") for key in keys}
    return bool((keys | single) & status_words().anaphors or keys & answers().standing)


class Story:
    """The happenings of a report that became claims, and what each sentence tells of them."""

    def __init__(self, happenings: Sequence[Happening], claims: Iterable[Claim]) -> None:
        """The happenings of a report, and the claims on them."""
        held: dict[int, list[Claim]] = {}
        for claim in claims:
            held.setdefault(int(claim.happening), []).append(claim)
        self.known = sorted(held)
        self.first = {number: held[number][0] for number in self.known}
        self.at = {number: happenings[number] for number in self.known}
        self.facts = {number: _facts(held[number]) for number in self.known}
        self.violent = [n for n in self.known if self.at[n].group in VIOLENT_GROUPS and self.at[n].status == "occurred"]
        self._unknown = [
            t for n, h in enumerate(happenings) if n not in held for t in h.tellings
        ]  # of happenings that nothing is claimed of
        self._told: dict[int, list[tuple[Telling, int]]] = {}
        for number in self.known:
            for telling in self.at[number].tellings:
                self._told.setdefault(telling.sentence.index, []).append((telling, number))
        for told in self._told.values():
            told.sort(key=lambda pair: (pair[0].span, pair[1]))

    def told_in(self, sentence: int) -> list[tuple[Telling, int]]:
        """The tellings of a sentence with the numbers of their happenings, in order of the text."""
        return self._told.get(sentence, [])

    def left_out(self, sentence: int, start: int, end: int) -> bool:
        """Whether a stretch of a sentence tells something of which nothing is claimed."""
        return any(t.sentence.index == sentence and start <= t.span[0] < end for t in self._unknown)

    def told_before(self, sentence: int, reach: int) -> list[int]:
        """Violent happenings told in the sentences before this one, the last first."""
        found: dict[int, None] = {}
        for index in range(sentence - 1, max(-1, sentence - 1 - reach), -1):
            for _, number in reversed(self.told_in(index)):
                if number in self.violent:
                    found.setdefault(number)
        return list(found)

    def together(self, number: int, telling: Telling) -> list[int]:
        """All happenings that the same words tell: "strikes on Nabatieh and Tyre" are two."""
        same = [n for t, n in self.told_in(telling.sentence.index) if t.span == telling.span]
        return same if number in same else [number]

    def meant(self, named: Words, later: int, sentence: int, *, told: bool = False) -> list[int]:
        """The happenings that these words of a sentence name as what the later one answers; none where none fits.

        With `told`, only those told up to the sentence: words that name nothing point back.
        """
        options = sorted({*self.violent, *(n for _, n in named.tellings)} - {later})
        if told:
            options = [n for n in options if min(t.sentence.index for t in self.at[n].tellings) <= sentence]
        scored = [(score, -n) for n in options if (score := self._score(n, named, later, sentence)) is not None]
        if not scored:
            return []
        best = -max(scored)[1]
        telling = next((t for t, n in named.tellings if n == best), None)
        return self.together(best, telling) if telling else [best]

    def _score(self, number: int, named: Words, later: int, sentence: int) -> float | None:
        """How well a happening fits what is named; None where it cannot be what the later one answers."""
        one, answer = self.facts[number], self.facts[later]
        here = any(n == number for _, n in named.tellings)
        if not here and not self.can_answer(later, number):
            return None
        dated_later = bool(one.days and answer.days and answer.days.last < one.days.first)
        if dated_later and not here:
            return None
        score = -NAMED if dated_later else NAMED if here else 0.0  # a guessed day may be too late: the last choice
        where = self._where(number, named.places)
        when = self._when(number, named.dates)
        if not here and (where is False or when is False):
            return None
        score += PLACE * bool(where) + DAY * bool(when)
        kinds = {t.group for t, _ in named.tellings} - {ATTACK}
        group = self.at[number].group
        if kinds:
            score += KIND if group in kinds else -KIND
        elif not named.places and group in SELDOM:
            score -= 2 * KIND
        if named.keys & answers().defeats:
            score += DEFEAT * (group in FOUGHT)
        score += THING * bool(one.things & (named.things | {v.value for t, _ in named.tellings for v in t.things}))
        score += PARTY * bool(one.actors & named.parties) + PARTY * bool(one.targets & answer.actors)
        score += PARTY * bool(one.actors & answer.targets)
        score += HURT * one.hurt + WIDE * one.wide
        score += HEADED * any(t.sentence.part == "headline" for t in self.at[number].tellings)
        told = [t.sentence.index for t in self.at[number].tellings]
        if not named.name_a_deed:
            score += PARAGRAPH * (number in self._paragraph(sentence))
        last = max((i for i in told if i <= sentence), default=max(told))
        return score + TELLING * min(len(told), MOST_TELLINGS) - DISTANCE * abs(sentence - last)

    def _paragraph(self, sentence: int) -> list[int]:
        """Violent happenings told before in the paragraph of a sentence."""
        here = next((t.sentence.paragraph for t, _ in self.told_in(sentence)), None)
        told = self.told_before(sentence, PARAGRAPH_REACH)
        return [n for n in told if any(t.sentence.paragraph == here for t in self.at[n].tellings)]

    def can_answer(self, later: int, earlier: int) -> bool:
        """Whether two deeds are of different sides, as far as is told: nobody answers himself."""
        one, other = self.facts[later], self.facts[earlier]
        return not other.actors or not other.actors <= one.actors

    def opposed(self, later: int, earlier: int) -> bool:
        """Whether the later deed struck who had struck before, elsewhere; that a town is taken is no such blow."""
        one, other = self.facts[later], self.facts[earlier]
        back = bool(other.actors & one.targets) and not one.actors & other.actors
        back = back or (not other.actors and bool(other.targets & one.actors))  # "an attack wounded its soldiers"
        taken = {self.at[later].group, self.at[earlier].group} & STATES
        return back and not taken and not self._where(earlier, self.at[later].places)

    def carries_out(self, deed: int, threat: int) -> bool:
        """Whether a deed is what somebody threatened: by his own hand."""
        return bool(self.facts[deed].actors & self.facts[threat].actors)

    def is_at(self, number: int, places: Sequence[PlaceMention]) -> bool:
        """Whether a happening was at one of these places."""
        return self._where(number, places) is True

    def _where(self, number: int, places: Sequence[PlaceMention]) -> bool | None:
        known = self.at[number].places
        towns = [p for p in known if is_town(p)]  # what was told of a town is not what was done anywhere in its country
        mine = [p.place for p in towns or known if p.place]
        spoken_of = self.first[number].place  # the place that the story spoke of when it told it
        mine = mine or ([spoken_of] if spoken_of is not None else [])
        named = [p.place for p in places if p.place]
        if not mine or not named:
            return None
        return any(same_place(a, b) or contains(a, b) or contains(b, a) for a in mine for b in named)

    def _when(self, number: int, dates: Sequence[DateMention]) -> bool | None:
        days, named = self.facts[number].days, [d.days for d in dates if d.days]
        if days is None or not named:
            return None
        return any(days.gap(other) == 0 for other in named)


def _facts(claims: Sequence[Claim]) -> Facts:
    says = [claim for claim in claims if claim.stance == "asserts"] or claims
    places = [claim.place for claim in says if claim.place is not None]
    return Facts(
        frozenset(party for claim in says for party in claim.actor),
        frozenset(party for claim in says for party in claim.target),
        next((claim.date for claim in claims if claim.date and _day_told(claim)), None),
        frozenset(thing for claim in claims for thing in (*claim.against, *claim.weapon)),
        any(claim.figures[name].low > 0 for claim in says for name in ("killed", "injured") if name in claim.figures),
        bool(places) and all(place.precision == "country" for place in places),
    )


def _day_told(claim: Claim) -> bool:
    """Whether words give the day of a claim; where none do, it is that of the report, and nothing follows from it."""
    return claim.spans.get("when") not in (None, claim.spans.get("what"))
