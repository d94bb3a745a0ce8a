"""Several commands in one message: each is done or refused by itself, and answered together."""

from datetime import timedelta

from bot.domain.journal import Effect
from tests.commands.conftest import START, Talk

TWO = "!bedarf neu MINT\n!bedarf neu Pflege"
MEETING = "!tagung neu 9. Fachtagung; Termin: 8.12.2027 10 Uhr; Ort: Berlin"


async def needs(talk: Talk) -> list[str]:
    entries = talk.core.services.offering.needs._entries
    return [one.topic for one in await talk.database.read(entries.every)]


async def test_each_is_done_and_one_message_tells_of_both(talk: Talk) -> None:
    said = await talk.say(TWO)
    assert "(#1)" in said
    assert "(#2)" in said
    assert await needs(talk) == ["mint", "pflege"]
    assert [row.effect for row in talk.rows] == [Effect.SEND]


async def test_one_that_is_wrong_does_not_hinder_the_others(talk: Talk) -> None:
    said = await talk.say("!bedarf neu MINT\n!bedarf neu Quatschundtratsch\n!bedarf neu Pflege")
    assert "Quatschundtratsch" in said
    assert await needs(talk) == ["mint", "pflege"]


async def test_deleting_the_message_takes_all_of_it_back(talk: Talk) -> None:
    await talk.say(TWO)
    key = talk.key
    await talk.delete(talk.event)
    assert await needs(talk) == []
    assert "MINT" in (said := await talk.said(key))
    assert "Pflege" in said


async def test_editing_the_message_corrects_all_of_it_in_place(talk: Talk) -> None:
    await talk.say(TWO)
    event, key = talk.event, talk.key
    await talk.edit(event, "!bedarf neu MINT\n!bedarf neu Digitalisierung")
    assert len(await needs(talk)) == 2
    assert "Digitalisierung" in await talk.said(key)
    await talk.delete(event)
    assert await needs(talk) == []
    assert (await talk.said(key)).startswith("Zurückgenommen.")


async def test_editing_one_command_into_several_and_back_counts_as_it_reads(talk: Talk) -> None:
    await talk.say("!bedarf neu MINT")
    event = talk.event
    await talk.edit(event, TWO)
    assert await needs(talk) == ["mint", "pflege"]
    await talk.edit(event, "!bedarf neu Pflege")
    assert await needs(talk) == ["pflege"]


async def test_undo_takes_them_back_one_by_one(talk: Talk) -> None:
    await talk.say(TWO)
    assert "Pflege" in await talk.say("!rückgängig")
    assert "MINT" in await talk.say("!rückgängig")
    assert await needs(talk) == []


async def test_what_was_confirmed_later_does_not_displace_what_was_done_at_once(
    talk: Talk,
) -> None:
    role = "!rolle koordination @neu:demo WiL\n!rolle entziehen @anna:demo FKB OWL"
    said = await talk.say(role, who="buero", room="office")
    assert "spricht jetzt für" in said
    event, first = talk.event, talk.key
    await talk.say("!ja", who="buero", room="office")
    second = talk.key
    await talk.delete(event, who="buero", room="office")
    listed = await talk.say("!rolle liste", who="buero", room="office")
    assert "@neu:demo" not in listed
    assert "@anna:demo" in listed
    assert (await talk.said(first)).startswith("Zurückgenommen.")
    assert (await talk.said(second)).startswith("Zurückgenommen.")


async def test_only_the_first_question_is_asked_and_the_other_is_named(talk: Talk) -> None:
    said = await talk.say(f"{MEETING}\n{MEETING}", who="buero", room="office")
    assert said.count("Entwurf") == 1
    assert "senden Sie ihn einzeln" in said


async def test_a_list_with_more_pages_is_shown_beside_a_question(talk: Talk) -> None:
    for number in range(17):
        await talk.say(f"!projekt neu Vorhaben {number}")
    said = await talk.say(f"!projekt liste\n{MEETING}", who="buero", room="office")
    assert "Vorhaben" in said
    assert "Entwurf" in said
    assert "ist eingetragen" in await talk.reply("ja", who="buero", room="office")


async def test_more_commands_than_five_are_not_done_and_not_passed_over(talk: Talk) -> None:
    said = await talk.say("\n".join(f"!projekt neu Vorhaben {number}" for number in range(7)))
    assert "„Vorhaben 4“" in said
    assert "Vorhaben 5" not in said
    assert "Mehr als 5 Befehle" in said


async def test_after_ten_minutes_none_of_it_is_taken_back(talk: Talk) -> None:
    await talk.say(TWO)
    event = talk.event
    talk.clock.now_is(START + timedelta(minutes=11))
    assert "gilt weiter" in await talk.delete(event)
    assert await needs(talk) == ["mint", "pflege"]


async def test_if_one_cannot_be_taken_back_none_is(talk: Talk) -> None:
    await talk.say("!projekt neu Campus\n!bedarf neu MINT")
    event = talk.event
    await talk.say("!meldung 1 Auftakt")
    assert "gibt es schon Meldungen" in await talk.delete(event)
    assert await needs(talk) == ["mint"]
