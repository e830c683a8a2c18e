"""Words that tell of a happening, as a sentence has them."""

from dataclasses import dataclass

from fogline.lexicon.events import ATTACK, Frame
from fogline.model import TYPE_GROUPS
from fogline.read.status import Reality

VIOLENT = frozenset({"remote", "ground", "abuse"})  # groups that "attack" can turn out to be


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of a happening. `type` is `attack` while open; `start`, `end` are offsets in the sentence."""

    frame: Frame
    type: str
    token: int
    start: int
    end: int
    reality: Reality
    definite: bool
    pointing: bool = False  # nothing but its article tells of a deed: "the strike" is one that was told before

    @property
    def group(self) -> str:
        """The type group, `attack` while the type is open."""
        return TYPE_GROUPS.get(self.type, ATTACK)

    @property
    def words(self) -> tuple[int, int]:
        """The offsets of its words in the sentence."""
        return self.start, self.end
