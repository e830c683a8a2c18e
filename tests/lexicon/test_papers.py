"""The words of papers are well formed, and tell whose own word a report is."""

import pytest

from fogline.errors import LexiconError
from fogline.lexicon.papers import _either
from fogline.read.writers import patterns


def test_a_page_has_an_owner() -> None:
    for source in ("Pavel Kravets's Telegram channel", "Pavel Kravets on Telegram", "Pavel Kravets (VK)"):
        match = patterns().own_page.fullmatch(source)
        assert match is not None and match["owner"] == "Pavel Kravets"
    assert patterns().own_page.fullmatch("Channel Nine") is None


def test_a_press_is_no_body_of_state() -> None:
    assert patterns().outlets.search("Defence Monthly") and not patterns().outlets.search("Defence Ministry")
    assert patterns().official.search("Defence Ministry") and not patterns().official.search("Meridian Gazette")


def test_a_paper_says_what_it_is() -> None:
    assert patterns().own_paper.search("Press release") and not patterns().own_paper.search("In the press")
    assert patterns().ours.search("our brave troops") and not patterns().ours.search("our reporter")
    assert patterns().ruling.search("Supreme Military Council") and not patterns().ruling.search("a military council")


@pytest.mark.parametrize("broken", [[], ["two", "two"], ["(open"], [""]])
def test_a_list_that_is_no_pattern_is_told(broken: list[str]) -> None:
    with pytest.raises(LexiconError, match=r"papers\.toml: ours"):
        _either("ours", broken)
