"""What each sentence adds to which happening, and in whose voice.

A sentence that tells of a happening adds to it; one that only counts ("Two of them were children") or only answers
("Kyiv has not commented") adds to the happening told before it that it can be about.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from fogline.lexicon.answers import answers
from fogline.lexicon.events import ATTACK, frames
from fogline.lexicon.phrases import words
from fogline.lexicon.saying import saying
from fogline.lexicon.status import status_words
from fogline.model import FigureMention, PartyMention, Voice
from fogline.read.blame import find_accused_beside, find_blamed
from fogline.read.denied_deed import denied_deed, of_what_was_told, spoken_of
from fogline.read.happenings import HEADINGS, STRETCH, Happening
from fogline.read.heading_parts import rounds_off
from fogline.read.homes import Story, counts_several, home_of, likeliest
from fogline.read.placing import Found
from fogline.read.said import Attribution
from fogline.read.silent_on import silent_on
from fogline.read.struck import those_hurt
from fogline.read.telling import Telling
from fogline.read.text import ParsedText, Sentence
from fogline.read.things import Thing, find_things
from fogline.read.turned_back import turned_on
from fogline.read.who_was_hit import said_of_those_hit
from fogline.read.writers import writer

VIOLENT_GROUPS = frozenset(
    {"remote", "ground", "abuse", "unrest", "mutiny", "detention", "property", "territory", ATTACK}
)
NOWHERE: Mapping[tuple[str, int], int] = MappingProxyType({})
OWN_WORD = frozenset({"negotiation", "pledge", "threat"})  # which speaking does, refusing among it
FOUGHT = frozenset({"remote", "ground"})  # groups of deeds of which the dead tell what was hit
CASUALTIES = ("killed", "injured")
LOST = (*CASUALTIES, "missing", "displaced")
OF_A_WAR = 1_000_000  # displaced people that no single happening drives out
REACH = 12  # sentences back to the happening that a count or an answer can be about


@dataclass(frozen=True, slots=True)
class Contribution:
    """One sentence's word on one happening in one voice. Spans of `things` count from the start of the sentence."""

    happening: int
    sentence: Sentence
    voice: Voice
    telling: Telling | None
    figures: tuple[FigureMention, ...]
    things: tuple[Thing, ...]
    owned: bool = False  # the speaker says that it was his side's deed
    blamed: tuple[PartyMention, ...] = ()  # whose deed the speaker says it was
    turned: bool = False  # who is accused says so


def contribute(
    parsed: ParsedText,
    found: Found,
    happenings: Sequence[Happening],
    voices: Mapping[int, Sequence[Attribution]],
) -> list[Contribution]:
    """All contributions in the order of the text."""
    told = _told(happenings)
    story = Story(parsed, found, happenings, writer(parsed.report, [p for ps in found.parties.values() for p in ps]))
    out: list[Contribution] = []
    last: list[int] = []  # happenings in the order they were last spoken of, the latest at the end
    topic: tuple[int, Sentence] | None = None  # the happening that was counted for last
    headings: list[tuple[int, Sentence]] = []  # sentences whose counts are placed last, and where they come
    for sentence in parsed.sentences:
        if sentence.index not in parsed.docs:
            continue
        here = told.get(sentence.index, [])
        spoken = voices.get(sentence.index, ())
        accused = find_accused_beside(parsed.docs[sentence.index], sentence, found.parties.get(sentence.index, ()))
        turned, shadows = _turned_back(sentence, here, spoken, story, last)
        out += turned
        here = [(n, t) for n, t in here if n not in shadows]
        owned, answered = _owned_as_answer(sentence, here, spoken, story, last)
        for number, telling in here:
            last = [n for n in last if n != number] + [number]
            speaking = spoken if telling.span[0] < answered else ()
            for voice in _voices_at(speaking, telling.span[0], story.own):
                said = _denying(_speaking(voice, telling, happenings[number]), telling, happenings[number])
                blamed = _blamed_for(telling, said, accused, [t for n, t in here if n != number])
                ours = said.side is not None and said.start is None and not telling.actors and _owned(sentence)
                out.append(Contribution(number, sentence, said, telling, (), telling.things, ours, blamed))
        figures = found.figures.get(sentence.index, ())
        if sentence.part in HEADINGS:
            headings.append((len(out), sentence))
        else:
            counted = _counts(figures, here, spoken, sentence, story, topic=topic)
            topic = (counted[-1].happening, sentence) if counted else topic
            out += counted
        out += _answers(sentence, here, spoken, story, last)
        out += owned
        if not any(happenings[n].group in VIOLENT_GROUPS for n, _ in here):
            out += _effects(sentence, spoken, story, last)
        if not here:
            blamed = find_blamed(parsed.docs[sentence.index], sentence, found.parties.get(sentence.index, ()))
            out += _remarks(sentence, spoken, story, last, blamed)
        out += _holding(sentence, spoken, story, last, [t for n, t in here if happenings[n].group == "territory"])
    homes = _counted_in_the_body(out)
    below = [figure for contribution in out for figure in contribution.figures]
    for at, sentence in reversed(headings):
        here, spoken = told.get(sentence.index, []), voices.get(sentence.index, ())
        exact = [f for f in found.figures.get(sentence.index, ()) if not rounds_off(f, below)]
        out[at:at] = _counts(exact, here, spoken, sentence, story, homes=homes)
    return out


