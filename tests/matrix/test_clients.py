"""From the events that clients send to the command lines that people meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot.commands
from bot.dispatch.declaring.router import Router
from bot.dispatch.hearing.addressing import Address, Line, Names, commands_in, line
from bot.domain.dialogue.message import Message
from bot.matrix.content.reading import read
from tests.matrix.clients import BOT, HEARD, NAME, UNHEARD, Sent

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
NAMES = Names(BOT, NAME)


@cache
def router() -> Router:
    return Router.discover(bot.commands)


def received(content: object, kind: str = "m.room.message") -> Message | None:
    event = {
        "type": kind,
        "event_id": "$event",
        "sender": "@anna:demo",
        "origin_server_ts": 1_790_000_000_000,
        "content": content,
    }
    draft = read(event, "!room:demo", BOT, NOW)
    return draft.message if draft else None


def heard(content: object) -> Line:
    message = received(content)
    return line(message, NAMES, router()) if message else Line(Address.NONE, "")


@pytest.mark.parametrize("sent", HEARD, ids=str)
def test_what_a_client_sends_is_what_the_person_meant(sent: Sent) -> None:
    message = received(sent.content)
    assert message is not None
    found = line(message, NAMES, router())
    assert (found.address, found.text) == (sent.address, sent.means)
    assert (message.thread, message.reply_to, message.replaces) == sent.relations
    assert router().match(found.text) is not None


@pytest.mark.parametrize("sent", HEARD, ids=str)
def test_in_a_direct_chat_no_prefix_is_needed_and_none_does_harm(sent: Sent) -> None:
    message = received(sent.content)
    assert message is not None
    bare = received({"msgtype": "m.text", "body": sent.means})
    assert bare is not None
    for one in (message, bare):
        found = line(replace(one, direct=True), NAMES, router())
        assert (found.address, found.text) == (Address.CLEAR, sent.means)


@pytest.mark.parametrize(("what", "content"), UNHEARD, ids=[what for what, _ in UNHEARD])
def test_what_is_not_for_the_bot_stays_unheard(what: str, content: dict[str, Any]) -> None:
    assert heard(content).address is Address.NONE, what


def test_a_vote_in_a_poll_is_no_message() -> None:
    vote = {
        "m.relates_to": {"rel_type": "m.reference", "event_id": "$poll"},
        "org.matrix.msc3381.poll.response": {"answers": ["0"]},
    }
    assert received(vote, "org.matrix.msc3381.poll.response") is None


def test_an_answer_under_a_very_long_quotation_is_read() -> None:
    quote = "> " + "lang " * 6000
    content = {
        "msgtype": "m.text",
        "body": f"{quote}\n\n!hilfe",
        "m.relates_to": {"m.in_reply_to": {"event_id": "$q"}},
    }
    assert heard(content).text == "hilfe"


def test_a_name_in_the_quotation_of_a_reply_is_no_mention() -> None:
    content = {
        "msgtype": "m.text",
        "body": "> <@anna:demo> Hallo\n\n!pate Pflege",
        "formatted_body": (
            '<mx-reply><blockquote><a href="https://matrix.to/#/@anna:demo">Pflege</a><br>Hallo'
            "</blockquote></mx-reply>!pate Pflege"
        ),
        "m.relates_to": {"m.in_reply_to": {"event_id": "$q"}},
    }
    assert heard(content).text == "pate Pflege"


@pytest.mark.parametrize(
    "content",
    [
        {"msgtype": "m.text", "body": ["!hilfe"]},
        {"msgtype": "m.text", "body": {"text": "!hilfe"}},
        {"msgtype": "m.text"},
        {"msgtype": ["m.text"], "body": "!hilfe"},
        {"msgtype": {"a": 1}, "body": "!hilfe"},
        {"msgtype": 1, "body": "!hilfe"},
        {"msgtype": "m.text", "m.text": [{"body": "!hilfe"}]},
        {"msgtype": "m.text", "org.matrix.msc1767.text": "!hilfe", "body": None},
        {"msgtype": "m.text", "body": "* !x", "m.new_content": "!hilfe", "m.relates_to": {}},
        {
            "msgtype": "m.text",
            "body": "* !hilfe",
            "m.new_content": ["!hilfe"],
            "m.relates_to": {"rel_type": "m.replace", "event_id": "$first"},
        },
        [],
        "!hilfe",
        None,
    ],
    ids=repr,
)
def test_wrong_types_say_nothing(content: object) -> None:
    assert heard(content).address is Address.NONE


@pytest.mark.parametrize(
    "more",
    [
        {"formatted_body": 5, "format": []},
        {"formatted_body": '<a href="https://matrix.to/#/@a:b">hilfe'},
        {"m.mentions": ["@lotse:demo"]},
        {"m.mentions": {"user_ids": {"@lotse:demo": True}}},
        {"m.relates_to": []},
        {"m.relates_to": {"rel_type": ["m.replace"], "event_id": "$first"}},
        {"m.relates_to": {"m.in_reply_to": "$q"}},
        {"m.new_content": {"body": "!pate"}},
        {"org.matrix.msc1767.message": [{"body": 1}]},
        {"org.matrix.msc4391.command": None},
    ],
    ids=repr,
)
def test_wrong_types_beside_a_command_do_no_harm(more: dict[str, Any]) -> None:
    assert heard({"msgtype": "m.text", "body": "!hilfe", **more}).text == "hilfe"


_WORDS = "! / // hilfe projekt Lotse @ : , > „ “ — 12 # ``` [x](https://matrix.to/#/ ) <a href="
_pieces = st.sampled_from([*_WORDS.split(), BOT, " ", "\n", "\u00a0", "\u0301", "\x00"])
_texts = st.lists(_pieces | st.text(max_size=5), max_size=12).map("".join)


@given(body=_texts, markup=_texts, direct=st.booleans(), reply=st.booleans())
def test_nothing_that_is_sent_makes_the_way_in_fail(
    body: str, markup: str, direct: bool, reply: bool
) -> None:
    relation = {"m.in_reply_to": {"event_id": "$q"}} if reply else {}
    content = {
        "msgtype": "m.text",
        "body": body,
        "formatted_body": markup,
        "m.relates_to": relation,
    }
    message = received(content)
    assert message is not None
    found = line(message, NAMES, router())
    router().match(found.text)
    router().vocabulary.suggest(found.text)
    for one in commands_in(message, NAMES, router()):
        assert one.strip() in message.text


@given(text=_texts)
def test_what_follows_ordinary_talk_stays_inert(text: str) -> None:
    content = {"msgtype": "m.text", "body": f"Ich meine: {text}"}
    assert heard(content).address is Address.NONE
