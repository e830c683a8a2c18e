"""What a verb tells as done in a town, or by one party to another, stands without a day or a count."""

import pytest


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Rebels retook Ajdabiya.", "territory_change", "Ajdabiya"),
        ("Rebels take Ras Lanuf, which has a refinery.", "territory_change", "Ras Lanuf"),
        ("Protests broke out in Benghazi.", "protest", "Benghazi"),
        ("A demonstration was held in Nairobi.", "protest", "Nairobi"),
        ("Riots broke out in Kisumu.", "riot", "Kisumu"),
        ("Heavy shelling was reported in Avdiivka.", "missile_artillery_attack", "Avdiivka"),
        ("An explosion rocked Kabul.", "bombing", "Kabul"),
        ("Syria shot down a Turkish military jet.", "air_drone_strike", None),
        ("Rebels pressed west and retook Ajdabiya.", "territory_change", "Ajdabiya"),
        ("Fighters set off nine car bombs across Somalia, leaving 40 traders dead.", "bombing", "Somalia"),
    ],
)
def test_what_a_verb_tells_as_done_stands_alone(claims, text, kind, place):
    told = claims(text)
    assert {(claim.type, claim.place and claim.place.name) for claim in told} == {(kind, place)}


@pytest.mark.parametrize(
    "text",
    [
        "Protests are planned in Nairobi.",
        "Protests often erupt in Nairobi.",
        "Protests would break out in Nairobi.",
        "Protests did not take place in Nairobi.",
        "Protesters in Nairobi who start fires are a problem.",
        "Did an explosion rock Kabul?",
        "The rocket that may hit Idlib is old.",
        "Syria and Turkey talk of jets.",
        "Car bombs are a danger in Iraq.",
    ],
)
def test_what_is_ahead_asked_or_done_as_a_rule_does_not(claims, text):
    assert not claims(text)
