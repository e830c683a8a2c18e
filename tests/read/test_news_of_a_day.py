"""The sum of a day over a country, a night count and the items on regions are apart from a strike on a town."""

DAY = """Russian attacks killed at least six people and injured 30 across Ukraine over the past day, officials said.

In Kyiv Oblast, two people were killed in a drone strike on the town of Boryspil, Governor Mykola Kalashnyk said.

In Kharkiv Oblast, one person was killed and 11 were injured, Governor Oleh Syniehubov reported."""


def counts(found):
    """The dead and hurt of each place, the low bounds."""
    return {
        (claim.place.name, name, figure.low) for claim in found if claim.place for name, figure in claim.figures.items()
    }


def test_each_place_has_its_own_count(claims):
    assert counts(claims(DAY)) == {
        ("Ukraine", "killed", 6),
        ("Ukraine", "injured", 30),
        ("Boryspil", "killed", 2),
        ("Kharkiv", "killed", 1),
        ("Kharkiv", "injured", 11),
    }


def test_a_governor_is_no_place(claims):
    assert "Governor" not in {claim.place.name for claim in claims(DAY) if claim.place}


def test_a_road_accident_in_a_region_is_no_item_of_war(claims):
    text = "Shells fell on Boryspil on Monday, killing two.\n\nIn Kharkiv Oblast, one person was killed in a crash."
    assert {claim.place.name for claim in claims(text) if claim.place} == {"Boryspil"}


def test_a_night_count_is_no_strike_on_the_town_told_before(claims):
    found = claims(
        "Two Russian glide bombs hit a market in Zolochiv on Tuesday afternoon, killing two people, the governor said."
        "\n\nUkraine's air force said it had shot down 41 of 52 drones that Russia sent overnight into Tuesday."
    )
    assert {(c.place.name, "launched" in c.figures) for c in found} == {("Zolochiv", False), ("Ukraine", True)}


def test_what_a_town_suffers_below_a_night_count_is_the_towns(claims):
    found = claims(
        "Ukraine's air force said it had shot down 41 of 52 drones that Russia sent overnight into Tuesday."
        "\n\nAn oil tank burned in Tuapse, in Russia's Krasnodar region, at noon on Tuesday. Its mayor blamed "
        "debris of a drone that fell on it, and told reporters that nobody had been wounded."
    )
    assert {(c.place.name, "launched" in c.figures) for c in found if c.place} == {("Ukraine", True), ("Tuapse", False)}
    assert {c.place.name for c in found if c.place and "injured" in c.figures} == {"Tuapse"}


def test_a_count_since_a_truce_is_of_no_single_strike(claims):
    found = claims(
        "An Israeli strike hit a kiosk in Rafah on Sunday, killing four people. The media office says Israel has "
        "violated the truce 30 times since Feb 20, killing 61."
    )
    assert {claim.figures["killed"].low for claim in found if "killed" in claim.figures} == {4}


def test_the_dead_of_three_days_of_fighting_are_of_the_fight(claims):
    (claim,) = claims("Nine people were killed in three days of clashes in Goma, the UN said on Monday.")
    assert claim.figures["killed"].low == 9
