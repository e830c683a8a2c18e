"""On which day each happening of a report was: counted on from another, told by since when it has been so, spoken."""

import datetime as dt

import pytest
from spacy.language import Language

from fogline.gazetteer import Gazetteer
from fogline.model import Report
from fogline.read.dating import heads_story
from fogline.read.reader import Reader
from fogline.read.when import find_dates

PUBLISHED = "2025-04-16"  # a Wednesday

# A report and, of what is read in it, the type, the first and the last day of the month.
DAYS = [
    (  # the day on which a toll rose is none of the deed's
        "A missile hit a tower in Homs on Monday. The toll of the strike rose to five on Tuesday as rescuers dug on.",
        {("missile_artillery_attack", 14, 14)},
    ),
    (
        "The number of dead in a missile strike on a tower in Homs climbed to five on Tuesday.\n\nThe missile hit the "
        "tower on Sunday.",
        {("missile_artillery_attack", 13, 13)},
    ),
    (  # that of the deed itself stands beside it
        "The toll of a missile strike on a tower in Homs on Monday has risen to five.",
        {("missile_artillery_attack", 14, 14)},
    ),
    (  # by which it is to be done
        "Poland's ambassador promised Ukraine ten generators by Sunday.",
        {("pledge", 16, 16)},
    ),
    (  # from which one counts
        "A mine killed two French soldiers near Gao, bringing to 53 the number of French troops killed since 2013.",
        {("bombing", 16, 16)},
    ),
    (
        "A bomber killed nine in Mogadishu on Monday, taking the toll of such attacks since January to 112.",
        {("bombing", 14, 14)},
    ),
    (
        "Rockets hit Haifa, in the heaviest barrage since the war began three weeks ago.",
        {("missile_artillery_attack", 16, 16)},
    ),
    (  # in words that somebody chants
        'Thousands of protesters marched in Damascus, chanting "These are the last days of the regime".',
        {("protest", 16, 16)},
    ),
    (  # since when it is done
        "Troops have shelled the town of Bara since Monday.",
        {("missile_artillery_attack", 14, 16)},
    ),
    (  # what was done so long after what is named again, and that itself on its own day
        "A mine tore through a bus near Bama on Thursday, killing nine traders. Three days after the blast, soldiers "
        "arrested two men in the town.",
        {("bombing", 10, 10), ("abduction_detention", 13, 13)},
    ),
    (
        "Shells hit a school in Goma on Friday and killed two pupils.\n\nThe day after the shelling, rebels "
        "kidnapped a teacher in Goma.",
        {("missile_artillery_attack", 11, 11), ("abduction_detention", 12, 12)},
    ),
    (  # "came" tells only when that was
        "Jets bombed a depot in Homs on Friday.\n\nOn Sunday shells fell on Hama and killed three people. "
        "The shelling came two days after the air strike.",
        {("air_drone_strike", 11, 11), ("missile_artillery_attack", 13, 13)},
    ),
    (  # a deed that was not told before lies so far back
        "Gunmen killed six farmers in Komanda on Monday, two days after the kidnapping of a priest in Beni.",
        {("violence_against_civilians", 14, 14), ("abduction_detention", 12, 12)},
    ),
    (  # captives and towns are taken at once
        "Two aid workers have been held by gunmen in Gao since Friday, their employer said.",
        {("abduction_detention", 11, 11)},
    ),
    (  # fighting goes on, and so do arrests of many
        "Soldiers and M23 rebels have been fighting in Goma since Saturday, and thirty people have died.",
        {("ground_battle", 12, 16)},
    ),
    (
        "More than forty traders have been arrested in Gao since Friday, a lawyer said.",
        {("abduction_detention", 11, 16)},
    ),
    (  # what set off what has lasted since
        "A district of Kharkiv has been without power since Monday after drones hit a substation.",
        {("air_drone_strike", 14, 14)},
    ),
    ("Strikes on Rafah have killed 44 people since Saturday, the ministry said.", {("air_drone_strike", 12, 16)}),
    (  # a day of what somebody had done before
        "Police in Gao arrested a man who had returned from Algeria on Sunday, his family said.",
        {("abduction_detention", 16, 16)},
    ),
    (
        "A drone struck a clinic in Khartoum on Monday that had reopened last week, killing two nurses.",
        {("air_drone_strike", 14, 14)},
    ),
    (  # what was decided on a day
        "Sudan's army praised the move by Washington on Friday to impose sanctions on an RSF commander.",
        {("sanction", 11, 11)},
    ),
    (  # a threat goes on from the day on which its speaker spoke
        "Jets bombed Homs on Sunday, killing four. The Syrian president, Ahmed al-Sharaa, said on Monday that the raid "
        "was a crime. He vowed that Israel would pay for it.",
        {("air_drone_strike", 13, 13), ("threat", 14, 14)},
    ),
    (  # and is of the day of the paper where nobody spoke on another
        "Jets bombed Homs on Sunday, killing four. The Syrian president, Ahmed al-Sharaa, vowed that Israel would pay "
        "for it.",
        {("air_drone_strike", 13, 13), ("threat", 16, 16)},
    ),
    (  # what those were doing who were arrested
        "Jets bombed a flat in Beirut on Tuesday, killing two.\n\nPolice said on Wednesday that they had arrested two "
        "men who were filming the block on Monday.",
        {("air_drone_strike", 15, 15), ("abduction_detention", 16, 16)},
    ),
    (  # the day behind the place of a deed that somebody only names, not of the text in which he does
        "The African Union condemned the killing of nine traders in Gao on 10 April.",
        {("violence_against_civilians", 10, 10)},
    ),
    (
        "The African Union called on Monday for an inquiry into the reported killing of nine traders in Gao on 10 "
        "April.",
        {("violence_against_civilians", 10, 10)},
    ),
    (
        "Gunmen killed nine traders in Gao on Thursday. The African Union condemned the attack in a statement in "
        "Addis Ababa on Sunday.",
        {("violence_against_civilians", 10, 10)},
    ),
    (  # the day on which a story was filed
        "April 16, 2025 (BELEDWEYNE) – A bomb killed four soldiers in Beledweyne on Tuesday.",
        {("bombing", 15, 15)},
    ),
]


