"""Where: the places that a report names, and which of its namesakes each one is.

Names are found in the gazetteer, told apart from parties, persons and what only looks like a place, and resolved over
the whole report: one name has one sense in it. A village that the gazetteer lacks is placed by what it lies in.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from fogline.gazetteer import Candidate, Gazetteer
from fogline.gazetteer.fold import fold
from fogline.lexicon.places import place_words
from fogline.model import Place, PlaceMention
from fogline.read.lies_by import mark_locating
from fogline.read.named_only import mark_named_only
from fogline.read.passing import spoken_in
from fogline.read.text import ParsedText
from fogline.read.where_context import BIG, Context, context, knowing, only_container
from fogline.read.where_filed import datelines
from fogline.read.where_holders import Holder, containers
from fogline.read.where_looks import Look, look, persons
from fogline.read.where_names import tell
from fogline.read.where_parts import capitals, part_of_city, side_of
from fogline.read.where_pull import support
from fogline.read.where_regions import as_regions
from fogline.read.where_roles import before_colon, grounds_end, role, tells_border
from fogline.read.where_sense import Sense, deserves, sense, weigh
from fogline.read.where_sentences import bare_sentences
from fogline.read.where_story import Name, Story
from fogline.read.where_strangers import Stranger, strangers
from fogline.read.where_strays import without_strays
from fogline.read.where_unknown import Finder, Found, place_of
from fogline.read.where_wars import aims, takers
from fogline.read.where_wraps import squeezed

NO_PLACE: Final = frozenset({"person", "group"})  # what a name looks like that means no place
MAX_TEXT: Final = 100_000  # characters; hardly a report is longer


def find_places(parsed: ParsedText, gazetteer: Gazetteer) -> list[PlaceMention]:
    """The toponyms of a report in the order of the text, each with its place and role.

    Sentences without a parse are read by their words alone. Offsets are those of the report's full text. A country on
    whose border something lies is not where it happens.
    """
    story = tell(parsed.text, parsed.sentences, parsed.docs, gazetteer)
    beside = {name.start for name in story.names if "country" in name.kinds() and tells_border(story, name)}
    return [
        replace(m, role="other") if m.start in beside and m.role == "place" else m for m in _mentions(story, gazetteer)
    ]


def places_in(text: str, gazetteer: Gazetteer, *, candidates: bool = False) -> list[PlaceMention]:
    """The toponyms of a bare text, without a parse; offsets are characters of the text.

    With `candidates` each mention carries all places that its name can mean, the one that it means first. A text longer
    than a report is read in pieces, each by itself.
    """
    out: list[PlaceMention] = []
    for offset, piece in _pieces(text):
        plain = squeezed(piece, gazetteer)
        story = tell(plain.text, bare_sentences(plain.text), {}, gazetteer)
        for found in _mentions(story, gazetteer):
            mention = _referred(found, gazetteer)
            if candidates:
                mention = replace(mention, candidates=_candidates(mention, story))
            if offset or plain.text is not piece:
                start, end = offset + plain.old(mention.start), offset + plain.old(mention.end - 1) + 1
                mention = replace(mention, start=start, end=end, text=text[start:end])
            out.append(mention)
    return out


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces of at most MAX_TEXT characters, each with its beginning; cut at the end of a line, if any."""
    start = 0
    while start < len(text):
        end = start + MAX_TEXT
        line = text.rfind("\n", start + 1, end) if end < len(text) else -1
        end = line + 1 if line > 0 else min(end, len(text))
        yield start, text[start:end]
        start = end


def _referred(mention: PlaceMention, gazetteer: Gazetteer) -> PlaceMention:
    """The mention with GeoNames' point and number, where it means a country as a whole."""
    place = mention.place
    country = gazetteer.country(place.country) if place and place.country else None
    whole = country is not None and place == country.place
    return replace(mention, place=country.reference) if country and whole else mention


def _candidates(mention: PlaceMention, story: Story) -> tuple[Place, ...]:
    known = [n.candidates for n in story.names if mention.start <= n.start < mention.end and not n.demonym]
    places = [mention.place] if mention.place else []
    return tuple(dict.fromkeys([*places, *(candidate.place for candidate in (known[0] if known else ()))]))


