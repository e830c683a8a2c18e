"""Which names of the gazetteer does a text hold, and what stands around each of them?

A `Story` is a text with its words, sentences and names; nothing is decided here yet.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import Final, Literal

from spacy.tokens import Doc, Token

from fogline.gazetteer import Candidate, Gazetteer, NameMatch
from fogline.gazetteer.fold import Word, words
from fogline.lexicon.places import PlaceWords, place_words
from fogline.read.text import Sentence

TypeWord = Literal["settlement", "region", "district", "quarter", "facility"]

MAX_BACK: Final = 4  # words between a preposition and its name: "in the besieged northern city of X"
HEADLINE_CAPITALS: Final = 0.6  # a sentence with more of its words capitalised is set like a title
MIN_HEADLINE: Final = 4
BETWEEN: Final = frozenset(" -–\u00a0\n'’s")  # characters between a preposition and its name
WIDEST_GAP: Final = 3  # characters of white space that part the words of one name
SHORTEST_PAST: Final = 4  # letters: "died"
SHORT_NAME: Final = 3  # "US", "UK", "UAE": only in capitals


@dataclass(frozen=True)
class Name:
    """A name of the gazetteer, or a demonym, in a story.

    `first` and `last` are words, `start` and `end` characters of the name alone; `to` takes in the word behind that
    types it ("Kharkiv region"). `by` is the preposition that governs it, "" where none does; `struck` says that it is
    the object of a verb such as "shelled"; `village` that its type word is one for a place smaller than a town;
    `taken_by` is the country whose army is told to take the place, see `where_wars`.
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
    village: bool = False
    taken_by: str = ""

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


def tell(text: str, sentences: Sequence[Sentence], docs: Mapping[int, Doc], gazetteer: Gazetteer) -> Story:
    """The story of a text, with its names in order."""
    found, sentence_of = _in_sentences(words(text), sentences)
    bare = Story(text, found, tuple(sentences), docs, sentence_of)
    story = replace(bare, titled=_titled(bare))
    return replace(story, names=_inherit(story, tuple(_describe(story, name) for name in _names(story, gazetteer))))


def _in_sentences(found: tuple[Word, ...], sentences: Sequence[Sentence]) -> tuple[tuple[Word, ...], tuple[int, ...]]:
    """The words, of which none joins the next sentence's, and the position of each word's sentence, -1 for none."""
    out = [-1] * len(found)
    joined = list(found)
    starts = [word.start for word in found]
    for at, sentence in enumerate(sentences):
        inside = range(bisect_left(starts, sentence.start), bisect_left(starts, sentence.end))
        for word in inside:
            out[word] = at
        if inside and joined[inside[-1]].joins:
            joined[inside[-1]] = joined[inside[-1]]._replace(joins=False)
    return tuple(joined), tuple(out)


def _titled(story: Story) -> frozenset[int]:
    counts: dict[int, list[int]] = {}
    for word, sentence in zip(story.words, story.sentence_of, strict=True):
        tally = counts.setdefault(sentence, [0, 0])
        tally[0] += 1
        tally[1] += word.capital
    return frozenset(
        sentence
        for sentence, (total, capitals) in counts.items()
        if total >= MIN_HEADLINE and capitals > HEADLINE_CAPITALS * total and not _tells(story, sentence)
    )


def _tells(story: Story, sentence: int) -> bool:
    """Whether a verb in the past in small letters stands in a sentence, as in no title."""
    inside = zip(story.words, story.sentence_of, strict=True)
    return any(at == sentence and not word.capital and is_past(word.folded) for word, at in inside)


def is_past(word: str) -> bool:
    """Whether a folded word has the look of a verb in the past: "visited", "met"."""
    return word in place_words().past or (word.endswith("ed") and len(word) >= SHORTEST_PAST)


@cache
def _abbreviation() -> re.Pattern[str]:
    """Finds written forms of states: "Calif.", "N.J."; group 2 those that need a comma or hyphen before them."""
    plain, behind = (
        "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
        for forms in (place_words().abbreviations, place_words().abbreviations_behind)
    )
    return re.compile(rf"\b(?:(?<![\w.])({plain})|(?<=, |.-)({behind}))(?!\w)")


