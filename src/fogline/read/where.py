"""Where: the places that a report names, and which of its namesakes each one is.

Names are found in the gazetteer, told apart from parties, persons and what only looks like a place, and resolved over
the whole report: one name has one sense in it. A village that the gazetteer lacks is placed by what it lies in.
"""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from fogline.gazetteer import Candidate, Gazetteer
from fogline.gazetteer.fold import fold
from fogline.lexicon.places import place_words
from fogline.model import Place, PlaceMention
from fogline.model.mention import PlaceRole
from fogline.read.text import ParsedText, Sentence
from fogline.read.where_looks import look, persons
from fogline.read.where_roles import role
from fogline.read.where_sense import Context, Sense, containers, context, deserves, sense
from fogline.read.where_story import Name, Story, tell
from fogline.read.where_unknown import Finder, Stranger, place_of, strangers

MAX_TEXT: Final = 400_000  # characters; no report is longer, a hostile text is cut
# Where a report was filed: "PORT SUDAN, Nov 18 -", "KYIV, Ukraine (Agency) —" at the beginning of a paragraph.
DATELINE: Final = re.compile(r"[A-Z\u00C0-\u00DE][^\n]{2,70}?(?:\)| )\s?(?:-|–|—|--)\s")
DATELINE_CAPITALS: Final = 3  # letters of its first word, all capitals
SENTENCE_END: Final = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z\u00C0-\u00DE\u0400-\u042F])|\n+")


def find_places(parsed: ParsedText, gazetteer: Gazetteer) -> list[PlaceMention]:
    """The toponyms of a report in the order of the text, each with its place and role.

    Sentences without a parse are read by their words alone. Offsets are those of the report's full text.
    """
    return _mentions(tell(parsed.text, parsed.sentences, parsed.docs, gazetteer), gazetteer)


def places_in(text: str, gazetteer: Gazetteer) -> list[PlaceMention]:
    """The toponyms of a bare text, without a parse; offsets are characters of the text."""
    cut = text[:MAX_TEXT]
    return _mentions(tell(cut, _sentences(cut), {}, gazetteer), gazetteer)


def _sentences(text: str) -> tuple[Sentence, ...]:
    out: list[Sentence] = []
    start = 0
    for match in (*SENTENCE_END.finditer(text), None):
        end = match.start() if match else len(text)
        if text[start:end].strip():
            out.append(Sentence(len(out), start, end, text[start:end], "body", len(out)))
        start = match.end() if match else end
    return tuple(out)


def _mentions(story: Story, gazetteer: Gazetteer) -> list[PlaceMention]:
    person_words = persons(story)
    looks = {i: look(story, n, person_words) for i, n in enumerate(story.names) if not n.demonym}
    filed = _datelines(story)
    senses, report = _senses(story, gazetteer, looks)
    out: list[PlaceMention] = []
    placed: dict[int, Candidate] = {}
    for i, name in enumerate(story.names):
        mention = _mention(story, i, senses.get(i), looks.get(i), gazetteer)
        if mention is None:
            continue
        if name.start < filed.get(name.sentence, 0):
            mention = replace(mention, role="other")
        elif mention.role in {"place", "party"} and senses.get(i):
            placed[i] = senses[i].candidate
        out.append(mention)
    taken = frozenset(at for m in out for at in _words_of(story, m))
    finder = Finder(story, placed, report, gazetteer)
    out += _strange(finder, taken, person_words)
    return sorted(out, key=lambda m: (m.start, -m.end))


def _mention(
    story: Story, at: int, chosen: Sense | None, looks_like: PlaceRole | None, gazetteer: Gazetteer
) -> PlaceMention | None:
    name = story.names[at]
    if name.demonym:
        return PlaceMention(name.start, name.end, name.text, "demonym", _demonym_place(name, gazetteer))
    if looks_like:
        place = chosen.candidate.place if chosen and looks_like == "other" else None
        return PlaceMention(name.start, name.end, name.text, looks_like, place, 0.7)
    if chosen is None:
        return None
    end = name.to if chosen.candidate.place.precision == "region" and name.typed in {"region", "district"} else name.end
    kind = role(story, name, chosen.candidate)
    return PlaceMention(name.start, end, story.text[name.start : end], kind, chosen.candidate.place, chosen.confidence)


def _demonym_place(name: Name, gazetteer: Gazetteer) -> Place | None:
    country = gazetteer.country_of_demonym(name.folded)
    if country:
        return country.place
    area = gazetteer.area_of_demonym(name.folded)
    return area.place if area else None


def _datelines(story: Story) -> dict[int, int]:
    """Where the dateline of a sentence ends, for the sentences that begin with one."""
    found = {}
    for position, sentence in enumerate(story.sentences):
        match = DATELINE.match(story.text, sentence.start, sentence.end)
        if match and position not in story.titled:
            first = re.match(r"[^\W\d_]+", match.group())
            if first and first.group().isupper() and len(first.group()) >= DATELINE_CAPITALS:
                found[position] = match.end()
    return found


