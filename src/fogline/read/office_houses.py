"""Of which house or committee is an office, that is no state's: "director of the Nasser hospital"?"""

import re

from fogline.lexicon.titles import titles
from fogline.read.scene import HYPHEN, Scene

HOUSE_WORDS = 7  # up to the house that an office is of: "of the town's general teaching hospital"
POSSESSIVE = re.compile(r"\.?(?:s?[’']s?)?\s+|[’']")
CHAIRED_WORDS = 4  # up to what somebody presides over: "of the camp's committee"


def chaired_by(scene: Scene, hi: int, end: int) -> int | None:
    """The end of what a president presides over that is no state's: "president of the camp's committee"."""
    lexicon, ps = titles(), scene.ps
    if ps[end].key not in lexicon.chairs or end >= hi or ps[end + 1].key != "of":
        return None
    found: int | None = None
    for k in range(end + 2, min(hi, end + 2 + CHAIRED_WORDS) + 1):
        if not is_close(scene.gap(k - 1)) or k in scene.hit_at:
            break
        found = k if ps[k].key in lexicon.chaired else found
    return found


def house_of(scene: Scene, hi: int, end: int) -> int | None:
    """The end of the house that an office is of and that is nobody's side: "director of the Nasser hospital"."""
    lexicon, ps = titles(), scene.ps
    if end >= hi or ps[end + 1].key not in lexicon.owned_by:
        return None
    for k in range(end + 2, min(hi, end + 2 + HOUSE_WORDS) + 1):
        key = ps[k].key
        if not is_close(scene.gap(k - 1)) or key in lexicon.armies:
            return None
        if key in lexicon.houses:
            return k
        plain = key in lexicon.fillers or key in lexicon.modifiers or key in lexicon.of_houses or key == "s"
        if not (plain or ps[k].text[0].isupper() or key in lexicon.particles):
            return None
    return None


def is_close(gap: str) -> bool:
    """Whether what stands between two words parts them in no way: a space, a hyphen, a possessive."""
    return bool(POSSESSIVE.fullmatch(gap) or HYPHEN.fullmatch(gap)) and "\n\n" not in gap
