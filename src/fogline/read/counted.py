"""What does a number in a sentence count? The counted noun, its class, and the words that count it without a number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Token

from fogline.lexicon.figures import count_words
from fogline.lexicon.numbers import number_words
from fogline.lexicon.places import place_words
from fogline.lexicon.time import time_words
from fogline.model.figure import Figure
from fogline.read.numbers import Number, find_numbers

INSIDE = ("nummod", "quantmod", "det", "neg", "compound", "amod", "predet", "nmod", "advmod", "poss")
NOUNS = ("NOUN", "PROPN", "ADJ", "PRON")
VERBAL = ("VERB", "AUX")
NOMINAL = ("dobj", "nsubj", "nsubjpass", "pobj", "appos", "attr")
REACH = 8  # tokens from a number to its noun: "two heavily damaged Russian landing ships"
COMPANIES = frozenset({"crew", "staff", "personnel", "police", "family", "team", "prey", "militia"})  # no one person
OF_REACH = 10
TO_SAYING = 6  # tokens behind a list of speakers in which they speak
AT_LEAST = re.compile(
    r",?\s+(?:at (?:the )?(?:very )?least|at a minimum|or more)\b(?!\s+(?:\d|one|two|three|four|five))"
)
HYPHENED = re.compile(r"(?:[-‐‑][^\W\d_]+)+")
QUOTES = ('"', "“", "”", "„", "'", "‘", "’", "«")


@dataclass(frozen=True, slots=True)
class Count:
    """A count in a doc: characters [start, end) of the words that give it, its value, and its place in the parse.

    `head` is the token that the sentence says something of, `noun` the counted noun (None where it is left out:
    "31 were wounded"), `classes` the noun's classes. `kind` is "number", "none" (counts to zero), "one" ("a man") or
    "name" ("the pilot", "Ivanov": one, where the verb is plain). `number_start` and `number_end` bound the number.
    """

    start: int
    end: int
    value: Figure
    head: Token
    noun: Token | None
    classes: frozenset[str]
    kind: str
    number_start: int
    number_end: int


def find_counts(doc: Doc) -> list[Count]:
    """Every count of a sentence, in order; which of them is a figure is for the caller to say."""
    counts = [count for number in find_numbers(doc.text) if (count := _numbered(doc, number)) is not None]
    taken = {token.i for count in counts for token in (count.head, count.noun) if token is not None}
    inside = [(count.number_start, count.number_end) for count in counts]
    singles = [
        count
        for count in _singles(doc)
        if count.head.i not in taken and not any(start <= count.head.idx < end for start, end in inside)
    ]
    told = [count for count in (*counts, *singles) if not (_speak(count) or _is_a_make(count))]
    return sorted(told, key=lambda count: (count.start, count.end))


def _is_a_make(count: Count) -> bool:
    """Whether a number is a part of the name of what flies: "a Hermes 900 drone", "Shahed 136 drones"."""
    if "munition" not in count.classes and "object" not in count.classes:
        return False
    number = next((c for c in count.head.children if c.dep_ == "nummod" and c.idx == count.start), None)
    if number is None or not number.text.isdigit() or number.i == 0:
        return False
    before = number.nbor(-1)
    return before.head == count.head and before.tag_ == "NNP" and before.dep_ in ("nmod", "compound")


def _speak(count: Count) -> bool:
    """Whether the counted are among those who say so behind a comma: "killed four, two residents and a doctor said"."""
    doc, at = count.head.doc, count.head.i
    if "munition" in count.classes:
        return False
    while at > 0 and doc[at].text != "," and doc[at].pos_ not in ("VERB", "AUX"):
        at -= 1
    last = max((count.head, *count.head.conjuncts), key=lambda token: token.i)
    return at > 0 and doc[at].text == "," and speaks_behind(last)


def speaks_behind(last: Token) -> bool:
    """Whether a list of people that ends in a token says what is told: "… and a doctor at the hospital said"."""
    for token in last.doc[last.i + 1 : last.i + 1 + TO_SAYING]:
        if token.pos_ == "PUNCT":
            return False
        if token.lemma_.lower() in count_words().marks["speaks"]:
            return token.tag_ in ("VBD", "VBZ", "VBP")
    return False


def noun_classes(noun: Token | None) -> frozenset[str]:
    """The classes of a noun; empty where the lexicon does not know it."""
    if noun is None:
        return frozenset()
    words = count_words()
    form = noun_form(noun)
    if form in words.unmanned and any(child.lower_ in words.unmanned_words for child in noun.subtree):
        return frozenset({"munition"})
    return words.classes.get(form, frozenset())


def noun_form(noun: Token) -> str:
    """The form of a noun that the lexicon lists, else its lemma in lower case."""
    whole = noun.lower_
    if noun.i >= 2 and noun.nbor(-1).text == "-":  # "Iskander-Ms" is three tokens
        whole = f"{noun.nbor(-2).lower_}-{noun.lower_}"
    return _listed_form(noun.lemma_.lower(), noun.lower_, whole)


@lru_cache(maxsize=65536)
def _listed_form(lemma: str, word: str, whole: str) -> str:
    known = count_words()
    forms = (lemma, word, word.rstrip("s"), word.replace("men", "man"), whole.rstrip("s"))
    return next((form for form in forms if form in known.classes or form in known.unmanned), lemma)


def _numbered(doc: Doc, number: Number) -> Count | None:
    span = doc.char_span(*number.core, alignment_mode="expand")
    if span is None or not len(span):
        return None
    head, noun = _head_and_noun(doc, span.root, span.end)
    if _is_age(head) or _ousted(head):
        return None
    classes = noun_classes(noun) or _of_those(noun, head)
    start, end = number.start, number.end
    last = max((token for token in (head, noun) if token is not None), key=lambda token: token.i)
    if last.idx >= number.end and last.i - span.end < REACH:
        end = _word_end(last)
    kind = "none" if number.bound == "none" else "number"
    value = Figure(number.value.low, None) if AT_LEAST.match(doc.text, end) else number.value
    return Count(start, end, value, head, noun, classes, kind, number.start, number.end)


def _of_those(noun: Token | None, head: Token) -> frozenset[str]:
    """People, where some of those are counted who are only called by what became of them: "two of the injured"."""
    some = noun is not None and noun != head and noun.lower_ in count_words().marks["wholes"]
    return frozenset({"person"}) if some else frozenset()


def _word_end(token: Token) -> int:
    """Where a word ends that goes on behind a hyphen: "passers-by", "sisters-in-law"."""
    end = token.idx + len(token)
    goes_on = HYPHENED.match(token.doc.text, end)
    return goes_on.end() if goes_on else end


def _head_and_noun(doc: Doc, root: Token, after: int) -> tuple[Token, Token | None]:
    """The token that stands for the count in the parse, and the noun that is counted."""
    head = root
    after = _over_quote(doc, after)
    if root.dep_ in INSIDE and root.head.i < root.i and (following := _next_noun(doc, after)) is not None:
        return following, following  # "On Friday 40 residents": the parse ties the number to the day
    if root.dep_ == "nummod" and root.head.i == after and root.head.dep_ in NOMINAL and noun_classes(root.head):
        return root.head, root.head  # "left 24 inmates dead": the parser may take a plural for a verb
    if (
        after < len(doc)
        and doc[after].pos_ in ("PUNCT", "AUX", "VERB")
        and doc[after].dep_ != "amod"
        and doc[after].text != "-"
    ):
        return head, None
    while (
        head.dep_ in INSIDE
        and head.head.i > head.i
        and head.head.i - root.i <= REACH
        and head.head.pos_ not in ("VERB", "NUM")  # of "two dead, nine wounded" the two are not the nine
    ):
        head = head.head
    noun = _of_noun(head) if head.i < after or head.lemma_.lower() in count_words().heads else None
    if noun is None and head.i >= after and head.pos_ in NOUNS:
        noun = head
    if noun is None and after < len(doc) and head.i < after:
        following = doc[after]
        if following.pos_ in ("NOUN", "PROPN") and following.dep_ not in ("nsubj", "nsubjpass"):
            noun = following
        elif following.lower_ in ("others", "more") and following.dep_ in ("nsubj", "nsubjpass", "dobj", "conj"):
            head = following
    return head, noun


def _over_quote(doc: Doc, at: int) -> int:
    """The token behind a quotation mark right behind a number: 'killed 38 "apostates"', '"over 38" people'."""
    if at + 1 >= len(doc) or doc[at].text not in QUOTES:
        return at
    return at + 1 if doc[at].whitespace_ == "" or doc[at + 1].pos_ in NOUNS else at


def _next_noun(doc: Doc, start: int) -> Token | None:
    """The plural noun right behind a number, over adjectives."""
    for token in doc[start : start + 3]:
        if token.tag_ in ("NNS", "NNPS"):
            return token
        if token.pos_ not in ("ADJ", "NOUN", "PROPN"):
            return None
    return None


def _is_age(head: Token) -> bool:
    """Whether the number is an age: "a woman of 67"."""
    if head.dep_ != "pobj" or head.head.lower_ not in ("of", "aged", "between") or head.pos_ != "NUM":
        return False
    owner = head.head.head
    if head.head.lower_ == "between":  # "ten men between 18 and 52"
        return owner.pos_ == "NOUN" and "person" in noun_classes(owner)
    return owner.tag_ == "NN" and owner.lemma_.lower() not in count_words().many and "person" in noun_classes(owner)


def _ousted(head: Token) -> bool:
    """Whether another subject stands between a count and its verb: "where some 8,000 remain, four were killed"."""
    if head.dep_ not in ("nsubj", "nsubjpass"):
        return False
    others = [c for c in head.head.children if c.dep_ in ("nsubj", "nsubjpass") and head.i < c.i < head.head.i]
    others = [c for c in others if c.idx >= _word_end(head)]  # "two ex-soldiers" are no others
    return any(not _part_of_it(c) and not _beside(head, c) for c in others) and not _told_behind(head)


def _beside(one: Token, other: Token) -> bool:
    """Whether only "and a" stands between two subjects: "two monks of the order and a woman lost their lives"."""
    between = [token for token in one.doc[one.i + 1 : other.left_edge.i] if token.idx >= _word_end(one)]
    own = {token.i for child in one.rights if child.lower_ == "of" for token in child.subtree}
    return [token.lower_ for token in between if token.i not in own] == ["and"]


def _told_behind(head: Token) -> bool:
    """Whether a participle right behind tells of the counted: "28 civilians killed, nine injured"."""
    after = head.doc[head.i + 1] if head.i + 1 < len(head.doc) else None
    states = (figure.states for figure in count_words().figures.values())
    return after is not None and after.head != head.head and any(after.lower_ in words for words in states)


def _part_of_it(subject: Token) -> bool:
    """Whether a subject is a part of the one before it: "among them a boy", "many of them"."""
    for child in subject.children:
        if child.lower_ in ("among", "amongst", "including"):
            return True
        if (
            child.lower_ == "of"
            and subject.pos_ != "NUM"
            and any(inner.lower_ in ("them", "whom") for inner in child.children)
        ):
            return True
    return False


def _of_noun(head: Token) -> Token | None:
    """The noun in "dozens of people", "31 of them"."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i - head.i <= OF_REACH:
            for object_ in child.children:
                if object_.dep_ == "pobj" and (not noun_classes(head) or head.lemma_.lower() in count_words().heads):
                    return object_
    return None


