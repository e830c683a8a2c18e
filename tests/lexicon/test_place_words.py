"""Every entry of the words around toponyms is well formed."""

from fogline.gazetteer import data
from fogline.lexicon.places import place_words


def test_every_list_has_words() -> None:
    words = place_words()
    for name in words.__slots__:
        assert getattr(words, name), name


def test_a_preposition_places_or_leaves_open_never_both() -> None:
    words = place_words()
    assert not words.inside & words.toward


def test_what_a_name_means_by_itself_is_a_place_of_the_gazetteer() -> None:
    known = {entry.name for entry in (*data.areas(), *data.regions(), *data.countries())}
    assert set(place_words().bare.values()) | set(place_words().rivers.values()) <= known
