"""What each sentence adds to which happening, and in whose voice.

A sentence that tells of a happening adds to it; one that only counts ("Two of them were children") or only answers
("Kyiv has not commented") adds to the happening told before it that it can be about.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from fogline.lexicon.answers import answers
from fogline.lexicon.parties import party_named
from fogline.lexicon.phrases import words
from fogline.lexicon.saying import saying
from fogline.model import FigureMention, PartyMention, Voice
from fogline.read.about import Story, likeliest
from fogline.read.also_armed import arms_also, arms_heard
from fogline.read.blame import find_accused_beside, find_charged
from fogline.read.claimed_behind import said_beside
from fogline.read.contribution import OWN_WORD, VIOLENT_GROUPS, Contribution
from fogline.read.count_beside import before_others, news_of, of_what_is_answered
from fogline.read.count_denied import without_denied_counts
from fogline.read.denied_deed import contrary, of_a_habit
from fogline.read.each_other import find_each_other
from fogline.read.figure_shares import deed_over, is_share
from fogline.read.happenings import HEADINGS, Happening
from fogline.read.heading_parts import rounds_off
from fogline.read.homes import counts_several, home_of, in_a_town, of_both_in_a_fight
from fogline.read.one_of_them import is_one_of_them
from fogline.read.other_days import of_many_days, of_other_days
from fogline.read.own_word import own_word_again
from fogline.read.placing import Found
from fogline.read.remarks import denials_and_silence, owned_as_answer, owns_up, turned_back
from fogline.read.said import Attribution
from fogline.read.spared import without_spared
from fogline.read.struck import those_hurt
from fogline.read.struck_instead import and_struck_instead
from fogline.read.telling import Telling
from fogline.read.text import ParsedText, Sentence
from fogline.read.things import Thing, find_things
from fogline.read.who_was_hit import said_of_the_dead
from fogline.read.writers import writer

NOWHERE: Mapping[tuple[str, int], int] = MappingProxyType({})
FOUGHT = frozenset({"remote", "ground"})  # groups of deeds of which the dead tell what was hit
HOUSED = frozenset(
    {"government", "hospital", "military", "school", "religious", "aid", "industry", "energy", "other"}
)  # what was hit, or those in it who speak
CASUALTIES = ("killed", "injured")
LOST = (*CASUALTIES, "missing", "displaced")
OF_A_WAR = {"displaced": 1_000_000, "killed": 10_000, "injured": 20_000}  # people, more than one happening ever hits
REACH = 12  # sentences back to the happening that a count or an answer can be about


def contribute(
    parsed: ParsedText,
    found: Found,
    happenings: Sequence[Happening],
    voices: Mapping[int, Sequence[Attribution]],
) -> list[Contribution]:
    """All contributions in the order of the text."""
    told = _told(happenings)
    story = Story(
        parsed,
        found,
        happenings,
        writer(
            parsed.report,
            [p for ps in found.parties.values() for p in ps],
            [p for ps in found.places.values() for p in ps],
        ),
    )
    voices = own_word_again(parsed, happenings, voices)
    out: list[Contribution] = []
    last: list[int] = []  # happenings in the order they were last spoken of, the latest at the end
    topic: tuple[int, Sentence] | None = None  # the happening that was counted for last
    before: tuple[Sentence, bool] | None = None  # the sentence before, and whether it tells no deed
    headings: list[tuple[int, Sentence]] = []  # sentences whose counts are placed last, and where they come
    for sentence in parsed.sentences:
        if sentence.index not in parsed.docs:
            continue
        begun = len(out)
        here = told.get(sentence.index, [])
        spoken = voices.get(sentence.index, ())
        doc, parties = parsed.docs[sentence.index], found.parties.get(sentence.index, ())
        accused = find_accused_beside(doc, sentence, parties)
        turned, shadows = turned_back(sentence, here, spoken, story, last, before=out)
        out += turned
        here = [(n, t) for n, t in here if n not in shadows]
        owned, answered = owned_as_answer(sentence, here, spoken, story, last)
        for number, telling in here:
            last = [n for n in last if n != number] + [number]
            for voice in _voices_at(spoken if telling.span[0] < answered else (), telling.span[0], story.own):
                said = _denying(_speaking(voice, telling, happenings[number]), telling, happenings[number])
                if said.stance == "denies" and of_a_habit(doc, here):
                    continue  # "denies that its troops kill prisoners", who fell in the strike told before
                ours, blamed = _whose(
                    telling,
                    said,
                    _rivals_of(said, telling, find_each_other(doc, sentence, parties))
                    or _blamed_for(telling, said, accused, [t for n, t in here if n != number]),
                    find_charged(doc, sentence, parties),
                    sentence,
                )
                told_so = Contribution(number, sentence, said, telling, (), _things(telling, said, here), ours, blamed)
                out += and_struck_instead(told_so, spoken, parties)
        figures = found.figures.get(sentence.index, ())
        if sentence.part in HEADINGS:
            headings.append((len(out), sentence))
        else:
            counted = _without_some(_counts(figures, here, spoken, sentence, story, topic=topic), here, out)
            topic = news_of([c.happening for c in counted], here, sentence, story) or topic
            out += counted
        out += denials_and_silence(sentence, here, spoken, story, last)
        out += owned
        if not here and sentence.part not in HEADINGS:
            out += _arms(sentence, spoken, story, last, topic)
        elif before is not None and here:
            out += _arms_before(*before, sentence, [n for n, _ in here], story)
        before = None if sentence.part in HEADINGS else (sentence, not here)
        if not any(happenings[n].group in VIOLENT_GROUPS for n, _ in here):
            out += _effects(sentence, spoken, story, last)
        out += said_beside(sentence, here, spoken, story, last)
        story.remember_blame([(c.happening, c.blamed) for c in out[begun:]], sentence)
    homes = _counted_in_the_body(out)
    below = [figure for contribution in out for figure in contribution.figures]
    for at, sentence in reversed(headings):
        here, spoken = told.get(sentence.index, []), voices.get(sentence.index, ())
        exact = [f for f in found.figures.get(sentence.index, ()) if not rounds_off(f, below)]
        out[at:at] = _counts(exact, here, spoken, sentence, story, homes=homes)
    return without_denied_counts(out, parsed.docs)


def _rivals_of(voice: Voice, telling: Telling, rivals: tuple[PartyMention, ...]) -> tuple[PartyMention, ...]:
    """Whose deed the speaker says it was where each side of a sentence blames the other."""
    others = tuple(p for p in rivals if p.party != voice.side)
    mine = voice.stance == "asserts" and len(others) < len(rivals) and telling.group in VIOLENT_GROUPS
    return others if mine else ()


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


def _whose(
    telling: Telling,
    voice: Voice,
    blamed: tuple[PartyMention, ...],
    charged: Sequence[tuple[tuple[PartyMention, ...], tuple[int, int]]],
    sentence: Sentence,
) -> tuple[bool, tuple[PartyMention, ...]]:
    """Whether the speaker owns up to this deed, and whom he blames for it."""
    if telling.actors:
        return False, blamed
    asserted = voice.stance == "asserts" and telling.group in VIOLENT_GROUPS
    at = telling.span[0] if asserted else -1
    doers = next((named for named, (low, high) in charged if low <= at <= high), ())
    ours = voice.side is not None and voice.start is None and owns_up(sentence)
    ours = ours or (voice.side is not None and any(p.party == voice.side for p in doers))
    return ours, blamed or tuple(p for p in doers if p.party != voice.side)


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
    """Who vouches for the words at an offset: the narrowest attributions around it, else the report's own voice.

    Of "Russia, which denied hitting it, said …" the denial is the narrower; of equals it is the asserting that counts.
    """
    around = [a for a in spoken if a.start <= at < a.end]
    narrowest = min((a.end - a.start for a in around), default=0)
    voices = list(dict.fromkeys(a.voice for a in around if a.end - a.start == narrowest))
    return [v for v in voices if v.stance == "asserts"] or voices or [own]


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
    own = _of_his_own(voice, happening)
    spoken = voice.side is not None or (group == "territory" and voice.by is not None)
    denied = telling.denied and telling.sort == "deed" and spoken and whole and not own
    text = telling.sentence.text
    told = happening.type in OWN_WORD or saying().creeds.search(text) or contrary(voice, happening, telling.sentence)
    if voice.stance == "denies" and told:
        return replace(voice, stance="asserts")
    if saying().unhurt.search(text):
        return replace(voice, stance="asserts") if voice.stance == "denies" else voice
    if group == "territory" and voice.side and voice.side not in happening.actors and saying().holding.search(text):
        return replace(voice, stance="denies")
    return replace(voice, stance="denies") if denied and happening.type not in OWN_WORD else voice


def _things(telling: Telling, voice: Voice, here: Sequence[tuple[int, Telling]]) -> tuple[Thing, ...]:
    """The things of a telling, with what a speaker says that those were whom the one blow of a sentence killed."""
    violent = [t for _, t in here if t.group in VIOLENT_GROUPS]
    alone = violent == [telling] and voice.stance == "asserts"
    first, end = ((at or 0) - telling.sentence.start for at in (voice.start, voice.end))
    hit = [t for t in telling.things if not (t.value in HOUSED and first <= t.start and t.end <= end)]
    return (*hit, *(said_of_the_dead(telling.sentence) if alone else ()))  # a ministry that speaks was not hit


def _of_his_own(voice: Voice, happening: Happening) -> bool:
    """Whether nobody tells of a deed but to say that it was not, and not a state of what it would have done abroad.

    Who says that nothing happened in his own town disowns nothing.
    """
    side = party_named(voice.side) if voice.side else None
    places = [p.place for p in happening.places if p.place]
    abroad = side is not None and side.kind == "state" and all(p.country != side.iso2 for p in places)
    return all(told.denied for told in happening.tellings) and not abroad


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
    summed = counts_several(sentence) and not of_both_in_a_fight(sentence, story)
    lasting = next((n for n, t in here if t.date and t.date.text.lower().startswith("since ")), None)
    for figure in figures:
        total = (figure.period and lasting is None) or figure.value.low >= OF_A_WAR.get(figure.figure, math.inf)
        shared = is_share(figure, figures, sentence, story)
        if shared and (share := deed_over(figure, sentence, story)) is not None:
            voices = _voices_at(spoken, figure.start, story.own)
            out += [Contribution(share, sentence, voice, None, (figure,), ()) for voice in voices]
        if figure.subset or shared or figure.former or total or (summed and not in_a_town(figure, sentence, story)):
            continue
        if figure.value.high == 1 and any(a.voice.start == figure.start for a in spoken):
            continue  # "killed nine, a doctor at the clinic, Musa Bello, said": who speaks is not dead
        number = lasting if figure.period else homes.get((figure.figure, figure.value.low))
        if number is None:
            number = home_of(figure, here, sentence, story, topic)
        told = [t for n, t in here if n == number]
        others = [t for n, t in here if n != number]
        if number is None or of_what_is_answered(figure, told, others, sentence, story):
            continue
        if figure.figure == "displaced" and of_many_days(figure, here, sentence, story, number):
            continue
        if not (figure.figure in LOST and of_other_days(figure, sentence, here, story, number)):
            topic = (number, sentence) if not before_others(number, here, story) else topic
            hit = _fighters_hit(figure, sentence, story, number)
            for voice in _voices_at(spoken, figure.start, story.own):
                out.append(Contribution(number, sentence, voice, None, (figure,), hit))
    return out


def _without_some(
    counts: Sequence[Contribution], here: Sequence[tuple[int, Telling]], before: Sequence[Contribution]
) -> list[Contribution]:
    """The counts of a sentence, without those of some who were counted before."""
    return [count for count in counts if not _tells_of_some(count, here, before)]


def _tells_of_some(count: Contribution, here: Sequence[tuple[int, Telling]], before: Sequence[Contribution]) -> bool:
    """Whether a count told apart from any deed is of some of those counted before.

    A speaker's are of those whom he counted, an outlet's of those whom anybody did.
    """
    (figure,) = count.figures
    if figure.figure not in CASUALTIES or any(number == count.happening for number, _ in here):
        return False
    own = count.voice.start is None
    numbers = [
        f.value.low
        for c in before
        if c.happening == count.happening and (own or c.voice == count.voice)
        for f in c.figures
        if f.figure == figure.figure and f.start < figure.start
    ]
    return is_one_of_them(figure, count.sentence, numbers)


def _fighters_hit(figure: FigureMention, sentence: Sentence, story: Story, number: int) -> tuple[Thing, ...]:
    """What a strike or a fight hit, where a sentence counts fighters among its dead and wounded."""
    doc = story.parsed.docs.get(sentence.index)
    if figure.figure not in CASUALTIES or doc is None or story.happenings[number].group not in FOUGHT:
        return ()
    return those_hurt(find_things(sentence.text), doc)


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
    hit = without_spared(things, story.parsed.docs[sentence.index]) if damage else ()
    kept = (*effects, *(t for t in hit if t.kind == "against"))
    voices = _voices_at(spoken, sentence.start + effects[0].start, story.own)
    return [Contribution(number, sentence, voice, None, (), kept) for voice in voices]


def _arms(
    sentence: Sentence,
    spoken: Sequence[Attribution],
    story: Story,
    last: Sequence[int],
    topic: tuple[int, Sentence] | None,
) -> list[Contribution]:
    """What a sentence that tells no deed says one was done with."""
    counted = topic[0] if topic and topic[1] is sentence else None
    also = arms_also(sentence, story, last, counted)
    if also is None:
        return []
    number, arms = also
    voices = _voices_at(spoken, sentence.start + arms[0].start, story.own)
    return [Contribution(number, sentence, v, None, (), arms) for v in voices if v.stance == "asserts"]


def _arms_before(
    before: Sentence, silent: bool, sentence: Sentence, told: Sequence[int], story: Story
) -> list[Contribution]:
    """What the sentence before says that the deed of this one was done with."""
    heard = arms_heard(before, silent, sentence, told, story)
    return [Contribution(heard[0], before, story.own, None, (), heard[1])] if heard else []


def _in_reach(sentence: Sentence, happening: Happening) -> bool:
    return sentence.index - happening.tellings[-1].sentence.index <= REACH


def _goes_on(sentence: Sentence, happening: Happening) -> bool:
    """Whether a sentence follows the last that tells of a happening in its paragraph."""
    return happening.tellings[-1].sentence.paragraph == sentence.paragraph
