"""Whose "the army" is behind what somebody's forces did: theirs that tell of a feat, else that of the land."""

from collections.abc import Callable

import pytest

from fogline.model import Claim

Claims = Callable[..., tuple[Claim, ...]]

TOLD = [
    ("Russian forces captured the village of Zelenyi Hai on Monday, the defence ministry said.", "Russia"),
    ("Russian troops have taken control of Siversk in Ukraine's Donetsk region, the army said on Monday.", "Russia"),
    ("Israeli aircraft struck Hezbollah launchers in Nabatieh on Monday, an army spokesman said.", "Israel"),
    ("Turkish jets hit militant hideouts near Amedi in Iraq on Monday, the defence ministry said.", "Turkey"),
    ("Ukrainian forces retook the village of Zelenyi Hai on Monday, the General Staff said.", "Ukraine"),
    # what is suffered is told by whoever suffers it
    ("Russian forces shelled the centre of Kherson on Monday, the army said.", "Ukraine"),
    ("Ukrainian drones struck an oil depot in Engels on Monday, the defence ministry said.", "Russia"),
    ("Israeli aircraft struck a house in Nabatieh on Monday, killing four, the army said.", "Lebanon"),
    ("Thai soldiers captured two soldiers near Choam in Cambodia on Monday, the army said.", "Cambodia"),
    ("An Armenian sabotage group neutralised in Lachin on Monday, the defence ministry said.", "Azerbaijan"),
]


@pytest.mark.parametrize(("text", "side"), TOLD)
def test_the_army_behind_a_feat_is_theirs_whose_it_was(claims: Claims, text: str, side: str) -> None:
    assert {c.side for c in claims(text)} == {side}
