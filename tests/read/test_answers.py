"""What a report calls the answer to what, and which earlier deed is meant."""

import pytest
from answer_steps import links

from fogline.model import Report
from fogline.read import Reader

ODESA = "Ukrainian drones struck an oil depot in Saratov on Friday, killing two people. "
MANY = (
    "Russian missiles hit a bakery in Kharkiv on Thursday, killing three people, the mayor said. "
    "Russian missiles hit a school in Poltava on Friday, killing one person, the governor said. "
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def named(reader: Reader, text: str) -> list[tuple[str, ...]]:
    """The names of what is answered and of which the report tells nothing."""
    report = Report("r1", "a news site", None, "What happened this week", text, "2024-09-08", "en")
    links = [link for link in reader.read(report).links if link.named]
    assert all(link.later == link.earlier for link in links)
    return [link.named.names or tuple(p.name for p in link.named.places) for link in links if link.named]


@pytest.mark.parametrize(
    "answer",
    [
        "On Saturday Russian missiles hit a school in Odesa in retaliation for the raid on Saratov.",
        "On Saturday Russian missiles hit a school in Odesa, in what Moscow called payback for the strike on Saratov.",
        "In response to Friday's strike on Saratov, Russian missiles hit a school in Odesa on Saturday.",
        "Russian missiles hit a school in Odesa on Saturday. Revenge for Saratov, the ministry in Moscow called it.",
        'Russian missiles hit a school in Odesa on Saturday. The ministry called the strike "a response to Saratov".',
        "By way of reply to the raid on Saratov, Russian missiles hit a school in Odesa on Saturday.",
        "By way of reply, Russian missiles hit a school in Odesa on Saturday.",
        "In a reprisal, Russian missiles hit a school in Odesa on Saturday.",
        "Russian missiles hit a school in Odesa on Saturday, avenging Saratov, the ministry said.",
        "Moscow hit back within a day. Late on Saturday, missiles struck a school in Odesa.",
        "Russia responded on Saturday with a missile strike on a school in Odesa.",
        "Russia said it had answered by bombing a barracks in Odesa on Saturday.",
        'Russian missiles hit a school in Odesa on Saturday. "That was for Saratov," an officer in Moscow said.',
        "Enraged by the attack, Russia fired missiles at a school in Odesa on Saturday.",
        "Punishing Ukraine for Saratov, Russia fired missiles at a school in Odesa on Saturday.",
        "Russia took revenge for Saratov on Saturday, firing missiles at Odesa.",
        "The response was swift: on Saturday Russian missiles hit a school in Odesa.",
        "The strike on Odesa with missiles was ordered by Moscow in self-defence after Saratov, the ministry said.",
        "Russia's military said it struck Odesa on Saturday after Ukrainian drones hit Saratov.",
        "A day after Ukrainian drones hit Saratov, Russian missiles struck a school in Odesa on Saturday.",
        "Following Friday's Ukrainian drone strike on Saratov, Russian missiles hit a school in Odesa on Saturday.",
        "Russian missiles hit a school in Odesa on Saturday, in retaliation, Moscow said, for the raid on Saratov.",
        "Russian missiles hit a school in Odesa on Saturday, in what a spokesman described as retaliation.",
        "Russian missiles hit a school in Odesa on Saturday. Residents said this was the revenge of Moscow.",
        "Russian missiles hit a school in Odesa on Saturday, the first reaction of Moscow to the strike on Saratov.",
        "Russian missiles hit a school in Odesa on Saturday, apparently in retaliation for the raid on Saratov.",
    ],
)
def test_words_of_answering_join_two_deeds_in_one_sentence_or_two(reader: Reader, answer: str) -> None:
    assert links(reader, ODESA + answer) == [("Odesa", "Saratov")]


def test_the_deed_meant_is_the_one_of_the_place_that_is_named(reader: Reader) -> None:
    told = MANY + "Ukrainian drones struck an oil depot in Saratov on Saturday in response to the attack on Kharkiv."
    assert links(reader, told) == [("Saratov", "Kharkiv")]


def test_the_deed_meant_is_the_one_of_the_day_that_is_named(reader: Reader) -> None:
    told = MANY + "Ukrainian drones struck an oil depot in Saratov on Saturday in response to Thursday's attack."
    assert links(reader, told) == [("Saratov", "Kharkiv")]


@pytest.mark.parametrize(
    "near_miss",
    [
        "Hours later Russian missiles hit a school in Odesa.",
        "On Saturday Russian missiles hit a school in Odesa, the mayor said in response to a question about the raid.",
        "Russian missiles hit a school in Odesa on Saturday. Moscow did not respond to a request for comment.",
        "On Saturday Russian missiles hit a school in Odesa, killing a guard who had replied to a call.",
        "On Saturday Russian missiles hit a school in Odesa. In return for his release, the family paid a ransom.",
        "On Saturday Russian missiles hit a school in Odesa. Furious at the delay, drivers blocked a road.",
        "On Saturday Russian missiles hit a school in Odesa. Asked about it, he answered with a shrug.",
    ],
)
def test_closeness_in_time_and_answers_in_words_join_nothing(reader: Reader, near_miss: str) -> None:
    assert links(reader, ODESA + near_miss) == []


UNDATED = "Russian missiles hit a school in Odesa on Saturday in retaliation for "


@pytest.mark.parametrize(
    ("answered", "first", "last"),
    [
        ("the attack on Belgorod", "2024-09-01", "2024-09-07"),
        ("the drone strike on an oil depot in Tula", "2024-09-01", "2024-09-07"),
        ("Ukrainian strikes on Tula", "2024-09-01", "2024-09-07"),
        ("the attack on Belgorod on Thursday", "2024-09-05", "2024-09-05"),
        ("Thursday's drone strike on Tula", "2024-09-05", "2024-09-05"),
    ],
)
def test_what_is_answered_has_not_the_day_of_the_answer(reader: Reader, answered: str, first: str, last: str) -> None:
    report = Report("r1", "a news site", None, "What happened", f"{UNDATED}{answered}.", "2024-09-08", "en")
    days = {c.place.name: c.date.iso() for c in reader.read(report).claims if c.place and c.date}
    assert days.pop("Odesa") == ["2024-09-07", "2024-09-07"]
    assert list(days.values()) == [[first, last]]


def test_what_the_report_also_tells_as_news_has_its_day(reader: Reader) -> None:
    text = f"Drones hit Belgorod, killing two people. {UNDATED}the attack on Belgorod."
    report = Report("r1", "a news site", None, "What happened", text, "2024-09-08", "en")
    days = {c.place.name: c.date for c in reader.read(report).claims if c.place}
    assert days["Belgorod"] is not None and days["Belgorod"].length == 1


def test_who_calls_it_an_answer_is_kept_where_the_heading_says_it_too(reader: Reader) -> None:
    answer = "Rockets fired at Safed in revenge for Tyre raid"
    body = (
        "Israeli jets bombed Tyre on Thursday. "
        "Hezbollah said it fired rockets at Safed on Friday in revenge for the raid on Tyre."
    )
    report = Report("r1", "a news site", None, answer, body, "2024-09-08", "en")
    (link,) = reader.read(report).links
    assert link.span[0] > len(answer)
    alone = Report("r2", "a news site", None, answer, "Israeli jets bombed Tyre on Thursday.", "2024-09-08", "en")
    assert all(link.span[0] < len(answer) for link in reader.read(alone).links)


def test_nobody_answers_himself(reader: Reader) -> None:
    told = "Russian missiles hit Kharkiv on Friday, killing two. Russian missiles hit Odesa in response on Saturday."
    assert links(reader, told) == []


def test_a_vow_to_punish_is_for_the_last_deed_of_the_other_side(reader: Reader) -> None:
    told = ODESA + "Russia's president vowed on Saturday that those responsible would be punished."
    assert links(reader, told) == [("threat", "Saratov")]


def test_a_vow_for_a_place_is_for_what_was_done_there(reader: Reader) -> None:
    told = MANY + "Zelenskiy promised retribution for Kharkiv on Saturday."
    assert links(reader, told) == [("threat", "Kharkiv")]


def test_a_vow_for_a_place_where_nothing_is_told_is_for_nothing_else(reader: Reader) -> None:
    told = MANY + "Zelenskiy promised retribution for Sumy on Saturday."
    assert links(reader, told) == []


def test_what_is_to_happen_if_such_attacks_go_on_answers_those_told(reader: Reader) -> None:
    told = ODESA + "If such attacks go on, Russia's president warned on Saturday, Ukraine will pay."
    assert links(reader, told) == [("threat", "Saratov")]


def test_people_protest_against_what_was_done_to_them(reader: Reader) -> None:
    told = "Boko Haram fighters attacked Dikwa on Friday, killing nine people, residents said. "
    assert links(reader, told + "Irked by the killings, women marched in Bama on Saturday.") == [("Bama", "Dikwa")]
    assert links(reader, told + "Women marched in Bama on Saturday over the price of salt.") == []


def test_people_who_march_for_somebodys_return_answer_that_he_was_taken(reader: Reader) -> None:
    told = "Gunmen kidnapped 40 schoolgirls in Dikwa on Friday, residents said. "
    marched = "On Saturday hundreds of mothers marched in Bama to demand the return of the girls seized in Dikwa."
    assert links(reader, told + marched) == [("Bama", "Dikwa")]
    assert links(reader, told + "On Saturday hundreds of mothers marched in Bama to demand the return of taxes.") == []


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        (
            "Soldiers shot dead nine herders in Kidal on Friday. ",
            "Hundreds marched in Bamako on Saturday against the killings.",
        ),
        (
            "Soldiers shot dead nine herders in Kidal on Friday. ",
            "The killings sparked protests in Bamako on Saturday.",
        ),
        (
            "Gunmen abducted nine herders in Kidal on Friday. ",
            "Hundreds marched in Bamako on Saturday to demand their release.",
        ),
        (
            "Rebels raided Kidal on Friday, killing nine soldiers. ",
            "In response, the army sent 500 soldiers to Bamako on Saturday.",
        ),
    ],
)
def test_people_and_governments_answer_in_other_ways_than_by_blows(reader: Reader, told: str, answer: str) -> None:
    assert links(reader, told + answer) == [("Bamako", "Kidal")]


