"""Words of answering in their sentence: which deeds told around them are the answer, and which is answered."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from fogline.lexicon.answers import answers
from fogline.lexicon.phrases import Match, words
from fogline.lexicon.saying import saying
from fogline.lexicon.status import status_words
from fogline.read.answered import Story, Words
from fogline.read.answered_elsewhere import name_ahead, names_in
from fogline.read.placing import Found
from fogline.read.seams import named_from, phrase_end
from fogline.read.telling import Telling
from fogline.read.text import Sentence
from fogline.read.things import find_things

BACK = 3  # sentences back to the deed that "the strike was a response to" speaks of
FAR_BACK = 8  # sentences back to the deed that "the operation" speaks of
ASKED_BACK = 2  # sentences back to the protest whose people ask for an inquiry
OPENING = 3  # words ahead of "in response to Y, X struck" at most, where nothing is told ahead of it
CLOSE = 4  # words behind "in response to" among which a word of speech says that no deed was answered
BARE = frozenset({"alone", "deed"})  # phrases that do not say what is answered
IT = frozenset({"it", "this", "that"})  # what was told last: "calls it a reply to"
DONE = frozenset({"VBD", "VBN"})
NOT_YET = frozenset({"will", "shall", "must", "would", "to", "should", "can", "be"})
AUXILIARIES = 3  # words ahead of a verb
BLOWS = frozenset({"remote", "ground", "abuse"})  # deeds that strike at who did another
MEASURES = frozenset({"mobilisation", "sanction", "talks", "pledge"})  # what is decided "in response"
HARM = BLOWS | {"property"}  # what people in the street ask an inquiry into


def longest(matches: Sequence[Match[str]]) -> list[Match[str]]:
    """Of phrases that share words the one that says what is answered, else the longest.

    "In response to" rather than "in response", "retaliation for" rather than "apparently in retaliation".
    """
    kept: list[Match[str]] = []
    for match in sorted(matches, key=lambda m: (m.value in BARE, m.first - m.last, m.first)):
        if not any(match.first <= other.last and other.first <= match.last for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda m: m.first)


class Joined:
    """A phrase of answering in its sentence, and what is told on either side of it."""

    def __init__(self, doc: Doc, sentence: Sentence, found: Found, story: Story, match: Match[str]) -> None:
        """The phrase that matched, and the happenings of the report."""
        self.doc, self.found, self.story, self.sentence = doc, found, story, sentence
        self.order: str = match.value
        spoken = words(sentence.text)
        self.close = spoken[match.last + 1 : match.last + 1 + CLOSE]
        self.ahead = [word.key for word in spoken[: match.first]]
        self.start, self.end = spoken[match.first].start, spoken[match.last].end
        self.named_at = named_from(spoken, match)
        self.span = (sentence.start + self.start, sentence.start + self.end)
        told = story.told_in(sentence.index)
        behind = self.close[0] if self.close else None
        named = behind is not None and (behind.key in answers().definite or behind.text.lower() != behind.key)
        inside = self.order == "later" and named  # "protested in Bamako against the killings" tells the answer itself
        edge = self.end if inside else self.start
        self.before = [(t, n) for t, n in told if t.span[0] - sentence.start < edge]
        self.after = [(t, n) for t, n in told if t.span[0] - sentence.start >= edge]

    def pairs(self) -> list[tuple[int, int]]:
        """The later and the earlier happenings."""
        return {
            "later": self._answers,
            "earlier": self._prompts,
            "alone": self._alone,
            "deed": self._deed,
            "opens": self._opens,
            "after": self._after,
            "chased": self._chases,
            "demanded": self._demands,
        }[self.order]()

    def _answers(self) -> list[tuple[int, int]]:
        """ "X struck in response to Y", "In response to Y, X struck", "The strike was a response to Y"."""
        later, named, _ = self._sides()
        if not named.name_a_deed or (not named.tellings and self._by_another_name(named)):
            return []
        if not named.tellings and not named.places and self._unknown_name():
            return []
        for telling, number in later:
            earlier = self.story.meant(named, number, self.sentence.index)
            if earlier:
                return [(one, other) for one in self._several(telling, number) for other in earlier]
        return []

    def _by_another_name(self, named: Words) -> bool:
        """Whether the words begin with a name that is no place known to the reader: "the answer to Cabaret"."""
        at = name_ahead(self.doc, self.sentence, self.found, self.end)
        return at is not None and all(place.start != at for place in named.places)

    def _unknown_name(self) -> bool:
        """Whether the words name what no list of places knows: "in reprisal for the strikes on Jurf al-Sakhar"."""
        end = phrase_end(self.doc, self.end)
        return bool(names_in(self.doc, self.sentence, self.found, self.end, end))

    def unknown(self) -> tuple[list[int], int]:
        """The deeds said to answer one that the words name and the report tells nothing of; where those words end."""
        if self.order not in ("later", "chased") or self.pairs():
            return [], self.end
        later, _, end = self._sides() if self.order == "later" else self._blows()
        if not later:
            return [], end
        telling, number = later[0]
        return self._several(telling, number), end

    def _several(self, telling: Telling | None, number: int) -> list[int]:
        return self.story.together(number, telling) if telling else [number]

    def _sides(self) -> tuple[list[tuple[Telling | None, int]], Words, int]:
        """What can be the answer, the best first, what the words name as answered, and where those words end."""
        end = phrase_end(self.doc, self.end)
        named = named_in(self.found, self.story, self.sentence, self.named_at, end)
        if any(word.key in answers().speech for word in self.close):
            return [], named, end
        ahead = self.sentence.text[: self.start].rstrip(' "“‘')
        opening = ahead.endswith((",", ";", ":")) or (not self.before and len(ahead.split()) <= OPENING)
        behind = [(t, n) for t, n in self.after if t.span[0] - self.sentence.start >= end]
        behind = [(t, n) for t, n in behind if all(n != m for _, m in named.tellings)]
        comma = self.sentence.text[end:].lstrip(' ."”’').startswith(",")
        here = self.sentence.start
        if not self.before and self.story.left_out(self.sentence.index, here, here + self.end):
            return [], named, end
        if opening and comma and (behind or not self._said()):
            struck = [(t, n) for t, n in behind if n in self.story.violent]  # not the arms that the struck port is for
            return [*(struck or behind or self._next())[:1]], named, end
        if self.before or (behind and not self._said()):  # "took revenge for X, firing missiles"
            return [self.before[-1] if self.before else behind[0]], named, end
        keys = frozenset(word.key for word in words(ahead))
        told = self.story.told_before(self.sentence.index, FAR_BACK if keys & status_words().anaphors else BACK)
        pointed = told[:1] if told and keys & IT else []
        named = replace(named, tellings=tuple((t, n) for t, n in named.tellings if n not in pointed))
        told = pointed or self._told_next(named) or told or (self._main_blow() if self._is_done() else [])
        return [(None, n) for n in told if all(n != m for _, m in named.tellings)], named, end

    def _told_next(self, named: Words) -> list[int]:
        """What the next sentence has the subject do: "Russia responded to the raid within hours. Its jets bombed X"."""
        verb = next((t for t in self.doc if t.idx == self.start), None)
        if verb is None or verb.dep_ != "ROOT" or verb.tag_ != "VBD":
            return []
        parties = self.found.parties.get(self.sentence.index, ())
        answering = {p.party for p in parties if p.party and p.start < self.span[0]}
        known = {n for _, n in named.tellings}
        return [
            n for _, n in self._next() if self._blow(n) and n not in known and self.story.facts[n].actors & answering
        ][:1]

    def _is_done(self) -> bool:
        """Whether the words say that the answer has been given: "we have kept our promise to the martyrs of Nyala"."""
        tag = next((t.tag_ for t in self.doc if t.idx == self.start), "")
        return tag in DONE and not NOT_YET & set(self.ahead[-AUXILIARIES:])

    def _main_blow(self) -> list[int]:
        """Of the blows told before the sentence the one told most."""
        before = self.story.told_before(self.sentence.index, self.sentence.index)
        blows = [n for n in before if self._blow(n)]
        return [max(blows, key=lambda n: (len(self.story.at[n].tellings), -n))] if blows else []

    def _next(self) -> Sequence[tuple[Telling, int]]:
        """What the next sentence tells: "Enraged by it, they took revenge. …"."""
        return self.story.told_in(self.sentence.index + 1)

    def _said(self) -> bool:
        """Whether the sentence only says something of what was told: "Revenge for Gao, the army called it"."""
        answering = range(self.start, self.end)  # "responded to the raid with strikes" tells what was done
        return any(t.dep_ == "ROOT" and t.lemma_ in saying().say and t.idx not in answering for t in self.doc)

    def _prompts(self) -> list[tuple[int, int]]:
        """ "X, prompting Y"."""
        if not self.after:
            return []
        telling, number = self.after[0]
        earlier = [n for _, n in reversed(self.before)] or self.story.told_before(self.sentence.index, 1)
        first = next((n for n in earlier if n != number and self.story.can_answer(number, n)), None)
        return [] if first is None else [(one, first) for one in self.story.together(number, telling)]

    def _alone(self) -> list[tuple[int, int]]:
        """ "X shelled the town, and Y in response struck", or Y in the next sentence."""
        later = next(iter(self.after), None) or next(iter(reversed(self.before)), None)
        if later is None:
            return self._said_of_the_last()
        return [] if answers().met & set(self.ahead) else self._to_the_last(later)

    def _said_of_the_last(self) -> list[tuple[int, int]]:
        """Where the sentence only says so of a deed told before: "the ministry spoke of a strike in response"."""
        named = self._said() or any(t.dep_ == "ROOT" and t.lemma_ in answers().calling for t in self.doc)
        if not named or not {*self.ahead} & {*status_words().anaphors, *IT}:
            return []
        blows = [n for n in self.story.told_before(self.sentence.index, BACK) if self._blow(n)]
        if not blows:
            return []
        hand = self.story.facts[blows[0]].actors
        of_one_hand = [n for n in blows if self.story.facts[n].actors == hand]
        number = max(of_one_hand, key=lambda n: (len(self.story.at[n].tellings), -n))
        return [(number, other) for other in self.story.meant(Words(), number, self.sentence.index, told=True)]

    def _deed(self) -> list[tuple[int, int]]:
        """ "Kyiv hit back at the port": the words are the later deed's own, or the next sentence tells it."""
        later = next(iter(self.after), None)
        if later is None and not self.before:
            later = next(iter(self._next()), None)
        return self._to_the_last(later) if later else []

    def _opens(self) -> list[tuple[int, int]]:
        """ "The answer came at dawn: X struck", or X in the next sentence."""
        later = next(iter([*self.after, *self._next()]), None)
        return self._to_the_last(later) if later else []

    def _after(self) -> list[tuple[int, int]]:
        """ "X struck, a day after Y struck X"; "struck after vowing to": who struck first, or what he vowed himself."""
        if not self.after:
            return []
        (_, earlier), (telling, later) = self.after[0], self.before[-1] if self.before else self._behind_comma()
        if self.story.at[earlier].group == "threat":
            fits = later in self.story.violent and self.story.carries_out(later, earlier)
        else:
            fits = {later, earlier} <= set(self.story.violent) and self.story.opposed(later, earlier)
        return [(one, earlier) for one in self.story.together(later, telling) if one != earlier] if fits else []

    def _behind_comma(self) -> tuple[Telling, int]:
        """What the main clause tells, where the words open the sentence: "Hours after X, Y"; X where nothing does."""
        first, number = self.after[0]
        for telling, other in self.after[1:]:
            low, high = first.span[1] - self.sentence.start, telling.span[0] - self.sentence.start
            if other != number and "," in self.sentence.text[low:high]:
                return telling, other
        return first, number

    def _chases(self) -> list[tuple[int, int]]:
        """ "X struck those behind Y": a blow at who did it, told in the same sentence."""
        later, named, _ = self._blows()
        if not later or not named.name_a_deed:
            return []
        telling, number = later[0]
        here = {n for _, n in named.tellings}
        earlier = self.story.meant(named, number, self.sentence.index)
        earlier = [n for n in earlier if n in here or (named.places and self.story.is_at(n, named.places))]
        return [(one, other) for one in self._several(telling, number) for other in earlier if one != other]

    def _blows(self) -> tuple[list[tuple[Telling | None, int]], Words, int]:
        """The blows of the sentence, what the words name as done by who was struck, and where those words end."""
        end = phrase_end(self.doc, self.end)
        named = named_in(self.found, self.story, self.sentence, self.named_at, end)
        meant = {n for _, n in named.tellings}
        here = [(t, n) for t, n in (*reversed(self.before), *self.after) if n not in meant and self._blow(n)]
        return [*here], named, end

    def _opens_here(self) -> bool:
        """Whether the sentence opens with the words: "In response, the army sent two brigades"."""
        return not self.ahead

    def _blow(self, number: int) -> bool:
        return number in self.story.violent and self.story.at[number].group in BLOWS

    def _demands(self) -> list[tuple[int, int]]:
        """ "They marched to demand justice for Y", or Y told before; "the protesters wanted an inquiry into Y"."""
        here = [n for _, n in (*reversed(self.before), *self.after)]
        before = (
            self.story.told_before(self.sentence.index, ASKED_BACK) + [n for _, n in self._next()] if not here else []
        )
        protest = next((n for n in (*here, *before) if self.story.at[n].group == "unrest"), None)
        if protest is None:
            return []
        named = named_in(self.found, self.story, self.sentence, self.named_at, phrase_end(self.doc, self.end))
        named = replace(named, tellings=tuple((t, n) for t, n in named.tellings if n != protest))
        earlier = self.story.meant(named, protest, self.sentence.index, told=not named.name_a_deed)
        said = {word.key for word in words(self.sentence.text[self.start : self.end])}
        asked = answers().freed & said
        if asked and not (named.keys | said) & answers().taken:
            return []
        wanted = frozenset({"detention"}) if asked else HARM
        return [(protest, other) for other in earlier if self.story.at[other].group in wanted]

    def _to_the_last(self, later: tuple[Telling, int]) -> list[tuple[int, int]]:
        """The deed told last of the other side; what is only agreed, offered or given is no blow in return."""
        telling, number = later
        group = self.story.at[number].group
        measure = self.order == "alone" and group in MEASURES and self._opens_here()
        if number not in self.story.violent and group != "threat" and not measure:
            return []
        here = [n for t, n in self.before if n != number and n in self.story.violent]
        earlier = [n for n in reversed(here) if self.story.can_answer(number, n)][:1]
        earlier = earlier or self.story.meant(Words(), number, self.sentence.index, told=True)
        earlier = [n for n in earlier if not group == self.story.at[n].group == "unrest"]  # one crowd's day
        return [(one, other) for one in self.story.together(number, telling) for other in earlier]


def named_in(found: Found, story: Story, sentence: Sentence, start: int, end: int) -> Words:
    """What stands in a stretch of a sentence."""
    low, high = sentence.start + start, sentence.start + end
    index = sentence.index

    return Words(
        tuple((t, n) for t, n in story.told_in(index) if low <= t.span[0] < high),
        tuple(p for p in found.places.get(index, ()) if p.role == "place" and low <= p.start < high),
        tuple(d for d in found.dates.get(index, ()) if low <= d.start < high),
        frozenset(p.party for p in found.parties.get(index, ()) if p.party and low <= p.start < high),
        frozenset(w.key for w in words(sentence.text[start:end])),
        frozenset(t.value for t in find_things(sentence.text[start:end]) if t.kind in ("weapon", "against")),
    )
