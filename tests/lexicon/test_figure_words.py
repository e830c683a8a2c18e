"""Every entry of the words of figures and numbers is well formed."""

import pytest

from fogline.errors import LexiconError
from fogline.lexicon.figures import _words, count_words
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


def test_words_beside_each_other_stand_for_every_phrase_of_them() -> None:
    assert _words(["drag|pull off bus|car", "hold"], "x") == (
        *("drag off bus", "drag off car", "pull off bus", "pull off car"),
        "hold",
    )


@pytest.mark.parametrize("broken", ["hold", ["Hold"], [""], ["drag| off"], ["hold on", "hold|keep on"]])
def test_a_list_with_an_empty_or_a_second_phrase_is_told(broken: object) -> None:
    with pytest.raises(LexiconError, match="figures"):
        _words(broken, "en/figures.toml: killed.objects")


def test_the_figures_are_told_by_the_phrases_spelled_out() -> None:
    figures = count_words().figures
    assert {"drag off minibus", "bundle into van", "take from dormitory"} <= figures["captured"].objects
    assert "take into hospital" not in figures["injured"].objects


def test_a_phrase_is_known_by_the_entry_that_the_file_writes() -> None:
    entry = count_words().entry
    assert entry("killed.objects", "wound mortally") == "wound|injure|hit|shoot|stab mortally"
    assert entry("killed.objects", "kill") == "kill"
    assert entry("marks.contact", "lost touch with") == "lost contact|touch|communication with"
