"""Whose word is a whole report: that of the body that publishes it, or whose word it hands on?"""

from typing import Any

import pytest

from fogline.model import PartyMention, Report
from fogline.read.said import find_voices
from fogline.read.who import find_parties
from fogline.read.writers import writer


def test_a_known_persons_own_channel_is_his_word(parsed: Any) -> None:
    for source, by in [
        ("Vyacheslav Gladkov's Telegram channel", "Vyacheslav Gladkov"),
        ("Oleh Kiper on Telegram", "Oleh Kiper"),
        ("The Governor's channel", None),
        ("Gladkov Herald", None),
    ]:
        text = parsed("Two shells fell on the village.", source)
        assert find_voices(text, find_parties(text, []))[1][0].voice.by == by


@pytest.mark.parametrize(
    ("source", "side"),
    [
        ("Hamas Telegram channel", "Hamas"),
        ("Russian-installed administration (Telegram)", "Russia"),
        ("Defence Monthly", None),
        ("Army Weekly News", None),
        ("Russian Ministry of Defence daily bulletin", "Russia"),
        ("Harbour press statement", None),
        ("Houthi media center", "Houthis"),
        ("Houthi news", None),
        ("IDF", "Israel"),
        ("CENTCOM", "United States"),
        ("Hezbollah", "Hezbollah"),
        ("Al-Qassam Brigades", "Hamas"),
        ("FARDC", "Democratic Republic of the Congo"),
        ("Zabihullah Mujahid", "Taliban"),
        ("Hezbollah Watch", None),
        ("Ukraine", None),
        ("Gulf Army Times", None),
        ("Houthis in Pictures", None),
        ("Evening channel", None),
    ],
)
def test_what_a_body_publishes_itself_has_its_side(source: str, side: str | None) -> None:
    assert writer(Report("r1", source, None, "News", "Nine drones were shot down.", None, "en")).side == side


PAPERS = [
    ("Hamas Political Office", "Gaza", "Press release. Hamas Political Office, 4 May. Nine men fell.", "Hamas"),
    (
        "Special Information Centre",
        "Gunmen driven off",
        "SPECIAL INFORMATION CENTRE, KYIV. Situation report. Ukraine's army drove off nine gunmen.",
        "Ukraine",
    ),
    ("River Column", "River Column (pro-Russian)", "Our troops drove off nine gunmen.", "Russia"),
    ("Dawn News", "Statement No. 3 of the Revolutionary Guards of Iran", "Nine missiles were fired.", "Iran"),
    ("Dawn News", "Nine die: full text of the Revolutionary Guards' communiqué", "Iran's army mourns nine.", "Iran"),
    ("Dawn News", "Nine die: a widow's statement", "Iran's army mourns nine.", None),
    ("Dawn News", "Nine die: full text of the Revolutionary Guard's communiqué", "Iran's army mourns nine.", "Iran"),
    ("Dawn News", "Nine die; statement of the Revolutionary Guards of Iran", "Nine missiles were fired.", None),
    ("River Herald", "River Herald", "A press release says that nine gunmen died, Ukraine's army said.", None),
    ("Special Information Centre", "Gunmen driven off", "Ukraine's army drove off nine gunmen.", None),
    ("River Column", "River Column (pro-Russian)", "Nine gunmen were driven off.", None),
]


@pytest.mark.parametrize(("source", "title", "body", "side"), PAPERS)
def test_a_report_that_says_it_is_a_sides_paper_is_its_word(
    parsed: Any, source: str, title: str, body: str, side: str | None
) -> None:
    text = parsed(body, source)
    assert writer(Report("r1", source, None, title, body, None, "en"), find_parties(text, [])).side == side


@pytest.mark.parametrize(
    ("source", "voice"),
    [
        ("Danylo Rybak (Telegram)", ("Danylo Rybak", "Russia")),  # whom the report gives an office
        ("Coordination Headquarters for Prisoners", ("Coordination Headquarters for Prisoners", "Ukraine")),
        ("Radio Danylo", (None, None)),
    ],
)
def test_a_page_is_of_the_side_that_its_report_shows(source: str, voice: tuple[str | None, str | None]) -> None:
    parties = [
        PartyMention(0, 5, "Governor Danylo Rybak", "Russia", "Danylo Rybak", "person"),
        PartyMention(9, 12, "servicemen", "Ukraine", "servicemen", "office"),
    ]
    found = writer(Report("r1", source, None, "Statement", "It was quiet.", None, "en"), parties)
    assert (found.by, found.side) == voice


# Who publishes, the headline, what is told, and whose word that is.
PUBLISHED = [
    ("Hamas Media Office", "Victory at the crossing", "Our fighters burned two tanks at the gate.", "Hamas"),
    ("Hamas Monitor", "Fighting at the crossing", "Two tanks burned at the gate, our fighters told us.", None),
    (
        "Channel One",
        "Communiqué No. 4 of the Israel Defense Forces",
        "Our forces burned two trucks at the gate.",
        "Israel",
    ),
    ("Channel One", "What a communiqué of the Israel Defense Forces leaves out", "Two trucks burned.", None),
]


@pytest.mark.parametrize(("source", "title", "text", "side"), PUBLISHED)
def test_whose_a_report_is(parsed: Any, source: str, title: str, text: str, side: str | None) -> None:
    named = find_parties(parsed(f"{title}. {text}"), [])
    assert writer(Report("r1", source, None, title, text, "2024-11-20", "en"), named).side == side


HANDED_ON = "Ukraine's army announced on Friday that it had shelled a camp. {} fired nine rockets at Kherson."


def test_a_report_that_hands_on_one_bodys_word_has_no_word_of_its_own(parsed: Any) -> None:
    for told, side in [("The mayor was asleep.\n\nThe terrorists", "Ukraine"), ("Later.\n\nThe rebels", None)]:
        text = parsed(HANDED_ON.format(told))
        last = text.sentences[-1]
        assert find_voices(text, find_parties(text, []))[last.index][0].voice.side == side
