"""Whose are channels, bloggers and stations that a report quotes: "pro-M23 channels", "Houthi-run television"?"""

from collections.abc import Sequence

from spacy.tokens import Token

from fogline.lexicon.names import Piece, pieces
from fogline.lexicon.parties import index, party_named
from fogline.lexicon.saying import saying
from fogline.lexicon.titles import titles
from fogline.model import PartyMention
from fogline.read.hits import find_hits
from fogline.read.text import Sentence, offsets

FOR = "pro"
LANDS = ("name", "demonym", "metonym")


def partisan(name: str, word: str) -> str | None:
    """The party that the words for an outlet, of the noun `word`, call its own; None where they call none.

    Channels and bloggers are of the side whose adjective stands before them; a station is not a state's for being at
    home there, but is a group's that runs it.
    """
    ours = word in saying().partisans
    if not ours and word not in saying().media_words:
        return None
    ps = pieces(name)
    for hit in find_hits(name, ps, _homes(ps)):
        party = party_named(hit.party)
        if hit.first and ps[hit.first - 1].key == FOR and name[ps[hit.first - 1].end : ps[hit.first].start] == "-":
            return party.side
        after = hit.last + 1
        glued = after < len(ps) and name[ps[hit.last].end : ps[after].start] == "-"
        if glued and ps[after].key in titles().owning and party.kind != "state":
            return party.side
        if ours and hit.form == "demonym" and not glued and any(piece.key == word for piece in ps[after:]):
            return party.side
    return None


def _homes(ps: Sequence[Piece]) -> list[str]:
    """The lands of all parties that the words may name, which a short acronym needs beside it."""
    named = (party_named(entry.party).iso2 for piece in ps for entry in index().get(piece.key, ()))
    return [iso2 for iso2 in named if iso2]


def whose_channel(sentence: Sentence, head: Token, mentions: Sequence[PartyMention]) -> str | None:
    """The party of the body that a channel or a page is of, and no state's at large: "the army's Telegram channel"."""
    if head.lower_ not in saying().channels:
        return None
    owners = [c for c in head.children if c.dep_ == "poss"]
    owners += [p for c in head.children if c.dep_ == "prep" and c.lower_ in ("of", "by") for p in c.children]
    for owner in owners:
        at, to = offsets(sentence, owner)
        for mention in mentions:
            if mention.start < to and at < mention.end and mention.party:
                whole = mention.form in LANDS and mention.text.split()[-1][:1].isupper()
                return None if whole and party_named(mention.party).kind == "state" else mention.party
    return None
