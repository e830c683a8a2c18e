"""How many: which counts does a sentence give?"""

import pytest
from how_many_steps import figures, shown

# A sentence and its figures: name, low, high (None for an open end).
CASES = [
    # Who was brought to a house of care
    ("The district hospital admitted nine civilians.", [("injured", 9, 9)]),
    ("A health centre took in nine people.", [("injured", 9, 9)]),
    ("The ministry admitted nine foreigners to the country.", []),
    ("The hospital admitted that nine rooms were empty.", []),
    # Who was led away by whom
    ("Four nurses were stopped by gunmen and taken away.", [("captured", 4, 4)]),
    ("Four nurses were stopped by the police and taken away.", [("detained", 4, 4)]),
    # Shot down, or led astray by signals
    (
        "Air defence downed 65 of the 87 drones, while 18 more were jammed.",
        [("intercepted", 83, 83), ("launched", 87, 87)],
    ),
    ("One drone was shot down and two others were suppressed by electronic warfare.", [("intercepted", 3, 3)]),
    (
        "Of the 60 drones launched overnight, 48 were destroyed and seven were lost to electronic warfare.",
        [("launched", 60, 60), ("intercepted", 55, 55)],
    ),
    ("Forty drones were intercepted.", [("intercepted", 40, 40)]),
    ("Of 88 drones, 61 were shot down and 20 were lost.", [("launched", 88, 88), ("intercepted", 81, 81)]),
    ("The army lost 20 drones.", []),
    ("A drone killed a gang boss and two of his men.", [("killed", 3, 3)]),
    ("Six drones were shot down and two soldiers were lost.", [("intercepted", 6, 6), ("killed", 2, 2)]),
    ("Six drones were shot down and two were lost in a depot fire.", [("intercepted", 6, 6)]),
    # Who is told of by what he is, and what hit him
    ("The blast killed the driver and wounded three guards.", [("killed", 1, 1), ("injured", 3, 3)]),
    ("A drone hit a lorry and killed the driver.", [("killed", 1, 1)]),
    ("The strike wounded the mayor.", [("injured", 1, 1)]),
    ("The heat killed the plant.", []),
    ("Soldiers killed the engine.", []),
    # Counted beside a toll, and what they are said right behind
    (
        "Officials gave the number of dead as 38 and spoke of 102 wounded.",
        [("killed", 38, 38), ("injured", 102, 102)],
    ),
    ("The number of wounded rose to 40.", [("injured", 40, 40)]),
    # A number without a noun behind people
    ("Four people died, and another 23 were being treated.", [("killed", 4, 4), ("injured", 23, 23)]),
    ("Another 23 were being treated with paint.", []),
    # Two subjects, the first with its unit
    ("Nine guards of the Reserve Corps and their driver were killed.", [("killed", 10, 10)]),
    ("Of the nine guards at the post one was killed.", [("killed", 1, 1)]),
    # All that were sent
    ("All six rockets were intercepted.", [("intercepted", 6, 6), ("launched", 6, 6)]),
    ("In all 19 drones were intercepted.", [("intercepted", 19, 19)]),
    ("The rebels carried away three of their colleagues.", [("captured", 3, 3)]),
    ("The flood carried away three bridges.", []),
    # Captives whom those let go who had seized them
    ("The gunmen released nine farmers they had abducted in May.", [("captured", 9, 9)]),
    ("Rescuers released nine farmers from the mud.", []),
    ("280 pensioners will be moved to safety.", []),
    ("280 pensioners were moved to safety.", [("evacuated", 280, 280)]),
    # Some of those who are only called by what became of them
    ("Two of the injured have died in hospital.", [("killed", 2, 2)]),
    # One more, told by number
    ("Two fishermen were killed and a third is missing.", [("killed", 2, 2), ("missing", 1, 1)]),
    ("A third of the fields is missing on the map.", []),
    # Tolls
    ('The rebels put the number of dead at "not less than 14".', [("killed", 14, None)]),
    ("The army raised to four on Friday the number of its soldiers killed.", [("killed", 4, 4)]),
    ("The army raised to four on Friday the number of its tanks.", []),
    # The killed
    ("A shell killed three people in the yard.", [("killed", 3, 3)]),
    ("At least nine people were killed in the strike.", [("killed", 9, None)]),
    ("Dozens of people were killed.", [("killed", 24, None)]),
    ("There was no loss of life.", [("killed", 0, 0)]),
    ("A shell hit a barn without loss of life.", [("killed", 0, 0)]),
    ("Nineteen civilians died in the raid.", [("killed", 19, 19)]),
    ("“More than 90” civilians were killed.", [("killed", 91, None)]),
    ("“They killed 90,” villagers said.", [("killed", 90, 90)]),
    ("More than ten villagers lost their lives.", [("killed", 11, None)]),
    ("The blast claimed five lives.", [("killed", 5, 5)]),
    ("Forty miners are now known to have died in the raid.", [("killed", 40, 40)]),
    ("Six nuns were said to have lost their lives in the raid.", [("killed", 6, 6)]),
    (
        "The raid led to the deaths of three men and injuries to two others.",
        [("killed", 3, 3), ("injured", 2, 2)],
    ),
    ("A woman was killed at the gate.", [("killed", 1, 1)]),
    ("A family of four was killed in its car.", [("killed", 4, 4)]),
    ("Two drivers and a policeman were killed.", [("killed", 3, 3)]),
    ("The strike left nine people dead.", [("killed", 9, 9)]),
    ("Three soldiers are dead.", [("killed", 3, 3)]),
    ("Two guards were shot dead at the gate.", [("killed", 2, 2)]),
    ("Four fighters were martyred.", [("killed", 4, 4)]),
    ("A bomb killed five soldiers and wounded six.", [("killed", 5, 5), ("injured", 6, 6)]),
    ("The death toll rose to 17.", [("killed", 17, 17)]),
    ("The number of people killed in the shelling of the market has risen to 21.", [("killed", 21, 21)]),
    ("He put the number of dead at 17.", [("killed", 17, 17)]),
    ("Twelve bodies were found, bringing the number of dead to seven.", [("killed", 12, 12), ("killed", 7, 7)]),
    ("Two dead, nine wounded in a mortar attack.", [("killed", 2, 2), ("injured", 9, 9)]),
    ("The blast killed a couple and their two daughters.", [("killed", 4, 4)]),
    ("A rocket hit the yard, killing Iryna Koval and her son.", [("killed", 2, 2)]),
    ("The gunmen left five bodies, and the army seized nine bodies.", [("killed", 5, 5), ("killed", 9, 9)]),
    ("A fourth miner has died.", [("killed", 4, 4)]),
    ("No fewer than nine people were killed.", [("killed", 9, None)]),
    ("Five soldiers, a driver and two civilians were killed.", [("killed", 8, 8), ("killed", 2, 2)]),
    (
        "The raid left three fatalities, at least four injuries, and significant damage.",
        [("killed", 3, 3), ("injured", 4, None)],
    ),
    ("A farmer, his wife and their four children were killed.", [("killed", 6, 6)]),
    ("Two guards were killed, and a third was wounded.", [("killed", 2, 2), ("injured", 1, 1)]),
    ("A 17-year-old was shot dead at the gate.", [("killed", 1, 1)]),
    ("Nine of the passengers did not survive.", [("killed", 9, 9)]),
    ("The victims are two drivers and a policeman.", [("killed", 3, 3)]),
    ("Six people were killed in Gao and two in Kidal.", [("killed", 6, 6), ("killed", 2, 2)]),
    (
        "One man was killed, and nine were injured, two of them badly.",
        [("killed", 1, 1), ("injured", 9, 9), ("injured", 2, 2)],
    ),
    ("Gunmen shot six people, killing four, a village elder, Ali Omar, said.", [("killed", 6, 6), ("killed", 4, 4)]),
    ("According to a teacher, Ali Omar, nine people were wounded.", [("injured", 9, 9)]),
    (
        "Four people were killed and a further nine sustained injuries, a nurse said.",
        [("killed", 4, 4), ("injured", 9, 9)],
    ),
    ("The raid sent 22 people to hospital.", [("injured", 22, 22)]),
    ("No one is missing any more.", [("missing", 0, 0)]),
    ("The army fired six ballistic missiles, four cruise missiles and 70 drones.", [("launched", 80, 80)]),
    ("Ukraine brought home 189 soldiers in a swap.", [("captured", 189, 189)]),
    ("A 17-year-old spoke of the raid.", []),
    ("Five soldiers sacrificed their lives.", [("killed", 5, 5)]),
    ("The spokesman gave a figure of 42 dead.", [("killed", 42, 42)]),
    ("The army counted nine dead, but the rebels put the number at 14.", [("killed", 9, 9), ("killed", 14, 14)]),
    ("KILLED: one person, WOUNDED: eight.", [("killed", 1, 1), ("injured", 8, 8)]),
    ("The shell landed in a field without causing casualties.", [("injured", 0, 0), ("killed", 0, 0)]),
    ("They ran and left 120 corpses.", [("killed", 120, 120)]),
    ("Rescuers took the body of a man from the rubble.", []),
    # Who is carried off, who is led away, who marches
    ("Ten rebels were killed and 15 taken prisoner.", [("killed", 10, 10), ("captured", 15, 15)]),
    ("Kidnappers took 24 schoolgirls from a school in Kebbi.", [("captured", 24, 24)]),
    ("Security personnel led away eleven residents.", [("detained", 11, 11)]),
    ("Gunmen took away nine farmers.", [("captured", 9, 9)]),
    ("The ambulance took nine children from the scene.", []),
    (
        "Hundreds of women, many of them in black, marched on the office.",
        [("protesters", 200, None), ("protesters", 3, None)],
    ),
    ("Police broke up a rally of about 600 people.", [("protesters", 540, 660)]),
    # Words between a count and its verb, and words in quotes
    ('The raiders killed twelve "collaborators".', [("killed", 12, 12)]),
    ("Up to 30 militants, among them two foreigners, were eliminated.", [("killed", 0, 30), ("killed", 2, 2)]),
    (
        "Nine people were killed and dozens of others, mostly women, abducted when raiders came.",
        [("killed", 9, 9), ("captured", 24, None)],
    ),
    ("At the ford 19 of our fathers and sons were murdered.", [("killed", 19, 19)]),
    ("16 people killed in the village of Ayos, and seven injured.", [("killed", 16, 16), ("injured", 7, 7)]),
    ("Two nuns and a driver lost their lives.", [("killed", 3, 3)]),
    ("He put the toll at six dead and more than thirty hurt.", [("killed", 6, 6), ("injured", 31, None)]),
    ("The raid led to eight deaths and to the injury of 23 people.", [("killed", 8, 8), ("injured", 23, 23)]),
    ('They left nine "two-hundreds" on the field.', [("killed", 9, 9)]),
    ("Fourteen (14) traders were burnt to death.", [("killed", 14, 14)]),
    ("Thirty bodies at least were brought in.", [("killed", 30, None)]),
    ("As many as 14 rebels were killed.", [("killed", 14, 14)]),
    ("He counted as many as 14 dead.", [("killed", 0, 14)]),
    ("Constable Rawat laid down his life.", [("killed", 1, 1)]),
    ("The car blew up, wounding him.", [("injured", 1, 1)]),
    ("Five of the bodies had bullet wounds.", [("killed", 5, 5)]),
    ("Four of the miners remain unaccounted for.", [("missing", 4, 4)]),
    ("None of its 18 crew was injured.", [("injured", 0, 0), ("killed", 0, 0)]),
    ("They will hand over 42 prisoners of war.", [("captured", 42, 42)]),
    ("Some 117 fighters were killed.", [("killed", 117, 117)]),
    ("An estimated 6,000 people fled their homes.", [("displaced", 6000, 6000)]),
    # What was sent and what was taken
    ("Two missiles came down beside the station.", [("hit", 2, 2)]),
    ("The mayor counted six bombs dropped on the town.", [("launched", 6, 6)]),
    ("The army hit the port with four bombs.", [("launched", 4, 4)]),
    (
        "Five aircraft were destroyed or put out of action: three bombers and two fighters.",
        [("hit", 5, 5), ("hit", 3, 3)],
    ),
    ("The air force downed 56 of 71 Shahed drones.", [("intercepted", 56, 56), ("launched", 71, 71)]),
    ("The army attacked the port with three drones.", [("launched", 3, 3)]),
    ("Troops recaptured Robotyne and two other villages.", [("settlements", 3, 3)]),
    # The hurt
    ("A driver born in 1984 was wounded.", [("injured", 1, 1)]),
    ("The fire left two people dead and another six in intensive care.", [("killed", 2, 2), ("injured", 6, 6)]),
    ("Another 41 people were wounded.", [("injured", 41, 41)]),
    ("Two engineers received injuries.", [("injured", 2, 2)]),
    ("The raid hit a market, wounding more than 50.", [("injured", 51, None)]),
    ("The number of injured has gone up to 19.", [("injured", 19, 19)]),
    # None at all
    ("There were no casualties.", [("injured", 0, 0), ("killed", 0, 0)]),
    ("No injuries were reported.", [("injured", 0, 0), ("killed", 0, 0)]),
    ("No one was hurt.", [("injured", 0, 0), ("killed", 0, 0)]),
    ("Nobody was killed.", [("killed", 0, 0)]),
    ("No sailor was injured.", [("injured", 0, 0)]),
    ("Police made no arrests.", [("detained", 0, 0)]),
    # The missing, the taken, the fled
    ("Three miners are missing.", [("missing", 3, 3)]),
    ("Six others were reported missing.", [("missing", 6, 6)]),
    ("Four sailors are still being searched for.", [("missing", 4, 4)]),
    ("Some 50 residents were taken to a shelter.", [("evacuated", 45, 55)]),
    ("The army captured 20 soldiers.", [("captured", 20, 20)]),
    ("Gunmen abducted 31 villagers.", [("captured", 31, 31)]),
    ("Eleven soldiers were taken prisoner.", [("captured", 11, 11)]),
    ("The sides exchanged 95 prisoners.", [("captured", 95, 95)]),
    ("Police arrested 40 people.", [("detained", 40, 40)]),
    ("About 4,000 people were displaced.", [("displaced", 3600, 4400)]),
    ("Some 1,000 residents fled their homes.", [("displaced", 900, 1100)]),
    ("Rescuers evacuated 300 residents.", [("evacuated", 300, 300)]),
    ("Several hundred people protested in the capital.", [("protesters", 200, None)]),
    ("The army seized three villages.", [("settlements", 3, 3)]),
    # What flies
    ("Russia launched 17 drones at the city.", [("launched", 17, 17)]),
    ("Air defences shot down 22 drones.", [("intercepted", 22, 22)]),
    ("Air defences shot down a drone over the bay.", [("intercepted", 1, 1)]),
    ("A missile that was flying at the port was intercepted.", [("intercepted", 1, 1)]),
    ("The pilot said a drone flew by.", []),
    ("The ministry shot down a proposal.", []),
    ("The army shot down 15 of 17 drones.", [("intercepted", 15, 15), ("launched", 17, 17)]),
    (
        "The army shot down 15 of 17 drones that the rebels had launched.",
        [("intercepted", 15, 15), ("launched", 17, 17)],
    ),
    ("The rebels fired six rockets; all were intercepted.", [("launched", 6, 6), ("intercepted", 6, 6)]),
    ("A jet dropped a single bomb on the camp.", [("launched", 1, 1)]),
    ("Two missiles struck a school.", [("hit", 2, 2)]),
    ("The strike destroyed two tanks.", [("hit", 2, 2)]),
    ("Of the drones, 22 were brought down.", [("intercepted", 22, 22)]),
    ("All but three of the 20 rockets were intercepted.", [("intercepted", 17, 17), ("launched", 20, 20)]),
    ("The rebels fired 12 rockets; all but two were intercepted.", [("launched", 12, 12), ("intercepted", 10, 10)]),
    ("The battery brought down 38 targets out of 51.", [("intercepted", 38, 38), ("launched", 51, 51)]),
    ("The rebels fired two rockets and a drone at the port.", [("launched", 3, 3)]),
    # Words right beside a number
    ("Police have taken into custody 30 persons.", [("detained", 30, 30)]),
    ("The raiders took hostage 12 villagers.", [("captured", 12, 12)]),
    ("Nine soldiers dead, six made prisoner.", [("killed", 9, 9), ("captured", 6, 6)]),
    ("Seventeen soldiers were killed, as were 96 rebels.", [("killed", 17, 17), ("killed", 96, 96)]),
    ("Four herders have not been seen since.", [("missing", 4, 4)]),
    ("Two guests of the inn had yet to be found.", [("missing", 2, 2)]),
    ("Contact with three more is lost.", [("missing", 3, 3)]),
    ("The ministry puts at five the number of people killed.", [("killed", 5, 5)]),
    ("The army's losses amounted to 65 men.", [("killed", 65, 65)]),
    ("There were no dead or wounded.", [("injured", 0, 0), ("killed", 0, 0)]),
    ("No guard was killed or wounded.", [("injured", 0, 0), ("killed", 0, 0)]),
    ("No sailor was harmed.", [("injured", 0, 0), ("killed", 0, 0)]),
    ("No civilian was harmed.", [("injured", 0, 0)]),
    ("The dead numbered 14.", [("killed", 14, 14)]),
    ("Deaths: 5. Injuries: 12.", [("killed", 5, 5), ("injured", 12, 12)]),
    # Who was shot, dragged off, brought in, taken off
    ("The raiders fled with 14 girls.", [("captured", 14, 14)]),
    ("Some 130 people remain behind bars.", [("detained", 117, 143)]),
    ("Some 2,000 people are sheltering in the hills.", [("displaced", 1800, 2200)]),
    ("Six drones made it through to the depot.", [("hit", 6, 6)]),
    ("Eleven farmers were shot in their fields.", [("killed", 11, 11)]),
    ("Eleven farmers were shot, and nine were wounded.", [("killed", 11, 11), ("injured", 9, 9)]),
    (
        "The staff said that 28 drones had been aimed at the port and that 24 of them were shot down.",
        [("launched", 28, 28), ("intercepted", 24, 24)],
    ),
    ("Two boys were shot and wounded.", [("injured", 2, 2)]),
    ("Twenty men were taken off a bus at the gate.", [("captured", 20, 20)]),
    ("All 23 crew were taken off by a frigate.", [("evacuated", 23, 23)]),
    ("About 280 pensioners were moved to hostels inland.", [("evacuated", 252, 308)]),
    ("Four suspects were held at the port.", [("detained", 4, 4)]),
    ("Eleven more were brought in with shrapnel wounds.", [("injured", 11, 11)]),
    ("Five others remain under treatment.", [("injured", 5, 5)]),
    ("Three sailors got away with burns.", [("injured", 3, 3)]),
    ("A crowd of about 400 blocked the road.", [("protesters", 360, 440)]),
    ("A procession of 3,000 people wound through the town.", [("protesters", 3000, 3000)]),
    ("The rally drew 5,000 people.", [("protesters", 5000, 5000)]),
    ("Ten men between 18 and 52 were killed.", [("killed", 10, 10)]),
    ("Three people died - two nuns and a driver - and six were hurt.", [("killed", 3, 3), ("injured", 6, 6)]),
    ("The clerk was killed by two gunmen.", [("killed", 1, 1)]),
    # Who does it is not who suffers it
    ("A suicide bomber killed nine people in Karbala.", [("killed", 9, 9)]),
    ("Two gunmen killed at least seven worshippers.", [("killed", 7, None)]),
    ("A lone attacker wounded six shoppers.", [("injured", 6, 6)]),
    ("Six militiamen abducted eleven traders.", [("captured", 11, 11)]),
    ("Two officers arrested 14 students.", [("detained", 14, 14)]),
    ("Two men on a motorbike entered the mosque and killed 14 people.", [("killed", 14, 14)]),
    ("Three attackers who killed eleven people fled on foot.", [("killed", 11, 11)]),
    ("Police said a driver had killed three pedestrians.", [("killed", 3, 3)]),
    ("A settler killed a farmer near Nablus.", [("killed", 1, 1)]),
    ("Five soldiers killed a family of six in Rafah.", [("killed", 6, 6)]),
    # Who suffers it though a noun stands behind
    ("Three soldiers killed in an ambush near Menaka", [("killed", 3, 3)]),
    ("Three children killed Sunday in a strike", [("killed", 3, 3)]),
    ("Twelve people killed 200 metres from the border, residents say", [("killed", 12, 12)]),
    ("Five aid workers abducted two months ago are free.", [("captured", 5, 5)]),
    ("Four policemen killed, nine wounded in Quetta blast", [("killed", 4, 4), ("injured", 9, 9)]),
    ("Two killed 13 wounded in a grenade attack", [("killed", 2, 2), ("injured", 13, 13)]),
    ("Two boys killed playing with a grenade", [("killed", 2, 2)]),
    ("Two farmers shot dead near Jenin", [("killed", 2, 2)]),
    ("Ten militants killed in a raid, the army says", [("killed", 10, 10)]),
    # Words that go on behind a hyphen
    ("Two passers-by and a guard were killed.", [("killed", 3, 3)]),
    ("Five ex-soldiers were arrested.", [("detained", 5, 5)]),
    ("Two non-combatants were killed in Kachin.", [("killed", 2, 2)]),
    ("The 14 people killed included two doctors.", [("killed", 14, 14)]),
]


