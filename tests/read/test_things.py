"""With what, against what, with which effect."""

import pytest

from fogline.read.things import find_things, values

CASES = [
    ("A Shahed drone hit an oil depot.", "weapon", ["drone"]),
    ("Two ballistic missiles struck the town.", "weapon", ["ballistic_missile"]),
    ("They fired mortars and Grad rockets.", "weapon", ["artillery", "rocket"]),
    ("The new grad student came home.", "weapon", []),
    ("Warplanes dropped guided aerial bombs.", "weapon", ["airstrike", "glide_bomb"]),
    ("The raid hit a drone workshop.", "weapon", []),
    ("Two F-16s and a Su-24 crossed the border.", "weapon", ["airstrike"]),
    ("The F-150 was parked outside.", "weapon", []),
    ("A Geran-2 and two Lyutyis flew low.", "weapon", ["drone"]),
    ("Two uncrewed surface vehicles hit her.", "weapon", ["sea_drone"]),
    ("They fired a rocket-propelled grenade.", "weapon", ["rocket"]),
    ("A rocket barrage and a missile bombardment followed.", "weapon", ["rocket", "missile"]),
    ("The bombardment went on.", "weapon", ["artillery"]),
    ("A FAB-3000 fell on the bridge.", "weapon", ["glide_bomb"]),
    ("A Kornet and an ATGM were fired.", "weapon", ["missile"]),
    ("The heron stood in the reeds.", "weapon", []),
    ("A sea drone hit a tanker in the port.", "against", ["ship", "port"]),
    ("The blast tore through a block of flats and a clinic.", "against", ["residential", "hospital"]),
    ("Windows in three houses were shattered.", "effects", ["building_damaged"]),
    ("The blast shattered windows and a fire broke out.", "effects", ["building_damaged", "fire"]),
    ("The airport was closed for two hours.", "effects", ["airport_closed"]),
    ("Half the city was left without electricity.", "effects", ["power_outage"]),
    ("Flames rose over the quay.", "effects", ["fire"]),
    ("A fire swept through the hall.", "effects", ["fire"]),
    ("Two kiosks and a minibus burned.", "effects", ["fire"]),
    ("The shells set a sawmill alight.", "effects", ["fire"]),
    ("There was no fire at the depot.", "effects", []),
    ("They opened fire on the ridge.", "effects", []),
    ("The hands of the nurse were burnt by tea.", "effects", []),
    ("Runways in the north were shut overnight.", "effects", ["airport_closed"]),
    ("Disrupting flights for hours, the alarm went on.", "effects", ["airport_closed"]),
    ("The airport was not closed.", "effects", []),
    ("The airport has two runways; the road was closed.", "effects", []),
    ("Residents were told to leave the area.", "effects", ["evacuation"]),
    ("All 19 crew were rescued by a tug.", "effects", ["evacuation"]),
    ("The envoy asked for leave.", "effects", []),
    ("The strike plunged two districts into darkness.", "effects", ["power_outage"]),
    ("Power was restored by noon.", "effects", ["power_outage"]),
    ("There are no current plans.", "effects", []),
    ("The water stations stopped.", "effects", ["water_outage"]),
    ("Depriving 3,000 people of drinking water, it hit the dam.", "effects", ["water_outage"]),
    ("Boats stopped on the water.", "effects", []),
    ("The blast ripped up the tracks.", "effects", ["rail_halted"]),
    ("Rail services to the coast were disrupted.", "effects", ["rail_halted"]),
    ("He tracked the ripped sail.", "effects", []),
    ("The harbour was shut for a day.", "effects", ["port_closed"]),
    ("The port stopped work at dawn.", "effects", ["port_closed"]),
    ("He shut the porthole.", "effects", []),
    ("Nine homes were burned.", "effects", ["building_destroyed", "fire"]),
    ("The clinic was ruined.", "effects", ["building_destroyed"]),
    ("It destroyed a command post.", "effects", ["building_destroyed"]),
    ("It destroyed a truck.", "effects", []),
    ("Two drones were destroyed.", "effects", []),
    ("The ward lost its roof.", "effects", ["building_damaged"]),
    ("Half of the street is without windows.", "effects", ["building_damaged"]),
    ("A crater in the courtyard is all that is left.", "effects", ["building_damaged"]),
    ("There was damage to a hotel.", "effects", ["building_damaged"]),
    ("There was no damage to the hotel.", "effects", []),
    ("The school was not damaged.", "effects", []),
    ("The window of opportunity closed.", "effects", []),
    ("Telephone and internet links are down.", "effects", ["internet_outage"]),
    ("He said by phone that two were dead.", "effects", []),
]


@pytest.mark.parametrize(("text", "kind", "expected"), CASES)
def test_words_are_taken_for_what_they_name(text: str, kind: str, expected: list[str]) -> None:
    assert values(find_things(text), kind) == expected


def test_the_longest_of_overlapping_words_counts() -> None:
    found = [t for t in find_things("It hit a nuclear power plant.") if t.kind == "against"]
    assert [(t.value, t.start) for t in found] == [("energy", 9)]
