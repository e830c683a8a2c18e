"""Faults that reports of further wars showed: what is due, whose men are meant, on which day, at which place."""

import pytest
from contact_steps import parties, read

from fogline.model import Claim
from fogline.read import Reader


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("Delegations from Russia and Ukraine are due to meet in Istanbul on Friday, Ankara said.", "planned"),
        ("Delegations from Russia and Ukraine are scheduled to meet in Istanbul on Friday.", "planned"),
        ("Envoys of Russia and Ukraine are expected to meet in Istanbul on Friday, Ankara said.", "planned"),
        ("Envoys of Russia and Ukraine were due to meet in Istanbul on Friday, Ankara said.", "planned"),
        ("Officials of Iran and Oman are likely to meet in Muscat this week, Oman said.", "planned"),
        ("Delegations from Russia and Ukraine met in Istanbul on Friday, Ankara said.", "occurred"),
        ("Envoys of Russia and Ukraine, who are due to fly home, met in Istanbul on Friday.", "occurred"),
    ],
)
def test_who_is_due_to_meet_has_not_met(reader: Reader, told: str, status: str) -> None:
    assert [(c.type, c.status) for c in read(reader, told)] == [("negotiation", status)]


@pytest.mark.parametrize(
    ("told", "actors", "targets"),
    [
        (
            "Non-state armed groups attacked Palma in Mozambique on Friday, killing two farmers, officials said.",
            set(),
            set(),
        ),
        (
            "The RSF accused the army and its allied Joint Forces of shelling El Fasher. On Sunday the army said its "
            "warplanes bombed RSF gatherings in Kutum.",
            {"Sudanese Armed Forces", "Joint Force of Armed Struggle Movements"},
            {"Rapid Support Forces"},
        ),
        (
            "JNIM fighters ambushed an Africa Corps convoy near Ansongo in Mali on Tuesday. On Thursday the army hit "
            "terrorist bases in Kidal from the air.",
            {"JNIM", "Mali"},
            {"Africa Corps", "JNIM", "Mali"},
        ),
    ],
)
def test_whose_men_they_are(reader: Reader, told: str, actors: set[str], targets: set[str]) -> None:
    found = parties(read(reader, told))
    assert found[0] == actors
    assert found[1] <= targets


@pytest.mark.parametrize(
    ("told", "target"),
    [
        ("In Tillabéri a mine killed three soldiers near Téra on Saturday.", "Niger"),
        ("In Gao a mine killed three soldiers near Ansongo on Saturday.", "Mali"),
    ],
)
def test_soldiers_of_a_review_are_those_of_the_land_that_the_item_tells_of(
    reader: Reader, told: str, target: str
) -> None:
    text = f"Malian soldiers shot two herders near Mopti on Friday. Malian troops came back to Sévaré.\n\n{told}"
    claims = [c for c in read(reader, text) if c.type == "bombing"]
    assert [c.target for c in claims] == [(target,)]


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("The army said on Thursday that jets had bombed a camp near Kidal.", 6),
        ("On Thursday jets bombed a camp near Kidal, the army said.", 6),
        ("Jets had bombed a camp near Kidal, the army said.", 4),
    ],
)
def test_a_deed_elsewhere_is_not_of_the_day_of_the_one_before(reader: Reader, told: str, day: int) -> None:
    claims = read(reader, f"JNIM fighters ambushed soldiers near Ansongo on Tuesday. {told}")
    assert [c.date.last.day for c in claims if c.type == "air_drone_strike" and c.date] == [day]


@pytest.mark.parametrize(
    ("told", "where"),
    [
        ("ELN rebels blew up the Caño Limón-Coveñas pipeline near Saravena on Saturday.", "Saravena"),
        ("Rebels blew up the Coveñas pipeline in Tibú on Saturday.", "Tibú"),
        ("Rebels blew up a pipeline in Coveñas on Saturday.", "Coveñas"),
    ],
)
def test_a_pipeline_is_not_blown_up_at_the_town_it_is_called_after(reader: Reader, told: str, where: str) -> None:
    assert {c.place.name for c in read(reader, told) if c.place} == {where}


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("Chinese ships fired water cannon at two Philippine supply boats near Second Thomas Shoal.", "other"),
        ("A Chinese vessel rammed a Philippine ship near Sabina Shoal on Monday.", "other"),
        ("Police fired water cannon at protesters in Tbilisi on Sunday.", "protest"),
        (
            "A Chinese warship fired its cannon at a Philippine boat near Sabina Shoal on Monday.",
            "missile_artillery_attack",
        ),
    ],
)
def test_water_cannon_and_rams_are_no_shelling(reader: Reader, told: str, kind: str) -> None:
    assert {c.type for c in read(reader, told)} == {kind}


@pytest.mark.parametrize(
    ("heading", "days"),
    [
        ("Weekly overview, 1-7 March 2025", (1, 7)),
        ("Somalia security report (1–7 March 2025)", (1, 7)),
        ("Conflict roundup: 24 February – 2 March", (24, 2)),
        ("Mali digest\n\nReporting period: 01/03/2025 - 07/03/2025", (1, 7)),
        ("Mali: the week in brief\n\nWeek of 3 March 2025", (3, 9)),
        ("Mali bulletin, week ending 7 March", (1, 7)),
        ("Protection update, 1-15 March 2025", (1, 10)),
        ("This week in Mali", (4, 10)),
        ("Mine kills two soldiers in Mali", (10, 10)),
        ("Mali update, 9 March", (10, 10)),
        ("Mali update: vote set for 20-25 March", (10, 10)),
    ],
)
def test_what_a_review_does_not_date_was_in_its_days(reader: Reader, heading: str, days: tuple[int, int]) -> None:
    title, _, line = heading.partition("\n\n")
    text = f"{line}\n\nA mine killed two soldiers near Gossi." if line else "A mine killed two soldiers near Gossi."
    (claim,) = read(reader, text, title)
    assert claim.date and (claim.date.first.day, claim.date.last.day) == days


