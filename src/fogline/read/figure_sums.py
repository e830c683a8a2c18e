"""Which counts of a sentence are added up? Those joined under one verb, lists, and who is named beside a count."""

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from fogline.lexicon.figures import count_words
from fogline.lexicon.numbers import number_words
from fogline.model.figure import Figure
from fogline.read.counted import Count, noun_classes, speaks_behind
from fogline.read.figure_found import FoundFigure
from fogline.read.figure_tellings import PASSIVE
from fogline.read.numbers import find_numbers

CASUALTIES = ("killed", "injured")
ELSEWHERE = re.compile(r"\b(?:in|at|near) [A-Z]")
ALONG_WITH = re.compile(r"^[^,;.:]*,? (?:along|together) with (?:the |a |an )?$")
JOINED = re.compile(r"(?:,|and|, and)(?: (?:a|an|the|his|her|their|its))?")


def _listed(first: FoundFigure) -> list[Token]:
    """The rest of a list that the parse takes to stand beside its first: "five soldiers, a driver and two civilians".

    Who is said again is as many as were counted ("three people, a father and two sons"), or of a kind they all are.
    """
    rest = [c for c in first.count.head.children if c.dep_ == "appos"]
    noun = first.count.noun
    if len(rest) != 1 or noun is None:
        return []
    listed = [rest[0], *rest[0].conjuncts]
    beside = _of_other_sex(noun, listed)
    if noun.lemma_.lower() in count_words().marks["anyone"] and not beside:
        return []
    ands = any(child.lower_ == "and" for token in listed for child in token.children)
    named = any(token.tag_ not in ("NN", "NNS") or token.ent_type_ == "PERSON" for token in listed)
    comma = rest[0].doc[rest[0].left_edge.i - 1].text == ","
    if any(token.tag_ == "NNS" and not _numbered(token) for token in listed):
        return []  # "most of them women and children"
    if not all("person" in noun_classes(token) for token in listed):
        return []  # "three fatalities, at least four injuries, and significant damage"
    if len(listed) < 2 or not ands or named or not comma or speaks_behind(listed[-1]):
        return []
    return listed if beside or sum(map(_worth, listed)) != first.value.low else []


def _of_other_sex(noun: Token, listed: Sequence[Token]) -> bool:
    """Whether one listed behind cannot be of those counted: "two men, a woman and a child"."""
    marks, lemma = count_words().marks, noun.lemma_.lower()
    others = marks["female"] if lemma in marks["male"] else marks["male"] if lemma in marks["female"] else ()
    return any(token.lemma_.lower() in others for token in listed)


def _numbered(token: Token) -> bool:
    return any(child.dep_ == "nummod" for child in token.children)


def _worth(token: Token) -> int:
    """How many a listed noun stands for."""
    for child in token.children:
        if child.dep_ == "nummod" and (numbers := find_numbers(child.text)):
            return numbers[0].value.low
    return 1


def merge_sums(found: Sequence[FoundFigure]) -> list[FoundFigure]:
    """Counts joined by "and" under one telling are added: "two drivers and a policeman" are three."""
    merged: list[FoundFigure] = []
    for item in found:
        into = next((index for index, other in enumerate(merged) if _added(other, item)), None)
        if into is None:
            merged.append(item)
        else:
            other = merged[into]
            merged[into] = replace(other, value=_sum(other.value, item.value), end=item.end)
    return merged


def with_jammed(found: Sequence[FoundFigure]) -> list[FoundFigure]:
    """What was shot down and what was led astray by signals, added up: "downed 65, while 18 more were jammed".

    Not where the sum of the two stands in the sentence as well, or one is told as a part of the other.
    """
    found = _without_addends(found, "intercepted")
    stopped = [i for i in found if i.figure == "intercepted" and i.telling and not (i.subset or i.former)]
    jammed = [i for i in stopped if _by_signals(i)]
    shot = [i for i in stopped if i not in jammed]
    if len(jammed) != 1 or len(shot) != 1:
        return found
    one, other = sorted((shot[0], jammed[0]), key=lambda item: item.start)
    both = replace(one, value=_sum(one.value, other.value), end=other.end)
    return [both if item is one else item for item in found if item is not other]


def _without_addends(found: Sequence[FoundFigure], figure: str) -> list[FoundFigure]:
    """The figures, those marked as parts that add up to one told before: "40 were stopped: 28 shot down, 12 jammed"."""
    told = [item for item in found if item.figure == figure and not (item.subset or item.former)]
    rest = told[1:]
    if len(rest) < 2 or sum(item.value.low for item in rest) != told[0].value.low:
        return list(found)
    return [replace(item, subset=True) if item in rest else item for item in found]


def _by_signals(item: FoundFigure) -> bool:
    """Whether the counted were jammed or lost from sight, and not shot down."""
    word = item.telling.word if item.telling is not None else None
    return word is not None and not {word.lemma_.lower(), word.lower_}.isdisjoint(count_words().marks["by_signals"])


def _sum(one: Figure, other: Figure) -> Figure:
    high = None if one.high is None or other.high is None else one.high + other.high
    return Figure(one.low + other.low, high)


