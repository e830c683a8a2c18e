"""Which characters of a sentence a voice vouches for."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from fogline.read.text import Sentence, offsets

ASIDE = ("after", "before", "since", "until", "while", "because", "although", "though")  # "hours after he declared"
MEANWHILE = ("as", "while")
OPENING = 2  # words before a source that opens its sentence
TURNS = ("but", "while", "whereas", "although", "though")
NESTED = ("conj", "advcl", "relcl", "ccomp", "parataxis", "acl", "xcomp")


def scope_of_verb(sentence: Sentence, doc: Doc, verb: Token, others: Sequence[Token], whole: bool) -> tuple[int, int]:
    """The characters that a verb vouches for: its clause without the clauses that other speakers head.

    The verb of the main clause vouches for the whole sentence but for those, and so does one at the end (`whole`).
    """
    foreign: set[int] = set()
    for other in others:
        if other.is_ancestor(verb):
            continue
        foreign |= {t.i for t in other.subtree} if verb.is_ancestor(other) or other.dep_ in NESTED else set()
    top = verb
    while (
        top.dep_ in ("parataxis", "ccomp")
        and top.head.i != top.i
        and not any(top.head == o for o in others)
        and top.i > top.head.i
        and top.head.pos_ in ("VERB", "AUX", "NOUN")
    ):
        top = top.head
    aside = any(c.dep_ == "mark" and c.lower_ in ASIDE for c in verb.children)
    clause = doc if top.dep_ == "ROOT" or (whole and not aside) else top.subtree
    end = _meanwhile(doc, verb)
    return _hull(sentence, doc, [t.i for t in clause if t.i not in foreign and t.i < end] or [verb.i])


def _meanwhile(doc: Doc, verb: Token) -> int:
    """Where words behind a verb that closes what is said tell only what else went on; the sentence's end if none do.

    "Nine were killed, police said, as talks resumed in Doha."
    """
    closes = verb.dep_ == "parataxis" or any(c.dep_ in ("ccomp", "parataxis") and c.i < verb.i for c in verb.children)
    if not closes:
        return len(doc)
    marks = (t for t in doc[verb.i + 1 :] if t.lower_ in MEANWHILE and t.dep_ == "mark" and t.nbor(-1).text == ",")
    return next((t.i for t in marks if t.head.dep_ == "advcl" and t.head.i > t.i), len(doc))


def between_semicolons(sentence: Sentence, verb: Token, span: tuple[int, int]) -> tuple[int, int]:
    """The part of a span in which a verb stands where semicolons set news apart, as headings do."""
    at = verb.idx
    before, behind = sentence.text.rfind(";", 0, at), sentence.text.find(";", at)
    start = sentence.start + before + 1 if before >= 0 else span[0]
    end = sentence.start + behind if behind >= 0 else span[1]
    return max(span[0], start), min(span[1], end)


def to_the_end(sentence: Sentence, verb: Token, end: int) -> int:
    """The end of what a verb vouches for: behind a colon somebody goes on saying it."""
    colon = sentence.text.find(":", verb.idx)
    goes_on = 0 <= colon <= end - sentence.start + 1 and sentence.text[colon + 1 : colon + 2].isspace()
    return sentence.end if goes_on else end


def scope_of_source(sentence: Sentence, doc: Doc, token: Token) -> tuple[int, int]:
    """The sentence, or the half of it joined by "and", "but" or ";" in which a source stands."""
    if token.left_edge.i <= OPENING:  # "According to the ministry, one fell in the river and two in a field."
        return sentence.start, sentence.end
    if _closes(doc, token):
        return offsets(sentence, doc[_turn_before(doc, token.i)])[0], sentence.end
    verb = token
    while verb.dep_ != "ROOT" and not (
        verb.dep_ == "conj"
        and verb.pos_ in ("VERB", "AUX")
        and any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    ):
        verb = verb.head
    joined = [
        c for c in verb.children if c.dep_ == "conj" and any(g.dep_ in ("nsubj", "nsubjpass") for g in c.children)
    ]
    foreign = {t.i for c in joined for t in c.subtree} - {token.i}
    if token.i in {t.i for c in joined for t in c.subtree}:
        foreign = set()
    span = [t.i for t in (verb.subtree if verb.dep_ != "ROOT" else doc) if t.i not in foreign]
    return _hull(sentence, doc, span or [token.i])


def _closes(doc: Doc, token: Token) -> bool:
    """Whether a source behind a comma ends its sentence, and so vouches for all that it joins: "…, per the mayor"."""
    return doc[token.i - 1].text == "," and not any(t.text in ";:" or t.lower_ in TURNS for t in doc[token.i :])


def _turn_before(doc: Doc, at: int) -> int:
    """The token after the last word or mark by which a sentence turns to something else, 0 where it does not."""
    return next((t.i + 1 for t in reversed(doc[:at]) if t.text == ";" or t.lower_ in TURNS), 0)


def _hull(sentence: Sentence, doc: Doc, tokens: list[int]) -> tuple[int, int]:
    """Offsets from the first to the last of some tokens: what another voice says between them is narrower, and its."""
    return offsets(sentence, doc[min(tokens)])[0], offsets(sentence, doc[max(tokens)])[1]


def phrase_of(sentence: Sentence, head: Token) -> tuple[int, int]:
    """Offsets of all that hangs on a token."""
    return offsets(sentence, head.left_edge)[0], offsets(sentence, head.right_edge)[1]
