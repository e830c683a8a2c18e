"""What a report calls the answer to what."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from fogline.lexicon.answers import answers
from fogline.lexicon.phrases import Match, words
from fogline.lexicon.saying import saying
from fogline.model import Claim, ClaimLink
from fogline.read.answered import STATES, Story, Words, points_back
from fogline.read.happenings import Happening
from fogline.read.placing import Found
from fogline.read.seams import answered_stretches, phrase_end
from fogline.read.telling import Telling
from fogline.read.text import ParsedText, Sentence
from fogline.read.things import find_things

KIND = "response_to"
BACK = 3  # sentences back to the deed that "the strike was a response to" speaks of
OPENING = 3  # words ahead of "in response to Y, X struck" at most, where nothing is told ahead of it
CLOSE = 4  # words behind "in response to" among which a word of speech says that no deed was answered
SLACK = 1  # days by which a deed may be dated after the one that answers it: its day may be that of the report
IT = frozenset({"it", "this", "that"})  # what was told last: "calls it a reply to"
SUCH = "such"  # "should such attacks go on" answers those told before
AVENGED = "avenged"
Span = tuple[int, int]
Pair = tuple[int, int, Span]  # numbers of the later and the earlier happening, and the words that join them


def find_answers(
    parsed: ParsedText, found: Found, happenings: Sequence[Happening], claims: Sequence[Claim]
) -> list[ClaimLink]:
    """Links between claims of a report, in order of the happenings; one for each pair."""
    story = Story(happenings, claims)
    links: dict[tuple[int, int], ClaimLink] = {}
    for later, earlier, span in (
        *_by_wording(parsed, found, story),
        *_by_threat(parsed, found, story),
        *_by_reply(story),
    ):
        if later == earlier or (earlier, later) in links:
            continue
        a, b = story.first[later], story.first[earlier]
        if a.date and b.date and (b.date.first - a.date.last).days > SLACK:
            continue
        links.setdefault((later, earlier), ClaimLink(a.id, b.id, KIND, parsed.report.id, span))
    return [links[key] for key in sorted(links)]


def _by_wording(parsed: ParsedText, found: Found, story: Story) -> Iterator[Pair]:
    """Pairs joined by words such as "in retaliation for"."""
    for sentence in parsed.sentences:
        if sentence.index not in parsed.docs:
            continue
        spoken = words(sentence.text)
        for match in _longest(answers().phrases.find(spoken)):
            span = (sentence.start + spoken[match.first].start, sentence.start + spoken[match.last].end)
            joined = _Joined(parsed.docs[sentence.index], sentence, found, story, match)
            for later, earlier in joined.pairs():
                yield later, earlier, span


def named_as_answered(parsed: ParsedText, happenings: Sequence[Happening]) -> frozenset[int]:
    """The numbers of the happenings that the words of an answer name: "in reply to [the massacre of Qana]"."""
    told: dict[int, list[tuple[int, int]]] = {}
    for number, happening in enumerate(happenings):
        for telling in happening.tellings:
            told.setdefault(telling.sentence.index, []).append((telling.span[0] - telling.sentence.start, number))
    found: set[int] = set()
    for index, here in told.items():
        spoken = words(parsed.sentences[index].text)
        for match in _longest(answers().phrases.find(spoken)):
            if match.value == "later":
                start = spoken[match.last].end
                end = phrase_end(parsed.docs[index], start)
                found.update(number for at, number in here if start <= at < end)
    return frozenset(found)


def _longest(matches: Sequence[Match[str]]) -> list[Match[str]]:
    """Of phrases that share words the longest: "in response to" rather than "in response"."""
    kept: list[Match[str]] = []
    for match in sorted(matches, key=lambda m: (m.first - m.last, m.first)):
        if not any(match.first <= other.last and other.first <= match.last for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda m: m.first)


class _Joined:
    """A phrase of answering in its sentence, and what is told on either side of it."""

    def __init__(self, doc: Doc, sentence: Sentence, found: Found, story: Story, match: Match[str]) -> None:
        self.doc, self.found, self.story, self.sentence = doc, found, story, sentence
        self.order = match.value
        spoken = words(sentence.text)
        self.close = spoken[match.last + 1 : match.last + 1 + CLOSE]
        self.start, self.end = spoken[match.first].start, spoken[match.last].end
        told = story.told_in(sentence.index)
        self.before = [(t, n) for t, n in told if t.span[0] - sentence.start < self.start]
        self.after = [(t, n) for t, n in told if t.span[0] - sentence.start >= self.start]

    def pairs(self) -> list[tuple[int, int]]:
        """The later and the earlier happenings."""
        return {
            "later": self._answers,
            "earlier": self._prompts,
            "alone": self._alone,
            "deed": self._deed,
            "opens": self._opens,
            "after": self._after,
        }[self.order]()

    def _answers(self) -> list[tuple[int, int]]:
        """ "X struck in response to Y", "In response to Y, X struck", "The strike was a response to Y"."""
        end = phrase_end(self.doc, self.end)
        if any(word.key in answers().speech for word in self.close):
            return []
        named = _named(self.found, self.story, self.sentence, self.end, end)
        name_a_deed = named.name_a_deed
        ahead = self.sentence.text[: self.start].rstrip(' "“‘')
        opening = ahead.endswith((",", ";", ":")) or (not self.before and len(ahead.split()) <= OPENING)
        behind = [(t, n) for t, n in self.after if t.span[0] - self.sentence.start >= end]
        behind = [(t, n) for t, n in behind if all(n != m for _, m in named.tellings)]
        comma = self.sentence.text[end:].lstrip(' ."”’').startswith(",")
        if opening and comma and (behind or not self._said()):
            later: list[tuple[Telling | None, int]] = [*(behind or self._next())[:1]]
        elif self.before or (behind and not self._said()):  # "took revenge for X, firing missiles"
            later = [self.before[-1] if self.before else behind[0]]
        else:
            told = self.story.told_before(self.sentence.index, BACK)
            pointed = told[:1] if told and {word.key for word in words(ahead)} & IT else []
            named = replace(named, tellings=tuple((t, n) for t, n in named.tellings if n not in pointed))
            later = [(None, n) for n in pointed or told if all(n != m for _, m in named.tellings)]
        here = self.sentence.start
        if not name_a_deed or (not self.before and self.story.left_out(self.sentence.index, here, here + self.end)):
            return []
        for telling, number in later:
            earlier = self.story.meant(named, number, self.sentence.index)
            if earlier:
                several = self.story.together(number, telling) if telling else [number]
                return [(one, other) for one in several for other in earlier]
        return []

    def _next(self) -> Sequence[tuple[Telling, int]]:
        """What the next sentence tells: "Enraged by it, they took revenge. …"."""
        return self.story.told_in(self.sentence.index + 1)

    def _said(self) -> bool:
        """Whether the sentence only says something of what was told: "Revenge for Gao, the army called it"."""
        return any(t.dep_ == "ROOT" and t.lemma_ in saying().say for t in self.doc)

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
        return self._to_the_last(later) if later else []

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
        if not self.before or not self.after:
            return []
        (telling, later), (_, earlier) = self.before[-1], self.after[0]
        if self.story.at[earlier].group == "threat":
            fits = later in self.story.violent and self.story.carries_out(later, earlier)
        else:
            fits = {later, earlier} <= set(self.story.violent) and self.story.opposed(later, earlier)
        return [(one, earlier) for one in self.story.together(later, telling) if one != earlier] if fits else []

    def _to_the_last(self, later: tuple[Telling, int]) -> list[tuple[int, int]]:
        """The deed told last of the other side; what is only agreed, offered or given is no blow in return."""
        telling, number = later
        if number not in self.story.violent and self.story.at[number].group != "threat":
            return []
        here = [n for t, n in self.before if n != number and n in self.story.violent]
        earlier = [n for n in reversed(here) if self.story.can_answer(number, n)][:1]
        earlier = earlier or self.story.meant(Words(), number, self.sentence.index, told=True)
        return [(one, other) for one in self.story.together(number, telling) for other in earlier]


def _named(found: Found, story: Story, sentence: Sentence, start: int, end: int) -> Words:
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


def _by_threat(parsed: ParsedText, found: Found, story: Story) -> Iterator[Pair]:
    """A vow to answer is linked to the violent happening that its sentence or else the report speaks of most."""
    for number in story.known:
        threat = story.at[number]
        if threat.group != "threat":
            continue
        for telling in threat.tellings:
            earlier = _threatened_for(parsed, found, story, number, telling)
            if earlier:
                for one in earlier:
                    yield number, one, telling.span
                break


def _threatened_for(parsed: ParsedText, found: Found, story: Story, number: int, telling: Telling) -> list[int]:
    """What a threat answers: a deed of the other side in its sentence, or one that its words of answering point to."""
    sentence = telling.sentence
    spoken = words(sentence.text)
    keys = frozenset(word.key for word in spoken)
    if answers().conditions.find(spoken) and not (SUCH in keys and points_back(keys)):
        return []
    named = _named(found, story, sentence, 0, len(sentence.text))
    here = [(t, n) for t, n in named.tellings if n in story.violent and _foe(story, number, n)]
    if here:
        return story.together(here[-1][1], here[-1][0])
    near = parsed.sentences[max(0, sentence.index - 1) : sentence.index + 2]
    beside = [s for s in near if s.paragraph == sentence.paragraph]
    if not any(answers().threat_answers.find(words(s.text)) for s in beside):
        return []
    options = [n for n in story.violent if _foe(story, number, n) and story.at[n].group not in STATES]
    at_the_place = story.meant(Words(parties=named.parties, places=named.places), number, sentence.index)
    meant = [n for n in at_the_place if n in options]
    if meant or _for_a_place(parsed.docs[sentence.index], sentence, named):
        return meant
    return [n for n in story.meant(Words(parties=named.parties), number, sentence.index) if n in options]


def _for_a_place(doc: Doc, sentence: Sentence, named: Words) -> bool:
    """Whether the words name where the deed was that is to be answered: "retribution for Izium", not "in Kursk"."""
    if AVENGED in {word.key for word in words(sentence.text)}:
        return bool(named.places)
    at = [p.start - sentence.start for p in named.places]
    return any(low <= start < high for low, high in answered_stretches(doc) for start in at)


def _foe(story: Story, threat: int, deed: int) -> bool:
    """Whether a deed can be what a threat is for: not done by who threatens, and done by whom he threatens."""
    threatened, actors = story.facts[threat].targets, story.facts[deed].actors
    return story.can_answer(threat, deed) and not (threatened and actors and not threatened & actors)


def _by_reply(story: Story) -> Iterator[Pair]:
    """A proposal that is turned down or taken up: the reply answers what somebody else proposed."""
    talks = [n for n in story.known if story.at[n].group == "talks"]
    for number in talks:
        reply = next((t for t in story.at[number].tellings if _replies(t)), None)
        others = [n for n in talks if n != number and not _own_proposal(story, number, n)]
        proposals = [n for n in others if not any(_replies(t) for t in story.at[n].tellings)]
        if reply and proposals:
            nearest = min(proposals, key=lambda n: (abs(story.at[n].tellings[0].span[0] - reply.span[0]), n))
            yield number, nearest, reply.span


def _own_proposal(story: Story, reply: int, proposal: int) -> bool:
    """Whether the same parties made both: nobody turns down what he himself proposed."""
    proposed = story.at[proposal].actors
    return bool(proposed) and proposed <= story.at[reply].actors


def _replies(telling: Telling) -> bool:
    start, end = (at - telling.sentence.start for at in telling.span)
    return any(w.key in answers().replies for w in words(telling.sentence.text[start:end]))
