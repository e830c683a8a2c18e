"""Is what a sentence says burned only what came of the deed told before it: "Six houses burned down"?"""

from collections.abc import Sequence

from spacy.tokens import Token

from fogline.lexicon.events import ATTACK
from fogline.read.doers import doers_of
from fogline.read.sources import HEADINGS
from fogline.read.telling import Telling
from fogline.read.text import ParsedText
from fogline.read.things import Thing
from fogline.read.what import VIOLENT

DEEDS = VIOLENT | {ATTACK, "unrest"}  # groups of deeds that set fire to things and wreck them
NEXT = 4  # sentences on in which another paragraph still goes on from a deed


def without_what_came_of_it(tellings: Sequence[Telling], parsed: ParsedText) -> list[Telling]:
    """The tellings but for those of burning and wrecking that nobody does, behind a deed of force.

    Such a sentence tells no deed of its own, has no place and no day: what burned is an effect of the deed. So is what
    a heading says burned, where the text below has no such deed.
    """
    nobodys = [t for t in tellings if _nobodys(t, parsed)]
    deeds = [t for t in tellings if t.group in DEEDS and t.status == "occurred" and not t.denied] if nobodys else []
    if not deeds:
        return list(tellings)
    in_body = [t for t in nobodys if t.sentence.part not in HEADINGS]
    gone = [t for t in in_body if _is_open(t) and any(_behind(t, deed) for deed in deeds)]
    told = [t for t in tellings if t.group == "property" and t.sentence.part not in HEADINGS]
    if len(told) == len(gone):
        gone += [t for t in nobodys if t.sentence.part in HEADINGS]
    return [t for t in tellings if not any(t is one for one in gone)]


def _is_open(telling: Telling) -> bool:
    return not telling.places and not telling.date and not telling.apart


def _nobodys(telling: Telling, parsed: ParsedText) -> bool:
    """Whether things are burned or wrecked, and nobody is said to do it."""
    if telling.group != "property" or telling.actors or telling.denied:
        return False
    effects = [t for t in telling.things if t.kind == "effects"]
    doc = parsed.docs[telling.sentence.index]
    low, high = (at - telling.sentence.start for at in telling.span)
    verbs = [token for token in doc if low <= token.idx < high and token.pos_ in ("VERB", "AUX")]
    return bool(effects and verbs) and not any(_acts(d, telling.things) for v in verbs for d in doers_of(v))


def _acts(doer: Token, things: Sequence[Thing]) -> bool:
    """Whether it is somebody: not a thing that burns, nor "one" of the rockets told before."""
    hit = any(t.kind in ("against", "weapon") and t.head == doer.idx for t in things)
    return not hit and doer.pos_ not in ("NUM", "DET")


def _behind(telling: Telling, deed: Telling) -> bool:
    """Whether a sentence follows a deed in its paragraph, or right after it."""
    apart = telling.sentence.index - deed.sentence.index
    return apart > 0 and (telling.sentence.paragraph == deed.sentence.paragraph or apart <= NEXT)
