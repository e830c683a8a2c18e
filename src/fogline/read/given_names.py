"""By which name does somebody call himself whom nobody knows: "a man who introduced himself as Abu Bakr"?"""

import re

from spacy.tokens import Token

from fogline.lexicon.saying import saying
from fogline.read.text import Sentence

# Between what somebody is called and how he gives his name, and that name.
BETWEEN = re.compile(r"(?: (?:for|of|from|in|with|at) [^,;.:]{2,50})?,? (?:who )?")
GIVEN = re.compile(r"[\"“']?[A-Z][\w'’\-]+(?: (?:al-|el-|bin |ibn |de |van |abu )?[A-Z][\w'’.\-]+)*")


def introductions(sentence: Sentence) -> list[tuple[int, int]]:
    """Offsets in a sentence of the words by which people give their names, the names themselves left out."""
    return [match.span() for match in saying().introducing.finditer(sentence.text)]


def given_name(sentence: Sentence, head: Token) -> tuple[int, int] | None:
    """Offsets in the report of the name that the person of a noun gives himself."""
    if head.pos_ != "NOUN":
        return None
    end = head.idx + len(head.text)
    for start, to in introductions(sentence):
        name = GIVEN.match(sentence.text, to)
        if start >= end and name is not None and BETWEEN.fullmatch(sentence.text, end, start):
            return sentence.start + to, sentence.start + name.end()
    return None
