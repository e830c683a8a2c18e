"""Whose word a report is that somebody publishes himself: a governor's channel, a spokesman's page."""

import re

from fogline.lexicon.names import pieces
from fogline.lexicon.parties import party_named
from fogline.model import Report, Voice
from fogline.read.hits import find_hits

OUTLET = Voice(None, None)
# What a source is called that somebody writes himself: his official channel, he on X, he (Telegram).
OWN_PAGE = re.compile(
    r"(?P<owner>.+?)(?:[’']s? (?:[\w-]+ ){0,2}(?:channel|page|account|feed|blog)"
    r"|,? (?:on|via) (?:Telegram|Facebook|X|Twitter|VK)| \((?:Telegram|Facebook|X|Twitter|VK)\))",
    re.IGNORECASE,
)


def writer(report: Report) -> Voice:
    """The voice of what a report tells without a speaker: a known person's on a page of his own, else the outlet's."""
    page = OWN_PAGE.fullmatch((report.source or "").strip())
    if page is None:
        return OUTLET
    owner = page["owner"]
    person = next((hit for hit in find_hits(owner, pieces(owner)) if hit.form == "person"), None)
    return Voice(person.person or owner, party_named(person.party).side) if person else OUTLET
