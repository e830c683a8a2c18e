"""Every entry of the words of figures and numbers is well formed."""

from fogline.lexicon.figures import count_words
from fogline.lexicon.numbers import number_words
from fogline.model import FIGURES


def test_every_figure_of_the_ledger_has_words() -> None:
    words = count_words()
    assert tuple(words.figures) == FIGURES
    assert all(figure.objects or figure.subjects for figure in words.figures.values())


def test_a_strict_verb_is_a_verb_of_some_figure() -> None:
    words = count_words()
    known = {verb for figure in words.figures.values() for verb in figure.objects | figure.subjects}
    known |= {verb for figure in words.figures.values() for verb in figure.extra.get("munition_subjects", ())}
    assert set(words.marks["strict"]) <= known


def test_number_words_are_well_formed() -> None:
    words = number_words()
    assert sorted(words.units.values()) == list(range(20))
    assert set(words.tens.values()) == set(range(20, 100, 10))
    assert set(words.after.values()) <= set(words.bounds)