def _blamed_for(
    telling: Telling, voice: Voice, accused: tuple[PartyMention, ...], others: Sequence[Telling]
) -> tuple[PartyMention, ...]:
    """Whose deed the speaker of a sentence says at its end it was: "a blast killed two, police said, blaming them".

    Of several deeds told it is the last one before those words.
    """
    named = tuple(p for p in accused if p.party and p.party != voice.side and telling.span[0] < p.start)
    if not named or voice.stance != "asserts" or telling.group not in VIOLENT_GROUPS:
        return ()
    between = any(telling.span[0] < t.span[0] < named[0].start and t.group in VIOLENT_GROUPS for t in others)
    said = voice.side is not None or voice.start is not None
    return named if said and not between else ()


def _counted_in_the_body(contributions: Sequence[Contribution]) -> dict[tuple[str, int], int]:
    """For each figure and number, the happening that the text first counts it for."""
    homes: dict[tuple[str, int], int] = {}
    for contribution in contributions:
        for figure in contribution.figures:
            homes.setdefault((figure.figure, figure.value.low), contribution.happening)
    return homes


def _told(happenings: Sequence[Happening]) -> dict[int, list[tuple[int, Telling]]]:
    """The tellings of each sentence, with the number of their happening."""
    told: dict[int, list[tuple[int, Telling]]] = {}
    for number, happening in enumerate(happenings):
        for telling in happening.tellings:
            told.setdefault(telling.sentence.index, []).append((number, telling))
    for here in told.values():
        here.sort(key=lambda pair: pair[1].span)
    return told


def _voices_at(spoken: Sequence[Attribution], at: int, own: Voice) -> list[Voice]:
    """Who vouches for the words at an offset: the narrowest attributions around it, else the report's own voice."""
    around = [a for a in spoken if a.start <= at < a.end and a.voice.stance == "asserts"]
    around = around or [a for a in spoken if a.start <= at < a.end]
    narrowest = min((a.end - a.start for a in around), default=0)
    return list(dict.fromkeys(a.voice for a in around if a.end - a.start == narrowest)) or [own]


def _speaking(voice: Voice, telling: Telling, happening: Happening) -> Voice:
    """Who offers, refuses, vows or threatens in the outlet's telling says so himself: "the minister turned it down"."""
    if voice.by or voice.side or happening.type not in OWN_WORD:
        return voice
    low, high = (at - telling.sentence.start for at in telling.span)
    keys = {word.key for word in words(telling.sentence.text[low:high])}
    if happening.type == "negotiation" and not keys & (answers().replies | answers().proposing):
        return voice
    who = next((a for a in telling.actors if a.party and a.form in ("person", "office")), None)
    return Voice(who.name, who.party, "asserts", who.start, who.end) if who else voice


