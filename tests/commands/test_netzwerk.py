"""`!netzwerk`: what is known of a network, honestly where it is nothing."""

from datetime import date

import pytest

from bot.domain.community.network import Level, Need, Offer
from bot.domain.dialogue.people import Grant, Granted
from bot.storage import needs, offers, people
from bot.storage.database import Transaction
from tests.commands.conftest import PEOPLE, START, Talk


async def grant(talk: Talk, who: str, network: str) -> None:
    number = talk.core.services.directory.find(network).number
    given = Grant(user_id=PEOPLE[who], role=Granted.COORDINATOR, network=number)
    await talk.database.write(lambda tx: people.give(tx, given, PEOPLE["buero"], START))
    await talk.core.services.appointing.refresh()


async def test_a_profile_says_what_public_sources_say(talk: Talk) -> None:
    answer = await talk.say("!netzwerk Ems-Achse", who="mitglied")

    assert answer.splitlines()[0] == "Wachstumsregion Ems-Achse e. V. (Ems-Achse, #4)"
    assert "• Land: Niedersachsen" in answer
    assert "• Themen laut öffentlicher Quelle: „" in answer
    assert "Ein Angebot liegt noch nicht vor." in answer
    assert answer.endswith("!pate anfragen 4 Ihr Satz")
    assert PEOPLE["bernd"] not in answer


@pytest.mark.parametrize("called", ["4", "#4", "Nr. 4", "ems achse", "EMS-ACHSE"])
async def test_a_network_is_found_by_number_and_name(talk: Talk, called: str) -> None:
    answer = await talk.say(f"!netzwerk {called}")

    assert "(Ems-Achse, #4)" in answer.splitlines()[0]


@pytest.mark.parametrize("called", ["Perspektiva", "WiL", "Cleveres Köpfchen"])
async def test_a_network_without_topics_has_a_profile(talk: Talk, called: str) -> None:
    answer = await talk.say(f"!netzwerk {called}")

    assert "Themen: Dazu liegt aus öffentlichen Quellen nichts vor." in answer


async def test_offers_and_open_needs_are_shown_and_examples_marked(talk: Talk) -> None:
    def fill(tx: Transaction) -> None:
        offer = Offer(number=0, network=4, topic="pflege", level=Level.TEACHING, example=True)
        offers.add(tx, offer, "import", START)
        for topic, until in (("mint", date(2026, 11, 23)), ("bgm", date(2026, 11, 22))):
            need = Need(number=0, network=4, topic=topic, until=until, note="gern", example=True)
            needs.add(tx, need, "import", START)

    await talk.database.write(fill)
    await talk.core.services.directory.refresh(4)

    answer = await talk.say("!netzwerk 4")

    assert "• Pflege und Gesundheitswirtschaft, Stufe 3 (Beispiel) (#1)" in answer
    assert "• MINT und Technik, bis Mo., 23. November 2026 (Beispiel): gern (#1)" in answer
    assert "Gesundheit im Betrieb" not in answer.split("Das sucht das Netzwerk:")[1]


async def test_without_a_name_it_is_ones_own(talk: Talk) -> None:
    assert "(FKB OWL, #2)" in await talk.say("!netzwerk", who="anna")


async def test_who_speaks_for_several_sees_which(talk: Talk) -> None:
    await grant(talk, "anna", "WiL")

    asked = await talk.say("!netzwerk", who="anna")

    assert asked.startswith("Um welches Netzwerk geht es?")
    assert "1. FKB OWL (#2)\n2. WiL (#36)" in asked
    assert "(WiL, #36)" in await talk.react("2️⃣")


async def test_who_speaks_for_none_is_asked_which(talk: Talk) -> None:
    assert (await talk.say("!network", who="mitglied")).startswith("Which network is this about?")
    again = await talk.say("Quatsch", who="mitglied")

    assert again.startswith("I know no network “Quatsch”.")
    assert "(Ems-Achse, #4)" in await talk.say("#4", who="mitglied")


async def test_a_reply_to_a_profile_means_that_network(talk: Talk) -> None:
    await talk.say("!netzwerk Ems-Achse")

    assert "(Ems-Achse, #4)" in await talk.reply("!netzwerk")
    assert "(FKB OWL, #2)" in await talk.say("!netzwerk")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("!netzwerk", "Um welches Netzwerk geht es?"),
        ("!netzwerk 999", "Ein Netzwerk „#999“ kenne ich nicht."),
        ("!netzwerk Quatsch", "Ein Netzwerk „Quatsch“ kenne ich nicht. Bitte suchen Sie"),
        ("!netzwerk Ems-Axe", "Ein Netzwerk „Ems-Axe“ kenne ich nicht. Meinten Sie Ems-Achse?"),
        ("!netzwerk OWL", "„OWL“ heißen mehrere Netzwerke: FKB OWL (#2) und KFB OWL (#21)."),
        ("!network OWL", "Several networks are called “OWL”: FKB OWL (#2) and KFB OWL (#21)."),
    ],
)
async def test_what_is_unclear_is_said_with_the_next_step(
    talk: Talk, said: str, answer: str
) -> None:
    assert (await talk.say(said, who="mitglied")).startswith(answer)


async def test_the_profile_speaks_english(talk: Talk) -> None:
    answer = await talk.say("!network 4")

    assert "Topics according to public sources: “" in answer
    assert answer.endswith("!patron request 4 your sentence")


async def test_a_guest_is_told_how_to_become_a_member(talk: Talk) -> None:
    assert "für Mitglieder der Gemeinschaft" in await talk.say("!netzwerk 4", who="gast")


async def test_hostile_names_do_nothing(talk: Talk) -> None:
    await talk.say("!netzwerk <b>@room</b> https://matrix.to/#/@anna:demo")

    assert "<b>" not in talk.html
    assert "@room" not in talk.html
    assert "matrix.to" not in talk.html


async def test_the_search_says_who_offers_and_who_merely_works_on_it(talk: Talk) -> None:
    await talk.say("!angebot neu Verbundausbildung Stufe 3")

    answer = await talk.say("!pate Verbundausbildung")

    hits = [line for line in answer.splitlines() if line[:1] == "•"]
    assert hits[0].endswith("bietet an: Verbundausbildung, Stufe 3.")
    assert hits[1].endswith(
        "arbeitet laut öffentlicher Quelle an „Verbundausbildung“; ein Angebot liegt nicht vor."
    )
