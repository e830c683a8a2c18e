"""Which names of the gazetteer does a text hold?"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from spacy.tokens import Doc

from fogline.gazetteer import Candidate, Gazetteer, NameMatch
from fogline.gazetteer.fold import Word, words
from fogline.lexicon.places import place_words
from fogline.read.text import Sentence
from fogline.read.where_beside import describe, inherit, types_next
from fogline.read.where_story import Name, Story, is_past

HEADLINE_CAPITALS: Final = 0.6  # a sentence with more of its words capitalised is set like a title
MIN_HEADLINE: Final = 4
HAMLET: Final = 5000  # people; of a town that has more the news tells by its name alone
OCCUPIED: Final = "occupied"
SHORT_NAME: Final = 3  # "US", "UK", "UAE": only in capitals


def tell(text: str, sentences: Sequence[Sentence], docs: Mapping[int, Doc], gazetteer: Gazetteer) -> Story:
    """The story of a text, with its names in order."""
    found, sentence_of = _in_sentences(words(text), sentences)
    bare = Story(text, found, tuple(sentences), docs, sentence_of)
    story = replace(bare, titled=_titled(bare))
    return replace(story, names=inherit(story, tuple(describe(story, name) for name in _names(story, gazetteer))))


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
    found = (_without_type(story, match) for match in gazetteer.scan_words(story.text, story.words))
    matches = {match.first: match for match in found}
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
        elif match and _goes_on(story, last):
            at = last + 1
        elif match and story.sentence_of[at] == story.sentence_of[last] >= 0:
            candidates = _river(story, at, match, gazetteer) or _occupied(story, at, match, gazetteer)
            candidates = candidates or _candidates(match, gazetteer)
            if candidates and not _opens_longer(story, last, candidates):
                out.append(_name(story, at, last, False, candidates))
            at = last + 1
        else:
            at += 1
    return out


def _goes_on(story: Story, last: int) -> bool:
    """Whether an Arabic name goes on behind what the gazetteer has of it: the "Dar" of "Dar al-Arqam"."""
    behind = _longer().match(story.text, story.words[last].end)
    return behind is not None and behind.group(1).lower() not in place_words().arabic_parties


def _opens_longer(story: Story, last: int, candidates: Sequence[Candidate]) -> bool:
    """Whether a short name of hamlets opens a longer one that no list has: the "Nam" of "the Nam Mon checkpoint"."""
    word = story.words[last]
    if len(word.folded) > SHORT_NAME or any(c.noted or c.population > HAMLET for c in candidates):
        return False
    behind = story.word(last + 1, story.sentence_of[last]) if story.adjoins(last, last + 1) else None
    titled = story.sentence_of[last] in story.titled
    return behind is not None and behind.capital and not titled


@cache
def _longer() -> re.Pattern[str]:
    return re.compile(r" (?:al|el|ad|ar|as|ash|at|az|an|ul|ur)-([A-Z][\w'’]+)")


def _without_type(story: Story, match: NameMatch) -> NameMatch:
    """The match without a last word that types the next name: "the southern Gaza city of Khan Younis"."""
    last = match.last - 1
    if last < match.first or not types_next(story, match.last):
        return match
    end = story.words[last].end
    folded = match.folded.removesuffix(story.words[match.last].folded).rstrip()
    return replace(match, end=end, text=story.text[match.start : end], folded=folded, last=last)


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


def _occupied(story: Story, at: int, match: NameMatch, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """What one side calls another's land: "occupied Palestine" is Israel where the gazetteer has it by that name."""
    if story.folded(at - 1, story.sentence_of[at]) != OCCUPIED or not story.adjoins(at - 1, at):
        return ()
    return tuple(gazetteer.lookup(f"{OCCUPIED} {match.folded}"))


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
