"""Whose word a report is that somebody publishes himself: a governor's channel, a spokesman's page."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from fogline.lexicon.names import keys, pieces
from fogline.lexicon.papers import papers
from fogline.lexicon.parties import party_named
from fogline.model import PartyMention, PlaceMention, Report, Voice
from fogline.read.hits import find_hits
from fogline.read.sides import party_of_place

OUTLET = Voice(None, None)
TOP = 350  # characters from the start of a report in which it says what it is
# "Pro-army channel": whose friend a source calls itself, or is called in its first line.
LEANING = re.compile(r"\bpro-(\w+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Patterns:
    """What a source and the first lines of a report are looked through for; see `lexicon/en/papers.toml`.

    `own_page` is a page with its owner ("Pavel X on Telegram"), `page_of` one the other way round ("Telegram channel of
    the governor"), `paper` what a body publishes ("RSF Telegram channel"); `issued` a headline that says whose
    statement it is, `text_of` one that says whose it prints.
    """

    own_page: re.Pattern[str]
    page_of: re.Pattern[str]
    paper: re.Pattern[str]
    official: re.Pattern[str]
    outlets: re.Pattern[str]
    press_offices: re.Pattern[str]
    own_paper: re.Pattern[str]
    issued: re.Pattern[str]
    text_of: re.Pattern[str]
    ours: re.Pattern[str]
    own_state: re.Pattern[str]
    ruling: re.Pattern[str]
    installed: re.Pattern[str]


@cache
def patterns() -> Patterns:
    """The patterns of the words of papers."""
    words, some = papers(), r"(?:[\w-]+ ){0,2}"
    owner, kinds = r"(?P<owner>.+?)", rf"(?:{words.paper_kinds} )*"
    whole = {name: rf"\b{getattr(words, name)}\b" for name in ("official", "outlets", "press_offices")}
    on_site = rf"(?:,? (?:on|via)|,) {words.sites}| \({words.sites}\)"
    found = {
        "own_page": rf"{owner}(?:[’']s? {some}{words.pages}|{on_site})",
        "page_of": rf"(?:the )?{some}{words.pages} of (?P<owner>.+)",
        "paper": rf"{owner}(?:[’']s?)? {kinds}{words.papers}",
        "issued": rf"\b{words.issued}\b[^\n:]{{0,12}}? (?:of|by|from) (?:the )?(?P<body>[A-Z][^\n:–—]+)",
        "text_of": rf"\btext of (?:the )?(?P<body>[A-Z][^\n:–—’']+)[’']s? {words.issued}\b",
        "ours": rf"\b(?:our|own) {some}{words.ours}\b",
        "own_paper": rf"\b{words.own_paper}",
        "own_state": words.own_state,
    }
    named = {"ruling": rf"\b{words.ruling}\b", "installed": rf"\b[A-Z]\w+-{words.installed}\b"}
    return Patterns(
        **{name: re.compile(pattern, re.IGNORECASE) for name, pattern in (whole | found).items()},
        **{name: re.compile(pattern) for name, pattern in named.items()},
    )


def writer(report: Report, parties: Iterable[PartyMention] = (), places: Iterable[PlaceMention] = ()) -> Voice:
    """The voice of what a report tells without a speaker: of who writes it on a page of his own, or the outlet's.

    What a ministry, a governor or an armed group publishes itself has its side; `parties` are those that the report
    names, `places` its towns: "the Sumy administration" is of who rules in Sumy.
    """
    source, named, places = (report.source or "").strip(), list(parties), list(places)
    lands = [*_countries(named), *(m.place.country for m in places if m.place and m.place.country)]
    paper = patterns().paper.fullmatch(source)
    side = _body(paper["owner"], named, lands) if paper else None
    if paper and side:
        return Voice(paper["owner"].rstrip(" ,"), side)
    if source and (side := _by_its_name(source, lands) or _partisan(source, report, named, lands)):
        return Voice(source, side)
    page = patterns().own_page.fullmatch(source) or patterns().page_of.fullmatch(source)
    owner = page["owner"] if page else source
    person = next((hit for hit in find_hits(owner, pieces(owner)) if hit.form == "person"), None) if page else None
    if person:
        return Voice(person.person or owner, party_named(person.party).side)
    if (holder := _holder(owner, named)) is not None:
        return holder
    side = _official(owner, named, lands) or _local(owner, places)
    return Voice(owner, side) if side else OUTLET


def _local(owner: str, places: Iterable[PlaceMention]) -> str | None:
    """Whose a body of a town or a region is that its report speaks of: "Sumy City Council", writing of Sumy."""
    if patterns().outlets.search(owner) or not patterns().official.search(owner):
        return None
    named = set(owner.split())
    here = (m for m in places if m.role == "place" and m.text in named and m.place and m.place.precision != "country")
    return next((party for m in here if (party := party_of_place(m))), None)


def _holder(owner: str, named: Sequence[PartyMention]) -> Voice | None:
    """The one whose page it is, where the report tells which office he holds: "Statement of the governor, Pavel X"."""
    known = [m for m in named if m.party and m.form == "person" and keys(m.name) == keys(owner)]
    return Voice(known[0].name, known[0].party) if known else None


def _official(owner: str, named: Sequence[PartyMention], lands: Sequence[str]) -> str | None:
    """The side of a body of state that publishes itself: whoever installed it, its own name's, else its offices'.

    "Coordination Headquarters" alone names no state; the "servicemen" and "defenders" of its report are its own.
    """
    installed = patterns().installed.search(owner)
    if installed:
        return next((party_named(hit.party).side for hit in find_hits(owner, pieces(owner))), None)
    if patterns().outlets.search(owner):
        return None
    if not patterns().official.search(owner):
        return _force(owner, lands)
    return _body(owner, named, lands) or _home(named)


def _force(owner: str, lands: Sequence[str]) -> str | None:
    """The side of which a source is a force by its whole name: "SBU", "Radwan Force"."""
    words = pieces(owner)
    forces = [h for h in find_hits(owner, words, lands) if h.form == "force"]
    return next((party_named(h.party).side for h in forces if (h.first, h.last) == (0, len(words) - 1)), None)


def _partisan(source: str, report: Report, parties: list[PartyMention], lands: Sequence[str]) -> str | None:
    """The side whose paper a report is: a body's that says that it is one, or a friend's with "our forces" in it.

    A headline that begins "Statement No. 3 of …" says so by itself.
    """
    top = report.full_text[:TOP]
    leaning = LEANING.search(f"{source} {report.title}")
    if leaning and patterns().ours.search(report.full_text):
        friend = leaning[1].casefold()
        hits = [] if patterns().own_state.fullmatch(friend) else find_hits(leaning[1], pieces(leaning[1]))
        return party_named(hits[0].party).side if hits else _home(parties)
    ours = patterns().ours.search(report.full_text) is not None
    other = patterns().press_offices.sub("", source)
    if (ours or other != source) and not patterns().outlets.search(other) and (group := _group(source, lands)):
        return group
    if not patterns().own_paper.search(top):
        return None
    issued = patterns().issued.search(report.title)
    if issued and (ours or issued.start() == 0):
        body = issued["body"]
        return _body(body, parties, lands) or (_home(parties) if patterns().ruling.search(body) else None)
    if whole := patterns().text_of.search(report.title):
        body = whole["body"]
        return _body(body, parties, lands) or (_home(parties) if patterns().official.search(body) else None)
    side = _body(source, parties, lands) if set(keys(source)[:1]) & set(keys(top)) else None
    return side or (_home(parties) if patterns().official.search(source) else None)


def lands_of_writer(source: str | None) -> Sequence[str]:
    """The home of the armed group that a source is called by: it tells whose a shared name is."""
    own = party_named(side) if (side := _by_its_name(source or "", ())) else None
    return (own.iso2,) if own and own.kind == "armed_group" and own.iso2 else ()


def _by_its_name(source: str, lands: Sequence[str]) -> str | None:
    """The armed group, its spokesman or the force of a state whose name is all of a source: "Hezbollah", "CENTCOM"."""
    ps = pieces(source)
    hits = [hit for hit in find_hits(source, ps, lands) if hit.last - hit.first + 1 == len(ps)]
    known = [(hit.form, party_named(hit.party)) for hit in hits]
    own = (p.side for form, p in known if form == "force" or (form in ("name", "person") and p.kind == "armed_group"))
    return next(own, None)


def _group(source: str, lands: Sequence[str]) -> str | None:
    """The armed group that a source is called by: "RSF Media Office", "Amhara Fano in Gojjam"."""
    known = [party_named(hit.party) for hit in find_hits(source, pieces(source), lands) if hit.form != "person"]
    return next((party.side for party in known if party.kind == "armed_group"), None)


def _home(parties: Iterable[PartyMention]) -> str | None:
    """The state whose offices a report names most."""
    states = Counter(
        m.party for m in parties if m.party and m.form == "office" and party_named(m.party).kind == "state"
    )
    return max(states, key=lambda party: states[party]) if states else None


def _countries(parties: Iterable[PartyMention]) -> list[str]:
    return [state for m in parties if m.party and (state := party_named(m.party).iso2)]


def _body(owner: str, parties: Sequence[PartyMention], lands: Sequence[str]) -> str | None:
    """The side of a body that publishes: by its own name, else by the mention of the body in the report.

    The report may name it in full: "Ukraine's State Emergency Service" is "the emergency service".
    """
    first = owner.split(maxsplit=1)[0]
    for hit in [h for name in (owner, first) for h in find_hits(name, pieces(name), lands)]:
        known = party_named(hit.party)
        if known.kind == "armed_group" or (hit.form != "person" and patterns().official.search(owner)):
            return known.side
    own = tuple(key for key in keys(owner) if key != "the")
    named = [m for m in parties if m.party and m.form in ("name", "office", "metonym")]
    named = [m for m in named if keys(m.text) == own or (len(own) > 1 and set(own) < set(keys(m.text)))]
    return named[0].party if named else None
