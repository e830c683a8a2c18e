"""What does somebody say of a deed told before: deny it, keep silent, own up, give the blame back, remark on it?"""

from collections.abc import Sequence
from dataclasses import replace

from fogline.lexicon.events import frames
from fogline.lexicon.phrases import words
from fogline.lexicon.saying import saying
from fogline.lexicon.status import status_words
from fogline.lexicon.telltales import telltales
from fogline.model import PartyMention, Voice
from fogline.read.about import Story, likeliest
from fogline.read.blame import find_blamed
from fogline.read.contribution import OWN_WORD, VIOLENT_GROUPS, Contribution
from fogline.read.denied_deed import contrary, denied_deed, of_what_was_told, spoken_of
from fogline.read.echoes import echoed
from fogline.read.said import Attribution
from fogline.read.silent_on import silent_on
from fogline.read.spares_civilians import denied_aim, says_he_spares
from fogline.read.status import is_habitual
from fogline.read.telling import Telling
from fogline.read.text import Sentence
from fogline.read.things import Thing, find_things
from fogline.read.turned_back import disowned, hit_by_another, turned_on
from fogline.read.who_was_hit import said_of_those_hit
from fogline.read.witnesses import is_witness, witnessed


def denials_and_silence(
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
        if says_he_spares(attribution, sentence):
            out += denied_aim(attribution, sentence, story, last)
            continue
        if voice.stance == "asserts" or (voice.stance == "denies" and not of_what_was_told(sentence, here, story)):
            continue
        violent = [n for n in last if story.happenings[n].group in VIOLENT_GROUPS]
        if voice.stance == "denies":
            number = denied_deed(attribution, here, sentence, story, violent)
            numbers = [number] if number is not None else spoken_of(attribution, here)
            numbers = numbers or ([] if violent else list(reversed(last)))
        else:
            numbers = _answered_here(attribution, here, story)
            silent = silent_on(voice, last, sentence, story) if not numbers else None
            numbers = numbers or ([silent] if silent is not None else [])
        if numbers:
            meant = story.happenings[numbers[0]]
            own = meant.type in OWN_WORD or contrary(voice, meant, sentence)
            said = replace(voice, stance="asserts") if own and voice.stance == "denies" else voice
            out.append(Contribution(numbers[0], sentence, said, None, (), ()))
    return out


def turned_back(
    sentence: Sentence,
    here: Sequence[tuple[int, Telling]],
    spoken: Sequence[Attribution],
    story: Story,
    last: Sequence[int],
    *,
    before: Sequence[Contribution],
) -> tuple[list[Contribution], set[int]]:
    """What a side says of a deed that it is accused of, that another side did it; and what is told only to say so.

    `before` is what the sentences before contribute.
    """
    out: list[Contribution] = []
    shadows: set[int] = set()
    happenings, doc = story.happenings, story.parsed.docs[sentence.index]
    for attribution in spoken:
        parties = story.found.parties.get(sentence.index, ())
        blamed = turned_on(attribution, sentence, parties, doc)
        denied = disowned(attribution, sentence, here, spoken, before)
        if denied is not None and not blamed:
            blamed = hit_by_another(attribution, sentence, here, parties, happenings, doc=doc)
        if not blamed:
            continue
        told = {n for n, t in here if attribution.start <= t.span[0] < attribution.end}
        if any(happenings[n].group not in VIOLENT_GROUPS for n in told):
            continue  # "was pulling its own troops out"
        weapon = tuple(t for t in find_things(sentence.text) if t.kind == "weapon")
        violent = [n for n in last if happenings[n].group in VIOLENT_GROUPS]
        accused = [n for n in violent if attribution.voice.side in story.accused(n)]
        one = denied if denied is not None else accused[0] if len(accused) == 1 else None
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


def said_of_it(
    sentence: Sentence,
    here: Sequence[tuple[int, Telling]],
    spoken: Sequence[Attribution],
    story: Story,
    last: Sequence[int],
) -> list[Contribution]:
    """Remarks of a sentence that tells no deed (`here`), and who says in it that a place is still held."""
    held = still_held(sentence, spoken, story, last, [t for n, t in here if story.happenings[n].group == "territory"])
    if here:
        return held
    blamed = find_blamed(story.parsed.docs[sentence.index], sentence, story.found.parties.get(sentence.index, ()))
    denying = {(c.happening, c.voice.by, c.voice.side) for c in held}
    told = remarks(sentence, spoken, story, last, blamed)
    return [*(c for c in told if (c.happening, c.voice.by, c.voice.side) not in denying), *held]


def remarks(
    sentence: Sentence,
    spoken: Sequence[Attribution],
    story: Story,
    last: Sequence[int],
    blamed: tuple[PartyMention, ...],
) -> list[Contribution]:
    """What somebody else says in the paragraph that tells a happening: a word on it, if it names no other.

    Who is blamed or owns up further down means the deed that the sentence is most likely about.
    """
    if telltales().other_deeds.search(sentence.text):
        return []
    told_here = [
        n for n in last if any(t.sentence.paragraph == sentence.paragraph for t in story.happenings[n].tellings)
    ]
    owned = owns_up(sentence)
    if owned:  # no talks, and no troops that a base hosts
        told_here = [n for n in told_here if story.happenings[n].group in VIOLENT_GROUPS]
    number = told_here[-1] if told_here else None
    if number is None and (blamed or owned):
        number = likeliest([n for n in last if story.happenings[n].group in VIOLENT_GROUPS], sentence, story)
    if number is None and (number := witnessed(sentence, story, last)) is not None:
        seen = dict.fromkeys(a.voice for a in spoken if is_witness(a.voice))
        return [Contribution(number, sentence, voice, None, (), ()) for voice in seen]
    if number is None and not told_here and (echo := echoed(sentence, spoken, story, last)) is not None:
        number, heard = echo
        aimed = _aimed_at(sentence) or said_of_those_hit(sentence)
        return [Contribution(number, sentence, voice, None, (), aimed) for voice in heard]
    if number is None or story.happenings[number].group not in VIOLENT_GROUPS:
        return []
    if not blamed and not owned and saying().backing.search(sentence.text):
        return []  # "has long denied arming them"
    asserted = (a for a in spoken if a.voice.by and a.voice.stance == "asserts")
    voices = dict.fromkeys(a.voice for a in asserted if not says_he_spares(a, sentence))
    if blamed and not any(a.voice.by or a.voice.side for a in spoken):
        voices = dict.fromkeys([story.own])  # "al-Shabaab is suspected"
    aimed = _aimed_at(sentence) or said_of_those_hit(sentence)
    return [
        Contribution(number, sentence, voice, None, (), aimed, owned or _own(blamed, voice), _others(blamed, voice))
        for voice in voices
    ]


def _own(blamed: Sequence[PartyMention], voice: Voice) -> bool:
    """Whether who speaks says that it was his own side's deed: "Boko Haram said it was behind the killings"."""
    return any(p.party == voice.side for p in blamed)


def _others(blamed: Sequence[PartyMention], voice: Voice) -> tuple[PartyMention, ...]:
    return tuple(p for p in blamed if p.party != voice.side)


def owned_as_answer(
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
    own = remarks(sentence, spoken, story, [n for n in last if n not in other], ()) if other else []
    return own, answered if own else sentence.end


def owns_up(sentence: Sentence) -> bool:
    """Whether somebody owns up to a deed; "no group claimed responsibility" owns up to nothing."""
    spoken = words(sentence.text)
    starts = [spoken[match.first].start for match in frames().owned.find(spoken)]
    starts += [match.start() for match in saying().claimed_it.finditer(sentence.text)]
    negations = status_words().negations
    return any(not any(word.key in negations for word in spoken if word.start < at) for at in starts)


def _aimed_at(sentence: Sentence) -> tuple[Thing, ...]:
    """What a sentence says that a deed told before was aimed at: "the target was an ammunition store"."""
    spoken = {word.key for word in words(sentence.text)}
    if not spoken & saying().aims or is_habitual(sentence.text) or saying().creeds.search(sentence.text):
        return ()
    return tuple(t for t in find_things(sentence.text) if t.kind == "against")


def still_held(
    sentence: Sentence, spoken: Sequence[Attribution], story: Story, last: Sequence[int], taking: Sequence[Telling]
) -> list[Contribution]:
    """Who says that a place is still held denies that it was taken: "the town remained under government control".

    Not where his own words tell of taking one (`taking` are what the sentence tells of that).
    """
    taken = [n for n in last if story.happenings[n].group == "territory"]
    held = (saying().holding.search(sentence.text) or saying().not_fallen.search(sentence.text)) if taken else None
    if not held:
        return []
    at = sentence.start + held.start()
    if taking:
        apart = [a for a in spoken if a.start <= at < a.end and a.voice.stance == "asserts"]
        narrow = min(apart, key=lambda a: a.end - a.start, default=None)
        if narrow is None or any(narrow.start <= t.span[0] < narrow.end for t in taking):
            return []
        spoken = [narrow]
    number = likeliest(taken, sentence, story)
    if number is None:
        return []
    told = saying().not_fallen.search(sentence.text) is not None
    asserted = (a.voice for a in spoken if a.voice.stance == "asserts")
    voices = dict.fromkeys(v for v in asserted if v.side or (told and v.by))
    takers = story.happenings[number].actors
    return [
        Contribution(number, sentence, replace(v, stance="denies"), None, (), ())
        for v in voices
        if v.side not in takers
    ]
