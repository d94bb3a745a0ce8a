"""Roles are given and taken by the office, bound to full Matrix ids."""

from tests.commands.conftest import PEOPLE, Talk


async def test_a_role_is_given_listed_and_taken(talk: Talk) -> None:
    who = PEOPLE["mitglied"]
    given = await talk.say(f"!rolle koordination {who} ThAFF", who="buero", room="office")
    again = await talk.say(f"!rolle koordination {who} ThAFF", who="buero", room="office")
    listed = await talk.say("!rolle liste", who="buero", room="office")
    taken = await talk.say(f"!rolle entziehen {who} ThAFF", who="buero", room="office")
    absent = await talk.say(f"!rolle entziehen {who} ThAFF", who="buero", room="office")
    assert "spricht jetzt für" in given
    assert "schon" in again
    assert f"{who}: Koordination von ThAFF" in listed
    assert "nicht mehr" in taken
    assert "hat diese Rolle nicht" in absent


async def test_a_missing_id_or_network_is_asked_for(talk: Talk) -> None:
    without_id = await talk.say("!rolle koordination Anna ThAFF", who="buero", room="office")
    without_network = await talk.say("!rolle koordination @a:b", who="buero", room="office")
    unknown = await talk.say("!rolle koordination @a:b Mondbasis", who="buero", room="office")
    assert "@anna:example.org" in without_id
    assert "Für welches Netzwerk" in without_network
    assert "Mondbasis" in unknown


async def test_only_admins_take_people_into_the_office(talk: Talk) -> None:
    await talk.say("!rolle büro @chef:demo", who="buero", room="office")
    answer = await talk.say("!rolle büro @freund:demo", who="@chef:demo", room="office")
    assert "Administrat" in answer
