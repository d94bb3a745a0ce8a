"""Whose identity changed has no rights until the office has asked."""

from datetime import timedelta

from bot.domain.dialogue.people import Role
from bot.storage import pins
from bot.storage.database import Transaction
from tests.commands.conftest import PEOPLE, Talk

ANNA = PEOPLE["anna"]
REQUEST = "!angebot neu Pflege Stufe 2: Wir haben Erfahrung."


async def changed(talk: Talk, user: str = ANNA, *, noticed: bool = True) -> None:
    """Somebody has another identity since yesterday; `noticed`: it is in memory, too."""

    def work(tx: Transaction) -> None:
        since = talk.clock.now() - timedelta(days=1)
        pins.doubt(tx, pins.add(tx, user, "old", since), "new", since)

    await talk.database.write(work)
    if noticed:
        await talk.core.services.appointing.refresh()


async def office(talk: Talk, text: str) -> str:
    return await talk.say(text, who="buero", room="office")


async def test_rights_rest_until_they_are_confirmed(talk: Talk) -> None:
    assert "Stufe" in await talk.say(REQUEST)
    await changed(talk)
    refused = await talk.say(REQUEST.replace("Pflege", "MINT"))
    listed = await office(talk, "!rolle liste")
    asked = await office(talk, f"!rolle bestätigen {ANNA}")
    still = await talk.say(REQUEST.replace("Pflege", "MINT"))
    done = await office(talk, "!ja")
    assert "neue Verschlüsselungs-Identität" in refused
    assert f"!rolle bestätigen {ANNA}" in refused
    assert f"{ANNA}: die Rechte ruhen" in listed
    assert "So., 22. November 2026" in asked
    assert refused == still
    assert done == f"{ANNA} hat die alten Rechte wieder."
    assert "Stufe" in await talk.say(REQUEST.replace("Pflege", "MINT"))
    assert "ruhen" not in await office(talk, "!rolle liste")


async def test_what_members_may_goes_on(talk: Talk) -> None:
    await changed(talk)
    person = talk.core.services.appointing.person(ANNA, member=True)
    assert (person.role, person.suspended, person.networks) == (Role.MEMBER, True, ())
    assert "Pflege" in await talk.say("!pate Pflege in NRW")


async def test_nobody_confirms_themselves(talk: Talk) -> None:
    await changed(talk, PEOPLE["buero"])
    refused = await office(talk, f"!rolle bestätigen {PEOPLE['buero']}")
    assert "noch nicht bestätigt" in refused


async def test_a_change_between_question_and_answer_stops_an_action(talk: Talk) -> None:
    draft = await office(talk, "!rolle büro @chef:demo")
    await changed(talk, PEOPLE["buero"], noticed=False)
    await office(talk, "!ja")
    assert "soll zum Büro gehören" in draft
    grants = await talk.database.read(talk.core.services.appointing.all)
    assert "@chef:demo" not in {grant.user_id for grant in grants}


async def test_there_may_be_nothing_to_confirm(talk: Talk) -> None:
    assert "nichts zu bestätigen" in await office(talk, f"!rolle bestätigen {ANNA}")
