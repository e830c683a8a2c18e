"""A fight that an attack set off is that attack, at no other town."""

import pytest


@pytest.mark.parametrize(
    ("text", "happenings"),
    [
        ("Al-Shabaab fighters stormed a hotel in Mogadishu on Monday, triggering a gun battle that left 21 dead.", 1),
        ("Gunmen attacked a police post in Quetta on Monday, sparking a firefight that killed six officers.", 1),
        ("Gunmen attacked a police post in Quetta on Monday, which led to a long firefight with soldiers.", 1),
        ("Gunmen attacked a police post in Quetta on Monday, triggering clashes in Karachi.", 2),
        ("Gunmen attacked a police post in Quetta on Monday and clashed with soldiers in Karachi.", 2),
    ],
)
def test_a_fight_that_it_set_off_is_the_attack(claims, text, happenings):
    assert len({claim.happening for claim in claims(text)}) == happenings