def _abbreviated(story: Story, gazetteer: Gazetteer) -> dict[int, tuple[int, Candidate]]:
    """Words that begin an abbreviated state: its last word, and the state."""
    lexicon = place_words()
    found = {}
    for match in _abbreviation().finditer(story.text):
        inside = story.words_in(match.start(), match.end())
        code = lexicon.abbreviations.get(match.group()) or lexicon.abbreviations_behind.get(match.group(), "")
        region = gazetteer.region(code)
        if region and inside:
            found[inside[0]] = (inside[-1], region)
    return found


def _names(story: Story, gazetteer: Gazetteer) -> list[Name]:
    abbreviated = _abbreviated(story, gazetteer)
    matches = {match.first: match for match in gazetteer.scan_words(story.text, story.words)}
    out: list[Name] = []
    at = 0
    while at < len(story.words):
        match = matches.get(at)
        if match is None and not story.words[at].capital and at not in abbreviated:
            at += 1
            continue
        last = match.last if match else at
        demonym = _demonym(story, at, gazetteer)
        if at in abbreviated and story.sentence_of[at] >= 0:
            end, region = abbreviated[at]
            out.append(_name(story, at, end, False, (region,)))
            at = end + 1
        elif demonym and (match is None or last - at + 1 <= demonym):
            end = at + demonym - 1
            out.append(_name(story, at, end, True, ()))
            at = end + 1
        elif match and story.sentence_of[at] == story.sentence_of[last] >= 0:
            candidates = _river(story, at, match, gazetteer) or _candidates(match, gazetteer)
            if candidates:
                out.append(_name(story, at, last, False, candidates))
            at = last + 1
        else:
            at += 1
    return out


def _demonym(story: Story, at: int, gazetteer: Gazetteer) -> int:
    """How many words from a position on are a demonym: "South Sudanese" is two; 0 where none is."""
    word = story.words[at]
    if not word.capital or story.sentence_of[at] < 0 or not gazetteer.begins_demonym(word.folded):
        return 0
    if at + 1 < len(story.words) and story.adjoins(at, at + 1):
        pair = f"{word.folded} {story.words[at + 1].folded}"
        if gazetteer.country_of_demonym(pair):
            return 2
    single = gazetteer.country_of_demonym(word.folded) or gazetteer.area_of_demonym(word.folded)
    return 1 if single else 0