@pytest.fixture(scope="module")
def reader(nlp: Language) -> Reader:
    return Reader(nlp, Gazetteer.open())


@pytest.mark.parametrize(("text", "days"), DAYS)
def test_days_of_deeds(reader: Reader, text: str, days: set[tuple[str, int, int]]) -> None:
    report = Report(id="r", source="s", url=None, title="", text=text, published=PUBLISHED, language="en")
    found = {(c.type, c.date.first.day, c.date.last.day) for c in reader.read(report).claims if c.date}
    assert found == days


@pytest.mark.parametrize(
    ("text", "filed"),
    [
        ("\nApril 16, 2025 (GAO) – A bomb burst.", True),
        ("\n16 April 2025 (Gao Times) - A bomb burst.", True),
        ("\n15 April – A bomb burst.", False),
        ("\nA bomb burst on 15 April (the sixth) – and killed four.", False),
        ("\nApril 15 (4 dead) – A bomb burst.", False),
    ],
)
def test_the_day_on_which_a_story_was_filed(text: str, filed: bool) -> None:
    day = next(iter(find_dates(text, dt.date.fromisoformat(PUBLISHED))))
    assert heads_story(text, day) is filed


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "She will hold talks in the old western city of Lviv with the mayor of the town and his guest from Ankara "
            "on Friday.",
            18,
        ),
        (
            "Seoul would think again about the arms for Kyiv in the light of its neighbours' pact, signed on Friday.",
            11,
        ),
    ],
)
def test_what_is_to_come_may_stand_far_before_its_day_but_behind_no_comma(text: str, day: int) -> None:
    (found,) = find_dates(text, dt.date.fromisoformat(PUBLISHED))
    assert found.first == dt.date(2025, 4, day)


@pytest.mark.parametrize(
    ("title", "days"),
    [
        ("Rebels who took Goma last week shell Sake", ("2025-04-16", "2025-04-16")),
        ("This week in Congo", ("2025-04-10", "2025-04-16")),
        ("Situation report, 7-13 April", ("2025-04-07", "2025-04-13")),
    ],
)
def test_only_a_review_gives_its_days_to_what_it_does_not_date(
    reader: Reader, title: str, days: tuple[str, str]
) -> None:
    text = "M23 rebels shelled the town of Sake, killing two people, the army said."
    report = Report(id="r", source="s", url=None, title=title, text=text, published="2025-04-16", language="en")
    found = [c.date for c in reader.read(report).claims if c.place and c.place.name == "Sake" and c.date]
    assert {(str(d.first), str(d.last)) for d in found} == {days}