def _added(one: FoundFigure, other: FoundFigure) -> bool:
    same = one.figure == other.figure and one.telling is not None and one.telling == other.telling
    if ELSEWHERE.search(one.count.head.doc.text[one.count.number_end : other.start]):
        return False  # "three in Kramatorsk and one in Sumy"
    if _opposed(one.count, other.count) or _one_further(other):
        return False
    if one.figure == other.figure == "killed" and _along_with(one, other):
        return True
    whole = not (one.subset or other.subset or one.former or other.former)
    first, second = one.count.head, other.count.head
    beside = second in first.conjuncts or (second.dep_ == "conj" and second.head == first.head)
    top = second
    while top.dep_ == "conj" and top.head != top:
        top = top.head
    beside = beside or (top.dep_ == "appos" and top.head == first)  # "six missiles, four bombs and 70 drones"
    if top.head == first.head and top.dep_ == first.dep_ in (*PASSIVE, "nsubj", "dobj"):
        of = max((c.right_edge for c in first.rights if c.lower_ == "of"), key=lambda t: t.i, default=first)
        between = first.doc.text[max(one.end, of.idx + len(of)) : other.start].strip()
        beside = beside or bool(JOINED.fullmatch(between))  # "a farmer, his wife and their four children"
    return same and whole and first != second and beside and not _word_between(one, other)


def _one_further(item: FoundFigure) -> bool:
    """Whether one is told of apart: "one of them a child, and a third was hurt"."""
    return item.count.kind == "one" and item.count.head.lower_ in (*number_words().ordinals, "another")


def _along_with(one: FoundFigure, other: FoundFigure) -> bool:
    """Whether some died beside one told of: "the colonel was killed along with three of his guards"."""
    between = one.count.head.doc.text[one.end : other.start]
    return not (one.subset or other.subset or one.former) and bool(ALONG_WITH.search(between))


def _opposed(one: Count, other: Count) -> bool:
    """Whether those counted fight each other: "two soldiers and six gunmen were killed" are two losses."""
    marks = count_words().marks
    state, foes = set(marks["of_a_state"]), set(marks["of_its_foes"])
    first, second = _called(one), _called(other)
    if _beside_a_state(first | second):
        return False
    return (_only(first, state, foes) and bool(second & foes)) or (_only(second, state, foes) and bool(first & foes))


def _beside_a_state(called: set[str]) -> bool:
    """Whether words say that fighters are on the side of a state: "pro-government fighters"."""
    return not called.isdisjoint(count_words().marks["of_one_side"])


def _only(called: set[str], these: set[str], others: set[str]) -> bool:
    return bool(called & these) and not called & others


def _called(count: Count) -> set[str]:
    """What the counted are called: their noun, what stands before it, and what it is "of"."""
    nouns = [count.head, *([count.noun] if count.noun is not None else [])]
    called = {token.lemma_.lower() for token in nouns}
    for noun in nouns:
        called |= {child.lemma_.lower() for child in noun.children if child.i < noun.i}
        ofs = [child for child in noun.children if child.dep_ == "prep" and child.lower_ == "of"]
        called |= {t.lemma_.lower() for of in ofs for inner in of.children for t in (inner, *inner.lefts)}
    return called


def _word_between(one: FoundFigure, other: FoundFigure) -> bool:
    """Whether a noun or a verb stands between "and" and the second count: "Kill Ten People and Displace Hundreds"."""
    between = [t for t in one.count.head.doc if one.end <= t.idx < other.start]
    last = next((i for i in range(len(between) - 1, -1, -1) if between[i].lower_ == "and"), None)
    return last is not None and any(t.pos_ in ("NOUN", "PROPN", "VERB") for t in between[last + 1 :])


def with_named(found: Sequence[FoundFigure], counted: set[int]) -> list[FoundFigure]:
    """One more for who or what is named beside a count: "the chief and his two sons", "took X and two villages"."""
    return [_with_more(item, _named_beside(item, counted)) for item in found]


def _named_beside(item: FoundFigure, counted: set[int]) -> int:
    """How many are named without a number before a count that the parse joins to them; none that is counted itself."""
    head = item.count.head
    if item.figure in CASUALTIES and item.telling is not None and not (item.subset or item.former):
        listed = _listed(item)
        if listed and item.count.kind == "number":
            return sum(map(_worth, listed))
    if item.count.kind != "number" or head.dep_ != "conj" or item.subset or item.former or item.telling is None:
        return 0
    before = [t for t in head.conjuncts if t.i < head.i and t.dep_ != "ROOT" and t.i not in counted]
    if item.figure == "settlements":
        return sum(1 for t in before if t.tag_ == "NNP" or (t.tag_ == "NN" and "settlement" in noun_classes(t)))
    if item.figure not in CASUALTIES:
        return 0
    named = sum(1 for t in before if t.tag_ == "NNP" and any("person" in noun_classes(c) for c in t.children))
    if item.figure != "killed" or not any(child.dep_ == "poss" for child in head.children):
        return named
    return named + sum(1 for t in before if t.tag_ == "NN" and "person" in noun_classes(t))


def _with_more(item: FoundFigure, more: int) -> FoundFigure:
    if not more:
        return item
    low, high = item.value.low, item.value.high
    return replace(item, value=Figure(low + more, None if high is None else high + more))
