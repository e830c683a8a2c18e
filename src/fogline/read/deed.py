"""What one voice tells of a deed besides who did it and to whom: its kind, its words, its place."""

from collections.abc import Sequence
from dataclasses import dataclass

from fogline.lexicon.phrases import words
from fogline.model import Place, PlaceMention, Voice
from fogline.read.facts import Span
from fogline.read.text import Sentence


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed as one voice tells it: in these sentences, the words for it at `span`; `mutual` is what all do alike."""

    kind: str
    told: Sequence[Sentence]
    span: Span
    mention: PlaceMention | None
    voice: Voice
    mutual: bool = False

    @property
    def at(self) -> int:
        """Where the words for it begin."""
        return self.span[0]

    @property
    def place(self) -> Place | None:
        """Where it was done."""
        return self.mention.place if self.mention else None

    @property
    def spoken(self) -> frozenset[str]:
        """All words of the sentences that tell it."""
        return frozenset(word.key for sentence in self.told for word in words(sentence.text))
