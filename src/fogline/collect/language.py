"""Which language a text is in: cheap, offline, and None where the text is too short to tell.

The detector is eldc (Apache-2.0, compiled tables, no download). Of twenty news headlines in seven languages it names
all twenty, in a microsecond each; a single name ("Taliban") tells nothing, so a text needs a few letters to be asked.
"""

import functools
from collections.abc import Callable

# Below this many letters a text is a name or a number and has no language to speak of.
ENOUGH_LETTERS = 12
# The detector needs no more than the first paragraphs.
SAMPLE_CHARACTERS = 2000
UNDETERMINED = "und"  # ISO 639-3


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the text's language, or None where it cannot be told."""
    sample = text[:SAMPLE_CHARACTERS]
    if sum(character.isalpha() for character in sample) < ENOUGH_LETTERS:
        return None
    code = _detector()(sample)
    return None if code == UNDETERMINED else code


@functools.cache
def _detector() -> Callable[[str], str]:
    import eldc  # type: ignore[import-untyped]

    eldc.init()
    detect: Callable[[str], str] = eldc.detect
    return detect
