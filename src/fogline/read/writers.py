"""Whose word a report is that somebody publishes himself: a governor's channel, a spokesman's page."""

import re
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
    r"(?:channel|bulletin|release|statement|communiqu[eé]|announcement|briefing|account|page|declaration)",
    re.IGNORECASE,
)

# Words of what a state publishes with: "Ukraine Weekly briefing" is a magazine's.
OFFICIAL = re.compile(
    r"\b(?:Minist(?:ry|er)|Army|Armed|Forces?|Staff|Defen[cs]e|Government|Police|Navy|Guards?|President|Presidency|Command"
    r"|Headquarters|Service|Spokes(?:man|woman|person)|Office|Governor|Kremlin|Pentagon|Military)\b"
)


def writer(report: Report, parties: Iterable[PartyMention] = ()) -> Voice:
    """The voice of what a report tells without a speaker: a known person's on a page of his own, else the outlet's.

    What a ministry or an armed group publishes itself has its side; `parties` are those that the report names.
    """
    paper = OWN_PAPER.fullmatch((report.source or "").strip())
    side = _body(paper["owner"], parties) if paper else None
    if paper and side:
        return Voice(paper["owner"], side)
    page = OWN_PAGE.fullmatch((report.source or "").strip()) or PAGE_OF.fullmatch((report.source or "").strip())
    if page is None:
        return OUTLET
    owner = page["owner"]
    person = next((hit for hit in find_hits(owner, pieces(owner)) if hit.form == "person"), None)
    return Voice(person.person or owner, party_named(person.party).side) if person else OUTLET


def _body(owner: str, parties: Iterable[PartyMention]) -> str | None:
    """The side of a body that publishes: by its own name, else by the mention of the body in the report."""
    for hit in find_hits(owner, pieces(owner)):
        known = party_named(hit.party)
        if known.kind == "armed_group" or (hit.form != "person" and OFFICIAL.search(owner)):
            return known.side
    named = [m for m in parties if m.party and m.form in ("name", "office") and keys(m.text) == keys(owner)]
    return named[0].party if named else None
