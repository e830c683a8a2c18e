"""What looms, or is being done, is no threat: somebody has to say what he will do."""

import pytest

THREATS = [
    "The rebels threatened the residents of Goma with death.",
    "Iran threatened Israel with a crushing response.",
    "Rebels threatening to storm Goma gave its mayor two days, they said in a statement.",
    '"We will hunt down the rebels," the Syrian president said on Monday.',
    "US bases in Iraq are legitimate targets, Kataib Hezbollah said on Monday.",
    "The Israeli army said on Monday that its troops are ready to strike Iran.",
]
NONE = [
    "With rebels threatening Goma, the Congolese army sent for help on Monday.",
    "M23 fighters moved on, threatening the town of Uvira.",
    "Syrian troops went from house to house on Monday, hunting down activists.",
    "The bloodshed is threatening to push Sudan into a longer war.",
    "The fighting threatened on Monday to spill over into Rwanda.",
    "The escalation threatens to drag Lebanon into a war with Israel, officials said on Monday.",
    "NATO called the raid on Monday a precise blow on a legitimate military target.",
    "Parliament learnt on Monday of a fall in the ranks of Malian soldiers prepared to fight JNIM.",
]


@pytest.mark.parametrize("text", THREATS)
def test_who_says_what_he_will_do_threatens(claims, text):
    assert any(claim.type == "threat" for claim in claims(text))


@pytest.mark.parametrize("text", NONE)
def test_what_only_looms_is_no_threat(claims, text):
    assert not any(claim.type == "threat" for claim in claims(text))


def test_a_revolt_that_began_long_before_breaks_out_no_more(claims):
    told = claims("Soldiers fired on a crowd in Sanaa on Friday, killing 26, in the 9-month-old rebellion.")
    assert told
    assert not any(claim.type == "mutiny" for claim in told)
    assert any(claim.type == "mutiny" for claim in claims("An armed rebellion broke out in Sanaa on Friday."))