# What a sentence counts beside a part of the dead, those who died late, a toll of many days: name and low bound.
WHOLES: list[tuple[str, list[tuple[str, int]]]] = [
    ("Among the dead were four nuns and two guards.", []),
    ("Among the victims are five teachers.", []),
    ("Among the fatalities were two drivers and a guard.", []),
    ("Among those injured were two journalists.", []),
    ("Among the 12 dead were three firemen.", [("killed", 12)]),
    ("Two more people have died, bringing the death toll to four.", [("killed", 4)]),
    ("Three more people died of their wounds, raising the toll to 19.", [("killed", 19)]),
    ("A further five people died overnight, bringing the number of dead to 31.", [("killed", 31)]),
    ("The death toll rose to 14 after two more victims died in hospital.", [("killed", 14)]),
    ("Four others succumbed on Tuesday, and the toll stands at 27.", [("killed", 27)]),
    ("One more person was confirmed dead, bringing the toll to seven, the mayor said.", [("killed", 7)]),
    ("Five people who were critically injured have died, taking the toll to 12.", [("killed", 12)]),
    ("Two more wounded soldiers died in a hospital in Mykolaiv.", []),
    ("A strike killed five more people on Tuesday, bringing the death toll since Monday to 45.", [("killed", 5)]),
    ("Shelling killed a woman in Nikopol, taking the number of dead this month to 14.", [("killed", 1)]),
    ("Four rangers were killed on Friday, bringing the number of dead since January to 20.", [("killed", 4)]),
    # Who dies of a deed of its own is counted
    ("Two people have died, and four are missing.", [("killed", 2), ("missing", 4)]),
    ("Two more people were killed in shelling of Nikopol on Tuesday.", [("killed", 2)]),
    ("Three more soldiers died in an ambush near Gao.", [("killed", 3)]),
    ("Six more people died when a shell hit a hospital in El Fasher.", [("killed", 6)]),
    ("Nine people died in a hospital that was shelled.", [("killed", 9)]),
    ("Another 40 people were killed in Homs on Friday.", [("killed", 40)]),
    ("Four more people were wounded, and the death toll rose to nine.", [("injured", 4), ("killed", 9)]),
    ("The death toll has risen to seven.", [("killed", 7)]),
    ("He was among the four soldiers killed in the ambush.", [("killed", 4)]),
    ("The victims were two nuns and four guards.", [("killed", 6)]),
]


