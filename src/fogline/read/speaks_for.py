"""For whom does somebody without a side of his own say that he speaks?

"Masked men who say they represent the cartel denied it", "a leaflet signed by the front": that is the party's word.
"""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from fogline.model import PartyMention
from fogline.read.text import Sentence

CLAUSES = ("relcl", "acl", "prep")
PLEADERS = ("lawyer", "attorney", "counsel", "advocate", "solicitor", "barrister", "agent")  # who speak for clients
REACH = 40  # characters from the words to the party
FOR = re.compile(
    r"\b(?:speak(?:s|ing)?|spoke|talk(?:s|ing)?) (?:for|on behalf of|in the name of)\b|\brepresent(?:s|ed|ing)?\b"
    r"|\bbelong(?:s|ed|ing)? to\b|\bin the name of\b|\bon behalf of\b|\bsigned (?:by|in the name of)\b"
    r"|\b(?:identif(?:y|ied|ying)|present(?:ed|ing)?|introduc(?:e|ed|ing)) themselves as\b"
    r"|\b(?:say|says|said|claim(?:s|ed|ing)?) (?:they are|to be|they were|he is|he was) "
    r"(?:members?|fighters?|part|commanders?) (?:of|from)\b",
    re.IGNORECASE,
)


def speaks_for(sentence: Sentence, head: Token, mentions: Sequence[PartyMention]) -> str | None:
    """The party that the clauses of a noun name as the one spoken for; None where they name none."""
    if head.lemma_.lower() in PLEADERS:
        return None
    for child in head.children:
        if child.dep_ not in CLAUSES or child.i < head.i:
            continue
        start, end = child.left_edge.idx, child.right_edge.idx + len(child.right_edge.text)
        match = FOR.search(sentence.text, start, end)
        if match is None:
            continue
        low, high = sentence.start + match.end(), sentence.start + min(end, match.end() + REACH)
        named = (m.party for m in mentions if low <= m.start < high and m.party)
        return next(named, None)
    return None
