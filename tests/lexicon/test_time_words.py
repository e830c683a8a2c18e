"""Every entry of the time words is well formed."""

from fogline.lexicon.time import time_words


def test_time_words_are_well_formed() -> None:
    words = time_words()
    assert len(words.weekdays) == 7
    assert sorted(set(words.months.values())) == list(range(1, 13))
    assert all(entry.cues or entry.anniversary for entry in words.named_days)


def test_no_word_is_listed_twice() -> None:
    for name, entries in time_words().words.items():
        assert len(set(entries)) == len(entries), name
