"""Who vouches for a sentence, and does the speaker assert, deny or keep silent?"""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.model import Voice
from fogline.read.said import find_voices
from fogline.read.who import find_parties

Voices = Callable[..., list[Voice]]


# A sentence, its speaker, the speaker's side, the stance.
SPEAKERS = [
    ("Ukraine's air force said it had shot down nine drones.", "Ukraine's air force", "Ukraine", "asserts"),
    ("Nine drones were shot down, Ukraine's air force said.", "Ukraine's air force", "Ukraine", "asserts"),
    ('"They came at night," said Ukraine\'s army chief.', "Ukraine's army chief", "Ukraine", "asserts"),
    ("According to the Russian Defence Ministry, a bridge was hit.", "Russian Defence Ministry", "Russia", "asserts"),
    ("A bridge was hit, per the Russian Defence Ministry.", "Russian Defence Ministry", "Russia", "asserts"),
    ("Nine people were killed, a doctor at the clinic said.", "doctor at the clinic", None, "asserts"),
    ("Nine people were killed, Ostap Revenko, a teacher, told reporters.", "Ostap Revenko", None, "asserts"),
    ("KHARTOUM, Nov 18 - The RSF said its fighters had left the camp.", "RSF", "Rapid Support Forces", "asserts"),
    ("Officials in Gao, Kidal and Menaka said five people had died.", "Officials in Gao", None, "asserts"),
    ("Six gunmen reported among nine dead in Gao.", None, None, "asserts"),
    ("Russia accused Ukraine of shelling the market.", "Russia", "Russia", "asserts"),
    ("Hamas blamed Israel for the blast.", "Hamas", "Hamas", "asserts"),
    ("The Houthis claimed responsibility and said they had fired two missiles.", "Houthis", "Houthis", "asserts"),
    ("Russia denied the accusation.", "Russia", "Russia", "denies"),
    ("The RSF said its forces had not fired on the camp in Sudan.", "RSF", "Rapid Support Forces", "denies"),
    ("Israel called the report a lie.", "Israel", "Israel", "denies"),
    ("Israel on Tuesday called reports of a strike on a clinic fake.", "Israel", "Israel", "denies"),
    ("Israel put the number of dead in the strike on the camp in Rafah at two.", "Israel", "Israel", "asserts"),
    ("Israel said on Tuesday it had no information about a strike.", "Israel", "Israel", "no_comment"),
    ("Israel said the strike was under review.", "Israel", "Israel", "no_comment"),
    ("Ukraine's army said Ukrainian forces did not fire on the town.", "Ukraine's army", "Ukraine", "denies"),
    ("Russia said that Ukrainian forces did not fire on the town.", "Russia", "Russia", "asserts"),
    ("Hamas said it had not.", "Hamas", "Hamas", "denies"),
    ("One of the doctors, Huda Karim, said nine people were killed.", "Huda Karim", None, "asserts"),
    ("One of the doctors said nine people were killed.", "One of the doctors", None, "asserts"),
    ("Hamas, considered an outfit of bandits, claimed responsibility on Telegram.", "Hamas", "Hamas", "asserts"),
    ("A clinic in Gao took in nine people; two were dead.", "clinic in Gao", None, "asserts"),
    ("The clinic admitted nine people, its director Musa Keita said.", "Musa Keita", None, "asserts"),
    ("A senior Hamas figure denied that it had fired on the camp.", "senior Hamas figure", "Hamas", "denies"),
    ("A figure published by Hamas said nine people were killed.", None, None, "asserts"),
    ("Masked men who say they represent Hamas said they had fired two rockets.", "Masked men", "Hamas", "asserts"),
    ("A lawyer who represents Hamas said nine people were killed.", "lawyer", None, "asserts"),
    ("Two men who fled from Hamas said nine people were killed.", "Two men", None, "asserts"),
    (
        "Kyiv's coordination headquarters said nine people came home.",
        "Kyiv's coordination headquarters",
        "Ukraine",
        "asserts",
    ),
    ("Hamas fell back, and an adviser to its leader said nine had died.", "adviser to its leader", "Hamas", "asserts"),
    ("Hamas fell back, and a visitor to its camp said nine had died.", "visitor to its camp", None, "asserts"),
    ("Pro-Houthi channels said nine people were killed.", "Pro-Houthi channels", "Houthis", "asserts"),
    ("Houthi-run television said nine people were killed.", "Houthi-run television", "Houthis", "asserts"),
    ("Russian military bloggers said nine people were killed.", "Russian military bloggers", "Russia", "asserts"),
    ("Nine people were killed in Kyiv, state television said.", "state television", None, "asserts"),
    ("Nine people were killed in Kyiv, state prosecutors said.", "state prosecutors", "Ukraine", "asserts"),
    ("Nine people were killed in Kyiv, rescuers said.", "rescuers", None, "asserts"),
    ("Nine people were killed in Kyiv, the emergency service said.", "emergency service", "Ukraine", "asserts"),
    ("The Telegram channel of Hamas said nine people were killed.", "channel of Hamas", "Hamas", "asserts"),
    ("Hamas's Telegram channel said nine people were killed.", "Hamas's Telegram channel", "Hamas", "asserts"),
    ("Russia's Zarya channel said nine people were killed.", "Russia's Zarya channel", None, "asserts"),
    ("A statement from the Ukrainian army said nine had died.", "Ukrainian army", "Ukraine", "asserts"),
    ("According to a report by Hamas, nine people were killed.", "Hamas", "Hamas", "asserts"),
    ("A report on Hamas said nine people were killed.", "report on Hamas", None, "asserts"),
    (
        "Nine people died in Kyiv, the director of the Lavra hospital said.",
        "director of the Lavra hospital",
        None,
        "asserts",
    ),
    ("Nine people died in Kyiv, the office of President Ivan Koval said.", "Ivan Koval", "Ukraine", "asserts"),
    ("Nine people died in Kyiv, said Fr. Ivan Koval.", "Ivan Koval", None, "asserts"),
    ("Russian television said nine people were killed.", "Russian television", None, "asserts"),
    ("A channel on Russian literature said nine people were killed.", "channel on Russian literature", None, "asserts"),
    ("Nine people were killed, the media wing of Hamas said.", "media wing of Hamas", "Hamas", "asserts"),
    ("Nine people were killed in Kyiv, a military source said.", "military source", "Ukraine", "asserts"),
    ("Nine people were killed in Kyiv, a medical source said.", "medical source", None, "asserts"),
    (
        "Nine people were killed in Kyiv, the police information centre said.",
        "police information centre",
        "Ukraine",
        "asserts",
    ),
    (
        "Nine people were killed in Kyiv, the information centre for tourists said.",
        "information centre for tourists",
        None,
        "asserts",
    ),
    ("Residents near the port report heavy fire since dawn.", "Residents near the port", None, "asserts"),
    ("06:30 Residents near the port report heavy fire since dawn.", "Residents", None, "asserts"),
    ("Relatives of two of the dead claim that they were farmers.", "Relatives of two of the dead", None, "asserts"),
    ("The White House said nine people were killed.", "White House", "United States", "asserts"),
    ("The Emergency Support Centre said nine people were killed.", "Emergency Support Centre", None, "asserts"),
    ("Local organisations said nine people were killed.", "Local organisations", None, "asserts"),
    ("Nine people were killed, a Kenyan colleague said.", "Kenyan colleague", None, "asserts"),
    ("A retired teacher put the dead of the attack at four.", "retired teacher", None, "asserts"),
    ("The mayor's cousin deplores that nine people were killed.", "mayor's cousin", None, "asserts"),
    ("Asked about the killings, Hamas said it had no information.", "Hamas", "Hamas", "no_comment"),
    ("Hamas said it had no information that would help.", "Hamas", "Hamas", "asserts"),
    ("Israel said its soldiers had only fired in the air.", "Israel", "Israel", "denies"),
    ("Israel said its troops fired warning shots at a crowd.", "Israel", "Israel", "denies"),
    ("Israel said its soldiers fired on armed men.", "Israel", "Israel", "asserts"),
    ("A driver said the soldiers had only fired in the air.", "driver", None, "asserts"),
    ("Israel said the number of dead did not match what it knew.", "Israel", "Israel", "denies"),
    ("Israel said its soldiers had not used live rounds.", "Israel", "Israel", "denies"),
    ("Nine drones hit Ukraine, a local police officer said.", "local police officer", "Ukraine", "asserts"),
    ("Nine drones hit Ukraine, the head of the commune said.", "head of the commune", "Ukraine", "asserts"),
    ("Nine drones hit Ukraine, the sector chief said.", "sector chief", "Ukraine", "asserts"),
    ("Nine drones hit Ukraine, the chief of the locality said.", "chief of the locality", "Ukraine", "asserts"),
    ("Nine drones hit Ukraine, the council's chairman said.", "council's chairman", "Ukraine", "asserts"),
    ("Nine drones hit Ukraine, the commissioner for health said.", "commissioner for health", "Ukraine", "asserts"),
    ("Nine drones hit Ukraine, the zone's security head said.", "security head", "Ukraine", "asserts"),
    ("Nine drones hit Ukraine, the divisional officer said.", "divisional officer", "Ukraine", "asserts"),
    ("Nine drones hit Ukraine, a member of the choir said.", "member of the choir", None, "asserts"),
    (
        "Nine drones hit Ukraine, the health director of an aid group said.",
        "health director of an aid group",
        None,
        "asserts",
    ),
    ("Nine drones hit Ukraine, the chief of the village said.", "chief of the village", None, "asserts"),
    ("Nine drones hit Ukraine, the Hamas press centre said.", "Hamas press centre", "Hamas", "asserts"),
    (
        "Nine drones hit Ukraine, the Ukrainian army's Second Region said.",
        "Second Region",
        "Ukraine",
        "asserts",
    ),
    ("Khaing Thukha, spokesman for Hamas, said nine people were killed.", "Khaing Thukha", "Hamas", "asserts"),
    ("Nine drones hit Russia, Ukraine's culture ministry said.", "Ukraine's culture ministry", "Ukraine", "asserts"),
    ("Israel's military declined to provide a toll.", "Israel's military", "Israel", "no_comment"),
    ("Israel's military has remained tight-lipped.", "Israel's military", "Israel", "no_comment"),
    ("Israel's military ignored questions on the raid.", "Israel's military", "Israel", "no_comment"),
    ("Israel's military could not be contacted.", "Israel's military", "Israel", "no_comment"),
    ("Israel's military has not issued any statement.", "Israel's military", "Israel", "no_comment"),
    ("Efforts to reach Israel's military failed.", "Israel's military", "Israel", "no_comment"),
    ("Nine drones hit Ukraine, the head of the mission said.", "head of the mission", None, "asserts"),
    ("Nine drones hit Ukraine, the chief of the expedition said.", "chief of the expedition", None, "asserts"),
    ("Nine drones hit Ukraine, the hospital administrator said.", "hospital administrator", None, "asserts"),
    ("Nine drones hit Ukraine, a stamp collector said.", "stamp collector", None, "asserts"),
    ("Ukraine's army said none of its units was in the town.", "Ukraine's army", "Ukraine", "denies"),
    ("Ukraine's army said there were none of its soldiers in the building.", "Ukraine's army", "Ukraine", "denies"),
    ("Ukraine's army said there were no soldiers in the building.", "Ukraine's army", "Ukraine", "asserts"),
    ("Ukraine's army said there was never a camp in that village.", "Ukraine's army", "Ukraine", "asserts"),
    ("Hamas described the messages as pure fabrication.", "Hamas", "Hamas", "denies"),
    ("The depot is lost, according to the contractor, Nile Haven Fuels.", "Nile Haven Fuels", None, "asserts"),
    ("A little-known outfit, Hamas, said it had fired two rockets.", "Hamas", "Hamas", "asserts"),
    ("Nine drones were lost, according to Kyiv.", "Kyiv", "Ukraine", "asserts"),
    ("Calls to Israel's military went unanswered.", "Israel's military", "Israel", "no_comment"),
    ("Israel's military preferred not to comment.", "Israel's military", "Israel", "no_comment"),
    ("Most of them fell by the plant, said Oleh Tkachenko, a rescuer.", "Oleh Tkachenko", None, "asserts"),
    ("Ukraine's army contested the account.", "Ukraine's army", "Ukraine", "denies"),
    ("Hamas said talk of a base was a fairy tale.", "Hamas", "Hamas", "denies"),
    ("Ukraine's army said its troops are not in a position to advance.", "Ukraine's army", "Ukraine", "asserts"),
    ("Ukraine's army said there were no losses in the town.", "Ukraine's army", "Ukraine", "asserts"),
    ("Moscow insists that Russia had no part in that.", "Moscow", "Russia", "denies"),
    ("Hamas said the report was a falsehood.", "Hamas", "Hamas", "denies"),
    ("Israel accused Hamas of burning the trucks, which the group denied.", "group", "Hamas", "denies"),
    ("Hamas said Israel had lied and that its men had fired nothing at the town.", "Hamas", "Hamas", "denies"),
    ("Hamas said it suffered no losses.", "Hamas", "Hamas", "asserts"),
    ("Russia said it does not reject the offer.", "Russia", "Russia", "asserts"),
    ("Moscow has not commented on the strike.", "Moscow", "Russia", "no_comment"),
    ("There was no immediate comment from Israel.", "Israel", "Israel", "no_comment"),
    ("Israel's military declined to comment.", "Israel's military", "Israel", "no_comment"),
    ("Israel's military has not spoken about the raid.", "Israel's military", "Israel", "no_comment"),
    ("Moscow called the accusation a distraction.", "Moscow", "Russia", "denies"),
    (
        "Russia said it had taken Hola, a claim that Ukraine's military rejected.",
        "Ukraine's military",
        "Ukraine",
        "denies",
    ),
    ("Israel accused Hamas of the raid, an allegation rejected by the group.", "group", "Hamas", "denies"),
    ("Israel's military said it was looking into the report.", "Israel's military", "Israel", "no_comment"),
    ("Israel's military said it would look into the incident.", "Israel's military", "Israel", "no_comment"),
    ("Israel's military said it would look into a new gun.", "Israel's military", "Israel", "asserts"),
    ("Israel's military said it was looking for nine gunmen.", "Israel's military", "Israel", "asserts"),
    ("Israel accused Hamas of burning the trucks, which Hamas denied.", "Hamas", "Hamas", "denies"),
    ("Amnesty said they found no trace of a launcher.", "Amnesty", None, "asserts"),
    ("Adam Yusuf, who commands a unit of Hamas, said nine men had died.", "Adam Yusuf", "Hamas", "asserts"),
    ("Adam Yusuf, who lives near a Hamas office, said nine men had died.", "Adam Yusuf", None, "asserts"),
    ("A shell hit the yard, a military expert said.", "military expert", None, "asserts"),
    ("A shell killed two, listeners in the town reported by telephone.", "listeners in the town", None, "asserts"),
    ("Some 60 people fled, the agency's field teams report.", "agency's field teams", None, "asserts"),
    ("Anna Petrova, the Russian prime minister's press secretary, spoke of nine.", "Anna Petrova", "Russia", "asserts"),
    ("Ukraine's southern command said two boats were sunk.", "Ukraine's southern command", "Ukraine", "asserts"),
    ("Hamas said there will be no truce.", "Hamas", "Hamas", "asserts"),
    ("Hamas said there had been no raid.", "Hamas", "Hamas", "denies"),
    ("Russia said its forces would not rest until the town was freed.", "Russia", "Russia", "asserts"),
    ("07:15 Ukraine's army in Nikopol: nine of eleven drones brought down.", "Ukraine's army", "Ukraine", "asserts"),
    ("Hamas, which has ruled the strip since 2007, claimed responsibility.", "Hamas", "Hamas", "asserts"),
    ("Hamas took responsibility in a leaflet.", "Hamas", "Hamas", "asserts"),
    ("Russia, which most people here blame, denies any role.", "Russia", "Russia", "denies"),
    (
        "Tuesday at noon Ukraine's army spokesman, Ostap Revenko, told reporters nine died.",
        "Ostap Revenko",
        "Ukraine",
        "asserts",
    ),
    ("Interfax quoted Ukraine's army as saying nine had died.", "Ukraine's army", "Ukraine", "asserts"),
    ("Ukraine's army was quoted by Interfax as saying nine had died.", "Ukraine's army", "Ukraine", "asserts"),
    ("Ukraine's army let it be known that nine had died.", "Ukraine's army", "Ukraine", "asserts"),
    ("The clinic received nine bodies.", "clinic", None, "asserts"),
    ("Nine died by the count of Ukraine's army.", "Ukraine's army", "Ukraine", "asserts"),
    ("Nine had died, said Anna Petrova, Ukraine's health ministry spokeswoman.", "Anna Petrova", "Ukraine", "asserts"),
    ("Nine had died, said Anna Petrova, a critic of Russia's army.", "Anna Petrova", None, "asserts"),
    ("Neither Moscow nor Kyiv commented.", "Moscow", "Russia", "no_comment"),
    ("Neither Moscow nor Kyiv commented.", "Kyiv", "Ukraine", "no_comment"),
    ("Moscow had no comment.", "Moscow", "Russia", "no_comment"),
    ("Moscow has yet to say anything about it.", "Moscow", "Russia", "no_comment"),
    ("Israel's military referred all questions to the police.", "Israel's military", "Israel", "no_comment"),
    ("The port closed after a blast at the gate, NordStar confirmed.", "NordStar", None, "asserts"),
    ("A driver told the Nordic Times he counted nine bodies.", "driver", None, "asserts"),
    ("A nurse, who said she had seen the bodies, told the paper that nine had died.", "nurse", None, "asserts"),
    ("A U.N. official said nobody was hurt at the African Union's base.", "U.N. official", None, "asserts"),
    ("A spokesman for the A.U. said nobody was hurt.", "spokesman for the A.U", "African Union", "asserts"),
    ("The army was accused of killing nine herders, a Hamas official said.", "Hamas official", "Hamas", "asserts"),
    ("The bridge was hit, TASS reported.", "TASS", None, "asserts"),
    ("The bridge was hit, Al-Masirah reported.", "Al-Masirah", "Houthis", "asserts"),
    ("The Iranian ministry's press office said a bridge was hit.", "press office", "Iran", "asserts"),
    ("A trader who gave his name as Musa said nine people were killed.", "Musa", None, "asserts"),
    ("A fighter of Hamas, who asked to be called Abu Said, said nine died.", "Abu Said", "Hamas", "asserts"),
    ("A man who introduced himself as Adama Bello said nine people were killed.", "Adama Bello", None, "asserts"),
    ("A driver identified only as Omar said nine people were killed.", "Omar", None, "asserts"),
    ("A trader who gave his goats as ransom said nine people were killed.", "trader", None, "asserts"),
    ("A man who called the police said nine people were killed.", "man", None, "asserts"),
    ("Hamas blamed Israel; the latter accused the group.", "Israel", "Israel", "asserts"),
    ("Israel and Hamas met again, and the former said nine people died.", "Israel", "Israel", "asserts"),
    ("Israel's embassy did not wish to comment.", "Israel's embassy", "Israel", "no_comment"),
    ("Israel's embassy was not reachable.", "Israel's embassy", "Israel", "no_comment"),
    ("Hamas took note of the allegation.", "Hamas", "Hamas", "no_comment"),
    ("Israel's army reported nine sailors missing.", "Israel's army", "Israel", "asserts"),
    ("The army of Israel: We bombed no school.", "army of Israel", "Israel", "denies"),
    ('"We counted nine dead," a nurse said.', "nurse", None, "asserts"),
    ("Nine died, the ceasefire monitoring mechanism said.", "mechanism", None, "asserts"),
    (
        "Armenia raised to nine on Friday the number of its troops killed near Tegh.",
        "Armenia",
        "Armenia",
        "asserts",
    ),
    ("Armenia raised its losses in the attack to seven dead.", "Armenia", "Armenia", "asserts"),
    ("Armenia cut the number of its flights to four.", None, None, "asserts"),
    ("Nine died, according to the coordinator of the civil society, Jean Cubaka.", "Jean Cubaka", None, "asserts"),
    ("Nine died, according to a friend of President Volodymyr Zelensky.", "Volodymyr Zelensky", "Ukraine", "asserts"),
    ("Nine died, according to a count given by Israel.", "Israel", "Israel", "asserts"),
    ("The army of Israel: We bombed a school.", "army of Israel", "Israel", "asserts"),
    (
        "Interior Minister Mubarak Osei confirmed that nine of Ghana's traders had died.",
        "Mubarak Osei",
        "Ghana",
        "asserts",
    ),
]


