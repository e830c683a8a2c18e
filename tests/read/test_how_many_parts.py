"""Which counts are parts of others, of a period, of an earlier state, and whose losses are they?"""

import pytest
from how_many_steps import figures, parser

from fogline.model import Figure, PartyMention
from fogline.read.how_many import find_figures
from fogline.read.numbers import find_numbers
from fogline.read.text import Sentence
from fogline.read.when import find_dates


def test_a_part_of_a_count_is_marked() -> None:
    whole, part = figures("The strike killed twelve people, including three children.")
    assert (whole.value, whole.subset) == (Figure(12, 12), False)
    assert (part.figure, part.value, part.subset) == ("killed", Figure(3, 3), True)


def test_some_of_those_carried_off_are_a_part() -> None:
    some, all_of_them = figures("Eight of the 23 men carried off by the raiders were released.")
    assert (some.value.low, some.subset, all_of_them.value.low, all_of_them.subset) == (8, True, 23, False)


def test_those_listed_behind_a_count_are_a_part() -> None:
    whole, part = figures("Three neighbours, a widow and her two sons, were killed.")
    assert (whole.value, whole.subset, part.value, part.subset) == (Figure(3, 3), False, Figure(2, 2), True)


@pytest.mark.parametrize(
    "text",
    ["The youngest victim was a boy of four.", "The dead are Ali, 40, his wife and their son Omar, the mayor said."],
)
def test_one_of_many_is_a_part(text: str) -> None:
    assert all(figure.subset for figure in figures(text))


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Two men, a woman and a child were killed.", 4),
        ("It killed three women and two children.", 5),
        ("Two men, a father and his son, were killed.", 2),
        ("Three people, a woman and two children, were killed.", 3),
        ("More than 150 of their fighters lay dead.", 151),
        ("A family of five was wiped out.", 5),
    ],
)
def test_those_listed_who_cannot_be_among_those_counted_are_added(text: str, dead: int) -> None:
    assert [f.value.low for f in figures(text) if f.figure == "killed" and not f.subset] == [dead]


def test_some_of_the_wounded_are_a_part_of_all_of_them() -> None:
    some, all_of_them = figures("Three of the 20 wounded were flown to the coast.")
    assert (some.value.low, some.subset, all_of_them.value.low, all_of_them.subset) == (3, True, 20, False)
    died, wounded = figures("Three of the 20 wounded have died.")
    assert (died.figure, died.subset, wounded.figure) == ("killed", False, "injured")


def test_munitions_that_add_up_to_those_before_are_parts() -> None:
    sent, *parts = figures("The army launched 145 drones, 97 Shaheds and 48 decoys.")
    assert (sent.value, sent.subset) == (Figure(145, 145), False)
    assert all(part.subset for part in parts)


def test_those_shot_down_and_jammed_are_parts_of_all_that_were_stopped() -> None:
    stopped, *parts = figures("Forty drones were stopped: 28 were shot down and 12 jammed.")
    assert (stopped.value, stopped.subset) == (Figure(40, 40), False)
    assert len(parts) == 2 and all(part.subset for part in parts)


@pytest.mark.parametrize(
    ("first", "then", "part"),
    [
        ("Air defence shot down 33 drones.", "Eleven of them were downed over Bryansk.", True),
        ("Russia launched 33 drones.", "Eleven of them were downed over Bryansk.", False),
        ("The shelling killed nine people.", "Four of them died in hospital.", True),
        ("The shelling wounded nine people.", "Four of them died in hospital.", False),
        ("The shelling killed nine people.", "Twelve of them died, residents said.", False),
    ],
)
def test_some_of_those_of_whom_the_sentence_before_said_so(first: str, then: str, part: bool) -> None:
    sentence = Sentence(0, 0, len(then), then, "body", 0)
    (some,) = find_figures(sentence, parser()(then), (), figures(first))
    assert some.subset is part


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("More than 460 people have been killed since the truce began, of a count that has passed 71,000.", True),
        ("The revolt began in 2016; more than 6,000 people have died since.", True),
        ("At least 300 people have been killed since, the agency says.", True),
        ("Nine people have died since, the hospital says.", False),
        ("At least 300 people were killed on Monday.", False),
        ("At least 300 people were killed over the past two days.", False),
    ],
)
def test_many_who_have_died_since_are_a_period(text: str, period: bool) -> None:
    assert figures(text)[0].period is period


def test_some_of_the_coffins_are_a_part() -> None:
    marched, coffins = figures("Some 2,000 people staged a sit-in with eleven of the coffins.")
    assert (marched.figure, marched.subset, coffins.subset) == ("protesters", False, True)


