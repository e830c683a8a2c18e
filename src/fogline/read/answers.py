"""What a report calls the answer to what."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from fogline.lexicon.answers import answers
from fogline.lexicon.phrases import words
from fogline.model import Claim, ClaimLink, PlaceMention
from fogline.read.contributions import VIOLENT_GROUPS
from fogline.read.happenings import Happening
from fogline.read.nearby import same_place
from fogline.read.placing import Found
from fogline.read.text import ParsedText
from fogline.read.told import Telling

KIND = "response_to"
PARAGRAPH = 6  # sentences around a threat that may stand in its paragraph
Span = tuple[int, int]
Pair = tuple[int, int, Span]  # numbers of the later and the earlier happening, and the words that join them


class _Story:
    """The happenings of a report that became claims, and what each sentence tells of them."""

    def __init__(self, happenings: Sequence[Happening], known: Iterable[int]) -> None:
        self.known = sorted(known)
        self.at = {number: happenings[number] for number in self.known}
        self.violent = [n for n in self.known if _violent(self.at[n])]
        self._told: dict[int, list[tuple[Telling, int]]] = {}
        for number in self.known:
            for telling in self.at[number].tellings:
                self._told.setdefault(telling.sentence.index, []).append((telling, number))
        for told in self._told.values():
            told.sort(key=lambda pair: (pair[0].span, pair[1]))
        self._spoken = sorted({(t.sentence.index, -n) for n in self.violent for t in self.at[n].tellings})

    def told_in(self, sentence: int) -> list[tuple[Telling, int]]:
        """The tellings of a sentence with the numbers of their happenings, in order of the text."""
        return self._told.get(sentence, [])

    def last_violent(self, sentence: int, but: set[int]) -> int | None:
        """The violent happening spoken of last before a sentence, other than these."""
        before = reversed(self._spoken[: bisect_left(self._spoken, (sentence, -len(self._spoken) - sentence))])
        return next((-number for _, number in before if -number not in but), None)

    def at_place(self, place: PlaceMention) -> list[int]:
        """Violent happenings at a place that stands for what happened there: "revenge for Belgorod"."""
        here, found = place.place, []
        for number in self.violent:
            spot = self.at[number].place
            if here and spot and spot.place and same_place(spot.place, here):
                found.append(number)
        return found


def find_answers(
    parsed: ParsedText, found: Found, happenings: Sequence[Happening], claims: Sequence[Claim]
) -> list[ClaimLink]:
    """Links between claims of a report, in order of the happenings; one for each pair."""
    by_happening: dict[int, Claim] = {}
    for claim in claims:
        by_happening.setdefault(int(claim.happening), claim)
    story = _Story(happenings, by_happening)
    links: dict[tuple[int, int], ClaimLink] = {}
    for later, earlier, span in (*_by_wording(parsed, found, story), *_by_threat(parsed, story), *_by_reply(story)):
        if later == earlier or (earlier, later) in links:
            continue
        a, b = by_happening[later], by_happening[earlier]
        if a.date and b.date and a.date.last < b.date.first:
            continue
        links.setdefault((later, earlier), ClaimLink(a.id, b.id, KIND, parsed.report.id, span))
    return [links[key] for key in sorted(links)]


def _by_wording(parsed: ParsedText, found: Found, story: _Story) -> list[Pair]:
    """Pairs joined by words such as "in retaliation for"."""
    out: list[Pair] = []
    for sentence in parsed.sentences:
        if sentence.index not in parsed.docs:
            continue
        spoken = words(sentence.text)
        for match in answers().phrases.find(spoken):
            span = (sentence.start + spoken[match.first].start, sentence.start + spoken[match.last].end)
            told = story.told_in(sentence.index)
            before = [n for t, n in told if t.span[0] < span[0]]
            after = [n for t, n in told if t.span[0] >= span[1]]
            places = [p for p in found.places.get(sentence.index, ()) if p.start >= span[1] and p.role == "place"]
            after = after or [n for p in places for n in story.at_place(p) if n not in before]
            pair = _sides(before, after, story.last_violent(sentence.index, {*before, *after}))
            if pair:
                out.append((*pair, span) if match.value else (pair[1], pair[0], span))
    return out


def _sides(before: list[int], after: list[int], past: int | None) -> tuple[int, int] | None:
    """The later and the earlier happening: in front of the words and behind them.

    "The fire was a response to the massacre" names the earlier alone, "in response" neither: the text before does.
    """
    if before and after:
        earlier = next((n for n in after if n != before[-1]), None)
        return (before[-1], earlier) if earlier is not None else None
    if len(set(after)) > 1:  # the words open the sentence: "In response to the shelling, X struck Y"
        return next(n for n in after if n != after[0]), after[0]
    if past is None or not (before or after):
        return None
    return (before[-1], past) if before else (past, after[0])


def _by_threat(parsed: ParsedText, story: _Story) -> list[Pair]:
    """A vow to answer is linked to the violent happening that its sentence or else the report speaks of most."""
    out: list[Pair] = []
    for number in story.known:
        threat = story.at[number]
        if threat.group != "threat":
            continue
        telling = next((t for t in threat.tellings if _answers(t, parsed)), None)
        if telling is None:
            continue
        options = [n for n in story.violent if not _own_deed(threat, story.at[n])]
        here = [n for t, n in story.told_in(telling.sentence.index) if n in options]
        if here:
            out.append((number, here[-1], telling.span))
        elif options:
            out.append((number, max(options, key=lambda n: (len(story.at[n].tellings), -n)), telling.span))
    return out


def _answers(telling: Telling, parsed: ParsedText) -> bool:
    """Whether the paragraph of a threat has a word that says it answers something."""
    here, last = telling.sentence.index, len(parsed.sentences)
    near = parsed.sentences[max(0, here - PARAGRAPH) : min(last, here + PARAGRAPH + 1)]
    told = [s for s in near if s.paragraph == telling.sentence.paragraph]
    return any(w.key in answers().threat_answers for s in told for w in words(s.text))


def _by_reply(story: _Story) -> list[Pair]:
    """A proposal that is turned down or taken up: the reply answers what somebody else proposed."""
    out: list[Pair] = []
    talks = [n for n in story.known if story.at[n].group == "talks"]
    for number in talks:
        reply = next((t for t in story.at[number].tellings if _replies(t)), None)
        others = [n for n in talks if n != number and not _own_deed(story.at[number], story.at[n])]
        proposals = [n for n in others if not any(_replies(t) for t in story.at[n].tellings)]
        if reply and proposals:
            nearest = min(proposals, key=lambda n: (abs(story.at[n].tellings[0].span[0] - reply.span[0]), n))
            out.append((number, nearest, reply.span))
    return out


def _replies(telling: Telling) -> bool:
    start, end = (at - telling.sentence.start for at in telling.span)
    return any(w.key in answers().replies for w in words(telling.sentence.text[start:end]))


def _violent(happening: Happening) -> bool:
    return happening.group in VIOLENT_GROUPS and happening.status == "occurred"


def _own_deed(one: Happening, deed: Happening) -> bool:
    """Whether the same parties did both: nobody answers himself."""
    return bool(deed.actors) and deed.actors <= one.actors
