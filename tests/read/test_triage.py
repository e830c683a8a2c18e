"""Which sentences are parsed, and which reports are about something else than war."""

import pytest

from fogline.lexicon.triage import triage_words
from fogline.model import Report
from fogline.read.sentences import sentences
from fogline.read.text import Sentence
from fogline.read.triage import can_carry_claim, tone, words_of_war, worth_reading

PEACE = [
    "The striker scored twice as the league leaders attacked; the coach praised his defenders after the match.",
    "Unions called a strike over wages; employers said that the walkout would hit overtime pay.",
    "Shares were hammered as retailers fought a price war and investors fled; profits and sales fell.",
    "The film tells of a siege; its director and the actor attacked the studio at the premiere.",
    "The storm struck at night; floods and a landslide killed nine, and more rain is forecast.",
    "Thieves hit a jeweller; detectives said the robbery took a minute, and a jury has yet to hear of it.",
    "Cholera struck the city; the vaccine reached few patients, and the disease killed 12.",
    "Hackers attacked the servers with ransomware; the malware hit thousands of laptops.",
    "Elephants raided the fields; the herd killed two, and rangers of the zoo shot at the animals with a wolf.",
    "The museum shows how Romans stormed the hill; archaeologists found muskets and medieval pikes.",
    "Candidates traded fire in a debate; voters and backbenchers await the ballot on the budget.",
]
WAR = [
    "Drones struck a football stadium in the port on Sunday, killing two people, the army said.",
    "Shells fell on a village; soldiers said that four people were killed.",
    "Militants shot at soldiers near the market, and the army sent drones; a film director saw the premiere of a war.",
]


def split(text: str, title: str = "What is known") -> tuple[Sentence, ...]:
    return sentences(Report("r1", None, None, title, text, "2024-11-20", "en"))


@pytest.mark.parametrize("text", PEACE)
def test_sport_labour_markets_arts_and_weather_are_no_war(text: str) -> None:
    heard = tone(split(text))
    assert heard.peaceful
    assert not worth_reading(split(text), heard)


@pytest.mark.parametrize("text", WAR)
def test_war_near_peaceful_words_is_still_war(text: str) -> None:
    read = worth_reading(split(text), tone(split(text)))
    assert any(s.text in text for s in read)


def test_every_kind_of_peaceful_news_has_words_of_its_own() -> None:
    told = " ".join(PEACE).lower().replace(";", " ").replace(",", " ").replace(".", " ").split()
    kinds = set(triage_words().peace.values())
    assert {triage_words().peace[word] for word in told if word in triage_words().peace} >= kinds - {"accident"}


MATCH = "The coach praised the striker, and the referee ended the match before a goal fell. Fans of the club sang."


@pytest.mark.parametrize(
    ("title", "text", "read"),
    [
        ("Missile hits stadium", f"{MATCH}\n\nThe league said nothing.", True),  # the headline tells of war
        ("Late goal", f"A missile hit the stadium.\n\n{MATCH}", True),  # so does the first paragraph
        ("Late goal", f"{MATCH}\n\nThe army said that rebels had fled. The cup is on Friday.", True),
        ("Late goal", f"{MATCH}\n\nThe captain is a soldier.", False),  # one word of war, deep in a match report
        ("Late goal", f"A missile of a shot won it.\n\n{MATCH}", False),
    ],
)
def test_of_a_peaceful_report_only_what_is_told_in_words_of_war_is_read(title: str, text: str, read: bool) -> None:
    told = split(text, title)
    assert tone(told).peaceful
    assert bool(worth_reading(told, tone(told))) is read


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("A missile hit the stadium.", (1, 1)),
        ("Missiles and a missile fell.", (1, 1)),
        ("The army said that rebels had fled.", (2, 0)),
        ("Supermarkets are in a price war.", (0, 0)),
        ("The European Union met.", (0, 0)),
        ("An army of fans attacked the bar.", (0, 1)),
        ("It hit us like a bomb.", (0, 1)),
    ],
)
def test_words_of_war_are_counted_but_for_figures_of_speech(sentence: str, counts: tuple[int, int]) -> None:
    assert words_of_war(sentence) == counts


@pytest.mark.parametrize(
    ("text", "plot"),
    [
        ("In the first chapter a gunman kills nine soldiers in a war.", True),
        ("The captain, played by Tom Alder, is shot by rebels.", True),
        ("The director was killed when rebels shelled the town.", False),
    ],
)
def test_what_a_work_of_art_tells_is_not_read(text: str, plot: bool) -> None:
    told = split(f"{text}\n\nThe novel, the film and the album have a new audience, said the actress at the premiere.")
    assert bool(tone(told).plots) is plot
    assert any(s.text == text for s in worth_reading(told, tone(told))) is not plot


def test_a_long_report_without_a_word_of_war_is_unarmed() -> None:
    assert tone(split("The mayor came under fire. " * 5)).armed  # too short to tell
    assert not tone(split("The mayor came under fire. " * 20)).armed
    assert tone(split("The mayor came under fire. " * 20 + "Soldiers watched.")).armed


@pytest.mark.parametrize(
    ("text", "part", "worth"),
    [
        ("Two shells fell on the village.", "body", True),
        ("The ministry declined to comment.", "body", True),
        ("The river is wide here and slow.", "body", False),
        ("Two shells fell on the village.", "tail", False),
    ],
)
def test_a_sentence_is_parsed_where_its_words_can_carry_a_claim(text: str, part: str, worth: bool) -> None:
    assert can_carry_claim(Sentence(0, 0, len(text), text, part, 0)) is worth  # type: ignore[arg-type]
