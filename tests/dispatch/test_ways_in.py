"""From a client's event through the whole bot to its answer, for every way in."""

import itertools
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.journal import InboxKind, Incoming, OutboxRow
from bot.matrix.content.reading import read
from bot.storage import inbox
from tests.commands.conftest import PEOPLE, ROOMS, Talk
from tests.matrix.clients import (
    BOT,
    HEARD,
    MENTIONS,
    PREFIXES,
    RELATIONS,
    THREAD,
    UNHEARD,
    Sent,
)

_count = itertools.count(1)
_STRUCTURED = "org.matrix.msc4391.command"


async def hear(
    talk: Talk,
    content: dict[str, Any],
    *,
    room: str = "community",
    who: str = "anna",
    kind: str = "m.room.message",
) -> str:
    """What the bot answers to exactly that event."""
    talk.event = f"$way{next(_count)}"
    room_id = f"!direct-{who}:demo" if room == "direct" else ROOMS[room]
    event = _event(talk, content, talk.event, who, kind)
    draft = read(event, room_id, BOT, talk.clock.now())
    return await talk._take(draft, room) if draft else ""


def _event(
    talk: Talk,
    content: dict[str, Any],
    event_id: str,
    who: str = "anna",
    kind: str = "m.room.message",
) -> dict[str, Any]:
    return {
        "type": kind,
        "event_id": event_id,
        "sender": PEOPLE[who],
        "origin_server_ts": round(talk.clock.now().timestamp() * 1000),
        "content": content,
    }


def text(body: str, **more: Any) -> dict[str, Any]:
    return {"msgtype": "m.text", "body": body, **more}


def invocation(command: str, to: str = BOT, body: str = "/x", **arguments: Any) -> dict[str, Any]:
    block = {"command": command, "arguments": arguments}
    return text(body, **{"m.mentions": {"user_ids": [to]}, _STRUCTURED: block})


def answer(talk: Talk) -> OutboxRow:
    return next(row for row in talk.rows if row.key == talk.key)


@pytest.mark.parametrize("room", ["community", "direct"])
async def test_help_comes_by_every_way_in(talk: Talk, room: str) -> None:
    for sent in (*PREFIXES, *MENTIONS):
        if sent.means != "hilfe":
            continue
        talk.clock.now_is(talk.clock.now() + timedelta(minutes=5))
        assert "!pate" in await hear(talk, sent.content, room=room), str(sent)


async def test_whatever_is_heard_is_answered(talk: Talk) -> None:
    for sent in HEARD:
        if sent in RELATIONS:
            continue
        talk.clock.now_is(talk.clock.now() + timedelta(minutes=5))
        assert await hear(talk, sent.content, who="buero", room="office"), str(sent)


async def test_what_is_not_for_the_bot_is_neither_answered_nor_kept(talk: Talk) -> None:
    for what, content in UNHEARD:
        assert await hear(talk, content) == "", what
        assert talk.rows == [], what


async def test_an_answer_goes_into_the_threads_where_it_was_asked(talk: Talk) -> None:
    await hear(talk, text("!hilfe", **{"m.relates_to": THREAD}))
    relation = answer(talk).content["m.relates_to"]
    assert isinstance(relation, dict)
    assert (relation["rel_type"], relation["event_id"]) == ("m.thread", "$root")


async def test_a_word_under_an_old_clients_quotation_answers_a_question(talk: Talk) -> None:
    await talk.say("!paate Pflege in Niedersachsen")
    relation = {"m.in_reply_to": {"event_id": f"$sent-{talk.key}"}}
    quoted = f"> <{BOT}> „paate Pflege“ kenne ich nicht.\n> Meinten Sie …\n\nja"
    assert "Pflegenetz SON" in await hear(talk, text(quoted, **{"m.relates_to": relation}))


@pytest.mark.parametrize(
    "typed",
    [
        "!projekt meldung {} Auftakt mit 30 Gästen",
        "!projekt {} meldung Auftakt mit 30 Gästen",
        "!meldung {} Auftakt mit 30 Gästen",
        "!project update {} Auftakt mit 30 Gästen",
        "!project {} update Auftakt mit 30 Gästen",
        "!update {} Auftakt mit 30 Gästen",
        "Lotse: Meldung #{}: Auftakt mit 30 Gästen",
    ],
)
async def test_arguments_come_in_the_order_in_which_people_think(talk: Talk, typed: str) -> None:
    await talk.say("!projekt neu Pflegepaten")
    assert await hear(talk, text(typed.format(1)))
    assert "Auftakt mit 30 Gästen" in await talk.say("!projekt zeige 1")


async def test_a_misspelt_action_is_offered_and_done_only_when_confirmed(talk: Talk) -> None:
    await talk.say("!projekt neu Pflegepaten")
    long = "Auftakt mit 30 Gästen " * 20
    offered = await hear(talk, text(f"!prokjekt 1 meldnug {long}"))
    assert "Meinten Sie !projekt meldung 1 Auftakt" in offered
    assert len(offered) < 400
    before = await talk.say("!projekt zeige 1")
    assert "Auftakt" not in before


