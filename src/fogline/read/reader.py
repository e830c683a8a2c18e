"""The reader of English reports: what, who, where, when, how many, said, in that order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

from fogline.gazetteer import Gazetteer
from fogline.lexicon.parties import party_named
from fogline.model import FigureMention, PartyMention, PlaceMention, Reading, Reason, Report
from fogline.read.answered_by import with_doers
from fogline.read.answers import find_answers, named_as_answered
from fogline.read.claims import build
from fogline.read.contributions import contribute
from fogline.read.dating import heads_story, is_exact, only_ranks
from fogline.read.figure_again import counted_before
from fogline.read.figure_latest import parts_of_tolls
from fogline.read.figure_takers import taken_by
from fogline.read.figure_turns import with_turns
from fogline.read.happenings import Happening, resolve
from fogline.read.how_many import find_figures
from fogline.read.lead import first_day
from fogline.read.left_out import Counted, counted_for, without_far_counts
from fogline.read.lies_by import mark_locating
from fogline.read.named_only import mark_named_only
from fogline.read.nearby import is_town
from fogline.read.parse import DEFAULT_MODEL, parse, parser
from fogline.read.period import only_issued, period_of
from fogline.read.placing import Found, is_named_town
from fogline.read.said import Attribution, find_voices
from fogline.read.summed_up import share_doers, without_sums
from fogline.read.text import ParsedText, Sentence
from fogline.read.thin import gather
from fogline.read.told import find_tellings
from fogline.read.voiced import of_speakers
from fogline.read.when import find_dates
from fogline.read.where import find_places
from fogline.read.where_coasts import on_coasts
from fogline.read.where_off import at_distance
from fogline.read.where_quarters import in_cities
from fogline.read.where_roads import on_roads
from fogline.read.who import find_parties
from fogline.read.whose_land import without_land
from fogline.read.why import Steps, find_reasons
from fogline.read.with_what import without_arms_beside
from fogline.read.worth import unlikely


class Spanned(Protocol):
    """Anything found at characters of the report."""

    @property
    def start(self) -> int:
        """Offset in the report's full text."""
        ...


Mention = TypeVar("Mention", bound=Spanned)

ASIDE = ("caption", "tail")
NO_DATE = "no publication date: dates that need one are left open"


