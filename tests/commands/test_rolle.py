"""Roles are given and taken by the office, bound to full Matrix ids."""

import pytest

from bot.app.core import Core
from bot.storage.database import Database
from tests.commands.conftest import PEOPLE, Collector, SettableClock, Talk, build

WHO = PEOPLE["mitglied"]


async def office(talk: Talk, text: str, who: str = "buero") -> str:
    return await talk.say(text, who=who, room="office")


async def roles(talk: Talk) -> str:
    return await office(talk, "!rolle liste")


async def test_a_role_is_given_listed_and_taken(talk: Talk) -> None:
    given = await office(talk, f"!rolle koordination {WHO} ThAFF")
    again = await office(talk, f"!rolle koordination {WHO} ThAFF")
    assert "spricht jetzt für" in given
    assert "schon" in again
    assert f"{WHO}: Koordination von ThAFF" in await roles(talk)
    draft = await office(talk, f"!rolle entziehen {WHO} ThAFF")
    assert draft.startswith(f"Diese Rolle soll enden. {WHO}: Koordination von ThAFF\n")
    assert WHO in await roles(talk)
    assert "nicht mehr" in await office(talk, "!ja")
    assert WHO not in await roles(talk)
    assert "hat diese Rolle nicht" in await office(talk, f"!rolle entziehen {WHO} ThAFF")


async def test_person_and_network_are_asked_for(talk: Talk) -> None:
    assert (await office(talk, "!rolle koordination")).startswith("Um wen geht es?")
    assert "vollständige Matrix-Kennung" in await office(talk, "Anna")
    assert (await office(talk, WHO)).startswith("Um welches Netzwerk geht es?")
    assert "Mondbasis" in await office(talk, "Mondbasis")
    summary = await office(talk, "ThAFF")
    assert f"Person: {WHO}" in summary
    assert "Netzwerk: ThAFF" in summary
    assert "spricht jetzt für" in await office(talk, "ja")


async def test_the_form_speaks_english_too(talk: Talk) -> None:
    assert (await office(talk, f"!role coordinator {WHO}")).startswith("Which network is it about?")
    assert "This is how I understand you." in await office(talk, "ThAFF")
    assert "now speaks for" in await office(talk, "yes")


async def test_an_unknown_network_is_refused(talk: Talk) -> None:
    assert "Mondbasis" in await office(talk, "!rolle koordination @a:b Mondbasis")


async def test_only_admins_take_people_into_the_office(talk: Talk) -> None:
    draft = await office(talk, "!rolle büro @chef:demo")
    assert draft.startswith("@chef:demo soll zum Büro gehören.")
    assert "@chef:demo" not in await roles(talk)
    await office(talk, "!ja")
    assert "@chef:demo: Büro" in await roles(talk)
    answer = await office(talk, "!rolle büro @freund:demo", who="@chef:demo")
    assert "Administrat" in answer


async def test_a_discarded_appointment_gives_nothing(talk: Talk) -> None:
    await office(talk, "!rolle büro @chef:demo")
    await office(talk, "!nein")
    assert "@chef:demo" not in await roles(talk)


async def test_whoever_is_in_the_office_already_is_said_before_anything_is_asked(
    talk: Talk,
) -> None:
    await office(talk, "!rolle büro @chef:demo")
    await office(talk, "!ja")
    assert "hat diese Rolle schon" in await office(talk, "!rolle büro @chef:demo")


@pytest.mark.parametrize(
    ("given", "listed"),
    [(f"koordination {WHO} ThAFF", "Koordination von ThAFF"), (f"büro {WHO}", "Büro")],
)
async def test_roles_are_taken_and_given_back_by_undo(talk: Talk, given: str, listed: str) -> None:
    await office(talk, f"!rolle {given}")
    await office(talk, "!ja")
    assert f"{WHO}: {listed}" in await roles(talk)
    assert "nicht mehr" in await office(talk, "!rückgängig")
    assert WHO not in await roles(talk)
    await office(talk, f"!rolle {given}")
    await office(talk, "!ja")
    await office(talk, f"!rolle entziehen {given.split(' ', 1)[1]}")
    await office(talk, "!ja")
    assert WHO not in await roles(talk)
    await office(talk, "!rückgängig")
    assert f"{WHO}: {listed}" in await roles(talk)