def _singles(doc: Doc) -> Iterator[Count]:
    """People counted without a number: "a woman", "his wife", "the pilot", "Ivanov"."""
    words = count_words()
    for token in doc:
        alike = frozenset({"person"}) if _stands_for_one(token) else _another(token)
        if alike is not None:
            first = token.left_edge
            end = token.idx + len(token)
            yield Count(first.idx, end, Figure(1, 1), token, None, alike, "one", first.idx, end)
            continue
        if token.tag_ not in ("NN", "NNP") or token.dep_ in ("compound", "amod", "nmod", "poss", "npadvmod"):
            continue
        if token.dep_ == "appos" and not _lists_more(token):
            continue
        if _presents_speaker(token) or (token.tag_ == "NNP" and _ousted(token)):
            continue
        lemma = token.lemma_.lower()
        classes = noun_classes(token)
        if token.tag_ == "NNP" and (token.is_upper or token.ent_type_ or _is_time(token) or _is_way(token)):
            continue
        if token.tag_ == "NN" and (lemma in words.many or (classes and not classes & {"person", "object", "munition"})):
            continue
        kind = _single_kind(token)
        if (
            kind is None
            or (kind == "name" and not classes and token.tag_ == "NN")
            or any(child.dep_ == "nummod" for child in token.children)
        ):
            continue
        value = Figure(2, 2) if lemma in words.two else Figure(1, 1)
        first = min((child for child in token.children if child.dep_ in INSIDE), key=lambda t: t.i, default=token)
        first = first if first.i < token.i else token
        end = _word_end(token)
        yield Count(first.idx, end, value, token, token, classes, kind, first.idx, end)


