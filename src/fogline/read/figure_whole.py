"""What is told of a whole and of a part of it: "downed 56 of 71 drones", "eight of the 23 men carried off"?"""

from collections.abc import Sequence
from dataclasses import replace

from fogline.lexicon.figures import count_words
from fogline.read.counted import Count
from fogline.read.figure_choice import MUNITION, choose
from fogline.read.figure_found import FoundFigure
from fogline.read.figure_tellings import above, noun_tellings

TOLD_AGAIN = ("killed", "injured", "missing", "captured", "detained")


def of_part(count: Count, part: Count, found: Sequence[FoundFigure], munitions: bool) -> list[FoundFigure]:
    """What is done to some of a whole, where the parse ties their number to the whole's: "downed 56 of 71 drones"."""
    if part.kind == "none" or part.head.head.pos_ != "NUM" or any(item.count is part for item in found):
        return []
    governing = [t for t in above(count.head) if t.word.i < part.head.i or t.role == "object"]
    return [
        FoundFigure(part, figure, part.value, part.start, part.end, telling)
        for figure, telling in choose(replace(part, noun=count.noun, classes=count.classes), governing, munitions)
    ]


def of_whole(count: Count, part: Count, found: Sequence[FoundFigure], munitions: bool) -> list[FoundFigure]:
    """Of "shot down 15 of 17 drones", 17 were launched; of "eight of the 23 men carried off", 23 carried off."""
    if part.kind == "none" and MUNITION not in count.classes:
        return []
    done = {item.figure for item in found if item.count is part}
    if "intercepted" in done or ("hit" in done and MUNITION in count.classes):
        return [FoundFigure(count, "launched", count.value, count.start, count.end)]
    state = count.head.doc.text[count.number_end :].lower().split(maxsplit=1)[:1]
    named = [f for f in TOLD_AGAIN if state and state[0].strip(",.;") in count_words().figures[f].states]
    if named:  # "three of the 20 wounded"
        return [FoundFigure(count, figure, count.value, count.start, count.end) for figure in named[:1]]
    said = noun_tellings(count.noun) if count.noun is not None else []
    return [
        FoundFigure(count, figure, count.value, count.start, count.end, telling)
        for figure, telling in choose(count, said, munitions)
    ]
