"""What a report calls the answer to what."""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from fogline.lexicon.answers import answers
from fogline.lexicon.phrases import words
from fogline.model import Claim, ClaimLink, Named
from fogline.read.answer_threats import by_threat, threat_names
from fogline.read.answer_words import Joined, longest
from fogline.read.answered import Story
from fogline.read.answered_elsewhere import name_of
from fogline.read.happening import HEADINGS
from fogline.read.happenings import Happening
from fogline.read.placing import Found
from fogline.read.seams import named_from, phrase_end, prompting_stretches
from fogline.read.telling import Telling
from fogline.read.text import ParsedText

KIND = "response_to"
SLACK = 1  # days by which a deed may be dated after the one that answers it: its day may be that of the report
Span = tuple[int, int]
Pair = tuple[int, int, Span]  # numbers of the later and the earlier happening, and the words that join them


def find_answers(
    parsed: ParsedText, found: Found, happenings: Sequence[Happening], claims: Sequence[Claim]
) -> list[ClaimLink]:
    """Links between claims of a report, in order of the happenings; one for each pair.

    The words of the body, where somebody may speak, go before those of a heading that only repeats them.
    """
    headings = [(s.start, s.end) for s in parsed.sentences if s.part in HEADINGS]
    story = Story(happenings, claims)
    phrases = list(_phrases(parsed, found, story))
    links: dict[tuple[int, int], ClaimLink] = {}
    for later, earlier, span in (
        *_by_wording(phrases),
        *by_threat(parsed, found, story),
        *_by_reply(story),
    ):
        if later == earlier or (earlier, later) in links:
            continue
        a, b = story.first[later], story.first[earlier]
        if a.date and b.date and (b.date.first - a.date.last).days > SLACK:
            continue
        known = links.get((later, earlier))
        if known is None or (_within(known.span, headings) and not _within(span, headings)):
            links[later, earlier] = ClaimLink(a.id, b.id, KIND, parsed.report.id, span)
    elsewhere = _told_elsewhere(parsed, found, story, phrases, {later for later, _ in links})
    return [*(links[key] for key in sorted(links)), *elsewhere]


def _within(span: Span, stretches: Sequence[Span]) -> bool:
    return any(start <= span[0] < end for start, end in stretches)


def _told_elsewhere(
    parsed: ParsedText, found: Found, story: Story, phrases: Sequence[Joined], linked: AbstractSet[int]
) -> Iterator[ClaimLink]:
    """Links to deeds that the words of an answer name and of which the report tells nothing: "the reply to Bannu"."""
    done = set(linked)
    for joined in phrases:
        later, end = joined.unknown()
        named = name_of(joined.doc, joined.sentence, found, joined.end, end)
        for number in later:
            if named is not None and number not in done:
                done.add(number)
                yield _to_named(parsed, story, number, (joined.span[0], joined.sentence.start + end), named)
    for number in story.known:
        if story.at[number].group == "threat" and number not in done:
            named_by = [(t, n) for t in story.at[number].tellings if (n := threat_names(parsed, found, t))]
            if named_by:
                yield _to_named(parsed, story, number, named_by[0][0].span, named_by[0][1])


def _to_named(parsed: ParsedText, story: Story, number: int, span: Span, named: Named) -> ClaimLink:
    claim = story.first[number].id
    return ClaimLink(claim, claim, KIND, parsed.report.id, span, named)


def _by_wording(phrases: Sequence[Joined]) -> Iterator[Pair]:
    """Pairs joined by words such as "in retaliation for"."""
    for joined in phrases:
        for later, earlier in joined.pairs():
            yield later, earlier, joined.span


def _phrases(parsed: ParsedText, found: Found, story: Story) -> Iterator[Joined]:
    """All words of answering of a report."""
    for sentence in parsed.sentences:
        if sentence.index in parsed.docs:
            for match in longest(answers().phrases.find(words(sentence.text))):
                yield Joined(parsed.docs[sentence.index], sentence, found, story, match)


def named_as_answered(parsed: ParsedText, happenings: Sequence[Happening]) -> dict[int, bool]:
    """The numbers of the happenings that the words of an answer name: "in reply to [the massacre of Qana]".

    Each with whether nothing else tells of it.
    """
    told: dict[int, list[tuple[int, int]]] = {}
    for number, happening in enumerate(happenings):
        for telling in happening.tellings:
            told.setdefault(telling.sentence.index, []).append((telling.span[0] - telling.sentence.start, number))
    found: Counter[int] = Counter()
    named: set[int] = set()
    for index, here in told.items():
        stretches, behind = _answered_in(parsed, index)
        named.update(number for at, number in here if _within((at, at), stretches))
        found.update(number for at, number in here if _within((at, at), [*stretches, *behind]))
    return {number: found[number] == len(happenings[number].tellings) for number in sorted(named)}


def _answered_in(parsed: ParsedText, index: int) -> tuple[list[Span], list[Span]]:
    """The stretches of a sentence that name what was answered, and of a headline what stands behind "after"."""
    sentence, doc = parsed.sentences[index], parsed.docs[index]
    spoken = words(sentence.text)
    matches = longest(answers().phrases.find(spoken))
    named = [(named_from(spoken, m), phrase_end(doc, spoken[m.last].end)) for m in matches if m.value == "later"]
    named += prompting_stretches(doc)
    if sentence.part != "headline":
        return named, []
    return named, [(spoken[m.last].end, len(sentence.text)) for m in matches if m.value in ("later", "after")]


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