@pytest.mark.parametrize(("sentence", "by", "side", "stance"), SPEAKERS)
def test_who_speaks_and_how(voices: Voices, sentence: str, by: str, side: str | None, stance: str) -> None:
    assert (by, side, stance) in [(v.by, v.side, v.stance) for v in voices(sentence)]


# Nobody speaks in what a report is told to, or in an order that stands before a colon.
TOLD = ["To the officers in Kyiv: lay down your arms.", "Let the army of Ukraine know this: we are here."]


@pytest.mark.parametrize("sentence", TOLD)
def test_who_is_spoken_to_before_a_colon_does_not_speak(voices: Voices, sentence: str) -> None:
    assert [v.side for v in voices(sentence)] == [None]


def test_a_sentence_without_a_speaker_is_the_outlets_own(voices: Voices) -> None:
    assert voices("Shells fell on the market at noon.") == [Voice(None, None)]


DEEDS = [
    "The U.N. condemned the attack on the market.",
    "The church rejects the killing of nine people in Gao.",
    "Deaths in the claim area rose.",
    "Fighters near the report's author fled.",
    "The house said to be the mayor's burned.",
    "Canada put nine firms on its list.",
    "Israel called up two battalions of reservists.",
    "Its army had taken two hamlets: Osoge and Amarat in the east, called Marat in Chad, on the border.",
    "Erdogan called Zelenskyy at noon.",
    "Nine people are dead there; rescuers found the last two at dawn.",
    "Hamas takes no responsibility.",
    "Hamas received nine trucks.",
    "Israel made clear roads for the trucks.",
    "Israel accused of killing nine herders near Hebron.",
    "Hamas seizes a bus near Hebron, says nine hostages held.",
    "Nine sailors feared dead off Gaza.",
    "Each side accused the other of firing first.",
    "Surveillance confirmed nine hits.",
    "Hamas took note of the date.",
]


