"""Whose word a report is that somebody publishes himself: a governor's channel, a spokesman's page."""

import re
from collections import Counter
from collections.abc import Iterable

from fogline.lexicon.names import keys, pieces
from fogline.lexicon.parties import party_named
from fogline.model import PartyMention, Report, Voice
from fogline.read.hits import find_hits

OUTLET = Voice(None, None)
# What a source is called that somebody writes himself: his official channel, he on X, he (Telegram).
OWN_PAGE = re.compile(
    r"(?P<owner>.+?)(?:[’']s? (?:[\w-]+ ){0,2}(?:channel|page|account|feed|blog)"
    r"|,? (?:on|via) (?:Telegram|Facebook|X|Twitter|VK)| \((?:Telegram|Facebook|X|Twitter|VK)\))",
    re.IGNORECASE,
)


# The same the other way round: "Telegram channel of the governor".
PAGE_OF = re.compile(
    r"(?:the )?(?:[\w-]+ ){0,2}(?:channel|page|account|feed|blog) of (?P<owner>.+)",
    re.IGNORECASE,
)

# What a source is called that a body publishes itself: "RSF Telegram channel", "Defence Headquarters press release".
OWN_PAPER = re.compile(
    r"(?P<owner>.+?)(?:[’']s?)? "
    r"(?:(?:official|weekly|daily|evening|morning|operational|operations|press|telegram|flash) )*"
    r"(?:channel|bulletin|release|statement|communiqu[eé]|announcement|briefing|account|page|declaration|notice)",
    re.IGNORECASE,
)

# Words of what a state publishes with: "Ukraine Weekly briefing" is a magazine's.
OFFICIAL = re.compile(
    r"\b(?:Minist(?:ry|er)|Army|Armed|Forces?|Staff|Joint Staff|Defen[cs]e|Government|Police|Navy|Guards?|President"
    r"|Presidency|Command|Headquarters|Services?|Cabinet|Secretariat|Public Relations|Information Cent(?:re|er)"
    r"|Media Cent(?:re|er)|Embassy|Consulate|Directorate|Authority|Prosecutors?|Council of Ministers"
    r"|Spokes(?:man|woman|person)|Office|Governor|Kremlin|Pentagon|Military)\b",
    re.IGNORECASE,
)


# What a paper of a body's own says of itself in its first lines.
PAPER = re.compile(
    r"\b(?:press (?:release|statement|note|communiqu[eé])|communiqu[eé]|news release|bulletin|proclamation"
    r"|statement (?:no|by|of|from|to|on)\b|(?:situation|operational|operations|war) (?:report|update|summary)"
    r"|(?:to|for) the (?:public|nation|people)|for immediate release|informs? the)",
    re.IGNORECASE,
)
TOP = 350  # characters from the start of a report in which it says what it is
# Who writes "our forces" is of a side.
OURS = re.compile(
    r"\b(?:our|own) (?:[\w-]+ ){0,2}(?:forces|troops|units?|fighters|soldiers|men|cadres|mujahide+n|mujahidin"
    r"|columns?|brigades?|battalions?|army|comrades|brothers|positions|heroes|air defen[cs]es?|artillery|aircraft"
    r"|drones|rockets)\b",
    re.IGNORECASE,
)
# "Pro-army channel": whose friend a source calls itself, or is called in its first line.
LEANING = re.compile(r"\bpro-(\w+)", re.IGNORECASE)
OWN_STATE = frozenset({"army", "military", "junta", "government", "regime", "state", "police"})


def writer(report: Report, parties: Iterable[PartyMention] = ()) -> Voice:
    """The voice of what a report tells without a speaker: a known person's on a page of his own, else the outlet's.

    What a ministry or an armed group publishes itself has its side; `parties` are those that the report names.
    """
    source, named = (report.source or "").strip(), list(parties)
    paper = OWN_PAPER.fullmatch(source)
    side = _body(paper["owner"], named) if paper else None
    if paper and side:
        return Voice(paper["owner"], side)
    if source and (side := _partisan(source, report, named)):
        return Voice(source, side)
    page = OWN_PAGE.fullmatch(source) or PAGE_OF.fullmatch(source)
    if page is None:
        return OUTLET
    owner = page["owner"]
    person = next((hit for hit in find_hits(owner, pieces(owner)) if hit.form == "person"), None)
    return Voice(person.person or owner, party_named(person.party).side) if person else OUTLET


def _partisan(source: str, report: Report, parties: list[PartyMention]) -> str | None:
    """The side whose paper a report is: a body's that says that it is one, or a friend's with "our forces" in it."""
    top = report.full_text[:TOP]
    leaning = LEANING.search(f"{source} {report.title}")
    if leaning and OURS.search(report.full_text):
        friend = leaning[1].casefold()
        hits = [] if friend in OWN_STATE else find_hits(leaning[1], pieces(leaning[1]))
        return party_named(hits[0].party).side if hits else _home(parties)
    if not PAPER.search(top):
        return None
    side = _body(source, parties) if set(keys(source)[:1]) & set(keys(top)) else None
    return side or (_home(parties) if OFFICIAL.search(source) else None)


def _home(parties: Iterable[PartyMention]) -> str | None:
    """The state whose offices a report names most."""
    states = Counter(
        m.party for m in parties if m.party and m.form == "office" and party_named(m.party).kind == "state"
    )
    return max(states, key=lambda party: states[party]) if states else None


def _body(owner: str, parties: Iterable[PartyMention]) -> str | None:
    """The side of a body that publishes: by its own name, else by the mention of the body in the report."""
    first, parties = owner.split(maxsplit=1)[0], list(parties)
    countries = [state for m in parties if m.party and (state := party_named(m.party).iso2)]
    for hit in [h for name in (owner, first) for h in find_hits(name, pieces(name), countries)]:
        known = party_named(hit.party)
        if known.kind == "armed_group" or (hit.form != "person" and OFFICIAL.search(owner)):
            return known.side
    named = [m for m in parties if m.party and m.form in ("name", "office") and keys(m.text) == keys(owner)]
    return named[0].party if named else None
