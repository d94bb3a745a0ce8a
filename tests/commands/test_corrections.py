"""Corrections: an edit, a deletion or "undo" changes what a command did, once and only for its sender."""

from datetime import timedelta

import pytest

from bot.domain.journal import Effect
from bot.storage import acts, rooms
from tests.commands.conftest import PEOPLE, ROOMS, START, Talk

NEED = "!bedarf neu MINT"


async def needs(talk: Talk) -> list[str]:
    entries = talk.core.services.offering.needs._entries
    return [one.topic for one in await talk.database.read(entries.every)]


async def enter(talk: Talk) -> tuple[str, str]:
    """A need of anna's; its event and the key of the answer to it."""
    await talk.say(NEED)
    return talk.event, talk.key


async def test_an_edit_of_an_edit_corrects_once_more_in_the_same_place(talk: Talk) -> None:
    event, key = await enter(talk)
    await talk.edit(event, "!bedarf neu Pflege")
    await talk.edit(event, "!bedarf neu Digitalisierung")
    assert len(await needs(talk)) == 1
    assert "Digitalisierung" in await talk.said(key)


async def test_a_deletion_after_an_edit_takes_the_edited_command_back(talk: Talk) -> None:
    event, key = await enter(talk)
    await talk.edit(event, "!bedarf neu Pflege")
    await talk.delete(event)
    assert await needs(talk) == []
    assert (await talk.said(key)).startswith("Zurückgenommen.")


async def test_a_second_deletion_changes_nothing(talk: Talk) -> None:
    event, _ = await enter(talk)
    await talk.delete(event)
    assert await talk.delete(event) == ""
    assert talk.rows == []


async def test_what_was_undone_is_not_undone_by_deleting_it(talk: Talk) -> None:
    await talk.say("!bedarf neu Pflege")
    event, _ = await enter(talk)
    await talk.say("!rückgängig")
    await talk.delete(event)
    assert await needs(talk) == ["pflege"]


async def test_what_was_undone_can_be_done_anew_by_editing_it(talk: Talk) -> None:
    event, _ = await enter(talk)
    await talk.say("!rückgängig")
    assert "Pflege" in await talk.edit(event, "!bedarf neu Pflege")
    assert await needs(talk) == ["pflege"]


@pytest.mark.parametrize("second", ["!bedarf neu Pflege", "!projekt neu Campus"])
async def test_undo_twice_takes_two_acts_back(talk: Talk, second: str) -> None:
    await enter(talk)
    talk.clock.now_is(START + timedelta(seconds=1))
    await talk.say(second)
    await talk.say("!rückgängig")
    assert "MINT" in await talk.say("!rückgängig")
    assert await needs(talk) == []
    assert "innerhalb" in (said := await talk.say("!rückgängig")) or "nichts" in said


async def test_undo_leaves_what_others_did(talk: Talk) -> None:
    await enter(talk)
    await talk.say("!rückgängig", who="bernd")
    assert await needs(talk) == ["mint"]


async def test_nobody_deletes_or_edits_what_another_one_did(talk: Talk) -> None:
    event, key = await enter(talk)
    assert await talk.edit(event, "!bedarf neu Pflege", who="bernd") == ""
    assert await talk.delete(event, who="bernd") == ""
    assert await needs(talk) == ["mint"]
    assert "MINT" in await talk.said(key)


async def test_nobody_puts_words_in_place_of_the_answer_to_another_one(talk: Talk) -> None:
    told = await talk.say("!pate Pflege")
    event, key = talk.event, talk.key
    assert await talk.edit(event, "!pate MINT", who="bernd") == ""
    refused = await talk.edit(event, "!bedarf", who="bernd")
    assert refused == "" or talk.key != key
    assert await talk.said(key) == told


async def test_an_edit_from_another_room_is_answered_there(talk: Talk) -> None:
    told = await talk.say("!pate Pflege")
    event, key = talk.event, talk.key
    await talk.edit(event, "!pate MINT", room="direct")
    assert await talk.said(key) == told
    assert all(row.after is None for row in talk.rows)


@pytest.mark.parametrize(
    "wrong", ["!bedarf neu Quatschundtratsch", "!bedarf neu MINT bis 1.1.2020"]
)
async def test_an_edit_that_is_wrong_leaves_all_as_it_was_and_says_so(
    talk: Talk, wrong: str
) -> None:
    event, key = await enter(talk)
    answer = await talk.edit(event, wrong)
    assert answer.endswith("Ihr Befehl gilt weiter, wie er vor der Änderung war.")
    assert "MINT" in await talk.said(key)
    assert await needs(talk) == ["mint"]


