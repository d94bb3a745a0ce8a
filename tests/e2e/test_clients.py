"""What the month's clients send is what the real ones were seen to send, and arrives as meant."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.demo.event import Event
from bot.domain.dialogue.message import Message
from bot.matrix.content.reading import read
from tests.e2e.clients import (
    Cinny,
    Client,
    ElementWeb,
    ElementXAndroid,
    ElementXIOS,
    FluffyChat,
    Gomuks,
    Json,
    Nheko,
    phone,
)
from tests.matrix.clients import BOT, CINNY, ELEMENT, HEARD, NAME, RECORDED

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
CLIENTS = (ElementWeb, Cinny, ElementXAndroid, ElementXIOS, FluffyChat, Nheko, Gomuks)
OURS = Event(
    room_id="!room:demo",
    event_id="$ours",
    sender=BOT,
    type="m.room.message",
    content={"msgtype": "m.notice", "body": "Welches Projekt?\n1. <Campus>\n\n2. Netz"},
    ts=0,
)

every_client = pytest.mark.parametrize("program", CLIENTS)


def arrived(content: Json, kind: str = "m.room.message") -> Message:
    event = {"type": kind, "event_id": "$event", "sender": "@anna:demo", "content": content}
    draft = read(event, OURS.room_id, BOT, NOW)
    assert draft
    assert draft.message
    return draft.message


def meant(message: Message) -> str:
    """The text as it was before a smart keyboard."""
    text = message.text.strip()
    return text[:1] + text[1:2].lower() + text[2:]


def recorded(client: str, what: str) -> Json:
    return next(
        one.content
        for one in HEARD
        if (one.client, one.source, one.what) == (client, RECORDED, what)
    )


def test_what_was_recorded_is_what_is_sent() -> None:
    element, cinny = ElementWeb(BOT, NAME), Cinny(BOT, NAME)
    assert element.text("!hilfe") == recorded(ELEMENT, "!hilfe")
    assert element.mention("hilfe") == recorded(ELEMENT, "pill")
    assert cinny.text("!hilfe") == recorded(CINNY, "!hilfe")
    assert cinny.mention("hilfe") == recorded(CINNY, "pill")
    assert cinny.edit("$first", "!hilfe pate") == recorded(CINNY, "edit")
    body = element.edit("$first", "!hilfe pate")["body"]
    assert body == recorded(ELEMENT, "edit")["body"]


@every_client
def test_words_arrive_as_they_were_meant(program: type[Client]) -> None:
    client = program(BOT, NAME)
    assert meant(arrived(client.text("!pate Pflege in NRW"))) == "!pate Pflege in NRW"
    assert arrived(client.mention("pate Pflege")).text.split()[-2:] == ["pate", "Pflege"]


@every_client
def test_replies_threads_and_edits_arrive_without_what_clients_add(
    program: type[Client],
) -> None:
    client = program(BOT, NAME)
    reply = arrived(client.reply(OURS, "!annehmen\nGern"))
    assert (meant(reply), reply.reply_to) == ("!annehmen\nGern", OURS.event_id)
    within = arrived(client.thread("$root", "$latest", "!hilfe"))
    assert (meant(within), within.thread, within.reply_to) == ("!hilfe", "$root", None)
    for to in (None, OURS):
        edit = arrived(client.edit("$first", "!hilfe pate", to=to))
        assert (meant(edit), edit.replaces) == ("!hilfe pate", "$first")
    tap = arrived(client.react(OURS.event_id, "✅"), "m.reaction")
    assert (tap.text, tap.reply_to) == ("✅", OURS.event_id)


def test_a_command_from_a_menu_arrives_as_data() -> None:
    content = Gomuks(BOT, NAME).invoke("bedarf neu", "bedarf neu MINT", topic="MINT", until=None)
    invoked = arrived(content).invocation
    assert invoked
    assert (invoked.command, dict(invoked.arguments)) == ("bedarf neu", {"topic": "MINT"})


def test_a_smart_keyboard_is_as_clever_as_they_are() -> None:
    assert phone('!hilfe "pate" - gern') == "!Hilfe\u00a0„pate“ — gern "
