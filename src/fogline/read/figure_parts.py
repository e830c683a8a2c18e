"""Which counts are parts of others, or earlier states of them: "including", "among them", "up from 38"?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from fogline.lexicon.figures import count_words
from fogline.read.counted import Count
from fogline.read.figure_found import FoundFigure
from fogline.read.figure_patterns import MARK_REACH, pattern

# What stands in dashes or in brackets.
ASIDE = re.compile(r"(?<=\s)[-–—]\s[^-–—;:.]{3,90}?\s[-–—](?=\s)|\([^()]{3,90}\)")


def with_parts(text: str, counts: Sequence[Count], found: Sequence[FoundFigure]) -> list[FoundFigure]:
    """The figures with parts and earlier states marked; parts take the figure of what they are a part of."""
    marked: list[FoundFigure] = []
    tolls = {item.figure for item in found if item.telling is None and item.count.kind == "number"}
    told = {id(item.count) for item in found}
    untold = [FoundFigure(count, "", count.value, count.start, count.end) for count in counts if id(count) not in told]
    for item in sorted([*found, *untold], key=lambda item: item.start):
        parent = next((other for other in reversed(marked) if not other.subset and other.end <= item.start), None)
        part = _is_part(text, item)
        former = item.former or bool(
            pattern("former_before").search(text[max(0, item.start - MARK_REACH) : item.start])
        )
        if not item.figure:
            alone = item.count.noun is None or item.count.noun == item.count.head
            if parent and item.count.kind == "number" and (part or (former and alone)):
                marked.append(replace(item, figure=parent.figure, subset=part, former=former and not part))
        elif (
            (part and parent and parent.figure == item.figure)
            or (parent and parent.figure == item.figure and _is_apposed(item, parent))
            or _is_increment(text, item, tolls)
            or _is_aside(text, item, parent)
        ):
            marked.append(replace(item, subset=True))
        else:
            earlier = item.former or (former and item.count.kind == "number" and parent is not None)
            marked.append(replace(item, former=earlier))
    return marked


def _is_part(text: str, item: FoundFigure) -> bool:
    before = pattern("subset_before").search(text[max(0, item.start - MARK_REACH) : item.start])
    after = pattern("subset_after").match(text, item.count.number_end) or pattern("subset_after").match(text, item.end)
    return bool(before or after)


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


def _is_apposed(item: FoundFigure, parent: FoundFigure) -> bool:
    """Whether a count only lists who another counts: "three people, a father and his two sons"."""
    node, apposed = item.count.head, False
    while node.dep_ in ("conj", "appos") and node.head != node:
        apposed = apposed or node.dep_ == "appos"
        node = node.head
    joined = "as well as" in item.count.head.doc.text[parent.end : item.start].lower()
    return apposed and node == parent.count.head and item.count.kind != "none" and not joined


def _is_increment(text: str, item: FoundFigure, tolls: set[str]) -> bool:
    """Whether a count adds to one told elsewhere: "three more bodies", "two of the dead", a death that moves a toll."""
    if item.count.kind in ("one", "name") and item.figure in tolls:
        return True
    part = pattern("subset_after").match(text, item.count.number_end)
    states = count_words().figures[item.figure].states | {"victims"}
    if part and set(part[0].lower().split()) & states:
        return True
    noun = item.count.noun.lemma_.lower() if item.count.noun is not None else ""
    more = text[item.count.number_end :].lstrip().lower().startswith(("more ", "additional ", "further "))
    return more and noun in count_words().marks["remains"]