@pytest.mark.parametrize(
    "near_miss",
    [
        "Soldiers shot dead nine herders in Kidal on Friday. In Bamako thousands marched on Saturday for higher wages.",
        "After the rebels raided Kidal on Friday, killing nine soldiers, the army shelled their posts outside Kidal.",
        "Crowds clashed in Kidal on Friday; two were hurt. Traders blocked a road in Bamako on Saturday in protest.",
        "Rebels raided Kidal on Friday, killing nine soldiers. In response, the ministry in Bamako gave no details.",
    ],
)
def test_what_only_follows_answers_nothing(reader: Reader, near_miss: str) -> None:
    assert links(reader, near_miss) == []


def test_people_hurt_and_not_the_days_count_of_a_country_are_what_a_threat_is_for(reader: Reader) -> None:
    told = (
        "Russian missiles hit a bakery in Kharkiv on Saturday, killing three people, the mayor said. "
        "Russia launched 86 drones at Ukraine overnight, the air force said. "
    )
    assert links(reader, told + "Ukraine's president vowed on Saturday that it would respond.") == [
        ("threat", "Kharkiv")
    ]


def test_whoever_may_do_so_yet_is_threatened_for_nothing_done(reader: Reader) -> None:
    assert links(reader, ODESA + "Anyone who fires on us will pay, Russia's president said on Saturday.") == []


