"""Events as people see them, also such that no honest client would send."""

from __future__ import annotations

import pytest

from bot.demo.event import Attachment, Content, Event


def event(content: Content, kind: str = "m.room.message") -> Event:
    return Event("!room", "$event", "@anna:demo.localhost", kind, content, 0)


def test_an_edit_shows_its_new_words() -> None:
    edit = event(
        {
            "body": "* neu",
            "m.new_content": {
                "body": "neu",
                "format": "org.matrix.custom.html",
                "formatted_body": "<p>neu</p>",
            },
            "m.relates_to": {"rel_type": "m.replace", "event_id": "$old"},
        }
    )
    assert (edit.replaces, edit.body, edit.html) == ("$old", "neu", "<p>neu</p>")


def test_answers_threads_and_mentions_are_seen() -> None:
    answer = event(
        {
            "body": "ja",
            "m.mentions": {"user_ids": ["@anna:demo.localhost"]},
            "m.relates_to": {
                "rel_type": "m.thread",
                "event_id": "$root",
                "m.in_reply_to": {"event_id": "$question"},
            },
        }
    )
    assert (answer.reply_to, answer.thread) == ("$question", "$root")
    assert answer.mentions == ("@anna:demo.localhost",)


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"body": None, "msgtype": 7, "format": [], "formatted_body": {}},
        {"body": ["a"], "m.relates_to": "text", "m.new_content": 1, "m.mentions": []},
        {"m.relates_to": {"m.in_reply_to": "$x", "rel_type": ["m.replace"], "event_id": 1}},
        {"m.relates_to": {"rel_type": "m.replace", "event_id": "$x"}, "m.new_content": None},
        {"m.mentions": {"user_ids": "@anna:demo.localhost"}, "redacts": {}},
    ],
)
def test_wrong_types_in_the_content_are_nothing(content: Content) -> None:
    strange = event(content)
    assert (strange.body, strange.html, strange.is_message) == ("", "", False)
    assert (strange.reply_to, strange.thread, strange.redacts) == (None, None, None)
    assert strange.mentions == ()


FILE: Content = {
    "msgtype": "m.file",
    "body": "Netzwerke.csv",
    "filename": "Netzwerke.csv",
    "url": "mxc://demo.localhost/AbC_1-2",
    "info": {"mimetype": "text/csv", "size": 1234},
}


def test_a_file_is_seen_with_its_address() -> None:
    file = event(FILE).file
    assert file == Attachment("Netzwerke.csv", "demo.localhost", "AbC_1-2", "text/csv", 1234)


def test_a_caption_is_not_the_name_of_the_file() -> None:
    file = event({**FILE, "body": "Hier ist sie."}).file
    assert file is not None
    assert file.name == "Netzwerke.csv"


@pytest.mark.parametrize(
    "wrong",
    [
        {"msgtype": "m.text"},
        {"url": None},
        {"url": ["mxc://demo.localhost/abc"]},
        {"url": "https://demo.localhost/abc"},
        {"url": "mxc://demo.localhost/../../admin"},
        {"url": "mxc://demo.localhost/a?b"},
        {"url": "mxc://demo.localhost"},
        {"url": "mxc://demo .localhost/abc"},
    ],
)
def test_what_has_no_good_address_is_no_file(wrong: Content) -> None:
    assert event({**FILE, **wrong}).file is None


@pytest.mark.parametrize("size", [-1, True, "12", 1.5, None, []])
def test_a_size_that_is_none_is_unknown(size: object) -> None:
    file = event({**FILE, "info": {"size": size}}).file
    assert file is not None
    assert (file.size, file.mimetype) == (None, "")
