"""Whose word a report is that somebody publishes himself: a governor's channel, a spokesman's page."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

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
    r"|drones|rockets|aviation|mothers|sons|martyrs|hands)\b",
    re.IGNORECASE,
)
# Whose a statement is by its headline: "Communiqué No. 27 of the National Council".
ISSUED = re.compile(
    r"\b(?:communiqu[eé]|statement|press release|proclamation|declaration|bulletin)\b[^\n:]{0,12}?"
    r" (?:of|by|from) (?:the )?"
    r"(?P<body>[A-Z][^\n:–—]+)",
    re.IGNORECASE,
)
RULING = re.compile(
    r"\b(?:National|Military|Supreme|Transitional|Sovereign) (?:[A-Z]\w+ )*(?:Council|Committee|Junta|Command)\b"
)
# "Pro-army channel": whose friend a source calls itself, or is called in its first line.
LEANING = re.compile(r"\bpro-(\w+)", re.IGNORECASE)
OWN_STATE = frozenset({"army", "military", "junta", "government", "regime", "state", "police"})
# What a press calls itself that has a word of state in its name: "Defence Monthly", "The Army Times".
OUTLETS = re.compile(
    r"\b(?:news\w*|press|agency|wire|times|post|daily|weekly|monthly|magazine|journal|gazette|herald|tribune|courier"
    r"|review|observer|monitor|watch|blog\w*|site|website|portal|radio|television|tv|broadcast\w*|media|network|institute"
    r"|centre|center|association|union|UN|United Nations)\b",
    re.IGNORECASE,
)
OWN_PRESS = re.compile(
    r"\b(?:media|press|news) (?:office|cent(?:re|er)|wing|desk|department|arm|service)\b", re.IGNORECASE
)
INSTALLED = re.compile(r"\b[A-Z]\w+-(?:installed|appointed|imposed|backed)\b")


def writer(report: Report, parties: Iterable[PartyMention] = ()) -> Voice:
    """The voice of what a report tells without a speaker: of who writes it on a page of his own, or the outlet's.

    What a ministry, a governor or an armed group publishes itself has its side; `parties` are those that the report
    names.
    """
    source, named = (report.source or "").strip(), list(parties)
    paper = OWN_PAPER.fullmatch(source)
    side = _body(paper["owner"], named) if paper else None
    if paper and side:
        return Voice(paper["owner"], side)
    if source and (side := _partisan(source, report, named)):
        return Voice(source, side)
    page = OWN_PAGE.fullmatch(source) or PAGE_OF.fullmatch(source)
    owner = page["owner"] if page else source
    person = next((hit for hit in find_hits(owner, pieces(owner)) if hit.form == "person"), None) if page else None
    if person:
        return Voice(person.person or owner, party_named(person.party).side)
    if (holder := _holder(owner, named)) is not None:
        return holder
    side = _official(owner, named)
    return Voice(owner, side) if side else OUTLET


def _holder(owner: str, named: Sequence[PartyMention]) -> Voice | None:
    """The one whose page it is, where the report tells which office he holds: "Statement of the governor, Pavel X"."""
    known = [m for m in named if m.party and m.form == "person" and keys(m.name) == keys(owner)]
    return Voice(known[0].name, known[0].party) if known else None


def _official(owner: str, named: Sequence[PartyMention]) -> str | None:
    """The side of a body of state that publishes itself: whoever installed it, its own name's, else its offices'.

    "Coordination Headquarters" alone names no state; the "servicemen" and "defenders" of its report are its own.
    """
    installed = INSTALLED.search(owner)
    if installed:
        return next((party_named(hit.party).side for hit in find_hits(owner, pieces(owner))), None)
    if OUTLETS.search(owner) or not OFFICIAL.search(owner):
        return None
    return _body(owner, named) or _home(named)


def _partisan(source: str, report: Report, parties: list[PartyMention]) -> str | None:
    """The side whose paper a report is: a body's that says that it is one, or a friend's with "our forces" in it."""
    top = report.full_text[:TOP]
    leaning = LEANING.search(f"{source} {report.title}")
    if leaning and OURS.search(report.full_text):
        friend = leaning[1].casefold()
        hits = [] if friend in OWN_STATE else find_hits(leaning[1], pieces(leaning[1]))
        return party_named(hits[0].party).side if hits else _home(parties)
    ours = OURS.search(report.full_text) is not None
    if ours and not OUTLETS.search(OWN_PRESS.sub("", source)) and (group := _group(source)):
        return group
    if not PAPER.search(top):
        return None
    issued = ISSUED.search(report.title)
    if issued and ours:
        return _body(issued["body"], parties) or (_home(parties) if RULING.search(issued["body"]) else None)
    side = _body(source, parties) if set(keys(source)[:1]) & set(keys(top)) else None
    return side or (_home(parties) if OFFICIAL.search(source) else None)


def _group(source: str) -> str | None:
    """The armed group that a source is called by: "RSF Media Office", "Amhara Fano in Gojjam"."""
    known = [party_named(hit.party) for hit in find_hits(source, pieces(source)) if hit.form != "person"]
    return next((party.side for party in known if party.kind == "armed_group"), None)


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
