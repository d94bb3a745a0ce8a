"""What real clients send, and what nobody should, read into what was meant."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.journal import InboxKind
from bot.matrix.content.batch import read_batch
from bot.matrix.content.cleaning import LONGEST, clean, identifier, straight
from bot.matrix.content.pills import with_ids
from bot.matrix.content.reading import Draft, read

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
BOT = "@lotse:hs.example"
PILL = '<a href="https://matrix.to/#/@lotse:hs.example">Lotse</a>:  hilfe'

BODIES = [
    pytest.param({"body": "!hilfe", "m.mentions": {}}, "!hilfe", id="element"),
    pytest.param({"body": "/hilfe"}, "/hilfe", id="cinny-slash"),
    pytest.param({"body": "//hilfe"}, "//hilfe", id="cinny-two-slashes"),
    pytest.param(
        {
            "body": "Lotse:  hilfe",
            "format": "org.matrix.custom.html",
            "formatted_body": PILL,
            "m.mentions": {"user_ids": [BOT]},
        },
        f"{BOT}:  hilfe",
        id="element-pill",
    ),
    pytest.param(
        {
            "body": f"{BOT}  hilfe",
            "formatted_body": f'<a href="https://matrix.to/#/{BOT}">@Lotse</a>  hilfe',
        },
        f"{BOT}  hilfe",
        id="cinny-pill",
    ),
    pytest.param(
        {"body": f"[{BOT}](https://matrix.to/#/{BOT}) hilfe"}, f"{BOT} hilfe", id="x-android-pill"
    ),
    pytest.param(
        {"body": f"[Lotse](<https://matrix.to/#/{BOT}>) hilfe"}, f"{BOT} hilfe", id="ios-pill"
    ),
    pytest.param(
        {"body": "[L](https://matrix.to/#/%40lotse%3Ahs.example?via=a.b) hilfe"},
        f"{BOT} hilfe",
        id="percent-encoded",
    ),
    pytest.param(
        {
            "body": "Lotse hilfe",
            "formatted_body": '<a class="x" href="matrix:u/lotse:hs.example" id="y">Lotse</a>',
        },
        f"{BOT} hilfe",
        id="matrix-uri",
    ),
    pytest.param({"body": "**fett** x"}, "**fett** x", id="markdown"),
    pytest.param({"body": "a\r\nb"}, "a\nb", id="two-lines"),
    pytest.param({"body": "!pate\u00a0Pfle\u00adge\u202f\u200b"}, "!pate Pflege ", id="invisible"),
    pytest.param({"body": "!pate\x00 \ud800Gru\u0308ße"}, "!pate Grüße", id="composed"),
    pytest.param(
        {
            "body": f"> <{BOT}> Hilfe\n> ...\n\n!antwort",
            "m.relates_to": {"m.in_reply_to": {"event_id": "$q"}},
        },
        "!antwort",
        id="reply-fallback",
    ),
    pytest.param({"body": "> Zitat\n\n!nein"}, "> Zitat\n\n!nein", id="quote-without-reply"),
    pytest.param(
        {
            "body": " * !antwortx",
            "m.new_content": {"msgtype": "m.text", "body": "!antwortx"},
            "m.relates_to": {"rel_type": "m.replace", "event_id": "$q"},
        },
        "!antwortx",
        id="edit",
    ),
]


def event(content: object, **more: Any) -> dict[str, Any]:
    return {
        "type": "m.room.message",
        "event_id": "$e",
        "sender": "@anna:hs.example",
        "origin_server_ts": 1_790_000_000_000,
        "content": content,
        **more,
    }


def draft(content: object, **more: Any) -> Draft | None:
    return read(event(content, **more), "!r:hs.example", BOT, NOW)


@pytest.mark.parametrize(("content", "text"), BODIES)
def test_the_text_is_what_the_person_meant(content: dict[str, Any], text: str) -> None:
    found = draft({"msgtype": "m.text", **content})
    assert found is not None
    assert found.message is not None
    assert text == found.message.text


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ({"m.in_reply_to": {"event_id": "$q"}}, (None, "$q", None)),
        (
            {
                "rel_type": "m.thread",
                "event_id": "$root",
                "is_falling_back": True,
                "m.in_reply_to": {"event_id": "$q"},
            },
            ("$root", None, None),
        ),
        (
            {"rel_type": "m.thread", "event_id": "$root", "m.in_reply_to": {"event_id": "$q"}},
            ("$root", "$q", None),
        ),
        ({"rel_type": "m.reference", "event_id": "$q"}, (None, None, None)),
        ("text", (None, None, None)),
        ({"m.in_reply_to": ["$q"]}, (None, None, None)),
        ({"m.in_reply_to": {"event_id": {"a": "$q"}}}, (None, None, None)),
    ],
)
def test_threads_and_replies_are_told_apart(relation: object, expected: object) -> None:
    found = draft({"msgtype": "m.text", "body": "!x", "m.relates_to": relation})
    assert found is not None
    assert found.message is not None
    assert expected == (found.message.thread, found.message.reply_to, found.message.replaces)


@pytest.mark.parametrize(
    "raw",
    [
        event({"msgtype": "m.text", "body": "!x"}, sender=BOT),
        event({"msgtype": "m.notice", "body": "!x"}),
        event({"msgtype": "m.text", "body": "!x"}, state_key=""),
        event({"msgtype": "m.text", "body": "!x"}, type="m.room.encrypted"),
        event({"msgtype": "m.text", "body": "!x"}, event_id=7),
        event({"msgtype": "m.text", "body": "!x"}, sender="@a\n:b"),
        event({}),
        event("!x"),
        {},
    ],
)
def test_what_nobody_could_mean_for_us_is_no_draft(raw: dict[str, Any]) -> None:
    assert read(raw, "!r:hs.example", BOT, NOW) is None


def test_of_other_messages_only_the_id_is_kept() -> None:
    found = draft({"msgtype": "m.image", "body": "Geheimes.png"})
    assert found == Draft("$e", "!r:hs.example", "@anna:hs.example", InboxKind.OTHER)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
parts = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(
        ("body", "formatted_body", "m.relates_to", "m.new_content", "m.mentions"), anything
    )
    | {"msgtype": st.just("m.text")},
)


@given(
    content=parts, more=st.dictionaries(st.sampled_from(["origin_server_ts", "redacts"]), anything)
)
def test_no_content_makes_reading_fail(content: dict[str, Any], more: dict[str, Any]) -> None:
    for kind in ("m.room.message", "m.room.redaction"):
        found = read(event(content) | more | {"type": kind}, "!r:h", BOT, NOW)
        if found and found.message:
            found.message.text.encode()


@given(anything, anything)
@example({"!r:h": {"timeline": {"events": [{"type": [], "state_key": 1}]}}}, None)
def test_no_answer_of_sync_makes_reading_fail(joined: object, invited: object) -> None:
    for rooms in (joined, {"join": joined, "invite": invited, "leave": joined}):
        batch = read_batch({"next_batch": "s1", "rooms": rooms}, BOT)
        assert batch is not None
        for news in batch.news:
            news.latest("m.room.name")
            news.arrival(BOT)


@given(st.text())
def test_cleaned_text_can_be_stored_and_stays_as_it_is(text: str) -> None:
    cleaned = clean(text)
    assert "\x00" not in cleaned
    cleaned.encode()
    assert cleaned == clean(cleaned)


@pytest.mark.parametrize(
    "hostile",
    [
        "<a " * 22_000,
        "<a href='https://matrix.to/#/" * 2_300,
        "[" * 65_000,
        "[x](<https://matrix.to/#/" * 2_600,
        "a" + "\u0323\u0301" * 32_000,
        "\u200b" * 65_000,
        "> " * 32_000,
        "<a href='https://matrix.to/#/@a:b'>" + "x" * 60_000,
    ],
)
def test_hostile_text_is_read_and_bounded(hostile: str) -> None:
    content = {
        "msgtype": "m.text",
        "body": hostile + " matrix.to/",
        "formatted_body": hostile + "href",
        "m.relates_to": {"m.in_reply_to": {"event_id": "$q"}},
    }
    found = draft(content)
    assert found is not None
    assert found.message is not None
    assert len(found.message.text) <= LONGEST


def test_text_that_grows_when_it_is_composed_is_cut_again() -> None:
    cleaned = clean("\u0958" * 20_000)
    assert len(cleaned) == LONGEST
    assert cleaned == clean(cleaned)


def test_an_endless_heap_of_accents_is_cut() -> None:
    assert len(clean("a" + "\u0323\u0301" * 30_000)) < 20


@given(st.text(alphabet="a ’‘‚„“”«»‹›\"'–—\n12", max_size=40))
def test_straightening_keeps_everything_but_marks_and_dashes(text: str) -> None:
    def letters(one: str) -> str:
        return "".join(c for c in one if c.isalnum() or c.isspace())

    made = straight(text)
    assert letters(made) == letters(text)


def test_a_mention_elsewhere_is_replaced_in_its_place() -> None:
    markup = '<a href="https://matrix.to/#/@bernd:h">Bernd</a>'
    assert with_ids("!rolle Bernd", markup) == "!rolle @bernd:h"
    assert with_ids("!rolle Anna", markup) == "!rolle Anna"


@pytest.mark.parametrize("value", [None, 1, "", "x" * 256, "a\x00b", "a\ud800", ["$a"]])
def test_what_is_no_identifier_is_none(value: object) -> None:
    assert identifier(value) is None