async def test_an_edit_that_asks_crosses_out_what_it_took_back(talk: Talk) -> None:
    event, key = await enter(talk)
    asked = await talk.edit(event, "!bedarf neu")
    assert asked.startswith("Um welches Thema geht es?")
    assert await needs(talk) == []
    assert (await talk.said(key)).startswith("Zurückgenommen.")
    await talk.say("Pflege")
    await talk.say("!ja")
    assert await needs(talk) == ["pflege"]


async def test_an_edit_of_a_command_that_cannot_be_taken_back_changes_nothing(talk: Talk) -> None:
    new = "!tagung neu 9. Fachtagung; Termin: 8.12.2027 10 Uhr; Ort: Berlin"
    await talk.say(new, who="buero", room="office")
    event = talk.event
    await talk.say("!ja", who="buero", room="office")
    said = await talk.edit(event, new.replace("Berlin", "Bonn"), who="buero", room="office")
    assert "bewirkt nichts mehr" in said
    assert [one.place for one in await talk.core.services.convening.all()] == ["Berlin"]


async def test_after_ten_minutes_an_edit_or_a_deletion_comes_too_late(talk: Talk) -> None:
    event, _ = await enter(talk)
    talk.clock.now_is(START + timedelta(minutes=11))
    assert "bewirkt nichts mehr" in await talk.edit(event, "!bedarf neu Pflege")
    assert "gilt weiter" in await talk.delete(event)
    assert await needs(talk) == ["mint"]


async def test_who_deletes_days_later_is_told_that_what_was_done_stays(talk: Talk) -> None:
    event, _ = await enter(talk)
    talk.clock.now_is(START + timedelta(days=3))
    await talk.tick()
    assert "gilt weiter" in await talk.delete(event)


async def test_deleting_a_question_to_the_bot_takes_its_answer_away(talk: Talk) -> None:
    await talk.say("!pate Pflege")
    key = talk.key
    await talk.delete(talk.event)
    assert [(row.key, row.effect) for row in talk.rows] == [(f"x-{key}", Effect.REDACT)]


async def test_a_deleted_yes_still_counts_and_says_how_to_take_it_back(talk: Talk) -> None:
    await talk.say("!bedarf neu")
    await talk.say("MINT")
    await talk.reply("ja")
    assert "!rückgängig" in await talk.delete(talk.event)
    assert await needs(talk) == ["mint"]


async def test_a_taken_away_reaction_still_counts_and_says_how_to_take_it_back(
    talk: Talk,
) -> None:
    await talk.say("!bedarf neu")
    await talk.say("MINT")
    await talk.react("✅")
    assert "!rückgängig" in await talk.delete(talk.event)
    assert await needs(talk) == ["mint"]


async def test_an_edited_yes_still_counts(talk: Talk) -> None:
    await talk.say("bedarf neu", room="direct")
    await talk.say("MINT", room="direct")
    await talk.say("ja", room="direct")
    said = await talk.edit(talk.event, "nein", room="direct")
    assert said.endswith("gilt weiter, wie er vor der Änderung war.")
    assert await needs(talk) == ["mint"]


async def test_what_the_asked_one_did_is_theirs_and_the_request_stays_the_askers(
    talk: Talk,
) -> None:
    await talk.say("!pate anfragen Ems-Achse: Wie fangen wir an?", who="anna")
    event, key = talk.event, talk.key
    post = next(row.key for row in talk.rows if row.key.startswith("p-"))
    await talk.react("❌", who="bernd", room="direct", to=f"$sent-{post}")
    answered = talk.event
    mine = await talk.database.read(lambda tx: acts.by_event(tx, event))
    assert [act.user_id for act in mine] == [PEOPLE["anna"]]
    theirs = await talk.database.read(lambda tx: acts.by_event(tx, answered))
    assert [act.user_id for act in theirs] == [PEOPLE["bernd"]]
    assert "inzwischen" in await talk.delete(event)
    assert "#1" in await talk.said(key)
    assert "wartet auf Antwort" in await talk.say("!rückgängig", who="bernd", room="direct")


async def test_deleting_the_word_that_answered_a_request_takes_it_back(talk: Talk) -> None:
    await talk.say("!pate anfragen Ems-Achse: Wie fangen wir an?", who="anna")
    post = next(row.key for row in talk.rows if row.key.startswith("p-"))
    await talk.say("ablehnen", who="bernd", room="direct", reply_to=f"$sent-{post}")
    said = talk.key
    await talk.delete(talk.event, who="bernd", room="direct")
    assert (await talk.said(said)).startswith("Zurückgenommen.")


async def test_in_an_encrypted_room_a_deletion_does_not_act_by_anyones_rights(
    talk: Talk,
) -> None:
    event, _ = await enter(talk)
    await talk.database.write(lambda tx: rooms.enter(tx, ROOMS["community"], encrypted=True))
    await talk.core.services.hosting.refresh()
    assert "!rückgängig" in await talk.delete(event)
    assert await needs(talk) == ["mint"]


