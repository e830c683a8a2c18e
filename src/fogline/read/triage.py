"""Which sentences can carry a claim, and which reports are about something else than war.

A sentence without a trigger word, a figure's word or a speaker is never parsed: that is where the speed comes from. Of
a report whose words are those of sport, trade, the arts, weather or crime, only what is told in words of war is read.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from fogline.lexicon.events import frames
from fogline.lexicon.phrases import words
from fogline.lexicon.saying import saying
from fogline.lexicon.triage import triage_words
from fogline.read.text import Sentence

# A report with more words of peace than words of war is of peace. Set on invented texts of both kinds and on the
# development cases, where war reports have at most 0.75 words of peace for one of war, and most others more than 1.5.
PEACEFUL_LEAST = 3
PEACEFUL_SHARE = 0.025  # of all words; a war report of 300 words may well name three of peace
ONE_WORD = 3  # how often one word counts: a report of a train that was seized says "passengers" in every sentence
PLOT_LEAST = 4  # words of the stage by which a report can retell a plot
ARMED_LENGTH = 60  # words; a shorter post may tell of war without a word that only war has
HEAD = ("headline", "subhead")
BARE = frozenset({"is", "was", "has", "had", "does", "did", "will", "would", "go", "going"})  # they say nothing alone


@cache
def _claim_words() -> frozenset[str]:
    return frames().forms | triage_words().also_parse | (saying().forms - BARE)


def can_carry_claim(sentence: Sentence) -> bool:
    """Whether a sentence is worth a parse: it is part of the story and has a word that claims are told with."""
    if sentence.part in ("byline", "tail", "caption"):
        return False
    spoken = words(sentence.text)
    if any(word.key in _claim_words() for word in spoken) or frames().phrases.find(spoken):
        return True
    return saying().no_comment.search(sentence.text) is not None


@dataclass(frozen=True, slots=True)
class Tone:
    """What the words of a report say that it is about.

    `peaceful` where words of sport, markets, labour, the arts, weather, accidents and crime outweigh those of war;
    `plots` are paragraphs that retell a film, a book, a play or a game; `armed` where it has any word of war, or is too
    short to tell.
    """

    peaceful: bool
    plots: frozenset[int]
    armed: bool


def tone(sentences: Sequence[Sentence]) -> Tone:
    """The tone of a report; words of war in a plot do not count."""
    told: dict[int, list[str]] = {}
    for sentence in stories(sentences):
        told.setdefault(sentence.paragraph, []).extend(_counting(sentence.text))
    known = triage_words()
    peaceful = Counter(key for keys in told.values() for key in keys if key in known.peace)
    stage = sum(min(n, ONE_WORD) for word, n in peaceful.items() if known.peace[word] == "stage")
    plots: frozenset[int] = frozenset()
    if stage >= PLOT_LEAST:
        plots = frozenset(s.paragraph for s in sentences if known.fiction.find(words(s.text)))
    war = sum(key in known.war for number, keys in told.items() if number not in plots for key in keys)
    peace = sum(min(n, ONE_WORD) for n in peaceful.values())
    length = sum(map(len, told.values()))
    enough = max(PEACEFUL_LEAST, PEACEFUL_SHARE * length)
    return Tone(peace >= enough and peace > war, plots, war > 0 or length < ARMED_LENGTH)


def _counting(text: str) -> list[str]:
    """The words of a text but for those of phrases that count for nothing: "price war"."""
    spoken = words(text)
    void = {i for m in triage_words().neither.find(spoken) for i in range(m.first, m.last + 1)}
    return [word.key for i, word in enumerate(spoken) if i not in void]


def words_of_war(sentence: str) -> tuple[int, int]:
    """How many different words of war a sentence has, and how many that war shares: "a missile hit the stadium"."""
    keys = set(_counting(sentence))
    own = {key.removesuffix("s") for key in keys if key in triage_words().war}
    return len(own), sum(key in triage_words().either for key in keys)


def worth_reading(sentences: Sequence[Sentence], heard: Tone) -> list[Sentence]:
    """The sentences to parse: those that can carry a claim and retell no plot.

    Of a peaceful report all of them where the headline or the first paragraph tells of war, since news says first what
    it is about; else only the paragraphs with a sentence of two words of war.
    """
    story = [s for s in sentences if s.paragraph not in heard.plots and can_carry_claim(s)]
    if not heard.peaceful:
        return story
    rest = [s for s in stories(sentences) if s.paragraph not in heard.plots]
    counts = {s.index: words_of_war(s.text) for s in rest}
    first = min((s.paragraph for s in stories(sentences) if s.part not in HEAD), default=None)
    head = [counts[s.index] for s in rest if s.paragraph == first or s.part in HEAD]
    if any(own > 1 or (own and shared) for own, shared in head):
        return story
    telling = {s.paragraph for s in rest if counts[s.index][0] > 1}
    return [s for s in story if s.paragraph in telling]


def stories(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences that belong to the story."""
    return [s for s in sentences if s.part not in ("byline", "tail")]