def _lists_more(token: Token) -> bool:
    """Whether the parse takes the second of a list for other words for the first: "a chief, his wife and two sons"."""
    return token.tag_ == "NN" and token.head.tag_ == "NN" and any(other.i > token.i for other in token.conjuncts)


def _presents_speaker(token: Token) -> bool:
    """Whether a noun only says who the speaker named behind it is: "killing five, a village elder, Ali Omar, said"."""
    doc, first = token.doc, token.left_edge.i
    if token.tag_ != "NN" or first == 0 or doc[first - 1].text != "," or doc[token.i + 1 : token.i + 2].text != ",":
        return False
    behind = token.i + 2
    while behind < len(doc) and doc[behind].pos_ == "PROPN":
        behind += 1
    named = behind > token.i + 2
    behind += doc[behind : behind + 1].text == ","
    return named and behind < len(doc) and doc[behind].lemma_.lower() in count_words().marks["speaks"]


def _stands_for_one(token: Token) -> bool:
    """Whether a word stands for one person: "a third was wounded", "a 17-year-old", "wounding him"."""
    if token.lower_ in ("him", "her") and token.dep_ == "dobj":
        return token.head.tag_ == "VBG" and token.head.dep_ == "advcl"
    if token.pos_ not in ("ADJ", "ADV", "NOUN") or token.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return False
    aged = token.lower_ == "old" and token.i > 0 and token.nbor(-1).text == "-"
    nth = token.lower_ in number_words().ordinals and not any(child.lower_ == "of" for child in token.children)
    return (aged or nth) and any(child.lower_ in ("a", "an", "another") for child in token.children)