def _senses(story: Story, gazetteer: Gazetteer, looks: dict[int, PlaceRole | None]) -> tuple[dict[int, Sense], Context]:
    """The sense of each name by its position, and what the report as a whole tells."""
    holders = containers(story)
    open_names = [i for i, n in enumerate(story.names) if not n.demonym and looks[i] != "person"]
    report = context(story, gazetteer)
    senses: dict[int, Sense] = {}
    for _ in range(2):  # the first round finds the places by which the second tells namesakes apart
        senses = _round(story, gazetteer, open_names, holders, report)
        known = {s.candidate.row: s.candidate for s in senses.values() if s.candidate.place.precision == "settlement"}
        report = context(story, gazetteer, [known[row] for row in sorted(known)])
    return _round(story, gazetteer, open_names, holders, report), report


def _round(
    story: Story, gazetteer: Gazetteer, open_names: list[int], holders: dict[int, int], report: Context
) -> dict[int, Sense]:
    found: dict[int, Sense] = {}
    by_name: dict[tuple[str, bool], Sense] = {}
    for i in sorted(open_names, key=lambda i: (i not in holders, i)):
        name = story.names[i]
        container = _holder(story, holders.get(i), report, gazetteer)
        chosen = sense(name, container, report)
        key = (name.folded, name.typed == "region")
        if container is None and key in by_name:
            chosen = by_name[key]
        if chosen is None or not deserves(name, chosen, report):
            continue
        found[i] = chosen
        if chosen.contained or container is None:
            by_name.setdefault(key, chosen)
    _join_aliases(story, found)
    return found


def _holder(story: Story, at: int | None, report: Context, gazetteer: Gazetteer) -> Candidate | None:
    """The place that a container's name means: its country, its region or area, never a settlement."""
    if at is None:
        return None
    name = story.names[at]
    if name.demonym:
        country = gazetteer.country_of_demonym(name.folded)
        if country:
            return next((c for c in gazetteer.lookup(country.name) if c.kind == "country"), None)
        return gazetteer.area_of_demonym(name.folded)
    wide = [c for c in name.candidates if c.kind in {"country", "area", "region"}]
    best = sense(replace(name, candidates=tuple(wide)), None, report) if wide else None
    return best.candidate if best else None


def _join_aliases(story: Story, found: dict[int, Sense]) -> None:
    """Give two names of one place one sense: "Krasne, known as Sontsivka", "Bakhmut (Artyomovsk)"."""
    settled = [i for i in sorted(found) if found[i].candidate.kind == "settlement"]
    for left, right in pairwise(settled):
        one, other = story.names[left], story.names[right]
        if one.sentence != other.sentence or not _same_place(story.text[one.end : other.start]):
            continue
        shared = {c.row for c in one.candidates} & {c.row for c in other.candidates}
        both = [found[left], found[right]]
        fitting = [s for s in both if s.candidate.row in shared] or both
        best = max(fitting, key=lambda s: (s.contained, s.confidence, s.candidate.population))
        if shared and best.candidate.row not in shared:
            continue
        found[left] = found[right] = best


def _same_place(between: str) -> bool:
    """Whether the words between two names say that they are names of one place."""
    lexicon = place_words()
    if between.strip() == "(":
        return True
    words = fold(between).split()
    return bool(lexicon.known_as_markers & set(words)) and all(word in lexicon.known_as for word in words)


def _words_of(story: Story, mention: PlaceMention) -> list[int]:
    return [i for i, w in enumerate(story.words) if w.start >= mention.start and w.end <= mention.end]


def _strange(finder: Finder, taken: frozenset[int], person_words: frozenset[int]) -> list[PlaceMention]:
    """Mentions of places that the gazetteer lacks, wherever the report names them."""
    story = finder.story
    out: list[PlaceMention] = []
    places: dict[str, tuple[Place, float]] = {}
    used: set[int] = set()
    for stranger in strangers(story, taken, person_words):
        folded = _folded(story, stranger)
        found = places.get(folded) or place_of(stranger, finder)
        if found is None:
            continue
        places[folded] = found
        used.update(range(stranger.first, stranger.last + 1))
        out.append(_stranger_mention(story, stranger.first, stranger.last, *found))
    for folded, found in places.items():
        length = len(folded.split())
        for at in range(len(story.words) - length + 1):
            span = range(at, at + length)
            same = " ".join(story.words[i].folded for i in span) == folded
            if same and story.words[at].capital and not used & set(span) and not (taken | person_words) & set(span):
                used.update(span)
                out.append(_stranger_mention(story, at, at + length - 1, *found))
    return out


def _folded(story: Story, stranger: Stranger) -> str:
    return " ".join(story.words[i].folded for i in range(stranger.first, stranger.last + 1))


def _stranger_mention(story: Story, first: int, last: int, place: Place, confidence: float) -> PlaceMention:
    start, end = story.words[first].start, story.words[last].end
    return PlaceMention(start, end, story.text[start:end], "place", place, confidence)
