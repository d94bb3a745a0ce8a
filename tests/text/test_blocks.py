"""How blocks become one message, how it is cut, and what the event holds."""

import json

import pytest

from bot.domain.dialogue.message import Block, Items, Text, Worded
from bot.text import Body, Catalogue, content
from bot.text.catalogue import LIMIT
from bot.text.sentences import Sentences

FTL = """
says = { $x }
title = <strong>Titel</strong>
lines = eins<br>zwei
text-cut = (gekürzt)
"""
WORDS = Catalogue(Sentences("de_DE", {"test.ftl": FTL}))
TITLE, LINES = Text("title"), Text("lines")


@pytest.mark.parametrize(
    ("blocks", "plain", "html"),
    [
        ((), "", ""),
        ((TITLE,), "Titel", "<strong>Titel</strong>"),
        ((TITLE, LINES), "Titel\n\neins\nzwei", "<p><strong>Titel</strong></p><p>eins<br>zwei</p>"),
        (
            (TITLE, Items((LINES, TITLE)), TITLE),
            "Titel\n• eins\n  zwei\n• Titel\n\nTitel",
            (
                "<p><strong>Titel</strong></p>"
                "<ul><li>eins<br>zwei</li><li><strong>Titel</strong></li></ul>"
                "<p><strong>Titel</strong></p>"
            ),
        ),
        (
            (Items((TITLE, TITLE), first=9),),
            "9. Titel\n10. Titel",
            '<ol start="9"><li><strong>Titel</strong></li><li><strong>Titel</strong></li></ol>',
        ),
        ((TITLE, Items(())), "Titel", "<p><strong>Titel</strong></p>"),
        ((Worded("a <b>", "a &lt;b&gt;"),), "a <b>", "a &lt;b&gt;"),
        (
            (Worded("a", "<em>a</em>"), TITLE),
            "a\n\nTitel",
            "<p><em>a</em></p><p><strong>Titel</strong></p>",
        ),
        (
            (Worded("a\n• b", "<p>a</p><ul><li>b</li></ul>"), TITLE),
            "a\n• b\n\nTitel",
            "<p>a</p><ul><li>b</li></ul><p><strong>Titel</strong></p>",
        ),
    ],
)
def test_blocks_are_joined_in_both_forms(blocks: tuple[Block, ...], plain: str, html: str) -> None:
    assert Body(plain, html) == WORDS.body(blocks)


def weight(body: Body) -> int:
    return len(json.dumps([body.plain, body.html]))


def test_what_just_fits_is_not_cut() -> None:
    fitting = WORDS.body((TITLE, Items((Text("says", x="x" * 3_000),) * 5)))

    assert "(gekürzt)" not in fitting.plain
    assert LIMIT - 2_500 < weight(fitting) <= LIMIT


def test_a_long_list_is_cut_after_an_item_and_says_so() -> None:
    items = Items(tuple(Text("says", x=f"<{number}>") for number in range(10_000)))

    body = WORDS.body((TITLE, items, TITLE))

    assert LIMIT - 200 < weight(body) <= LIMIT
    assert body.plain.endswith(">\n\n(gekürzt)")
    assert body.html.endswith("&gt;</li></ul><p>(gekürzt)</p>")
    assert body.html.count("<li>") == body.html.count("</li>") == body.plain.count("•")


def test_texts_that_do_not_fit_are_left_out_from_the_end() -> None:
    blocks = [Text("says", x=letter * 3_999) for letter in "abcdef"]

    body = WORDS.body(blocks)

    assert [part[0] for part in body.plain.split("\n\n")] == ["a", "b", "c", "("]


LONG = Text("says", x=("😀" * 999, "ä" * 1_999))


def test_one_text_too_long_for_an_event_leaves_the_remark() -> None:
    assert Body("(gekürzt)", "(gekürzt)") == WORDS.body((LONG,))


BODY = Body("a < b", "a &lt; b")
WORDED: dict[str, object] = {
    "msgtype": "m.notice",
    "body": "a < b",
    "format": "org.matrix.custom.html",
    "formatted_body": "a &lt; b",
}


def test_nobody_is_mentioned_unless_named() -> None:
    assert content(BODY, msgtype="m.notice") == WORDED | {"m.mentions": {}}


def test_each_person_is_mentioned_once() -> None:
    event = content(BODY, msgtype="m.text", mentions=["@b:x", "@a:x", "@b:x"])

    assert event["m.mentions"] == {"user_ids": ["@b:x", "@a:x"]}


def test_the_key_is_part_of_the_content() -> None:
    event = content(BODY, msgtype="m.notice", key="r-1")

    assert event == WORDED | {"m.mentions": {}, "org.netzwerklotse.key": "r-1"}


IN_REPLY = {"m.in_reply_to": {"event_id": "$asked"}}
THREAD = {"rel_type": "m.thread", "event_id": "$root", "is_falling_back": True}


@pytest.mark.parametrize(
    ("reply_to", "thread", "relation"),
    [
        (None, None, None),
        ("$asked", None, IN_REPLY),
        ("$asked", "$root", THREAD | IN_REPLY),
        (None, "$root", THREAD | {"m.in_reply_to": {"event_id": "$root"}}),
    ],
)
def test_an_answer_stands_where_it_was_asked(
    reply_to: str | None, thread: str | None, relation: dict[str, object] | None
) -> None:
    event = content(BODY, msgtype="m.notice", reply_to=reply_to, thread=thread)

    assert relation == event.get("m.relates_to")