@pytest.mark.parametrize(("sentence", "expected"), WHOLES)
def test_parts_and_late_deaths_are_no_tolls(sentence: str, expected: list[tuple[str, int]]) -> None:
    whole = [m for m in figures(sentence) if not (m.subset or m.former or m.period)]
    assert [(m.figure, m.value.low) for m in whole] == expected


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Three passers-by were killed.", "Three passers-by"),
        ("A bomb wounded four passers-by in Quetta.", "four passers-by"),
        ("A passer-by was killed in Sderot.", "A passer-by"),
        ("Two sisters-in-law were killed.", "Two sisters-in-law"),
        ("Four comrades-in-arms fell near Lyman.", "Four comrades-in-arms"),
        ("Three soldiers - all officers - were killed.", "Three soldiers"),
        ("Three soldiers—all officers—were killed.", "Three soldiers"),
    ],
)
def test_the_words_of_a_count_go_on_behind_a_hyphen(sentence: str, words: str) -> None:
    assert [sentence[m.start : m.end] for m in figures(sentence)][:1] == [words]


@pytest.mark.parametrize(
    "sentence",
    ["Three passers-by saw the attack.", "Two by-elections were held.", "Four drive-by shootings were reported."],
)
def test_words_with_a_hyphen_that_count_nobody(sentence: str) -> None:
    assert figures(sentence) == []


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_figures_of_a_sentence(sentence: str, expected: list[tuple[str, int, int | None]]) -> None:
    assert shown(sentence) == expected
