"""Which counts are parts of others, earlier states or totals: "including", "up from 38", "the toll since May"?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from fogline.lexicon.figures import count_words
from fogline.lexicon.numbers import number_words
from fogline.read.counted import Count
from fogline.read.figure_found import FoundFigure
from fogline.read.figure_patterns import MARK_REACH, TOLL_REACH, pattern
from fogline.read.status import is_definite

OF_THE = re.compile(r"\s+of\s+(?:the|their|those|its)\b")
IN_A_TOWN = re.compile(r"\s+(?:in|at|near|outside|over|above)\s+(?:the\s+)?(?:[a-z]+\s+(?:of\s+)?)?[A-Z]")
# What stands in dashes or in brackets.
ASIDE = re.compile(r"(?<=\s)[-–—]\s[^-–—;:.]{3,90}?\s[-–—](?=\s)|\([^()]{3,90}\)")


def with_parts(text: str, counts: Sequence[Count], found: Sequence[FoundFigure]) -> list[FoundFigure]:
    """The figures with parts and earlier states marked; parts take the figure of what they are a part of."""
    marked: list[FoundFigure] = []
    tolls = {item.figure for item in found if item.telling is None and item.count.kind == "number"}
    tolls -= {item.figure for item in found if _is_total(text, item, found)}
    told = {id(item.count) for item in found}
    untold = [FoundFigure(count, "", count.value, count.start, count.end) for count in counts if id(count) not in told]
    for item in sorted([*found, *untold], key=lambda item: item.start):
        parent = next((other for other in reversed(marked) if not other.subset and other.end <= item.start), None)
        part = _is_part(text, item)
        former = item.former or _is_former(text, item)
        if not item.figure:
            alone = item.count.noun is None or item.count.noun == item.count.head
            part = part or _share_behind_colon(text, item, parent)
            if parent and item.count.kind == "number" and (part or (former and alone)):
                marked.append(replace(item, figure=parent.figure, subset=part, former=former and not part))
        elif part and parent and item.telling and item.telling.word.i < parent.count.head.i:
            marked.append(replace(item, figure=parent.figure, subset=True))  # "nine were hurt, two of them badly"
        elif (
            (part and parent and parent.figure == item.figure)
            or (parent and parent.figure == item.figure and _is_listed_part(item, parent, found))
            or _is_increment(text, item, tolls)
            or _is_aside(text, item, parent)
            or _behind_colon(text, item, parent)
            or (parent and parent.figure == item.figure and _tells_how(text, item, parent))
            or any(_shares_part(item, other) for other in marked)
        ):
            marked.append(replace(item, subset=True))
        else:
            earlier = item.former or (former and item.count.kind == "number" and parent is not None)
            earlier = earlier or _is_superseded(text, item)
            marked.append(replace(item, former=earlier, total=_is_total(text, item, found)))
    return marked


def _shares_part(item: FoundFigure, part: FoundFigure) -> bool:
    """Whether a count is joined to a part in what is said of both: "among the dead were four nuns and two guards"."""
    same = part.subset and item.figure == part.figure and item.telling is not None and item.telling == part.telling
    return same and part.count.head in item.count.head.conjuncts


def _is_total(text: str, item: FoundFigure, found: Sequence[FoundFigure]) -> bool:
    """Whether a toll is of many days, told beside the count of one: "killed 12, taking the toll of the war to 80"."""
    if item.telling is not None or not any(
        o.telling and o.figure == item.figure and o.end <= item.start for o in found
    ):
        return False
    words = text[max(0, item.start - MARK_REACH) : item.start].lower().split()
    tolls = [at for at, word in enumerate(words) if word in count_words().marks["toll"] + count_words().marks["count"]]
    return bool(tolls) and not set(count_words().marks["spans"]).isdisjoint(words[tolls[-1] :])


def _is_part(text: str, item: FoundFigure) -> bool:
    before = pattern("subset_before").search(text[max(0, item.start - MARK_REACH) : item.start])
    after = pattern("subset_after").match(text, item.count.number_end) or pattern("subset_after").match(text, item.end)
    return bool(before or after)


def _tells_how(text: str, item: FoundFigure, parent: FoundFigure) -> bool:
    """Whether a bare number behind a comma says how some of those counted are: "two were hurt, one with burns"."""
    bare = item.telling is None and item.count.kind == "number" and not item.count.classes
    return bare and text[: item.start].endswith(", ") and item.value.low < parent.value.low


def _is_aside(text: str, item: FoundFigure, parent: FoundFigure | None) -> bool:
    """Whether a count stands in dashes or brackets that say who those counted before are: "three died - two men and".

    What has a verb of its own tells something else.
    """
    if parent is None or item.count.kind not in ("number", "one"):
        return False
    for match in ASIDE.finditer(text, max(0, parent.start)):
        if match.start() >= item.start or match.end() < item.end or parent.end > match.start():
            continue
        words = item.count.head.doc.char_span(*match.span(), alignment_mode="contract")
        return words is not None and not any(token.pos_ in ("VERB", "AUX") for token in words)
    return False


def _behind_colon(text: str, item: FoundFigure, parent: FoundFigure | None) -> bool:
    """Whether one behind a colon is one of those counted before it: "two were hurt: a man and his son"."""
    if parent is None or item.figure != parent.figure or item.count.kind == "none":
        return False
    return parent.value.low > item.value.low and parent.count.kind == "number" and ":" in text[parent.end : item.start]


def _share_behind_colon(text: str, item: FoundFigure, parent: FoundFigure | None) -> bool:
    """Whether a bare number behind a colon says where some of those counted fell: "killed five: two in Sumy and"."""
    if parent is None or item.count.noun is not None or item.value.low >= parent.value.low:
        return False
    return ":" in text[parent.end : item.start] and bool(IN_A_TOWN.match(text, item.count.number_end))


def by_town(text: str, found: Sequence[FoundFigure]) -> list[FoundFigure]:
    """The figures, those of single towns for the sum of them: "killed nine: five in Sumy, four in Romny"."""
    out = list(found)
    for whole in [item for item in found if not item.subset and item.value.low and item.figure != "intercepted"]:
        parts = [i for i in found if i.subset and i.figure == whole.figure and i.start > whole.end]
        parts = [i for i in parts if IN_A_TOWN.match(text, max(i.end, i.count.number_end))]
        if len(parts) > 1 and sum(i.value.low for i in parts) == whole.value.low:
            out = [replace(i, subset=i is whole or (i.subset and i not in parts)) for i in out]
    return out


def _is_apposed(item: FoundFigure, parent: FoundFigure) -> bool:
    """Whether a count only lists who another counts: "three people, a father and his two sons"."""
    node, apposed = item.count.head, False
    while node.dep_ in ("conj", "appos") and node.head != node:
        apposed = apposed or node.dep_ == "appos"
        node = node.head
    if parent.count.kind in ("one", "name") and parent.value.high == 1 and _of_several(parent.count.head):
        return False  # "a mother, her two daughters and a neighbour"
    joined = "as well as" in item.count.head.doc.text[parent.end : item.start].lower()
    return apposed and node == parent.count.head and item.count.kind != "none" and not joined


def _of_several(head: Token) -> bool:
    """Whether what the parse takes for other words for one is a list: "a mother, her two sons and a guest"."""
    beside = [c for c in head.children if c.dep_ == "appos"]
    return any(other.tag_ in ("NN", "NNS") for first in beside for other in first.conjuncts)


def _is_listed_part(item: FoundFigure, parent: FoundFigure, found: Sequence[FoundFigure]) -> bool:
    """Whether a count only lists who or what another counts.

    Munitions in a list stand beside each other ("six ballistic missiles, four cruise missiles and 70 drones"), but for
    those that add up to the first.
    """
    apposed = _is_apposed(item, parent)
    if "munition" not in item.count.classes or "munition" not in parent.count.classes:
        return apposed
    beside = parent.count.head.conjuncts
    same = [other for other in found if other.figure == item.figure and other.count is not parent.count]
    listed = [other for other in same if _is_apposed(other, parent) or other.count.head in beside]
    ands = any(child.lower_ == "and" for other in (parent, *listed) for child in other.count.head.children)
    if ands and item in listed and sum(other.value.low for other in listed) == parent.value.low:
        return True
    return apposed and not ands


def _is_former(text: str, item: FoundFigure) -> bool:
    return bool(pattern("former_before").search(text[max(0, item.start - MARK_REACH) : item.start]))


def _is_superseded(text: str, item: FoundFigure) -> bool:
    """Whether another count has taken its place: "an earlier report said nine died", "two had been counted twice"."""
    before = pattern("superseded").search(text[max(0, item.start - TOLL_REACH) : item.start])
    return bool(before or pattern("miscounted").match(text, item.end))


def _is_increment(text: str, item: FoundFigure, tolls: set[str]) -> bool:
    """Whether a count adds to one told elsewhere, or is a part of it.

    "Three more bodies", "two of the dead", "among the dead were four nuns", a death that moves a toll.
    """
    if item.count.kind in ("one", "name") and item.figure in tolls:
        return True
    if _dies_late(text, item, tolls) or _one_of_many(item) or _somebodys(item):
        return True
    if pattern("among_whole").search(text[max(0, item.start - MARK_REACH) : item.start]):
        return True
    part = pattern("subset_after").match(text, item.count.number_end)
    states = count_words().figures[item.figure].states | {"victims"}
    if part and set(part[0].lower().split()) & states:
        return True
    noun = item.count.noun.lemma_.lower() if item.count.noun is not None else ""
    found = item.telling is not None and noun in count_words().marks["remains"]
    moves = found and item.figure in tolls and pattern("led").search(text) is not None
    if moves or (noun == "coffin" and OF_THE.match(text, item.count.number_end)):
        return True  # "eleven of the coffins", "rose to five after rescuers found two bodies"
    more = text[item.count.number_end :].lstrip().lower().startswith(("more ", "additional ", "further "))
    return more and noun in count_words().marks["remains"]


def _somebodys(item: FoundFigure) -> bool:
    """Whether one is told of by whose kin he was, who died in what is known: "her son was killed in the strike"."""
    if item.telling is None or item.count.kind not in ("one", "name"):
        return False
    if any(other.i < item.count.head.i for other in item.count.head.conjuncts):
        return False  # "a mother and her son were killed"
    owned = any(c.dep_ == "poss" and c.tag_ in ("PRP$", "WP$") for c in item.count.head.children)
    ways = [c for c in item.telling.word.children if c.dep_ in ("prep", "agent")]
    return owned and any(o.dep_ == "pobj" and o.pos_ == "NOUN" and is_definite(o) for way in ways for o in way.children)


def _one_of_many(item: FoundFigure) -> bool:
    """Whether one is told of who was among those counted elsewhere.

    "The youngest victim was a boy", "the dead are Ali, his wife and their son".
    """
    if item.telling is None or item.telling.role != "of" or item.count.kind not in ("one", "name"):
        return False
    word = item.telling.word
    if any(child.dep_ == "nummod" for other in item.count.head.conjuncts for child in other.children):
        return False  # "the victims are two drivers and a guard"
    ranked = any(c.tag_ == "JJS" or c.lower_ in number_words().ordinals for c in word.children)
    return ranked or (word.tag_ != "NN" and word.lower_ in count_words().marks["wholes"])


def _dies_late(text: str, item: FoundFigure, tolls: set[str]) -> bool:
    """Whether the counted died of what was told before: "two more people died in hospital, bringing the toll to four".

    Where the toll is one of many days, they are the dead of this one.
    """
    marks = count_words().marks
    if item.figure != "killed" or item.telling is None or item.telling.word.lemma_.lower() not in marks["late"]:
        return False
    hurt = count_words().figures["injured"].states
    cared_for = _of_wounds(item.telling.word) or any(token.lower_ in hurt for token in item.count.head.subtree)
    if any(c.lower_ == "of" and any(t.lower_ in hurt for t in c.subtree) for c in item.telling.word.children):
        return True  # "of the wounded three have since died"
    if item.figure in tolls:
        return (cared_for or _more(text, item)) and pattern("period").search(text) is None
    return cared_for and _more(text, item)


def _more(text: str, item: FoundFigure) -> bool:
    marks = count_words().marks
    behind = text[item.count.number_end :].lower().split(maxsplit=1)[:1]
    before = text[: item.start].lower().split()[-1:] + [child.lower_ for child in item.count.head.children]
    return bool({*behind} & {*marks["more"]} or {*before} & {*marks["another"]})


def _of_wounds(verb: Token) -> bool:
    """Whether somebody died of wounds or in a hospital."""
    late = count_words().marks["late_of"]
    return any(p.lemma_.lower() in late for c in verb.children if c.dep_ == "prep" for p in c.children)
