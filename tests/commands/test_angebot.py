"""`!angebot`: entered once per topic, changed, listed, taken back, each only for one's own."""

import pytest

from tests.commands.conftest import Talk
from tests.commands.test_netzwerk import grant


async def test_an_offer_is_entered_and_found_at_once(talk: Talk) -> None:
    answer = await talk.say("!angebot neu Verbundausbildung Stufe 3: Wir beraten seit 2016")

    line = "Verbundausbildung, Stufe 3: Wir beraten seit 2016 (#1)"
    assert answer.startswith(f"Eingetragen für FKB OWL: {line}.")
    assert answer.endswith("!angebot zurück 1")
    assert f"• FKB OWL: {line}" in await talk.say("!angebot liste")
    assert f"• {line}" in await talk.say("!netzwerk FKB OWL", who="bernd")


async def test_the_same_topic_again_changes_it(talk: Talk) -> None:
    await talk.say("!angebot neu Verbundausbildung Stufe 3: alt")

    answer = await talk.say("!angebot neu Ausbildung im Verbund, 2")

    assert answer.startswith("Das Angebot zu diesem Thema gab es schon")
    assert "• FKB OWL: Verbundausbildung, Stufe 2 (#1)" in await talk.say("!angebot liste")


async def test_an_offer_is_taken_back(talk: Talk) -> None:
    await talk.say("!angebot neu MINT 2")

    assert "(MINT und Technik) ist zurückgenommen" in await talk.say("!angebot zurück #1")
    assert (await talk.say("!angebot liste")).startswith("Dazu liegt noch kein Angebot vor.")


async def test_others_offers_stay(talk: Talk) -> None:
    await talk.say("!angebot neu MINT 2", who="bernd")

    refused = await talk.say("!angebot zurück 1", who="anna")

    assert refused.startswith("Für Ems-Achse sind Sie nicht eingetragen; Sie sprechen für FKB OWL.")
    assert "zurückgenommen" in await talk.say("!angebot zurück 1", who="buero")


async def test_the_office_says_for_whom_it_writes(talk: Talk) -> None:
    answer = await talk.say("!angebot neu für Ems-Achse: Pflege Stufe 3", who="buero")

    assert answer.startswith("Eingetragen für Ems-Achse: Pflege und Gesundheitswirtschaft, Stufe 3")


async def test_who_speaks_for_several_says_for_whom(talk: Talk) -> None:
    await grant(talk, "anna", "WiL")

    assert (await talk.say("!angebot neu MINT 2")).startswith("Sie sprechen für FKB OWL und WiL.")
    assert "für WiL: MINT" in await talk.say("!angebot neu für WiL: MINT 2")


@pytest.mark.parametrize(
    ("who", "said", "answer"),
    [
        ("anna", "!angebot neu", "Es fehlt das Thema."),
        ("anna", "!angebot neu MINT", "Wie erfahren ist Ihr Netzwerk bei „MINT“?"),
        ("anna", "!angebot neu MINT Stufe 9", "Eine Stufe „9“ gibt es nicht."),
        ("anna", "!angebot neu Raumfahrt 2", "Das Thema „Raumfahrt“ kenne ich nicht."),
        ("anna", "!angebot neu Fachkräfte 2", "„Fachkräfte“ kann ich keinem Thema sicher zuordnen."),
        ("anna", f"!angebot neu MINT 2 {'x' * 501}", "Die Bemerkung ist zu lang."),
        ("anna", "!angebot neu für Ems-Achse: MINT 2", "Für Ems-Achse sind Sie nicht eingetragen;"),
        ("anna", "!angebot neu für Quatsch: MINT 2", "Ein Netzwerk „Quatsch“ kenne ich nicht."),
        ("anna", "!angebot neu für MINT 2", "Meinen Sie mit „für MINT 2“ ein Netzwerk?"),
        ("anna", "!angebot zurück", "Hier fehlt die Nummer"),
        ("anna", "!angebot zurück 7", "Ein Angebot #7 gibt es nicht."),
        ("anna", "!angebot liste Quatsch", "„Quatsch“ kenne ich weder als Netzwerk noch als Thema."),
        ("anna", "!angebot liste 999", "Dazu liegt noch kein Angebot vor."),
        ("buero", "!angebot neu MINT 2", "Für welches Netzwerk gilt das?"),
        ("mitglied", "!angebot liste", "Sie sprechen für kein Netzwerk, das ich kenne."),
        ("mitglied", "!angebot neu MINT 2", "!angebot neu ist für Koordinationen"),
        ("anna", "!offer new MINT", "How experienced is your network in “MINT”?"),
    ],
)  # fmt: skip
async def test_what_cannot_be_done_is_refused_with_the_next_step(
    talk: Talk, who: str, said: str, answer: str
) -> None:
    assert (await talk.say(said, who=who)).startswith(answer)


async def test_a_list_is_narrowed_and_the_experienced_come_first(talk: Talk) -> None:
    await talk.say("!angebot neu MINT 1", who="anna")
    await talk.say("!angebot neu MINT 3", who="bernd")
    await talk.say("!angebot neu Pflege 2", who="bernd")

    by_topic = await talk.say("!angebot liste MINT", who="mitglied")
    by_network = await talk.say("!angebot liste Ems-Achse", who="mitglied")
    every = await talk.say("!offer list all", who="mitglied")

    assert [line.split(":")[0] for line in by_topic.splitlines()[1:]] == [
        "• Ems-Achse",
        "• FKB OWL",
    ]
    assert by_network.startswith("Es liegen 2 Angebote vor:")
    assert every.startswith("There are 3 offers:\n• FKB OWL: STEM, level 1 (#1)")


async def test_a_long_list_has_pages(talk: Talk) -> None:
    topics = [topic.id for topic in talk.core.services.directory.taxonomy.topics][:11]
    for topic in topics:
        await talk.say(f"!angebot neu {topic} 1 {'x' * 400}")

    first = await talk.say("!angebot liste alle")
    second = await talk.say("!angebot liste alle Seite 2")

    assert first.endswith("Weiter: !angebot liste alle Seite 2")
    assert len(first) < 3_500
    assert [len(page.splitlines()) for page in (first, second)] == [13, 2]
    assert (await talk.say("!angebot liste 3")).startswith("Eine Seite 3 gibt es nicht")


async def test_a_hostile_note_does_nothing(talk: Talk) -> None:
    await talk.say("!angebot neu MINT 2: <img src=x> @room https://matrix.to/#/@anna:demo")
    await talk.say("!angebot liste")

    assert "<img" not in talk.html
    assert "@room" not in talk.html
    assert "<a " not in talk.html
