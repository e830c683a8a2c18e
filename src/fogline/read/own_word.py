"""Where does an outlet speak in its own voice again, after somebody whose report it went on with?

News gives a source once and goes on with what it told; what it adds of another happening, first told there, is its own
word: "…, officials said. On Sunday a second bomb hurt ten." So is what follows it in the paragraph.
"""

from collections.abc import Mapping, Sequence

from fogline.lexicon.phrases import words
from fogline.lexicon.saying import saying
from fogline.lexicon.titles import titles
from fogline.read.goes_on import Attribution
from fogline.read.happenings import Happening
from fogline.read.text import ParsedText, Sentence


def own_word_again(
    parsed: ParsedText, happenings: Sequence[Happening], voices: Mapping[int, Sequence[Attribution]]
) -> Mapping[int, Sequence[Attribution]]:
    """The voices without those that a sentence only goes on with where it tells of something else."""
    opened = _opened(happenings)
    left: dict[int, Sequence[Attribution]] = {}
    own = False
    for sentence in parsed.sentences:
        spoken = voices.get(sentence.index, ())
        carried = bool(spoken) and all(a.carried for a in spoken)
        own = carried and (own or (sentence.index in opened and not _says_more(sentence)))
        left[sentence.index] = () if own else spoken
    return left


def _opened(happenings: Sequence[Happening]) -> set[int]:
    """The sentences of the body that are the first there to tell of a happening."""
    told = [[t.sentence.index for t in h.tellings if t.sentence.part == "body"] for h in happenings]
    return {min(indexes) for indexes in told if indexes}


def _says_more(sentence: Sentence) -> bool:
    """Whether a sentence shows that it is still the speaker's: "we also shelled", "our men"."""
    return any(word.key in saying().going_on or word.key in titles().first_person for word in words(sentence.text))