def test_a_day_at_the_end_of_the_words_for_what_is_answered_is_its_own(reader: Reader) -> None:
    text = "Ukrainian forces shelled Donetsk in retaliation for an air strike on a market in Sumy on Thursday."
    read = reader.read(Report("r1", "a news site", None, "What happened this week", text, "2024-09-08", "en"))
    days = {c.place.name: c.date.first.isoformat() for c in read.claims if c.place and c.date}
    assert days == {"Donetsk": "2024-09-08", "Sumy": "2024-09-05"}


def test_a_threat_on_a_condition_answers_nothing_yet(reader: Reader) -> None:
    told = ODESA + "Russia's president vowed on Saturday to punish Ukraine if it did so again."
    assert links(reader, told) == []


def test_a_proposal_told_only_in_its_refusal_is_an_event_that_the_refusal_answers(reader: Reader) -> None:
    told = "The Kremlin on Saturday turned down President Erdogan's offer of talks, made a day earlier."
    report = Report("r1", "a news site", None, "What happened this week", told, "2024-09-08", "en")
    reading = reader.read(report)
    by_id = {c.id: c for c in reading.claims}
    assert [(by_id[link.later].actor, by_id[link.earlier].actor) for link in reading.links] == [
        (("Russia",), ("Turkey",))
    ]
    assert str(next(c.date and c.date.first for c in reading.claims if "Turkey" in c.actor)) == "2024-09-06"


def test_who_avenges_a_strike_did_not_make_it(reader: Reader) -> None:
    told = "Ukrainian drones hit Saratov on Saturday. The raid was revenge for the missile strike on Poltava on Friday."
    report = Report("r1", "a news site", None, "What happened this week", told, "2024-09-08", "en")
    strikes = [c for c in reader.read(report).claims if c.place and c.place.name == "Poltava"]
    assert all("Ukraine" not in claim.actor for claim in strikes)


@pytest.mark.parametrize(
    ("told", "place", "doers"),
    [
        (
            "RSF drones hit the army's base at Merowe on Sunday in reply to an air strike on Nyala.",
            "Nyala",
            {"Sudanese Armed Forces"},
        ),
        (
            "Ukrainian drones hit a depot in Engels on Friday, payback for the missile that hit Sumy.",
            "Sumy",
            {"Russia"},
        ),
        # of whom nobody is told at war with, and what has a doer of its own
        ("Benin closed the crossing at Malanville in reply to an attack on Kandi, aimed at Niger.", "Kandi", set()),
        ("Ukrainian drones hit a depot in Engels on Friday after a Belarusian missile hit Sumy.", "Sumy", {"Belarus"}),
    ],
)
def test_what_is_answered_was_done_by_whom_the_answer_falls_on(
    reader: Reader, told: str, place: str, doers: set[str]
) -> None:
    report = Report("r1", "a news site", None, "What happened this week", told, "2024-09-08", "en")
    claims = [c for c in reader.read(report).claims if c.place and c.place.name == place]
    assert {party for claim in claims for party in claim.actor} == doers