async def test_the_confirmed_offer_does_the_whole_of_it(talk: Talk) -> None:
    await talk.say("!projekt neu Pflegepaten")
    await hear(talk, text("!prokjekt 1 meldnug Auftakt" + " und so weiter" * 20 + " bis zum Ende"))
    assert await talk.react("✅")
    assert "bis zum Ende" in await talk.say("!projekt zeige 1")


async def test_a_slip_in_the_second_word_is_no_search(talk: Talk) -> None:
    assert "Meinten Sie !pate anfragen 6 Wie?" in await talk.say("!pate anfragn 6 Wie?")


async def test_a_first_word_that_is_near_lists_its_commands_once(talk: Talk) -> None:
    said = await talk.say("!proj")
    assert "projekt meldung" in said
    assert "project" not in said


async def test_several_that_are_near_are_named_and_none_runs(talk: Talk) -> None:
    said = await talk.say("!ansag")
    assert "ansage" in said
    assert "ansagen" in said


async def test_a_structured_command_is_answered_as_if_it_were_typed(talk: Talk) -> None:
    structured = await hear(talk, invocation("pate", search="Pflege in Niedersachsen"))
    assert structured == await talk.say("!pate Pflege in Niedersachsen")
    assert "Pflegenetz SON" in structured


async def test_a_structured_command_in_english_is_answered_in_english(talk: Talk) -> None:
    structured = await hear(talk, invocation("patron", search="Pflege in Niedersachsen"))
    assert structured == await talk.say("!patron Pflege in Niedersachsen")


async def test_a_structured_command_for_another_bot_is_left_to_it(talk: Talk) -> None:
    content = invocation("pate", to="@meteo:demo", body="!pate Pflege", search="Pflege")
    assert await hear(talk, content) == ""
    assert await hear(talk, content, room="direct") == ""


async def test_a_structured_command_of_its_own_type_is_answered(talk: Talk) -> None:
    content = invocation("pate", search="Pflege in Niedersachsen")
    del content["body"], content["msgtype"]
    assert "Pflegenetz SON" in await hear(talk, content, kind="m.room.bot.command")


async def test_a_structured_command_needs_the_same_rights(talk: Talk) -> None:
    assert "Mitglieder" in await hear(talk, invocation("pate", search="Pflege"), who="gast")


async def test_a_structured_command_that_we_do_not_have_is_told_so(talk: Talk) -> None:
    assert "kenne ich nicht" in await hear(talk, invocation("ban", user="@bernd:demo"))


async def test_several_commands_are_answered_together_and_quotations_are_none(talk: Talk) -> None:
    said = await hear(talk, text("!projekt liste\n\n!pate Pflege in Niedersachsen\n> !hilfe"))
    assert "Pflegenetz SON" in said
    assert "Projekt" in said
    assert "!tagung" not in said


async def test_a_report_with_several_lines_stays_one_report(talk: Talk) -> None:
    await talk.say("!projekt neu Pflegepaten")
    await hear(talk, text("!projekt meldung 1 Erste Zeile\n\n> !hilfe\n- Punkt\n!!! Ende"))
    shown = await talk.say("!projekt zeige 1")
    for part in ("Erste Zeile", "> !hilfe", "- Punkt", "!!! Ende"):
        assert part in shown


@pytest.mark.parametrize("sent", RELATIONS, ids=str)
async def test_replies_threads_and_edits_end_in_an_answer(talk: Talk, sent: Sent) -> None:
    relation = dict(sent.content.get("m.relates_to", {}))
    if sent.relations[2]:
        await talk.say("!hilfe raum", who="buero")
        relation["event_id"] = talk.event
        talk.clock.now_is(talk.clock.now() + timedelta(minutes=5))
    await hear(talk, {**sent.content, "m.relates_to": relation}, who="buero")
    assert talk.rows


async def test_an_edit_before_its_turn_leaves_nothing_of_the_old_block(talk: Talk) -> None:
    content = invocation("pate", search="Pflege in Niedersachsen")
    row = read(_event(talk, content, "$late"), ROOMS["community"], BOT, talk.clock.now())
    assert row is not None
    assert row.message is not None
    now = talk.clock.now()
    incoming = Incoming(
        event_id="$late", room_id=row.room_id, kind=InboxKind.COMMAND, message=row.message
    )
    await talk.database.write(lambda tx: inbox.add(tx, [incoming], now))
    await talk.database.write(lambda tx: inbox.replace_text(tx, "$late", "!tagung"))
    (waiting,) = await talk.database.read(inbox.unfinished)
    assert waiting.message.text == "!tagung"
    assert waiting.message.invocation is None


async def test_an_english_room_is_offered_english_words(talk: Talk) -> None:
    await talk.say("!sprache hier englisch", who="buero")
    said = await talk.say("!proj")
    assert "project update" in said
    assert "projekt" not in said
