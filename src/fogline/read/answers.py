"""What a report calls the answer to what."""

from collections.abc import Sequence

from fogline.lexicon.answers import answers
from fogline.lexicon.phrases import words
from fogline.model import Claim, ClaimLink, PlaceMention
from fogline.read.contributions import VIOLENT_GROUPS
from fogline.read.happenings import Happening
from fogline.read.nearby import same_place
from fogline.read.text import ParsedText
from fogline.read.told import Found, Telling

KIND = "response_to"
Span = tuple[int, int]
Pair = tuple[int, int, Span]  # numbers of the later and the earlier happening, and the words that join them


def find_answers(
    parsed: ParsedText, found: Found, happenings: Sequence[Happening], claims: Sequence[Claim]
) -> list[ClaimLink]:
    """Links between claims of a report, in order of the happenings; one for each pair."""
    by_happening: dict[int, Claim] = {}
    for claim in claims:
        by_happening.setdefault(int(claim.happening), claim)
    known = frozenset(by_happening)
    links: dict[tuple[int, int], ClaimLink] = {}
    pairs = (*_by_wording(parsed, found, happenings, known), *_by_threat(parsed, happenings, known))
    for later, earlier, span in (*pairs, *_by_reply(happenings, known)):
        if later == earlier or (earlier, later) in links or not {later, earlier} <= known:
            continue
        a, b = by_happening[later], by_happening[earlier]
        if a.date and b.date and a.date.last < b.date.first:
            continue
        links.setdefault((later, earlier), ClaimLink(a.id, b.id, KIND, parsed.report.id, span))
    return [links[key] for key in sorted(links)]


def _told_in(index: int, happenings: Sequence[Happening], known: frozenset[int]) -> list[tuple[Telling, int]]:
    """The tellings of a sentence with the numbers of their happenings, in order of the text."""
    told = [(t, n) for n, h in enumerate(happenings) if n in known for t in h.tellings if t.sentence.index == index]
    return sorted(told, key=lambda pair: (pair[0].span, pair[1]))


def _by_wording(parsed: ParsedText, found: Found, happenings: Sequence[Happening], known: frozenset[int]) -> list[Pair]:
    """Pairs joined by words such as "in retaliation for"."""
    out: list[Pair] = []
    for sentence in parsed.sentences:
        if sentence.index not in parsed.docs:
            continue
        spoken = words(sentence.text)
        for match in answers().phrases.find(spoken):
            span = (sentence.start + spoken[match.first].start, sentence.start + spoken[match.last].end)
            told = _told_in(sentence.index, happenings, known)
            before = [n for t, n in told if t.span[0] < span[0]]
            after = [n for t, n in told if t.span[0] >= span[1]]
            places = [p for p in found.places.get(sentence.index, ()) if p.start >= span[1] and p.role == "place"]
            after = after or [n for p in places for n in _at(p, happenings, known) if n not in before]
            pair = _sides(before, after, _last_violent(sentence.index, happenings, known - {*before, *after}))
            if pair:
                out.append((*pair, span) if match.value else (pair[1], pair[0], span))
    return out


def _at(place: PlaceMention, happenings: Sequence[Happening], known: frozenset[int]) -> list[int]:
    """Violent happenings at a place that stands for what happened there: "revenge for Belgorod"."""
    here = place.place
    spots = {n: happenings[n].place for n in sorted(known) if _violent(happenings[n])}
    return [n for n, p in spots.items() if here and p and p.place and same_place(p.place, here)]


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


def _by_threat(parsed: ParsedText, happenings: Sequence[Happening], known: frozenset[int]) -> list[Pair]:
    """A vow to answer is linked to the violent happening that its paragraph or else the report speaks of most."""
    out: list[Pair] = []
    for number in sorted(known):
        threat = happenings[number]
        if threat.group != "threat":
            continue
        telling = next((t for t in threat.tellings if _answers(t, parsed)), None)
        if telling is None:
            continue
        options = [n for n in sorted(known) if _violent(happenings[n]) and not _own_deed(threat, happenings[n])]
        here = [n for t, n in _told_in(telling.sentence.index, happenings, known) if n in options]
        if here:
            out.append((number, here[-1], telling.span))
        elif options:
            out.append((number, max(options, key=lambda n: (len(happenings[n].tellings), -n)), telling.span))
    return out


def _answers(telling: Telling, parsed: ParsedText) -> bool:
    """Whether the paragraph of a threat has a word that says it answers something."""
    near = [s for s in parsed.sentences if s.paragraph == telling.sentence.paragraph]
    return any(w.key in answers().threat_answers for s in near for w in words(s.text))


def _by_reply(happenings: Sequence[Happening], known: frozenset[int]) -> list[Pair]:
    """A proposal that is turned down or taken up: the reply answers what somebody else proposed."""
    out: list[Pair] = []
    talks = [n for n in sorted(known) if happenings[n].group == "talks"]
    for number in talks:
        reply = next((t for t in happenings[number].tellings if _replies(t)), None)
        others = [n for n in talks if n != number and not _own_deed(happenings[number], happenings[n])]
        proposals = [n for n in others if not any(_replies(t) for t in happenings[n].tellings)]
        if reply and proposals:
            nearest = min(proposals, key=lambda n: (abs(happenings[n].tellings[0].span[0] - reply.span[0]), n))
            out.append((number, nearest, reply.span))
    return out


def _replies(telling: Telling) -> bool:
    start, end = (at - telling.sentence.start for at in telling.span)
    return any(w.key in answers().replies for w in words(telling.sentence.text[start:end]))


def _violent(happening: Happening) -> bool:
    return happening.group in VIOLENT_GROUPS and happening.status == "occurred"


def _last_violent(index: int, happenings: Sequence[Happening], known: frozenset[int]) -> int | None:
    """The violent happening spoken of last before a sentence."""
    spoken = [
        (t.sentence.index, -n)
        for n in known
        if _violent(happenings[n])
        for t in happenings[n].tellings
        if t.sentence.index < index
    ]
    return -max(spoken)[1] if spoken else None


def _own_deed(one: Happening, deed: Happening) -> bool:
    """Whether the same parties did both: nobody answers himself."""
    speakers = {p.party for t in one.tellings for p in t.actors if p.party}
    doers = {p.party for t in deed.tellings for p in t.actors if p.party}
    return bool(doers) and doers <= speakers