def _another(token: Token) -> frozenset[str] | None:
    """The classes of what "another" without a noun counts, those of what was told of before; None where it is a thing.

    "One was killed and another wounded" counts a person, "a house burned down and another was hit" none.
    """
    if token.lower_ != "another" or token.dep_ not in ("nsubj", "nsubjpass", "dobj") or token.head.pos_ not in VERBAL:
        return None
    over = [up for up in token.head.ancestors if up.pos_ in VERBAL and up.i < token.i]
    over += [c for c in token.head.children if c.dep_ == "ccomp" and c.i < token.i]
    for verb in over:
        suffer = [c for c in verb.children if c.dep_ in ("nsubjpass", "dobj") and c.i < token.i]
        suffer = suffer or [c for c in verb.children if c.dep_ == "nsubj" and c.i < token.i]
        if suffer:
            people = [c for c in suffer if "person" in noun_classes(c) or c.pos_ == "NUM"]
            return frozenset({"person"}) if people else None
    return frozenset()


def _is_time(token: Token) -> bool:
    words = time_words()
    return token.text in words.weekdays or token.text.rstrip(".") in words.months


def _is_way(token: Token) -> bool:
    """Whether a capital only begins a sentence with a direction: "South of Beirut, 20 people were killed"."""
    return token.i == 0 and token.lower_ in place_words().ways


def _bare_in_heading(token: Token) -> bool:
    """Whether a headline leaves out the article of one who suffers: "drone kills man in Tyre", "Soldier killed by"."""
    verb = token.head
    if token.tag_ != "NN" or "person" not in noun_classes(token) or token.lemma_.lower() in COMPANIES:
        return False
    if any(child.dep_ in ("nummod", "cc", "conj") for child in token.children):
        return False
    if token.dep_ == "dobj":
        return verb.tag_ in ("VBZ", "VBP") and verb.i < token.i
    first = token.dep_ in ("nsubjpass", "nsubj") and token.left_edge.i <= 1
    return first and verb.tag_ == "VBN" and not any(child.dep_ in ("aux", "auxpass") for child in verb.children)


def _single_kind(token: Token) -> str | None:
    determiners = {child.lower_ for child in token.children if child.dep_ in ("det", "poss")}
    if token.tag_ == "NNP":
        return "name" if not determiners & {"a", "an", "no", "any"} else "one"
    if determiners & {"a", "an", "another"} or any(child.dep_ == "poss" for child in token.children):
        return "one"
    if not determiners and _bare_in_heading(token):
        return "one"
    return "name" if "the" in determiners else None
