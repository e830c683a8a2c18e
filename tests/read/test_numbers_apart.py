"""Numbers that are no figures: ages, prices, meetings, shops."""

import pytest
from how_many_steps import shown

NO_FIGURES = [
    "A 37-storey tower was hit.",
    "Three houses were damaged.",
    "Flight 752 was shot down.",
    "The 33rd Brigade was hit.",
    "The talks lasted two days.",
    "Twelve cows were killed.",
    "The brigade has 3,000 men.",
    "A woman of 67 spoke to us.",
    "Asked how many people were killed, he said nothing.",
    "Workers built 40 shelters.",
    "They were killed in one of the war's deadliest raids.",
    "They all were shot down.",
    "Nine tonnes of flour were taken to a shelter.",
    "Two marchers say that the police stood by.",
    "Some 300 families have left for the hills.",
    "No ship was targeted.",
    "The men, born in 1988 and 1996, drove off.",
    "Between 8 and 12 August missiles struck the port.",
    "One of the drones crashed into a depot.",
    "He put the number of homes damaged at 34.",
    "He was buried before 400 mourners.",
    "Two policemen were shot at near the gate.",
    "Nine guards were shot in the leg.",
    "A reporter was shot by three masked men on a boat.",
    "Losses of 20 tanks were admitted.",
    "The bandits made off with 200 head of cattle.",
    "They took prisoner exchanges off the list.",
    "Two drones have not been found.",
    "The minister lost contact with the press.",
    "The rally drew four jeeps.",
    "The firm moved 40 tonnes of wheat.",
    "Three coaches were taken off the road.",
    "The widow fled with three daughters.",
    "The delegates left with 14 pages of notes.",
    "Six tourists are camping by the lake.",
    "The brigade numbered 3,000.",
    "A column of soldiers and 300 prisoners were moved inland.",
    "Police held 40 meetings with the elders.",
    "Nine shops did not survive the winter.",
    "The team brought home nine medals.",
    "The mayor sent 22 letters to hospital.",
    "Two settled in Gao and two in Kidal.",
]


@pytest.mark.parametrize("sentence", NO_FIGURES)
def test_other_numbers_are_no_figures(sentence: str) -> None:
    assert shown(sentence) == []