def _denying(voice: Voice, telling: Telling, happening: Happening) -> Voice:
    """Who says of a deed that it was not, denies it: "no rockets had been fired", "our troops did not leave".

    That nobody was arrested at a protest denies no protest, and what a side never does not what was done. Who turns an
    offer down, or vows what he will not do, says so himself and denies nothing.
    """
    group = happening.group
    whole = group not in telling.part_of or telling.group == group
    denied = telling.denied and telling.sort == "deed" and voice.side is not None and whole
    text = telling.sentence.text
    if voice.stance == "denies" and (happening.type in OWN_WORD or saying().creeds.search(text)):
        return replace(voice, stance="asserts")
    if saying().unhurt.search(text):
        return replace(voice, stance="asserts") if voice.stance == "denies" else voice
    if group == "territory" and voice.side and voice.side not in happening.actors and saying().holding.search(text):
        return replace(voice, stance="denies")
    return replace(voice, stance="denies") if denied and happening.type not in OWN_WORD else voice


def _counts(
    figures: Sequence[FigureMention],
    here: Sequence[tuple[int, Telling]],
    spoken: Sequence[Attribution],
    sentence: Sentence,
    story: Story,
    *,
    homes: Mapping[tuple[str, int], int] = NOWHERE,
    topic: tuple[int, Sentence] | None = None,
) -> list[Contribution]:
    """The figures of a sentence, each with the happening that it counts for.

    A heading's count stands for the happening for which the text below gives the same number (`homes`).
    """
    out = []
    summed = counts_several(sentence)
    for figure in figures:
        total = figure.period or (figure.figure == "displaced" and figure.value.low >= OF_A_WAR)
        if figure.subset or figure.former or total or (summed and figure.figure in CASUALTIES):
            continue
        number = homes.get((figure.figure, figure.value.low))
        if number is None:
            number = home_of(figure, here, sentence, story, topic)
        if number is not None and not (figure.figure in LOST and _of_other_days(sentence, here, story, number)):
            topic = (number, sentence)
            hit = _fighters_hit(figure, sentence, story, number)
            for voice in _voices_at(spoken, figure.start, story.own):
                out.append(Contribution(number, sentence, voice, None, (figure,), hit))
    return out


def _fighters_hit(figure: FigureMention, sentence: Sentence, story: Story, number: int) -> tuple[Thing, ...]:
    """What a strike or a fight hit, where a sentence counts fighters among its dead and wounded."""
    doc = story.parsed.docs.get(sentence.index)
    if figure.figure not in CASUALTIES or doc is None or story.happenings[number].group not in FOUGHT:
        return ()
    return those_hurt(find_things(sentence.text), doc)


def _of_other_days(sentence: Sentence, here: Sequence[tuple[int, Telling]], story: Story, number: int) -> bool:
    """Whether a sentence that tells no deed counts for days of its own: "in 2019 some 4,000 people were killed"."""
    if here:
        return False
    own = [date.days for date in story.found.dates.get(sentence.index, ()) if date.days]
    happened = story.happenings[number].date
    days = happened.days if happened else None
    if not own or days is None:
        return any(one.length > STRETCH for one in own)
    return all(one.length > STRETCH or one.last < days.first for one in own) and not any(
        one.gap(days) == 0 for one in own
    )


def _answers(
    sentence: Sentence,
    here: Sequence[tuple[int, Telling]],
    spoken: Sequence[Attribution],
    story: Story,
    last: Sequence[int],
) -> list[Contribution]:
    """Denials and refusals to comment, on the happening told here or before."""
    out = []
    for attribution in spoken:
        voice = attribution.voice
        if voice.stance == "asserts" or (voice.stance == "denies" and not of_what_was_told(sentence, here, story)):
            continue
        violent = [n for n in last if story.happenings[n].group in VIOLENT_GROUPS]
        if voice.stance == "denies":
            meant = denied_deed(attribution, here, sentence, story, violent)
            numbers = [meant] if meant is not None else spoken_of(attribution, here)
            numbers = numbers or ([] if violent else list(reversed(last)))
        else:
            numbers = _answered_here(attribution, here, story)
            silent = silent_on(voice, last, sentence, story) if not numbers else None
            numbers = numbers or ([silent] if silent is not None else [])
        if numbers:
            own = story.happenings[numbers[0]].type in OWN_WORD and voice.stance == "denies"
            said = replace(voice, stance="asserts") if own else voice
            out.append(Contribution(numbers[0], sentence, said, None, (), ()))
    return out


