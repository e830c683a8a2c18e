"""What a report calls the answer to what."""

from collections.abc import Sequence

from fogline.lexicon.answers import answers
from fogline.lexicon.phrases import words
from fogline.model import Claim, ClaimLink
from fogline.read.contributions import VIOLENT_GROUPS
from fogline.read.happenings import Happening
from fogline.read.text import ParsedText
from fogline.read.told import Telling

KIND = "response_to"
Span = tuple[int, int]
Pair = tuple[int, int, Span]  # numbers of the later and the earlier happening, and the words that join them


def find_answers(parsed: ParsedText, happenings: Sequence[Happening], claims: Sequence[Claim]) -> list[ClaimLink]:
    """Links between claims of a report, in order of the text; one for each pair of happenings."""
    by_happening: dict[int, Claim] = {}
    for claim in claims:
        by_happening.setdefault(int(claim.happening), claim)
    links: dict[tuple[int, int], ClaimLink] = {}
    for later, earlier, span in (*_by_wording(parsed, happenings), *_by_threat(happenings)):
        if later == earlier or (earlier, later) in links or later not in by_happening or earlier not in by_happening:
            continue
        a, b = by_happening[later], by_happening[earlier]
        if a.date and b.date and a.date.last < b.date.first:
            continue
        links.setdefault((later, earlier), ClaimLink(a.id, b.id, KIND, parsed.report.id, span))
    return [links[key] for key in sorted(links)]


def _told_in(index: int, happenings: Sequence[Happening]) -> list[tuple[Telling, int]]:
    told = [(t, n) for n, h in enumerate(happenings) for t in h.tellings if t.sentence.index == index]
    return sorted(told, key=lambda pair: (pair[0].span, pair[1]))


def _by_wording(parsed: ParsedText, happenings: Sequence[Happening]) -> list[Pair]:
    """Pairs joined by words such as "in retaliation for"."""
    out: list[Pair] = []
    for sentence in parsed.sentences:
        if sentence.index not in parsed.docs:
            continue
        found = words(sentence.text)
        for match in answers().phrases.find(found):
            span = (sentence.start + found[match.first].start, sentence.start + found[match.last].end)
            told = _told_in(sentence.index, happenings)
            before = [n for t, n in told if t.span[0] < span[0]]
            after = [n for t, n in told if t.span[0] >= span[1]]
            pair = _sides(before, after, sentence.index, happenings)
            if pair:
                first, second = pair
                out.append((first, second, span) if match.value else (second, first, span))
    return out


def _sides(before: list[int], after: list[int], index: int, happenings: Sequence[Happening]) -> tuple[int, int] | None:
    """The happening in front of the words and that behind them; "in response" alone points back in the text."""
    if before and after:
        other = next((n for n in after if n != before[-1]), None)
        return (before[-1], other) if other is not None else None
    if len(after) > 1:  # the words open the sentence: "In response to the shelling, X struck Y"
        other = next((n for n in after if n != after[0]), None)
        return (other, after[0]) if other is not None else None
    told = before or after
    past = _last_violent(index, happenings, set(told))
    if not told or past is None:
        return None
    return told[-1], past


def _by_threat(happenings: Sequence[Happening]) -> list[Pair]:
    """A vow to answer is linked to the violent happening that it follows in the text."""
    out: list[Pair] = []
    for number, happening in enumerate(happenings):
        if happening.group != "threat":
            continue
        for telling in happening.tellings:
            spoken = words(telling.sentence.text)
            if not any(w.key in answers().threat_answers for w in spoken):
                continue
            here = [
                n for t, n in _told_in(telling.sentence.index, happenings) if n != number and _violent(happenings[n])
            ]
            earlier = here[-1] if here else _last_violent(telling.sentence.index, happenings, {number})
            if earlier is not None and not _own_deed(happening, happenings[earlier]):
                out.append((number, earlier, telling.span))
                break
    return out


def _violent(happening: Happening) -> bool:
    return happening.group in VIOLENT_GROUPS and happening.status == "occurred"


def _last_violent(index: int, happenings: Sequence[Happening], but: set[int]) -> int | None:
    """The violent happening spoken of last before a sentence."""
    spoken = [
        (t.sentence.index, -n)
        for n, h in enumerate(happenings)
        if n not in but and _violent(h)
        for t in h.tellings
        if t.sentence.index < index
    ]
    return -max(spoken)[1] if spoken else None


def _own_deed(threat: Happening, deed: Happening) -> bool:
    """Nobody vows to answer what he did himself."""
    speakers = {p.party for t in threat.tellings for p in t.actors if p.party}
    doers = {p.party for t in deed.tellings for p in t.actors if p.party}
    return bool(doers) and doers <= speakers