@pytest.mark.parametrize("sentence", DEEDS)
def test_who_only_acts_does_not_speak(voices: Voices, sentence: str) -> None:
    assert [v.by for v in voices(sentence)] == [None]


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("Israel said that Hamas fighters “continued to fire rockets at the town”.", "Israel"),
        ("Hamas fighters said: “We continued to fire at the town.”", "Hamas fighters"),
    ],
)
def test_whose_deed_a_quotation_tells_is_not_who_speaks(voices: Voices, sentence: str, by: str) -> None:
    assert [v.by for v in voices(sentence)] == [by]


def test_who_is_quoted_and_not_the_outlet_says_we(voices: Voices) -> None:
    assert [v.by for v in voices('"We counted nine dead, and we hold 12 of them," Hamas said.')] == ["Hamas"]
    assert [v.by for v in voices("We counted nine dead at the church.")] == [None]


def test_a_count_with_its_author_is_his_alone(parsed: Any) -> None:
    text = parsed("Hamas said it had killed 60 soldiers of Israel, far above the five dead acknowledged by Israel.")
    spoken = {a.voice.by: text.text[a.start : a.end] for a in find_voices(text, find_parties(text, []))[1]}
    assert spoken["Israel"].startswith("the five dead")
    assert spoken["Hamas"].startswith("Hamas said it had killed 60")


