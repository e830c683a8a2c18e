"""Which reader reads a language?"""

from functools import cache

from fogline.pipeline import Reader, ReaderOf
from fogline.settings import Settings


def own_readers(settings: Settings) -> ReaderOf:
    """Fogline's readers by language; a reader is opened (a second or two) when its first report comes."""

    @cache
    def english() -> Reader:
        from fogline.read import Reader

        return Reader.open(settings.spacy_model)

    return lambda language: english() if language == "en" else None
