"""Who speaks where no verb says so: a name before a colon, as in posts and logs of the day, or behind a dash."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from fogline.lexicon.parties import party_named
from fogline.lexicon.titles import titles
from fogline.model import PartyMention, Voice
from fogline.read.goes_on import Attribution
from fogline.read.stance import denies_itself
from fogline.read.text import Sentence

# A mark of a list, a time of day, and what stands before the colon.
LABEL = re.compile(
    r"\s*(?:[•●▪*–—-]\s*)?(?:\d{1,2}[:.h]\d{2}(?:\s*(?:[ap]\.?m\.?|GMT|UTC|BST|local))?[\s,–—|-]+)?"
    r"([A-Z\u00C0-\u00DE][^:\n\"“”]{1,90}):\s"
)
SIGNED = re.compile(r"(?:\s[-–—]+|\w:)\s([^-–—:\n]{2,50})$")
# Whose word a whole sentence of a note is: "nine killed (health ministry).", "… on Monday - health ministry".
SOURCED = re.compile(r"(?:\s[-–—]\s|\s\((?:source: )?|[,;]\s+source: )([^()\n–—:,]{2,60}?)\)?[.!]?\s*$", re.IGNORECASE)
SLACK = 4  # characters of articles and the like by which a label may be longer than the name in it
OPENING = 25  # characters of an office before the name in a label: "Governor", "The army's"
FINITE = ("VBD", "VBZ", "VBP", "VB", "MD")
NAMING = ("DET", "ADJ", "NOUN", "PROPN", "PART", "NUM")
HEADINGS = ("headline", "subhead")
LANDS = ("name", "metonym", "demonym")  # forms by which a land is named; "Philippines" looks like the last
LAND_WORDS = 2  # "DR Congo"; "Federal Government of Somalia" speaks
TITLED = ("person", "office")
QUOTED = ('"', "“", "‘", "'")


def by_label(sentence: Sentence, doc: Doc | None, mentions: Sequence[PartyMention]) -> list[Attribution]:
    """The speaker named with a colon at the head of a sentence, after a dash or in brackets at its end."""
    marks = [LABEL.match(sentence.text)]
    if sentence.part in HEADINGS:  # who signs a headline speaks before whom it begins with: "Two soldiers killed: army"
        marks.insert(0, SIGNED.search(sentence.text))
    marks.append(None if sentence.part in HEADINGS else SOURCED.search(sentence.text))
    for mark in marks:
        if mark is None:
            continue
        at, to = sentence.start + mark.start(1), sentence.start + mark.end(1)
        for mention in mentions:
            if mark.re is SOURCED and mention.form != "office" and (mention.form != "name" or mention.party):
                continue
            if _heads_a_story(sentence, mention) and not sentence.text[mark.end() :].startswith(QUOTED):
                continue
            if _fills(mention, at, to) or (mark.re is LABEL and _opens(sentence, mention, mark, doc)):
                stance = "denies" if doc is not None and denies_itself(doc, mark.end()) else "asserts"
                voice = Voice(mention.name, mention.party, stance, at, to)
                return [Attribution(voice, sentence.start, sentence.end)]
    return []


def _heads_a_story(sentence: Sentence, mention: PartyMention) -> bool:
    """Whether a label says what land a headline or a paragraph is about and not who speaks: "Sudan: Dozens flee"."""
    if mention.party is None or mention.form not in LANDS:
        return False
    party = party_named(mention.party)
    lands = party.names[:1] if party.name.split()[-1].lower() in titles().forces else (party.name, *party.names)
    return party.kind == "state" and mention.text in lands and len(mention.text.split()) <= LAND_WORDS


def _fills(mention: PartyMention, at: int, to: int) -> bool:
    """Whether a mention is all that a label says."""
    return mention.start <= at + SLACK and mention.end >= to - 1 and mention.form != "pronoun"


def _opens(sentence: Sentence, mention: PartyMention, mark: re.Match[str], doc: Doc | None) -> bool:
    """Whether a label without a verb begins with an office or a person: "The army's 19th Division in Merowe:"."""
    at, to = sentence.start + mark.start(1), sentence.start + mark.end(1)
    if mention.form not in TITLED or not at <= mention.start <= at + OPENING or mention.end > to:
        return False
    if doc is None:
        return False
    label = [t for t in doc if mark.start(1) <= t.idx < mark.end(1)]
    if any(t.tag_ == "VBN" and t.idx + sentence.start >= mention.end for t in label):
        return False  # "Three people injured: two women and a boy"
    before = [t for t in label if t.idx + sentence.start < mention.start]
    return not any(t.tag_ in FINITE for t in label) and all(t.pos_ in NAMING for t in before)