async def test_what_a_form_led_to_is_taken_back_by_deleting_what_began_it_elsewhere(
    talk: Talk,
) -> None:
    await talk.say("!ruhe")
    event = talk.event
    await talk.say("22-6 Uhr", room="direct")
    await talk.say("ja", room="direct")
    before = talk.core.services.preferring.of(PEOPLE["anna"]).calm
    await talk.delete(event)
    assert before is not None
    assert talk.core.services.preferring.of(PEOPLE["anna"]).calm is None


async def test_an_act_whose_command_is_gone_cannot_be_undone_and_says_so(talk: Talk) -> None:
    event, _ = await enter(talk)
    (act,) = await talk.database.read(lambda tx: acts.by_event(tx, event))
    await talk.database.write(lambda tx: acts.undo(tx, act))
    lost = {name: getattr(act, name) for name in act.__slots__} | {"path": ("gone", "for good")}
    await talk.database.write(lambda tx: acts.note(tx, type(act)(**lost)))
    assert "lässt sich nicht zurücknehmen" in await talk.say("!rückgängig")
    assert "der Fehler liegt bei mir" not in await talk.delete(event)


async def test_an_edited_reply_is_about_what_the_reply_was_about(talk: Talk) -> None:
    await talk.say("!projekt neu Alpha")
    await talk.say("!projekt neu Beta")
    first = talk.key
    await talk.say("!projekt neu Gamma")
    await talk.say("!meldung Auftkat mit 30 Betrieben", reply_to=f"$sent-{first}")
    corrected = await talk.edit(talk.event, "!meldung Auftakt mit 30 Betrieben")
    assert "Ihre Meldung zu „Beta“ (#2)" in corrected
    assert "Auftakt" in (shown := await talk.say("!projekt zeige 2"))
    assert "Auftkat" not in shown


async def test_a_reply_that_was_refused_is_mended_by_editing_it(talk: Talk) -> None:
    await talk.say("!projekt neu Alpha")
    first = talk.key
    await talk.say("!projekt neu Beta")
    await talk.say("meldung: 31.2.2026: Auftakt", reply_to=f"$sent-{first}")
    assert "„Alpha“ (#1)" in await talk.edit(talk.event, "meldung: 13.2.2026: Auftakt")


async def test_an_edit_keeps_to_the_thread_of_the_answer(talk: Talk) -> None:
    await talk.say("!bedarf neu MINT", thread="$root")
    await talk.edit(talk.event, "!bedarf neu")
    asked = next(row for row in talk.rows if row.key == f"r-{talk.event}")
    assert asked.content["m.relates_to"]["event_id"] == "$root"  # type: ignore[index]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (NEED, "!bedarf neu Pflege"),
        ("!angebot neu MINT Stufe 1", "!angebot neu Pflege Stufe 3"),
        ("!projekt neu Campus", "!projekt neu Campus Ost"),
    ],
)
async def test_what_is_corrected_keeps_its_number(talk: Talk, first: str, second: str) -> None:
    said = await talk.say(first)
    assert "#1" in said
    assert "#1" in await talk.edit(talk.event, second)
    assert "#2" in await talk.say(first)


async def test_an_edit_that_asks_first_gives_a_new_number(talk: Talk) -> None:
    event, _ = await enter(talk)
    assert "#1" in await talk.edit(event, "!angebot neu Pflege Stufe 2")


async def test_a_command_that_becomes_ordinary_talk_is_taken_back(talk: Talk) -> None:
    event, key = await enter(talk)
    await talk.edit(event, "Das war in den falschen Raum getippt.")
    assert await needs(talk) == []
    assert (await talk.said(key)).count("Zurückgenommen.") == 1
    assert "MINT" in await talk.edit(event, NEED)
    assert await needs(talk) == ["mint"]


async def test_nobody_elses_talk_takes_a_command_back(talk: Talk) -> None:
    event, _ = await enter(talk)
    assert await talk.edit(event, "Ach nein", who="bernd") == ""
    assert await needs(talk) == ["mint"]


async def test_talk_in_place_of_an_old_command_changes_nothing_and_says_so(talk: Talk) -> None:
    event, _ = await enter(talk)
    talk.clock.now_is(START + timedelta(hours=1))
    assert "gilt weiter" in await talk.edit(event, "Ach nein")
    assert await needs(talk) == ["mint"]


async def test_talk_in_place_of_a_question_to_us_leaves_the_answer(talk: Talk) -> None:
    await talk.say("!pate Pflege")
    await talk.edit(talk.event, "Danke, ich habe es gefunden.")
    assert talk.rows == []


async def test_a_form_that_becomes_ordinary_talk_is_withdrawn(talk: Talk) -> None:
    await talk.say("!bedarf neu")
    key = talk.key
    await talk.edit(talk.event, "Ach nein")
    assert (await talk.said(key)).endswith("Zurückgezogen.")