def _river(story: Story, at: int, match: NameMatch, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The river of "the Dnipro", which without its article is a city; nothing where a noun follows."""
    river = place_words().rivers.get(match.folded)
    sentence = story.sentence_of[at]
    if river is None or story.folded(at - 1, sentence) != "the":
        return ()
    following = story.word(at + 1, sentence) if story.adjoins(at, at + 1) else None
    if following and following.folded not in place_words().inside | place_words().toward | {"and", "river"}:
        return ()
    return tuple(c for c in gazetteer.lookup(river) if c.kind == "area")


def _candidates(match: NameMatch, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The places that a match can mean; none where it is no name as it is written."""
    found = gazetteer.lookup(match.folded)
    letters = "".join(c for c in match.text if c.isalpha())
    calendar = place_words().calendar
    dated = any(c.isdigit() for c in match.folded) and calendar & set(match.folded.split())
    if match.folded in calendar or match.folded in place_words().region or dated:
        return ()
    if len(letters) <= SHORT_NAME and letters.isascii() and letters.isupper():
        return tuple(c for c in found if c.kind in {"country", "area"})
    if len(letters) < SHORT_NAME and letters.isascii():
        return ()
    city = match.folded.removesuffix(" city")
    if city != match.folded:  # "Kyiv city" is Kyiv, not its administration
        plain = (c for c in gazetteer.lookup(city) if c.kind == "settlement")
        found = tuple(dict.fromkeys((*(c for c in found if c.kind == "settlement"), *plain))) or found
    return found


def _name(story: Story, first: int, last: int, demonym: bool, candidates: tuple[Candidate, ...]) -> Name:
    start, end = story.words[first].start, story.words[last].end
    folded = " ".join(word.folded for word in story.words[first : last + 1])
    return Name(
        start,
        end,
        story.text[start:end],
        folded,
        first,
        last,
        story.sentence_of[first],
        demonym,
        candidates,
        to=end,
    )


def _describe(story: Story, name: Name) -> Name:
    """The name with its type word and its preposition."""
    if name.demonym:
        return name
    lexicon = place_words()
    typed, first, last = _type(story, name, lexicon)
    by = _preposition(story, first, name.sentence, lexicon)
    noun = story.folded(first if first < name.first else name.last + 1, name.sentence)
    return replace(
        name,
        village=typed == "settlement" and noun in lexicon.village,
        typed=typed,
        to=story.words[last].end,
        by=by,
        struck=story.folded(first - 1, name.sentence) in lexicon.struck,
    )


def _type(story: Story, name: Name, lexicon: PlaceWords) -> tuple[TypeWord | None, int, int]:
    """The type word beside a name, the first word of the whole phrase, the last word that belongs to the mention."""
    after = story.folded(name.last + 1, name.sentence) if story.adjoins(name.last, name.last + 1) else ""
    last = name.last + 1
    if after in lexicon.type_modifiers:
        last = name.last + 2
        after = story.folded(last, name.sentence)
    typed = _type_behind(after, name, lexicon)
    if typed and typed not in {"settlement", "facility"}:
        return typed, name.first, last
    if typed == "settlement":
        return typed, name.first, name.last
    before, first = _type_before(story, name, lexicon)
    return (before, first, name.last) if before else (typed, name.first, name.last)


def _type_behind(after: str, name: Name, lexicon: PlaceWords) -> TypeWord | None:
    if after in lexicon.district and after in lexicon.region and "district" in name.kinds():
        return "district"  # "Beni territory"
    if after in lexicon.region and not (after in lexicon.loose_regions and name.kinds() & {"settlement"}):
        return "region"
    if after in lexicon.district:
        return "district"
    if after in lexicon.quarter:
        return "quarter"
    if after in lexicon.settlement:
        return "settlement"
    return "facility" if after in lexicon.facility else None


def _type_before(story: Story, name: Name, lexicon: PlaceWords) -> tuple[TypeWord | None, int]:
    of = story.folded(name.first - 1, name.sentence) == "of"
    first = name.first - 2 if of else name.first - 1
    noun = story.folded(first, name.sentence)
    listed = noun.endswith("s") and story.gap(first, name.first) == ": "
    if not of and not listed and not story.adjoins(first, name.first):
        return None, name.first
    if noun in lexicon.settlement:
        return "settlement", first
    if of and noun in lexicon.region:
        return "region", first
    return ("district", first) if of and noun in lexicon.district else (None, name.first)


def _preposition(story: Story, first: int, sentence: int, lexicon: PlaceWords) -> str:
    """The preposition before a name: "in" of "in the northern city of X", "" where none governs it."""
    for at in range(first - 1, first - 1 - MAX_BACK, -1):
        word = story.folded(at, sentence)
        if not word or not BETWEEN.issuperset(story.gap(at, at + 1)):
            return ""
        if word in lexicon.inside or word in lexicon.toward or word in lexicon.party_prepositions:
            return word
        if word not in lexicon.filler and word not in lexicon.directions and word not in lexicon.settlement:
            return ""
    return ""


def _inherit(story: Story, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Give the names of a list the preposition, or the verb, of its first: "in Kyiv, Lviv and Odesa"."""
    out: list[Name] = []
    for name in names:
        by = name.by
        if _plural_type(story, name):
            _type_list(story, out, name)
        struck = name.struck
        if out and not by and _goes_on_list(story, out[-1], name):
            by, struck = out[-1].by, struck or out[-1].struck
        same = by == name.by and struck == name.struck
        out.append(name if same else replace(name, by=by, struck=struck))
    return tuple(out)


def _goes_on_list(story: Story, before: Name, name: Name) -> bool:
    plain = not name.demonym and not before.demonym and before.sentence == name.sentence
    return plain and is_list(story.text[before.to : name.start])


def _type_list(story: Story, out: list[Name], last: Name) -> None:
    """Give the type of the last name of a list to those before it: "the Belgorod, Bryansk and Kursk regions"."""
    start = last.start
    for at in range(len(out) - 1, -1, -1):
        if out[at].demonym or out[at].typed or not is_list(story.text[out[at].to : start]):
            return
        start = out[at].start
        out[at] = replace(out[at], typed=last.typed)


def _plural_type(story: Story, name: Name) -> bool:
    """Whether a type word in the plural stands behind a name: "the Bryansk and Kaluga regions"."""
    plural = story.text[name.end : name.to].casefold().endswith("s")
    return name.typed in {"region", "district"} and plural


def is_list(between: str) -> bool:
    """Whether what stands between two names makes a list of them: a comma, "and", "or"."""
    return between.strip() in {",", "and", ", and", "or", ", or", "/", "as well as", "and the", ", the", "&"}
