"""What is known of a mention of a party or a person before it is settled who is meant?"""

from bisect import bisect_right
from dataclasses import dataclass

from fogline.lexicon.saying import saying
from fogline.lexicon.titles import Sort
from fogline.model.mention import PartyForm
from fogline.read.scene import SPACE, Scene

ARTICLES = ("the", "a", "an")
REACH = 2  # sentences back to which "he", "it" and "the group" may point
HE = frozenset({"he", "she", "his", "her", "him", "hers"})
IT = frozenset({"it", "its"})
THEY = frozenset({"they", "their", "them", "theirs"})


@dataclass(frozen=True, slots=True)
class Found:
    """A mention before coreference, in pieces.

    `explicit` where the words themselves settle the party, or that there is none.
    """

    first: int
    last: int
    core_first: int
    core_last: int
    party: str | None
    name: str
    form: PartyForm
    explicit: bool
    sort: Sort | None = None
    core: tuple[str, ...] = ()
    own: bool = False
    person: tuple[int, int] | None = None
    known: str | None = None  # the lexicon's party or body, before bodies lose their side
    again: str | None = None  # the word of the body that it belongs to, named before


def sentence_at(scene: Scene, k: int) -> int:
    """The sentence of a piece."""
    return bisect_right(scene.bounds, k, key=lambda bound: bound[0]) - 1


def speaks(scene: Scene, item: Found) -> bool:
    """Whether a verb of saying stands right behind a mention, or "according to" before it."""
    after = scene.ps[item.last + 1].key if item.last + 1 < len(scene.ps) else ""
    said = after in saying().forms and SPACE.fullmatch(scene.gap(item.last)) is not None
    before = [piece.key for piece in scene.ps[max(0, item.first - 3) : item.first] if piece.key not in ARTICLES]
    return said or before[-2:] == ["according", "to"]