class Reader:
    """Reads English reports into claims. Holds the parser and the gazetteer; give one reader many reports."""

    languages = ("en",)

    def __init__(self, nlp: Any, gazetteer: Gazetteer) -> None:
        """A reader over a loaded spaCy pipeline and an open gazetteer."""
        self._nlp = nlp
        self._gazetteer = gazetteer

    @classmethod
    def open(cls, model: str = DEFAULT_MODEL) -> "Reader":
        """Load the spaCy model of that package name, and the gazetteer's index, built where there is none."""
        return cls(parser(model), Gazetteer.open())

    def read(self, report: Report) -> Reading:
        """All claims of one report and the links between them."""
        warnings = () if report.published else (NO_DATE,)
        steps = self._steps(report)
        if steps is None:
            return Reading(report.id, (), (), warnings)
        return Reading(report.id, steps.claims, steps.links, warnings)

    def reasons(self, report: Report) -> Mapping[str, Mapping[str, Sequence[Reason]]]:
        """Why each value of each claim was read, by the claim's id and the value's key; reads the report again."""
        steps = self._steps(report)
        return {} if steps is None else find_reasons(steps)

    def _steps(self, report: Report, *, every: bool = False) -> Steps | None:
        """What each step of reading gives; None where no sentence can carry a claim.

        `every` keeps the claims on happenings that are likely no events, as training needs.
        """
        parsed = parse(report, self._nlp)
        if not parsed.docs:
            return None
        found, voices = self._mentions(parsed)
        told = share_doers(gather(resolve(find_tellings(parsed, found), report.published_day)))
        steps = self._built(parsed, found, voices, without_land(told, found.mentioned().keys(), report.published_day))
        if every:
            return steps
        left = unlikely(parsed, steps.happenings, steps.claims)
        if left:
            kept = [h for number, h in enumerate(steps.happenings) if number not in left]
            counted = counted_for(steps.contributions, steps.happenings, left)
            steps = self._built(parsed, found, voices, kept, counted)
        claims = [without_arms_beside(claim) for claim in steps.claims]
        links = find_answers(parsed, found, steps.happenings, claims)
        claims, links = with_doers(claims, links)
        return replace(steps, claims=tuple(claims), links=tuple(links))

    def _built(
        self,
        parsed: ParsedText,
        found: Found,
        voices: Mapping[int, Sequence[Attribution]],
        happenings: Sequence[Happening],
        counted: Counted = MappingProxyType({}),
    ) -> Steps:
        """What is claimed of these happenings; `counted` is what was counted for others, which are left out."""
        contributions = contribute(parsed, found, happenings, voices)
        contributions = without_far_counts(contributions, happenings, counted) if counted else contributions
        answered = named_as_answered(parsed, happenings)
        claims = build(
            parsed.report,
            happenings,
            contributions,
            self._gazetteer,
            found.mentioned(),
            places=found.named_places(),
            answered=answered,
            opening_day=period_of(parsed, found) or first_day(parsed, found),
            opening=next((s.paragraph for s in parsed.sentences if s.part == "body"), 0),
        )
        return Steps(parsed, found, voices, happenings, contributions, tuple(without_sums(happenings, claims)))

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """A reading for each report, in order."""
        for report in reports:
            yield self.read(report)

    def _mentions(self, parsed: ParsedText) -> tuple[Found, Mapping[int, Sequence[Attribution]]]:
        """Everything that the questions where, when, who, said and how many find, by sentence."""
        places = find_places(parsed, self._gazetteer)
        named = find_parties(parsed, places)
        voices = find_voices(parsed, named, places)
        parties = _by_sentence(parsed.sentences, of_speakers(parsed, named, voices, places))
        names = [(p.start, p.end) for p in named if p.form == "name"]
        seats = {(p.start, p.end) for p in named if p.form == "metonym" and p.party}
        places = [p for p in places if (p.start, p.end) not in seats]  # "for Kyiv using missiles": Kyiv acts
        places = [p for p in places if not any(_inside(p, span) for span in names)]  # "the Arakan Army" is no place
        groups = [p for p in named if p.party and party_named(p.party).kind == "armed_group"]
        places = [p for p in places if not any(_of_its_name(p, group) for group in groups)]
        letters = {(p.start, p.end) for p in named if p.form == "name" and p.party and p.text.isupper()}
        places = [p for p in places if (p.start, p.end) not in letters or not is_town(p)]  # NISA is an agency
        places = mark_named_only(in_cities(places, parsed.text), parsed.text)
        places = on_roads(places, parsed.text)
        places = mark_locating(places, parsed.sentences, parsed.docs, parsed.text)
        places = on_coasts(at_distance(places, parsed.text), parsed.text)
        there = _by_sentence(parsed.sentences, places)
        figures: dict[int, tuple[FigureMention, ...]] = {}
        for i, doc in parsed.docs.items():
            before = counted_before(i, figures, parsed.sentences)
            counted = find_figures(parsed.sentences[i], doc, parties.get(i, ()), before)
            counted = taken_by(counted, parsed.sentences[i], parsed.sentences)
            counted = parts_of_tolls(counted, parsed.sentences[i])
            figures[i] = tuple(f for f in counted if not any(_is_one(p, f) for p in there.get(i, ())))
        figures = with_turns(figures, parsed.sentences)
        dates = find_dates(parsed.text, parsed.report.published_day, parsed.sentences)
        none = (only_ranks, heads_story, only_issued)
        dates = [d for d in dates if not any(of_none(parsed.text, d) for of_none in none)]
        paragraphs: dict[int, set[int]] = {}
        for sentence in parsed.sentences:
            paragraphs.setdefault(sentence.paragraph, set()).add(sentence.index)
        then = _by_sentence(parsed.sentences, dates)
        found = Found(
            there,
            then,
            parties,
            {number: frozenset(indices) for number, indices in paragraphs.items()},
            {number: parsed.sentences[min(indices)].start for number, indices in paragraphs.items()},
            figures,
            frozenset(_inner_datelines(parsed.sentences)),
            parsed.text,
            towns=tuple(p for i in sorted(there) for p in there[i] if is_named_town(p)),
            days=tuple(date for i in sorted(then) for date in then[i] if is_exact(date)),
        )
        return found, voices


def _inner_datelines(sentences: Sequence[Sentence]) -> list[int]:
    """The datelines of a digest: those of paragraphs that come after other paragraphs of the story."""
    body = [sentence.paragraph for sentence in sentences if sentence.part == "body"]
    return [s.index for s in sentences if s.part == "byline" and body and s.paragraph > body[0]]


def _is_one(place: PlaceMention, counted: FigureMention) -> bool:
    """Whether a town was taken for one person by his name: "Goma was captured"."""
    return place.role == "place" and place.start <= counted.start and counted.end <= place.end


def _of_its_name(place: PlaceMention, group: PartyMention) -> bool:
    """Whether a name is part of an armed group's: "fighters of Islamic State Sahel Province", "ADF terrorists"."""
    inside = group.start <= place.start and place.end <= group.end
    return inside and (place.text.isupper() or f" {place.text}" in f" {group.party}")


def _inside(mention: PlaceMention, span: tuple[int, int]) -> bool:
    """Whether a toponym is only a part of a longer name."""
    return span[0] <= mention.start and mention.end <= span[1] and mention.end - mention.start < span[1] - span[0]


def _by_sentence(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> dict[int, tuple[Mention, ...]]:
    """Mentions by the index of the sentence that they begin in, each in order of the text.

    What captions and the lines around a story name ("Read: …") is none of it.
    """
    out: dict[int, tuple[Mention, ...]] = {}
    at = 0
    for mention in sorted(mentions, key=lambda m: m.start):
        while at < len(sentences) and sentences[at].end <= mention.start:
            at += 1
        if at < len(sentences) and sentences[at].start <= mention.start and sentences[at].part not in ASIDE:
            out[at] = (*out.get(at, ()), mention)
    return out