async def test_an_edited_appointment_counts_as_it_reads_now(talk: Talk) -> None:
    await office(talk, f"!rolle koordination {WHO} ThAFF")
    event = talk.event
    await talk.edit(event, f"!rolle koordination {WHO} Ems-Achse", who="buero", room="office")
    listed = await roles(talk)
    assert f"{WHO}: Koordination von Ems-Achse" in listed
    assert "ThAFF" not in listed


async def test_whoever_left_the_office_can_no_longer_undo_what_needs_it(talk: Talk) -> None:
    await office(talk, "!rolle büro @chef:demo")
    await office(talk, "!ja")
    await office(talk, f"!rolle koordination {WHO} ThAFF", who="@chef:demo")
    await office(talk, "!rolle entziehen @chef:demo")
    await office(talk, "!ja")
    answer = await office(talk, "!rückgängig", who="@chef:demo")
    assert "dem Büro vorbehalten" in answer
    assert f"{WHO}: Koordination von ThAFF" in await roles(talk)


async def test_many_roles_are_shown_page_by_page(talk: Talk) -> None:
    for number in range(15):
        await office(talk, f"!rolle koordination @p{number:02}:demo ThAFF")
    listed = await roles(talk)
    assert listed.count("•") == 15
    assert "▶️ Mehr" in listed
    assert (await talk.react("▶️", who="buero", room="office")).count("•") == 3


async def test_hostile_words_are_inert(talk: Talk) -> None:
    for text in (
        "@a:b <script>@room</script>",
        "@a:b " + "x" * 3000,
        "@" * 300,
        "\u202e@a:b\x00 1",
    ):
        answer = await office(talk, f"!rolle koordination {text}")
        assert answer
        assert "@room" not in answer
        assert "Fehler liegt bei mir" not in answer


@pytest.fixture
async def two_admins(database: Database, clock: SettableClock) -> Talk:
    out = Collector()
    core: Core = await build(
        database, clock, out, admins=frozenset({PEOPLE["buero"], PEOPLE["bernd"]})
    )
    return Talk(core, database, clock, out)


async def test_where_there_are_two_admins_the_other_one_has_to_agree(two_admins: Talk) -> None:
    talk = two_admins
    draft = await office(talk, "!rolle büro @chef:demo")
    assert "Eine zweite Person muss zustimmen." in draft
    asked = f"$sent-{talk.key}"
    own = await talk.say("ja", who="buero", room="office", reply_to=asked)
    assert "an jemand anderen gerichtet" in own
    member = await talk.say("ja", who="anna", room="office", reply_to=asked)
    assert "an jemand anderen gerichtet" in member
    assert "@chef:demo" not in await roles(talk)
    done = await talk.say("ja", who="bernd", room="office", reply_to=asked)
    assert "@chef:demo gehört jetzt zum Büro." in done
    assert "@chef:demo: Büro" in await roles(talk)


async def test_the_second_admin_is_not_gone_around_in_a_direct_chat(two_admins: Talk) -> None:
    answer = await two_admins.say("rolle büro @chef:demo", who="buero", room="direct")
    assert "nur im Raum des Büros" in answer
    await two_admins.say("ja", who="buero", room="direct")
    assert "@chef:demo" not in await roles(two_admins)


async def test_the_asker_can_withdraw_what_waits_for_the_second_admin(two_admins: Talk) -> None:
    talk = two_admins
    await office(talk, "!rolle büro @chef:demo")
    asked = talk.key
    await talk.delete(talk.event, who="buero", room="office")
    assert "Zurückgezogen." in await talk.said(asked)
    await talk.say("ja", who="bernd", room="office", reply_to=f"$sent-{asked}")
    assert "@chef:demo" not in await roles(talk)
