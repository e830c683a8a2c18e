"""What somebody is held for is not what was taken: "for having filmed air defence batteries"."""

import pytest


@pytest.mark.parametrize(
    ("text", "against"),
    [
        (
            "Masked men took three teachers from their homes in Kursk for having filmed air defence batteries.",
            {"people"},
        ),
        ("The army detained a man in Kursk on suspicion of photographing military vehicles.", {"people"}),
        ("Gunmen abducted three soldiers near Gao.", {"military", "people"}),
        ("Police arrested four soldiers in Bamako for plotting a coup.", {"military", "people"}),
    ],
)
def test_the_charge_is_no_target(claims, text, against):
    (claim,) = claims(text)
    assert set(claim.against) == against
