"""A text made ready for the question where: its words, sentences and names. Nothing is decided here yet."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal

from spacy.tokens import Doc, Token

from fogline.gazetteer import Candidate
from fogline.gazetteer.fold import Word
from fogline.lexicon.places import place_words
from fogline.read.text import Sentence

TypeWord = Literal["settlement", "region", "district", "quarter", "facility"]

WIDEST_GAP: Final = 3  # characters of white space that part the words of one name
SHORTEST_PAST: Final = 4  # letters: "died"


@dataclass(frozen=True)
class Name:
    """A name of the gazetteer, or a demonym, in a story.

    `first` and `last` are words, `start` and `end` characters of the name alone; `to` takes in the word behind that
    types it ("Kharkiv region"). `by` is the preposition that governs it, "" where none does; `struck` says that it is
    the object of a verb such as "shelled"; `seated` that a station, a depot or the like is called after it; `village`
    that its type word is one for a place smaller than a town; `taken_by` is the country whose army is told to take the
    place, `aimed_at` those that the arms told of in its sentence are used against, see `where_wars`.
    """

    start: int
    end: int
    text: str
    folded: str
    first: int
    last: int
    sentence: int
    demonym: bool
    candidates: tuple[Candidate, ...]
    typed: TypeWord | None = None
    to: int = 0
    by: str = ""
    struck: bool = False
    seated: bool = False
    village: bool = False
    taken_by: str = ""
    aimed_at: frozenset[str] = frozenset()

    def kinds(self) -> frozenset[str]:
        """The kinds of place that the name can be."""
        return self._kinds

    @cached_property
    def _kinds(self) -> frozenset[str]:
        return frozenset(candidate.kind for candidate in self.candidates)

    @cached_property
    def weights(self) -> dict[int, float]:
        """What speaks for a candidate by itself, by its row, as far as it was asked for; see `where_sense`."""
        return {}

    @cached_property
    def answers(self) -> dict[str, bool]:
        """What was already asked of the name; see `where_context`."""
        return {}


@dataclass(frozen=True)
class Story:
    """A text made ready: sentences in order, the sentence of each word, the parse of some sentences."""

    text: str
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]
    docs: Mapping[int, Doc]
    sentence_of: tuple[int, ...]
    names: tuple[Name, ...] = ()
    titled: frozenset[int] = field(default_factory=frozenset)
    """Positions of sentences that are set like titles, where capitals tell nothing."""

    def word(self, at: int, sentence: int) -> Word | None:
        """The word at a position, where it stands in that sentence."""
        inside = 0 <= at < len(self.words) and self.sentence_of[at] == sentence
        return self.words[at] if inside else None

    def folded(self, at: int, sentence: int) -> str:
        """The folded word at a position of a sentence, "" beyond its ends."""
        inside = 0 <= at < len(self.words) and self.sentence_of[at] == sentence
        return self.words[at].folded if inside else ""

    def gap(self, left: int, right: int) -> str:
        """What stands between two words, one space for white space alone."""
        between = self.text[self.words[left].end : self.words[right].start]
        return between if between == " " or not between.isspace() or len(between) > WIDEST_GAP else " "

    def words_in(self, start: int, end: int) -> range:
        """The words that lie between two characters."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def token(self, first: int, last: int) -> Token | None:
        """The head token of some words in their sentence's parse, where the sentence is parsed."""
        sentence = self.sentences[self.sentence_of[first]]
        doc = self.docs.get(sentence.index)
        if doc is None:
            return None
        start, end = self.words[first].start - sentence.start, self.words[last].end - sentence.start
        span = doc.char_span(start, end, alignment_mode="expand")
        return span.root if span is not None and len(span) else None

    def tagged(self, at: int, pos: str) -> bool:
        """Whether the parse tags a word with that part of speech; False without a parse."""
        token = self.token(at, at)
        return token is not None and token.pos_ == pos

    def names_at(self, at: int) -> list[Name]:
        """The name that a word belongs to, if any."""
        return [self.names[i] for i in self._name_of.get(at, ())]

    @cached_property
    def _name_of(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for i, name in enumerate(self.names):
            for at in range(name.first, name.last + 1):
                found.setdefault(at, []).append(i)
        return found

    def adjoins(self, left: int, right: int) -> bool:
        """Whether nothing but a space or a hyphen stands between two neighbouring words of one sentence."""
        if not (0 <= left < right < len(self.words)) or self.sentence_of[left] != self.sentence_of[right]:
            return False
        between = self.text[self.words[left].end : self.words[right].start]
        return between in {" ", "-", "–", ". "} or (between.isspace() and len(between) <= WIDEST_GAP)


def is_past(word: str) -> bool:
    """Whether a folded word has the look of a verb in the past: "visited", "met"."""
    return word in place_words().past or (word.endswith("ed") and len(word) >= SHORTEST_PAST)