def _mentions(story: Story, gazetteer: Gazetteer) -> list[PlaceMention]:
    armies = takers(story, gazetteer)
    if armies:
        names = (replace(n, taken_by=armies[n.folded]) if n.folded in armies else n for n in story.names)
        story = replace(story, names=tuple(names))
    aimed = aims(story, gazetteer)
    if aimed:
        names = (replace(n, aimed_at=aimed.get(i, frozenset())) for i, n in enumerate(story.names))
        story = replace(story, names=tuple(names))
    person_words = persons(story)
    looks = {i: look(story, n, person_words) for i, n in enumerate(story.names) if not n.demonym}
    filed = datelines(story)
    holders = containers(story)
    senses, report = _senses(story, gazetteer, looks, filed, holders)
    out: list[PlaceMention] = []
    parts: list[PlaceMention] = []
    placed: dict[int, Candidate] = {}
    for i, name in enumerate(story.names):
        chosen = senses.get(i)
        mention = _mention(story, i, chosen, looks.get(i), gazetteer)
        if mention is None:
            continue
        if name.start < filed.get(name.sentence, 0):
            mention = replace(mention, role="other")
        elif chosen and mention.role == "place" and not spoken_in(story.text, name.start):
            placed[i] = chosen.candidate
        (parts if looks.get(i) == "part" else out).append(mention)
    told = mark_locating(mark_named_only(out, story.text), story.sentences, story.docs, story.text)
    named_only = {m.start for m in told if m.role == "other"}
    placed = {i: c for i, c in placed.items() if story.names[i].start not in named_only}
    finder = Finder(story, placed, report, gazetteer)
    out += capitals(finder, [(m.start, m.end) for m in out if m.role == "place"])
    taken = frozenset(at for m in out for at in story.words_in(m.start, m.end))
    strict = [i for i in sorted(holders) if holders[i].strict and i not in senses and not looks.get(i)]
    strict = [i for i in strict if not _guest(story, i, holders[i])]
    out += _strange(finder, taken, person_words, [story.names[i] for i in strict])
    covered = frozenset(at for m in out for at in story.words_in(m.start, m.end))
    out += [m for m in parts if not covered & set(story.words_in(m.start, m.end))]
    return sorted(out, key=lambda m: (m.start, -m.end))


def _guest(story: Story, at: int, holder: Holder) -> bool:
    """Whether a name that is a city's elsewhere is a person's in a town: "Austin in Kyiv said"."""
    name, town = story.names[at], story.names[holder.at]
    told = name.by or name.struck or name.typed
    in_town = story.text[name.end : town.start] == " in " and town.typed is None and not only_container(town)
    known = name.folded in place_words().common or any(c.population >= BIG for c in name.candidates)
    return not told and in_town and known


def _mention(
    story: Story, at: int, chosen: Sense | None, looks_like: Look | None, gazetteer: Gazetteer
) -> PlaceMention | None:
    name = story.names[at]
    if name.demonym:
        place, end = _demonym_place(name, gazetteer), grounds_end(story, name)
        if end is not None:
            return PlaceMention(name.start, end, story.text[name.start : end], "place", place)
        return PlaceMention(name.start, name.end, name.text, "demonym", place)
    if looks_like:
        if name.folded in place_words().common and not name.kinds() & {"country"}:
            return None
        place = chosen.candidate.place if chosen and looks_like not in NO_PLACE else None
        return PlaceMention(
            name.start, name.end, name.text, "person" if looks_like == "person" else "other", place, 0.7
        )
    if chosen is None:
        return None
    kind = before_colon(story, name, chosen.candidate, gazetteer) or role(story, name, chosen.candidate)
    whole = chosen.candidate.place.precision == "region" and name.typed in {"region", "district"}
    start, end, place = name.start, name.to if whole else name.end, chosen.candidate.place
    if kind == "place" and place.precision != "settlement":
        start, place = side_of(story, name, (end, place), gazetteer)
    return PlaceMention(start, end, story.text[start:end], kind, place, chosen.confidence)


def _demonym_place(name: Name, gazetteer: Gazetteer) -> Place | None:
    country = gazetteer.country_of_demonym(name.folded)
    if country:
        return country.place
    area = gazetteer.area_of_demonym(name.folded)
    return area.place if area else None


def _senses(
    story: Story,
    gazetteer: Gazetteer,
    looks: dict[int, Look | None],
    filed: dict[int, int],
    holders: dict[int, Holder],
) -> tuple[dict[int, Sense], Context]:
    """The sense of each name by its position, and what the report as a whole tells."""
    open_names = [i for i, n in enumerate(story.names) if not n.demonym and looks[i] not in NO_PLACE]
    told = [i for i in open_names if story.names[i].start >= filed.get(story.names[i].sentence, 0)]
    told = [i for i in told if i not in holders or not holders[i].part]  # what lies in a town tells nothing of where
    report = _pulled(story, told, context(story, gazetteer))
    senses = _round(story, gazetteer, open_names, holders, report)  # the places by which the next tells namesakes apart
    known = {s.candidate.row: s.candidate for i, s in senses.items() if _tells_where(story, i, s, filed)}
    report = knowing(report, [known[row] for row in sorted(known)])
    senses = without_strays(story, _round(story, gazetteer, open_names, holders, report))
    return as_regions(story, senses, holders), report