def test_what_a_review_dates_keeps_its_day(reader: Reader) -> None:
    text = "A mine killed two soldiers near Gossi on 5 March.\n\nRebels burned a school in Bankass."
    found = {c.place.name: c.date for c in read(reader, text, "Weekly overview, 1-7 March 2025") if c.place}
    assert found["Gossi"].first.day == found["Gossi"].last.day == 5
    assert (found["Bankass"].first.day, found["Bankass"].last.day) == (1, 7)


def killed(claims: tuple[Claim, ...], figure: str = "killed") -> set[tuple[int, int | None]]:
    return {(f.low, f.high) for c in claims for name, f in c.figures.items() if name == figure}


@pytest.mark.parametrize(
    ("told", "figure", "count"),
    [
        ("A drone hit a camp in Kutum. 9 displaced people incl. 6 children were killed.", "killed", (9, 9)),
        ("An RSF drone hit a market in Kutum on Sunday, killing 12 ppl, incl. four women.", "killed", (12, 12)),
        ("Shelling in Bukavu on Sunday: 6 pax killed.", "killed", (6, 6)),
        ("Shelling in Bukavu on Sunday injured approx. 30 people.", "injured", (27, 33)),
        ("Shelling in Bukavu on Sunday injured ~30 people.", "injured", (27, 33)),
        ("Shelling in Bukavu on Sunday injured 30+ people.", "injured", (30, None)),
        ("Shelling in Bukavu on Sunday injured >30 people.", "injured", (31, None)),
        ("Shelling in Bukavu on Sunday injured 30 people.", "injured", (30, 30)),
        ("Fighting in Khartoum since 7 March has forced at least 3,000 people to flee.", "displaced", (3000, None)),
    ],
)
def test_counts_in_short_forms(reader: Reader, told: str, figure: str, count: tuple[int, int | None]) -> None:
    assert killed(read(reader, told), figure) == {count}


def test_what_a_war_has_cost_is_still_no_days_count(reader: Reader) -> None:
    told = "The war in Sudan has displaced 12 million people since April 2023. Shells killed two in Omdurman on Sunday."
    assert not killed(read(reader, told), "displaced")


@pytest.mark.parametrize(
    ("told", "types"),
    [
        ("The U.S. embassy in Nairobi on Monday warned of attacks in the border counties of Kenya.", set()),
        ("Ukrainian intelligence warned of Russian attacks on Kharkiv on Monday.", set()),
        ("The Chinese embassy in Manila warned on Monday that Beijing would respond with force.", {"threat"}),
        ("Iran's foreign ministry warned on Monday of retaliation for the strike.", {"threat"}),
        (
            "The attack took place in the Billawar area, 150km south of Srinagar, killing two soldiers.",
            {"ground_battle"},
        ),
        ("Rebels took Kiwanja in North Kivu on Monday.", {"territory_change"}),
        ("France will use frozen assets to send drones to Ukraine, the minister said on Monday.", set()),
        ("The EU froze assets of the central bank of Russia on Monday.", {"sanction"}),
        ("Armenia and Azerbaijan agreed on Thursday on the text of a peace treaty.", {"agreement"}),
        ("Armenia and Azerbaijan did not agree on Thursday on the text of a peace treaty.", set()),
        ("Six bodies were found hanging from a bridge in Culiacán, Mexico, on Sunday.", {"violence_against_civilians"}),
        ("The bodies of four migrants were found on a beach in Tunisia on Sunday.", set()),
    ],
)
def test_what_is_told_and_what_is_not(reader: Reader, told: str, types: set[str]) -> None:
    assert {c.type for c in read(reader, told)} == types


@pytest.mark.parametrize(
    ("told", "actors"),
    [
        ("Armenia and Azerbaijan said that they had agreed on the text of a peace treaty.", {"Armenia", "Azerbaijan"}),
        ("US-British forces bombed Hodeidah on Monday.", {"United Kingdom", "United States"}),
        ("Russian-Belarusian forces shelled Chernihiv on Monday.", {"Belarus", "Russia"}),
        ("Rwandan-backed M23 rebels attacked Uvira on Monday.", {"M23"}),
        ("US-led forces bombed Raqqa on Monday.", set()),
    ],
)
def test_two_who_act_as_one(reader: Reader, told: str, actors: set[str]) -> None:
    assert parties(read(reader, told))[0] == actors


@pytest.mark.parametrize(
    ("told", "happenings"),
    [
        ("Three were intercepted and two fell inside Lebanon, the army said.", 1),
        ("Two men were shot by the army in Nabatieh in Lebanon.", 2),
    ],
)
def test_some_of_those_fired_are_of_the_salvo(reader: Reader, told: str, happenings: int) -> None:
    claims = read(reader, f"Five rockets were fired at Metula in Israel on Saturday. {told}")
    assert len({c.happening for c in claims}) == happenings


def test_a_barrage_arms_no_strike_beside_it(reader: Reader) -> None:
    claims = read(reader, "After a rocket barrage on Metula, IDF strikes in Nabatieh killed two people on Saturday.")
    found = {c.place.name: c.type for c in claims if c.place}
    assert found["Nabatieh"] == "air_drone_strike"