def _turned_back(
    sentence: Sentence,
    here: Sequence[tuple[int, Telling]],
    spoken: Sequence[Attribution],
    story: Story,
    last: Sequence[int],
) -> tuple[list[Contribution], set[int]]:
    """What a side says of a deed that it is accused of, that another side did it; and what is told only to say so."""
    out: list[Contribution] = []
    shadows: set[int] = set()
    happenings = story.happenings
    for attribution in spoken:
        blamed = turned_on(attribution, sentence, story.found.parties.get(sentence.index, ()))
        if not blamed:
            continue
        told = {n for n, t in here if attribution.start <= t.span[0] < attribution.end}
        if any(happenings[n].group not in VIOLENT_GROUPS for n in told):
            continue  # "was pulling its own troops out"
        weapon = tuple(t for t in find_things(sentence.text) if t.kind == "weapon")
        violent = [n for n in last if happenings[n].group in VIOLENT_GROUPS]
        accused = [n for n in violent if attribution.voice.side in happenings[n].actors]
        one = accused[0] if len(accused) == 1 else None
        if told or weapon:  # where nobody is said to have done it, a deed of the same kind is told
            accused = accused or [n for n in violent if n not in told and not happenings[n].actors]
        number = likeliest(accused, sentence, story) if one is None else one
        if number is not None and blamed[0].party not in happenings[number].actors:
            said = replace(attribution.voice, stance="asserts")
            out.append(Contribution(number, sentence, said, None, (), weapon, False, blamed, True))
            shadows |= {n for n in told - {number} if not happenings[n].places and len(happenings[n].tellings) == 1}
    return out, shadows


def _answered_here(attribution: Attribution, here: Sequence[tuple[int, Telling]], story: Story) -> list[int]:
    """Of what a sentence tells, what an answer in it is to: a deed in its own words, else the one told last before it.

    "Denies selling arms" is of the sale alone, "rejected the truce" of the truce, not of the deeds told elsewhere.
    """
    violent = [(n, t) for n, t in here if story.happenings[n].group in VIOLENT_GROUPS]
    within = [n for n, t in violent if attribution.start <= t.span[0] < attribution.end]
    before = [n for n, t in reversed(violent) if t.span[0] < attribution.start]
    spoken_of = [n for n, t in here if attribution.start <= t.span[0] < attribution.end]
    return within or before or [n for n, _ in violent] or (spoken_of if attribution.voice.stance == "denies" else [])


def _remarks(
    sentence: Sentence,
    spoken: Sequence[Attribution],
    story: Story,
    last: Sequence[int],
    blamed: tuple[PartyMention, ...],
) -> list[Contribution]:
    """What somebody else says in the paragraph that tells a happening: a word on it, if it names no other.

    Who is blamed further down is blamed for the deed that the sentence is most likely about.
    """
    told_here = [
        n for n in last if any(t.sentence.paragraph == sentence.paragraph for t in story.happenings[n].tellings)
    ]
    number = told_here[-1] if told_here else None
    if number is None and blamed:
        number = likeliest([n for n in last if story.happenings[n].group in VIOLENT_GROUPS], sentence, story)
    if number is None or story.happenings[number].group not in VIOLENT_GROUPS:
        return []
    voices = dict.fromkeys(a.voice for a in spoken if a.voice.by and a.voice.stance == "asserts")
    owned = _owned(sentence)
    aimed = _aimed_at(sentence) or said_of_those_hit(sentence)
    return [
        Contribution(number, sentence, voice, None, (), aimed, owned, tuple(p for p in blamed if p.party != voice.side))
        for voice in voices
    ]