def test_bodies_found_move_the_toll_of_their_sentence() -> None:
    toll, found = figures("The death toll of the strike rose to five after rescuers found two bodies.")
    assert (toll.value.low, toll.subset, found.value.low, found.subset) == (5, False, 2, True)
    (found,) = figures("Rescuers found two bodies after the strike.")
    assert not found.subset


def test_all_that_the_sentence_before_sent() -> None:
    (sent,) = figures("The army fired nine missiles.")
    text = "All of them were intercepted."
    found = find_figures(Sentence(0, 0, len(text), text, "body", 0), parser()(text), (), (sent,))
    assert [(m.figure, m.value) for m in found] == [("intercepted", Figure(9, 9))]


def after(first: str, then: str) -> list[tuple[str, int, int | None]]:
    sentence = Sentence(0, 0, len(then), then, "body", 0)
    found = find_figures(sentence, parser()(then), (), figures(first))
    return [(m.figure, m.value.low, m.value.high) for m in found]


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        ("The raid killed 32 people.", "The ombudsman now puts it at 41.", [("killed", 41, 41)]),
        ("The raid killed 32 people.", "Beirut counts nine.", [("killed", 9, 9)]),
        ("The raid killed 32 people.", "The town has never gone beyond 28.", [("killed", 28, 28)]),
        ("Gunmen abducted 45 people.", "The police gave a lower number, 18.", [("captured", 18, 18)]),
        ("The raid killed 32 people.", "The mayor admits to five.", [("killed", 5, 5)]),
        ("The raid killed 32 people.", "The ministry insists on nine.", [("killed", 9, 9)]),
        ("The raid killed 32 people.", "The ministry insists on nine inspections.", []),
        ("The raid killed 32 people.", "Beirut counts nine hospitals.", []),
        ("The raid killed 32 people.", "He has three.", []),
        ("The raid killed 32 people.", "The rebels lost 15.", [("killed", 15, 15)]),
        ("The raid killed 32 people.", "The rebels lost 15 sponsors.", []),
        ("The raid killed 32 people.", "The town lost power.", []),
        ("The army fired six drones.", "Four were jammed and fell into the sea.", [("intercepted", 4, 4)]),
    ],
)
def test_those_counted_before_are_counted_again(
    first: str, then: str, expected: list[tuple[str, int, int | None]]
) -> None:
    assert after(first, then) == expected


def test_some_of_the_wounded_told_apart_are_a_part() -> None:
    whole, part = figures("Thirty-one were wounded, four of them seriously.")
    assert not whole.subset
    assert (part.figure, part.subset) == ("injured", True)


def test_a_total_since_the_war_began_is_a_period() -> None:
    (total,) = figures("More than 6,000 people have been killed since the start of the war.")
    assert total.period
    (war,) = figures("The war has killed more than 900 people in the province.")
    assert war.period
    (since,) = figures("Since 3 March the shelling of the city has killed 40 people.")
    assert since.period
    (one,) = figures("A nurse was killed by shelling, bringing to 50 the number of the dead since October 2023.")
    assert (one.value.low, one.period) == (1, False)
    both = figures("Gunmen have killed almost 800 people and displaced 6,000 more since the start of 2019.")
    assert [f.period for f in both] == [True, True]
    apart = figures("Gunmen killed three people, and 900 have been killed since the start of 2019.")
    assert [f.period for f in apart] == [False, True]
    (compiled,) = figures("More than 2,000 people have died, according to a toll compiled by the agency.")
    assert compiled.period
    (today,) = figures("Six people were killed on Monday.")
    assert not today.period


def test_an_earlier_state_of_the_toll_is_former() -> None:
    earlier, now = figures("The death toll rose from six to nine.")
    assert (earlier.value.low, earlier.former, now.value.low, now.former) == (6, True, 9, False)


def test_whose_loss_it_is() -> None:
    text = "The blast killed 12 Russian soldiers."
    at = text.index("Russian")
    party = PartyMention(100 + at, 100 + at + 7, "Russian", "Russia", "Russia", "demonym")
    (loss,) = figures(text, (party,), start=100)
    assert loss.of == "Russia"
    assert (loss.start, loss.end) == (100 + text.index("12"), 100 + text.index("."))


def test_a_sentence_of_hostile_length_is_read_in_time() -> None:
    assert len(find_numbers("111 " * 5_000 + "x")) > 0
    assert find_dates("on on at " * 5_000 + "noon", None) == []
    assert len(find_dates("on Monday " * 2_000, None)) == 2_000