def test_a_quotation_goes_on_in_the_next_paragraph(parsed: Any) -> None:
    text = parsed(
        "The Gulf Institute added: “Rebels shelled the port, but to no end.\n\n“They shelled the mine as well.”"
    )
    spoken = find_voices(text, find_parties(text, []))[text.sentences[-1].index]
    assert [a.voice.by for a in spoken] == ["Gulf Institute"]


def test_things_that_happen_vouch_for_nothing(voices: Voices) -> None:
    assert voices("The strike claimed nine lives.") == [Voice(None, None)]


def test_who_declines_to_comment_asserts_nothing(voices: Voices) -> None:
    said = voices("The Israeli command's spokesman declined to comment on the raid.")
    assert {v.stance for v in said} == {"no_comment"}


def test_an_answer_that_is_to_come_is_no_silence(voices: Voices) -> None:
    found = voices('Lead.\n\n"If Kyiv does not respond in kind, we will strike," the Kremlin said.')
    assert [v.stance for v in found] == ["asserts"]


def test_hedged_words_are_marked(voices: Voices) -> None:
    assert voices("A drone reportedly hit the depot.")[0].hedged


def test_a_ministry_of_several_things_is_one_speaker(voices: Voices) -> None:
    said = voices("Ukraine's Ministry of Culture, Youth and Sport said nine had died.")
    assert [v.side for v in said] == ["Ukraine"]


def test_a_states_name_heads_a_heading_to_say_where_it_plays(parsed: Any) -> None:
    for title, by in [
        ("Niger: worshippers gunned down at prayers", None),
        ("Hamas: nine of our men were killed", "Hamas"),
        ("Niger's army: nine gunmen killed", "Niger's army"),
    ]:
        text = parsed("Nine people died.", title=title)
        assert find_voices(text, find_parties(text, []))[0][0].voice.by == by


@given(
    st.lists(
        st.sampled_from(['"', "“", "”", "said", "Ukraine", "the army", ",", ".", "\n\n", "A shell fell", "he"]),
        max_size=20,
    )
)
@settings(max_examples=60, deadline=None)
def test_every_voice_and_its_words_lie_in_the_report(parsed: Any, words: list[str]) -> None:
    text = parsed(" ".join(words) or "x")
    for index, found in find_voices(text, find_parties(text, [])).items():
        sentence = text.sentences[index]
        assert found
        for attribution in found:
            assert sentence.start <= attribution.start < attribution.end <= sentence.end
            voice = attribution.voice
            assert voice.start is None or 0 <= voice.start < (voice.end or 0) <= len(text.text)