def _owned_as_answer(
    sentence: Sentence,
    here: Sequence[tuple[int, Telling]],
    spoken: Sequence[Attribution],
    story: Story,
    last: list[int],
) -> tuple[list[Contribution], int]:
    """Who "claimed responsibility and called it a reply to the raid" owns the deed told before, and not the raid.

    With it comes where the words for the raid begin, which are the outlet's.
    """
    match = saying().owned_answer.search(sentence.text)
    if match is None:
        return [], sentence.end
    answered = sentence.start + match.end()
    other = {n for n, telling in here if telling.span[0] >= answered}
    own = _remarks(sentence, spoken, story, [n for n in last if n not in other], ()) if other else []
    return own, answered if own else sentence.end


def _owned(sentence: Sentence) -> bool:
    """Whether somebody owns up to a deed; "no group claimed responsibility" owns up to nothing."""
    spoken = words(sentence.text)
    return any(
        not {word.key for word in spoken[: match.first]} & status_words().negations
        for match in frames().owned.find(spoken)
    )


def _aimed_at(sentence: Sentence) -> tuple[Thing, ...]:
    """What a sentence says that a deed told before was aimed at: "the target was an ammunition store"."""
    spoken = {word.key for word in words(sentence.text)}
    if not spoken & saying().aims or saying().creeds.search(sentence.text):
        return ()
    return tuple(t for t in find_things(sentence.text) if t.kind == "against")


def _holding(
    sentence: Sentence, spoken: Sequence[Attribution], story: Story, last: Sequence[int], taking: Sequence[Telling]
) -> list[Contribution]:
    """Who says that a place is still held denies that it was taken: "the town remained under government control".

    Not where his own words tell of taking one (`taking` are what the sentence tells of that).
    """
    held = saying().holding.search(sentence.text)
    if not held:
        return []
    at = sentence.start + held.start()
    if taking:
        apart = [a for a in spoken if a.start <= at < a.end and a.voice.stance == "asserts"]
        narrow = min(apart, key=lambda a: a.end - a.start, default=None)
        if narrow is None or any(narrow.start <= t.span[0] < narrow.end for t in taking):
            return []
        spoken = [narrow]
    taken = [n for n in last if story.happenings[n].group == "territory"]
    number = likeliest(taken, sentence, story)
    if number is None:
        return []
    voices = dict.fromkeys(a.voice for a in spoken if a.voice.side and a.voice.stance == "asserts")
    takers = story.happenings[number].actors
    return [
        Contribution(number, sentence, replace(v, stance="denies"), None, (), ())
        for v in voices
        if v.side not in takers
    ]


def _effects(
    sentence: Sentence, spoken: Sequence[Attribution], story: Story, last: Sequence[int]
) -> list[Contribution]:
    """What a sentence that tells no deed says was burning, closed or broken, of the deed that it is likeliest about."""
    things, happenings = find_things(sentence.text), story.happenings
    effects = [t for t in things if t.kind == "effects"]
    violent = [n for n in last if happenings[n].group in VIOLENT_GROUPS and _in_reach(sentence, happenings[n])]
    number = likeliest(violent, sentence, story) if effects else None
    if number is None and effects:  # a quarter of the town, a river beside it
        number = next((n for n in reversed(violent) if _goes_on(sentence, happenings[n])), None)
    if number is None:
        return []
    damage = any(t.value.startswith("building") for t in effects)
    kept = tuple(t for t in things if t.kind == "effects" or (damage and t.kind == "against"))
    voices = _voices_at(spoken, sentence.start + effects[0].start, story.own)
    return [Contribution(number, sentence, voice, None, (), kept) for voice in voices]


def _in_reach(sentence: Sentence, happening: Happening) -> bool:
    return sentence.index - happening.tellings[-1].sentence.index <= REACH


def _goes_on(sentence: Sentence, happening: Happening) -> bool:
    """Whether a sentence follows the last that tells of a happening in its paragraph."""
    return happening.tellings[-1].sentence.paragraph == sentence.paragraph