@pytest.mark.parametrize(
    "answer",
    [
        "Russian missiles hit a school in Odesa on Saturday. The ministry said the strike came in response to "
        "the drones on Saratov.",
        "Russian missiles hit a school in Odesa on Saturday. The ministry calls it a reply to the attack on the depot.",
        "Russian missiles hit a school in Odesa on Saturday. The army said it acted in reaction to Friday's raid.",
    ],
)
def test_what_the_deed_told_last_answers_is_another_deed(reader: Reader, answer: str) -> None:
    assert links(reader, ODESA + answer) == [("Odesa", "Saratov")]


def test_a_vow_to_hunt_down_the_killers_answers_what_they_did(reader: Reader) -> None:
    told = "A suicide bomber blew up a car at a hotel in Mogadishu on Friday, killing nine people, police said. "
    vow = "President Hassan Sheikh Mohamud vowed on Saturday to hunt down the killers."
    assert links(reader, told + vow) == [("threat", "Mogadishu")]


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("Russian missiles hit a school in Odesa on Saturday. It was the reply to Bannu, the ministry said.", "Bannu"),
        (
            "Russian missiles hit a school in Odesa on Saturday. They called it a tribute to the martyrs of Toke.",
            "Toke",
        ),
        ('Russian missiles hit a school in Odesa on Saturday. "We have kept our promise to the dead of Toke."', "Toke"),
        ("Russian missiles on Saturday hit in Odesa a meeting of the men behind the Toke massacre.", "Toke"),
        ("Zelenskiy promised retribution for Sumy on Saturday.", "Sumy"),
        ("Russia's president vowed on Saturday that Toke will be avenged.", "Toke"),
        ("Russia's president vowed on Saturday to hunt down the killers of the passengers at Toke.", "Toke"),
    ],
)
def test_an_answer_to_what_is_told_elsewhere_keeps_its_name(reader: Reader, answer: str, name: str) -> None:
    assert named(reader, answer) == [(name,)]


@pytest.mark.parametrize(
    "near_miss",
    [
        "Russian missiles hit a school in Odesa on Saturday. The mayor spoke in response to questions from Toke.",
        "Russian missiles hit a school in Odesa on Saturday. It was the answer to Friday's speech.",
        "Russian missiles hit a school in Odesa on Saturday. A tribute to the painter was cancelled.",
        "If Toke is touched, it will be avenged, Russia's president vowed on Saturday.",
    ],
)
def test_what_names_no_deed_is_no_answer_to_one(reader: Reader, near_miss: str) -> None:
    assert named(reader, near_miss) == []


@pytest.mark.parametrize(
    "answer",
    [
        "Moscow did not leave it at that. On Saturday missiles hit a school in Odesa.",
        "Russia responded to the attack within a day. Russian missiles hit a school in Odesa on Saturday.",
        "Moscow answered within hours. Russian missiles hit a school in Odesa on Saturday.",
        "The answer did not take long: on Saturday Russian missiles hit a school in Odesa.",
        "Revenge was not long in coming. On Saturday Russian missiles hit a school in Odesa.",
        'Russian missiles hit a school in Odesa on Saturday. The ministry spoke of a strike "in response".',
        "On Saturday Russian missiles hit a barracks in Odesa of the unit that carried out the attack on Saratov.",
    ],
)
def test_an_answer_is_told_after_or_said_of_what_was_told(reader: Reader, answer: str) -> None:
    assert links(reader, ODESA + answer) == [("Odesa", "Saratov")]


def test_people_in_the_street_ask_for_an_inquiry_into_what_was_done(reader: Reader) -> None:
    told = "Soldiers shot nine villagers dead in Dikwa on Friday, residents said. "
    march = "Women marched in Bama on Saturday. The marchers wanted an inquiry into the killings."
    assert links(reader, told + march) == [("Bama", "Dikwa")]
    assert links(reader, told + "Women marched in Bama on Saturday. The mayor wanted a new road.") == []


def test_a_lost_battle_is_meant_by_the_defeat(reader: Reader) -> None:
    told = (
        "Rebels stormed an army camp near Bama on Thursday, killing forty soldiers. "
        "Gunmen kidnapped a trader in Dikwa on Friday. "
        "Enraged by the defeat, the air force bombed Gwoza on Saturday."
    )
    assert links(reader, told) == [("Gwoza", "Bama")]
