"""Commands that come as data (MSC4391): read from the block, never guessed from the text.

The contents are built from the sources of gomuks, mautrix, Voyage and from the proposal's text.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.dialogue.message import Invocation
from bot.domain.journal import InboxKind
from bot.matrix.content.reading import read
from bot.matrix.listening.entries import Arrival, settle
from tests.matrix.clients import BOT, EDIT, THREAD
from tests.matrix.test_clients import NOW, received

UNSTABLE = "org.matrix.msc4391.command"


def content(
    arguments: object = None,
    *,
    command: object = "projekt meldung",
    key: Any = UNSTABLE,
    mentions: object = None,
    **more: Any,
) -> dict[str, Any]:
    return {
        "msgtype": "m.text",
        "body": f"/projekt meldung{BOT} 12 Auftakt",
        "m.mentions": {"user_ids": [BOT]} if mentions is None else mentions,
        key: {"command": command, "arguments": {} if arguments is None else arguments},
        **more,
    }


def invoked(sent: dict[str, Any], kind: str = "m.room.message") -> Invocation | None:
    message = received(sent, kind)
    return message.invocation if message else None


def values(**arguments: object) -> dict[str, str]:
    found = invoked(content(arguments))
    assert found is not None
    return dict(found.arguments)


@pytest.mark.parametrize("key", [UNSTABLE, "m.bot.command"])
def test_the_block_is_the_command_whatever_the_text_says(key: str) -> None:
    sent = content({"number": 12, "text": "Auftakt"}, key=key, body="/ban@andere:demo @anna:demo")
    found = invoked(sent)
    assert found == Invocation("projekt meldung", {"number": "12", "text": "Auftakt"})


def test_gomuks_says_too_that_no_room_is_mentioned() -> None:
    found = invoked(content({"text": "x"}, mentions={"user_ids": [BOT], "room": False}))
    assert found == Invocation("projekt meldung", {"text": "x"})


@pytest.mark.parametrize(
    "mentions",
    [
        {},
        {"user_ids": []},
        {"user_ids": ["@meteo:demo"]},
        {"user_ids": [BOT, "@meteo:demo"]},
        {"user_ids": BOT},
        {"user_ids": {BOT: True}},
        [BOT],
        "x",
    ],
    ids=repr,
)
def test_a_block_for_somebody_else_is_nothing_even_if_the_text_is_ours(mentions: object) -> None:
    assert received(content(mentions=mentions, body="!hilfe")) is None


def test_a_block_for_somebody_else_takes_a_command_back_that_is_edited_into_it() -> None:
    new = content(mentions={"user_ids": ["@meteo:demo"]})
    event = {
        "type": "m.room.message",
        "event_id": "$event",
        "sender": "@anna:demo",
        "content": {**new, "m.new_content": new, "m.relates_to": EDIT},
    }
    draft = read(event, "!room:demo", BOT, NOW)
    assert draft is not None
    assert (draft.kind, draft.target, draft.message) == (InboxKind.EDIT, "$first", None)


def test_an_edit_counts_with_the_block_that_it_brings() -> None:
    new = content({"number": 13})
    old = content({"number": 12}, **{"m.new_content": new, "m.relates_to": EDIT})
    assert invoked(old) == Invocation("projekt meldung", {"number": "13"})


def test_thread_and_text_are_known_of_it_as_of_any_message() -> None:
    message = received(content(**{"m.relates_to": THREAD}))
    assert message is not None
    assert message.thread == "$root"
    assert message.text == f"/projekt meldung{BOT} 12 Auftakt"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Auftakt", "Auftakt"),
        ("  Pfle\u00adge\u00a0heute \x00", "Pflege heute"),
        ("zwei\nZeilen", "zwei\nZeilen"),
        (12, "12"),
        (0, "0"),
        (-3, "-3"),
        (True, "ja"),
        (False, "nein"),
        (["Pflege", 3, True, None, ""], "Pflege, 3, ja"),
        ({"type": "room_id", "id": "!r:demo", "via": ["demo"]}, "!r:demo"),
        ({"type": "room_id", "room_id": "!r:demo"}, "!r:demo"),
        ({"type": "event_id", "id": "!r:demo", "event_id": "$e", "via": []}, "$e"),
        ({"type": "event_id", "room_id": "!r:demo", "event_id": "$e"}, "$e"),
        ({"type": "user_id", "id": "@anna:demo"}, "@anna:demo"),
        ("https://matrix.to/#/%40anna%3Ademo", "@anna:demo"),
        ("https://matrix.to/#/!r:demo?via=demo", "!r:demo"),
        ("https://matrix.to/#/!r:demo/$e?via=demo", "$e"),
        ("matrix:u/anna:demo", "@anna:demo"),
        ("matrix:roomid/r:demo?via=demo", "!r:demo"),
        ("matrix:r/pflege:demo", "#pflege:demo"),
        ("matrix:roomid/r:demo/e/e", "$e"),
        ("https://example.org/#/x", "https://example.org/#/x"),
        ([{"type": "room_id", "id": "!a:demo"}, "!b:demo"], "!a:demo, !b:demo"),
    ],
    ids=repr,
)
def test_a_value_becomes_what_a_person_would_have_typed(value: object, expected: str) -> None:
    assert values(given=value) == {"given": expected}


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "  ",
        "\u200b",
        [],
        [None, ""],
        {},
        {"type": "room_id"},
        {"type": ["room_id"], "room_id": "!r:demo"},
        {"type": "room_id", "id": {"a": 1}},
        1.5,
        10**400,
        [["verschachtelt"]],
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_value_that_says_nothing_is_absent(value: object) -> None:
    assert values(given=value, other="x") == {"other": "x"}


@pytest.mark.parametrize("arguments", [None, [], "12", 12, [{"number": 12}]], ids=repr)
def test_without_arguments_the_command_still_counts(arguments: object) -> None:
    sent = content()
    sent[UNSTABLE]["arguments"] = arguments
    assert invoked(sent) == Invocation("projekt meldung", {})


@pytest.mark.parametrize(
    "block", ["projekt", 1, ["projekt"], {}, {"command": None}, {"command": ["projekt"]}, True]
)
def test_a_block_for_us_that_cannot_be_read_leaves_the_text_to_us(block: object) -> None:
    message = received(content(**{UNSTABLE: block}))
    assert message is not None
    assert message.invocation is None
    assert message.text.startswith("/projekt meldung")


def test_without_a_block_the_text_counts() -> None:
    message = received(content(**{UNSTABLE: None}, mentions={}))
    assert message is not None
    assert message.invocation is None


@pytest.mark.parametrize("kind", ["org.matrix.msc4391.command", "m.room.bot.command"])
def test_an_event_of_its_own_type_needs_neither_text_nor_kind(kind: str) -> None:
    sent = content({"number": 12})
    del sent["msgtype"], sent["body"]
    message = received(sent, kind)
    assert message is not None
    assert message.invocation == Invocation("projekt meldung", {"number": "12"})
    assert message.text == "projekt meldung 12"
    assert received({"body": "!hilfe"}, kind) is None


def test_words_are_bounded_and_on_one_line() -> None:
    found = invoked(content(command=" projekt\n\u00a0meldung " + "x" * 500))
    assert found is not None
    assert found.command.startswith("projekt meldung xxx")
    assert len(found.command) <= 200


def test_sizes_are_bounded() -> None:
    many = {f"name{number}": "x" * 60_000 for number in range(500)}
    found = invoked(content({**many, "n" * 100: "x", "liste": ["x" * 900] * 500}))
    assert found is not None
    assert len(found.arguments) <= 40
    assert max(map(len, found.arguments)) <= 64
    assert max(map(len, found.arguments.values())) <= 4000
    assert len(values(liste=["x" * 900] * 500)["liste"]) <= 4000


_anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(block=_anything, arguments=_anything, command=_anything, mentions=_anything)
def test_no_block_makes_reading_fail(
    block: object, arguments: object, command: object, mentions: object
) -> None:
    for sent in (
        content(arguments, command=command),
        content(arguments),
        content(arguments, mentions=mentions),
        content(**{UNSTABLE: block}),
    ):
        found = invoked(sent)
        if found:
            json.dumps([found.command, dict(found.arguments)]).encode()
            assert all(found.arguments.values())


def arrival(sent: dict[str, Any], event_id: str) -> Arrival:
    event = {"type": "m.room.message", "event_id": event_id, "sender": "@anna:demo"}
    draft = read({**event, "content": sent}, "!room:demo", BOT, NOW)
    assert draft is not None
    return Arrival(draft, draft.message)


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (content({"number": 13}), Invocation("projekt meldung", {"number": "13"})),
        ({"msgtype": "m.text", "body": "!projekt liste"}, None),
    ],
)
def test_an_edit_that_comes_with_its_command_leaves_nothing_of_the_old_block(
    new: dict[str, Any], expected: Invocation | None
) -> None:
    edit = {**new, "m.new_content": new, "m.relates_to": EDIT}
    first, second = settle([arrival(content({"number": 12}), "$first"), arrival(edit, "$edit")])
    assert first.message is not None
    assert first.message.invocation == expected
    assert second.message is None


def test_an_empty_block_in_one_spelling_does_not_hide_the_other() -> None:
    sent = content({"number": 12}, key="m.bot.command", **{UNSTABLE: None})
    assert invoked(sent) == Invocation("projekt meldung", {"number": "12"})
