"""Does a note without a verb tell what struck a town that heads it: "Kupiansk: three guided bombs overnight"?"""

import re

from spacy.tokens import Token

from fogline.read.company import Around

BEFORE = re.compile(r"\W*(?:(?:In|On|At|Near) (?:the )?)?", re.IGNORECASE)
BEHIND = re.compile(r"(?: (?:district|community|region|direction))?\s*(?:[:–—]|\s-)\s")
OPENED = re.compile(r"(?: (?:district|community|region|direction))?,\s")
NOTED = "noted"
VERBAL = ("VBD", "VBZ", "VBP", "VB", "MD", "VBG")
TOP = frozenset({"ROOT", "appos", "conj", "nsubj", "dep"})


def noted(noun: Token, around: Around) -> bool:
    """Whether a town heads the sentence and a noun is what its note tells, which has no verb."""
    text, shift = around.sentence.text, around.sentence.start
    town = next((p for p in around.places if p.role == "place" and p.place is not None), None)
    if town is None or noun.dep_ not in TOP or any(t.tag_ in VERBAL for t in around.doc):
        return False
    before = BEFORE.fullmatch(text[: town.start - shift])
    if before is None or noun.idx < town.end - shift:
        return False
    opened = bool(before.group().strip(" ") and before.group().strip()[-1:].isalpha())
    return (OPENED if opened else BEHIND).match(text, town.end - shift) is not None