def _pulled(story: Story, open_names: list[int], report: Context) -> Context:
    """The context with how its names pull each other."""
    names = [story.names[i] for i in open_names]
    return replace(
        report, measured={}, pull=support(names, lambda name, candidate: weigh(name, candidate, False, report))
    )


def _tells_where(story: Story, at: int, chosen: Sense, filed: dict[int, int]) -> bool:
    """Whether a settlement helps to place others: one that stands as a place does, outside a dateline."""
    name = story.names[at]
    told = bool(name.by) or name.typed is not None or chosen.contained
    return told and chosen.candidate.place.precision == "settlement" and name.start >= filed.get(name.sentence, 0)


def _round(
    story: Story, gazetteer: Gazetteer, open_names: list[int], holders: dict[int, Holder], report: Context
) -> dict[int, Sense]:
    found: dict[int, Sense] = {}
    by_name: dict[tuple[str, bool], Sense | None] = {}
    holding = {holder.at for holder in holders.values()}
    for i in sorted(open_names, key=lambda i: (i not in holders, i)):
        name = story.names[i]
        container = _holder(story, i, holders, report, gazetteer) if i in holders else None
        if _divides_city(story, name) and i not in holding and part_of_city(name, report, container):
            continue
        wide = name.typed == "region" or (name.typed == "district" and "district" in name.kinds())
        key = (name.folded, wide)
        if container is None and key in by_name:
            chosen = by_name[key]
        else:
            chosen = _believed(name, container, report, holders.get(i))
        if chosen is None:
            if container is not None:  # its namesakes elsewhere are not meant in the rest of the report either
                by_name.setdefault(key, None)
            continue
        found[i] = chosen
        if chosen.contained or container is None:
            by_name.setdefault(key, chosen)
    _join_aliases(story, found)
    return found


def _divides_city(story: Story, name: Name) -> bool:
    """Whether the type word of a name is one for what a city is divided into."""
    kind = story.folded(name.last + 1, name.sentence)
    before = story.folded(name.first - 2, name.sentence)
    return name.typed == "quarter" or (name.typed == "district" and bool({kind, before} & place_words().city_parts))


def _believed(name: Name, container: Candidate | None, report: Context, holder: Holder | None) -> Sense | None:
    """The best sense of a name that deserves belief; a region or country where no settlement does."""
    strict, loose = holder is not None and holder.strict, holder is not None and holder.loose
    perhaps = holder is not None and holder.perhaps
    chosen = sense(name, container, report, strict=strict, loose=loose, perhaps=perhaps)
    if chosen and deserves(name, chosen, report):
        return chosen
    wide = tuple(c for c in name.candidates if c.kind in {"country", "area", "region"})
    if not wide or len(wide) == len(name.candidates):
        return None
    chosen = sense(replace(name, candidates=wide), container, report, strict=strict, perhaps=perhaps)
    return chosen if chosen and deserves(name, chosen, report) else None


def _holder(
    story: Story, at: int, holders: dict[int, Holder], report: Context, gazetteer: Gazetteer
) -> Candidate | None:
    """The place that a container's name means: a country, region or area, or the settlement that a place is near.

    Of two that bear the name, the one that has a place of the name held: "Athens, Georgia".
    """
    holder = holders.get(at)
    if holder is None or story.names[holder.at].folded == story.names[at].folded:
        return None  # "Wase, headquarters of Wase Local Government Area"
    name = story.names[holder.at]
    if name.typed == "district" and not holder.region:
        return _district(story, holder.at, holders, report, gazetteer)
    if holder.region:
        best = sense(name, None, report)
        return gazetteer.candidate(best.candidate.region) if best and best.candidate.region >= 0 else None
    if holder.near:
        best = sense(
            replace(name, candidates=tuple(c for c in name.candidates if c.kind == "settlement")), None, report
        )
        return best.candidate if best and deserves(name, best, report) else None
    if name.demonym:
        return _of_demonym(name, gazetteer)
    widest = _widest(story.names[at], name, report)
    zone = widest is None and name.typed == "region"  # "the East Gojjam zone" is a district
    return _district(story, holder.at, holders, report, gazetteer) if zone else widest


