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


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Armed men raided a gold mine in Ituri on Monday, hacking six miners to death and kidnapping 12 others.",
            "Ituri",
        ),
        ("Gunmen attacked farmers in Zamfara state on Monday, killing six and abducting nine women.", "Zamfara"),
    ],
)
def test_those_taken_in_a_raid_were_taken_where_and_when_it_was(claims, text, place):
    taken = [claim for claim in claims(text) if claim.type == "abduction_detention"]
    assert [claim.place and claim.place.name for claim in taken] == [place]
    assert taken[0].figures["captured"].low in (9, 12)
