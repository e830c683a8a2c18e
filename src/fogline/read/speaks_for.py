"""For whom does somebody without a side of his own say that he speaks?

"Masked men who say they represent the cartel denied it", "a leaflet signed by the front": that is the party's word.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from fogline.lexicon.deeds import deeds
from fogline.lexicon.telltales import telltales
from fogline.model import PartyMention
from fogline.read.text import Sentence

CLAUSES = ("relcl", "acl", "prep")
REACH = 40  # characters from the words to the party


def speaks_for(sentence: Sentence, head: Token, mentions: Sequence[PartyMention]) -> str | None:
    """The party that the clauses of a noun name as the one spoken for; None where they name none."""
    if head.lemma_.lower() in deeds().pleaders:
        return None
    for child in head.children:
        if child.dep_ not in CLAUSES or child.i < head.i:
            continue
        start, end = child.left_edge.idx, child.right_edge.idx + len(child.right_edge.text)
        match = telltales().speaking_for.search(sentence.text, start, end)
        if match is None:
            continue
        low, high = sentence.start + match.end(), sentence.start + min(end, match.end() + REACH)
        named = (m.party for m in mentions if low <= m.start < high and m.party)
        return next(named, None)
    return None
