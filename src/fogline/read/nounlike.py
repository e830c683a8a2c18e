"""Which words are verbs of saying that the parser takes for nouns: "residents near the port report heavy fire"?

Their subject stands in the plural at the head of the sentence, with no verb between it and them nor, but for what is
said, anywhere in the sentence.
"""

from spacy.tokens import Token

from fogline.lexicon.saying import saying

AT_THE_HEAD = 3  # tokens before who speaks: "06:30 Two"
SEVERAL = ("NNS", "NNPS")
FINITE = ("VBD", "VBZ", "VBP", "MD")
TOLD_BY_CLAUSE = ("that",)


def told_by_several(word: Token) -> Token | None:
    """Who says what follows a word that is a verb by all but its tag; None where it is a noun."""
    if word.lower_ not in saying().nounlike or word.tag_ not in ("NN", "NNP", "VB") or word.i + 1 >= len(word.doc):
        return None
    speaker = next((t for t in word.doc[: AT_THE_HEAD + 1] if t.tag_ in SEVERAL), None)
    if speaker is None or speaker.i + 1 >= word.i or any(t.tag_ in FINITE for t in word.doc[: word.i]):
        return None
    after = word.nbor(1)
    verbless = not any(t.tag_ in FINITE for t in word.doc)
    return (
        speaker if after.lower_ in TOLD_BY_CLAUSE or (verbless and not after.is_punct and after.pos_ != "ADP") else None
    )


def told_from(speaker: Token) -> int:
    """The token from which on it is said what a noun tells by such a verb; the end of the sentence where none does."""
    behind = speaker.doc[speaker.i + 1 :]
    told = (t for t in behind if (teller := told_by_several(t)) is not None and teller.i == speaker.i)
    return next((t.i for t in told), len(speaker.doc)) if speaker.tag_ in SEVERAL else len(speaker.doc)
