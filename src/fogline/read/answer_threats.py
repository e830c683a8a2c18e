"""What a threat is for: a deed of the other side that it names, or that its words of answering point to."""

from collections.abc import Iterator

from spacy.tokens import Doc

from fogline.lexicon.answers import answers
from fogline.lexicon.phrases import words
from fogline.model import Named
from fogline.read.answer_words import named_in
from fogline.read.answered import STATES, Story, Words, points_back
from fogline.read.answered_elsewhere import name_of
from fogline.read.placing import Found
from fogline.read.seams import answered_stretches, phrase_end
from fogline.read.telling import Telling
from fogline.read.text import ParsedText, Sentence

SUCH = "such"  # "should such attacks go on" answers those told before
AVENGED = "avenged"
ARRESTS = frozenset({"detention"})  # which nobody vows to avenge without naming them
AVENGE = "avenge"
Span = tuple[int, int]
Pair = tuple[int, int, Span]  # numbers of the threat and of the deed, and the words that threaten


def by_threat(parsed: ParsedText, found: Found, story: Story) -> Iterator[Pair]:
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
    going_on = bool(answers().going_on.find(spoken))
    if answers().conditions.find(spoken) and not going_on and not (SUCH in keys and points_back(keys)):
        return []
    named = named_in(found, story, sentence, 0, len(sentence.text))
    here = [(t, n) for t, n in named.tellings if n in story.violent and _foe(story, number, n)]
    if here:
        return story.together(here[-1][1], here[-1][0])
    near = parsed.sentences[max(0, sentence.index - 1) : sentence.index + 2]
    beside = [s for s in near if s.paragraph == sentence.paragraph]
    if not going_on and not any(answers().threat_answers.find(words(s.text)) for s in beside):
        return []
    options = [n for n in story.violent if _foe(story, number, n) and story.at[n].group not in STATES | ARRESTS]
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


def threat_names(parsed: ParsedText, found: Found, telling: Telling) -> Named | None:
    """The deed that a threat names as what it is for: "the killers of Rakhni will pay", "Umm Garfa will be avenged"."""
    sentence = telling.sentence
    doc = parsed.docs[sentence.index]
    spoken = words(sentence.text)
    if answers().conditions.find(spoken):
        return None
    stretches = [(start, end, False) for start, end in (*answered_stretches(doc), *_avenged(doc))]
    stretches += [(w.end, phrase_end(doc, w.end), True) for w in spoken if w.key in answers().doers]
    return next(
        (n for low, high, of in stretches if (n := name_of(doc, sentence, found, low, high, of_doers=of))), None
    )


def _avenged(doc: Doc) -> Iterator[tuple[int, int]]:
    """What is to be avenged: "[Umm Garfa] will be avenged"."""
    for token in doc:
        if token.head.lemma_ == AVENGE and token.dep_ in ("nsubjpass", "dobj"):
            below = list(token.subtree)
            yield below[0].idx, below[-1].idx + len(below[-1].text)