def _of_demonym(name: Name, gazetteer: Gazetteer) -> Candidate | None:
    country = gazetteer.country_of_demonym(name.folded)
    if country:
        return next((c for c in gazetteer.lookup(country.name) if c.kind == "country"), None)
    return gazetteer.area_of_demonym(name.folded)


def _widest(held_name: Name, name: Name, report: Context) -> Candidate | None:
    """The country, area or region that a name means where it holds a place of another name."""
    wide = [c for c in name.candidates if c.kind in {"country", "area", "region"}]
    holding = [c for c in wide if any(held.lies_in(c) for held in held_name.candidates)]
    best = sense(replace(name, candidates=tuple(holding or wide)), None, report) if wide else None
    return best.candidate if best else None


def _district(
    story: Story, at: int, holders: dict[int, Holder], report: Context, gazetteer: Gazetteer
) -> Candidate | None:
    """What "the Lubny district of the Poltava region" means: the district, or the town that it is named after."""
    name = story.names[at]
    behind = at in holders and holders[at].at > at
    container = _holder(story, at, holders, report, gazetteer) if behind else None
    small = tuple(c for c in name.candidates if c.kind in {"district", "settlement"})
    wide = tuple(c for c in name.candidates if c.kind in {"region", "area"})
    best = sense(replace(name, candidates=small or wide), container, report)
    if best is None or not (best.contained or deserves(name, best, report)):
        return None
    return replace(best.candidate, kind="district") if best.candidate.kind == "settlement" else best.candidate


def _join_aliases(story: Story, found: dict[int, Sense]) -> None:
    """Give two names of one place one sense: "Krasne, known as Sontsivka", "Bakhmut (Artyomovsk)"."""
    settled = [i for i in sorted(found) if found[i].candidate.kind == "settlement"]
    joined: dict[str, Sense] = {}
    for at, left in enumerate(settled):
        for right in settled[at + 1 : at + 3]:
            one, other = story.names[left], story.names[right]
            if one.sentence != other.sentence or not _same_place(story.text[one.end : other.start]):
                continue
            shared = {c.row for c in one.candidates} & {c.row for c in other.candidates}
            if not shared and (found[left].candidate.capital or found[right].candidate.capital):
                continue  # "which Kyiv calls Toretsk": a party that names, no name
            both = [found[left], found[right]]
            fitting = [s for s in both if s.candidate.row in shared or not shared]
            if fitting:
                best = max(fitting, key=lambda s: (s.contained, s.confidence, s.candidate.population))
                joined[one.folded] = joined[other.folded] = best
    found.update({i: joined[story.names[i].folded] for i in found if story.names[i].folded in joined})


def _same_place(between: str) -> bool:
    """Whether the words between two names say that they are names of one place."""
    lexicon = place_words()
    if between.strip() == "(":
        return True
    words = fold(between).split()
    return bool(lexicon.known_as_markers & set(words)) and all(word in lexicon.known_as for word in words)


def _strange(
    finder: Finder, taken: frozenset[int], person_words: frozenset[int], namesakes: list[Name]
) -> list[PlaceMention]:
    """Mentions of places that the gazetteer lacks, wherever the report names them."""
    story = finder.story
    out: list[PlaceMention] = []
    places: dict[str, Found] = {}
    met = strangers(story, taken, person_words, namesakes)
    for stranger in met:  # where the report tells most of it, it tells for all
        folded, found = _folded(story, stranger), place_of(stranger, finder)
        known = places.get(folded)
        if found and (known is None or (found.confidence, found.told) > (known.confidence, known.told)):
            places[folded] = found
    used: set[int] = set()
    for stranger in met:
        known = places.get(_folded(story, stranger))
        if known:
            used.update(range(stranger.first, stranger.last + 1))
            out.append(_stranger_mention(story, stranger.first, stranger.last, known))
    closed = taken | person_words
    for folded, found in places.items():
        parts = folded.split()
        length = len(parts)
        for at in range(len(story.words) - length + 1):
            if story.words[at].folded != parts[0] or not story.words[at].capital:
                continue
            span = range(at, at + length)
            same = [story.words[i].folded for i in span] == parts
            if same and used.isdisjoint(span) and closed.isdisjoint(span):
                used.update(span)
                out.append(_stranger_mention(story, at, at + length - 1, found))
    return out


def _folded(story: Story, stranger: Stranger) -> str:
    return " ".join(story.words[i].folded for i in range(stranger.first, stranger.last + 1))


def _stranger_mention(story: Story, first: int, last: int, found: Found) -> PlaceMention:
    start, end = story.words[first].start, story.words[last].end
    return PlaceMention(start, end, story.text[start:end], "place", found.place, found.confidence, unlisted=True)
