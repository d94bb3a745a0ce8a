"""Formatted messages on a terminal: faithful to friends, harmless to the terminal."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.utils import get_cwidth

from bot.demo.render import harmless, render

SGR = re.compile(r"\x1b\[0(;[0-9]+)*m")


def plain(html: str, width: int = 80) -> list[str]:
    return render("the plain body", html, width=width, colour=False)


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>Eins</p><p>Zwei<br>drei</p>", ["Eins", "", "Zwei", "drei"]),
        ("<ul><li>a</li><li><p>b</p></li></ul>", ["- a", "- b"]),
        ("<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>", ["1. a", "   - b", "2. c"]),
        ("<pre><code>a\n  b\n\nc</code></pre>", ["a", "  b", "", "c"]),
        ("<blockquote><p>So war es.</p></blockquote>Ja.", ["│ So war es.", "Ja."]),
        ('<a href="https://a.de/x">Hier</a>', ["Hier (https://a.de/x)"]),
        ('<a href="https://a.de">https://a.de</a>', ["https://a.de"]),
        ('<a href="https://matrix.to/#/@anna:a.de">Anna</a>', ["Anna"]),
        ('<a href="javascript:alert(1)">Hier</a>', ["Hier"]),
        ("<mx-reply><p>alt</p></mx-reply>neu", ["neu"]),
        ("<script>böse()</script>gut", ["gut"]),
        ("  <p>\n viele \n  Leerzeichen </p> ", ["viele Leerzeichen"]),
        ("Pflege &amp; Technik &lt;b&gt;", ["Pflege & Technik <b>"]),
        ("<p>unvollständig <strong>fett", ["unvollständig fett"]),
        ("</ul></li></pre></strong>zu viel geschlossen", ["zu viel geschlossen"]),
        ("", ["the plain body"]),
        ("<p> </p>", ["the plain body"]),
    ],
)
def test_the_html_of_messages_becomes_lines(html: str, lines: list[str]) -> None:
    assert plain(html) == lines


def test_long_lines_are_wrapped_under_their_bullet() -> None:
    assert plain("<ol><li>eins zwei drei vier fünf</li></ol>", width=20) == [
        "1. eins zwei drei",
        "   vier fünf",
    ]


def test_words_wider_than_the_terminal_are_cut() -> None:
    assert plain("x" * 45, width=20) == ["x" * 20, "x" * 20, "x" * 5]


def test_emphasis_becomes_style_and_ends_with_its_line() -> None:
    html = "Das ist <strong>wichtig <em>und</em></strong> gut"
    assert render("", html) == ["Das ist \x1b[0;1mwichtig \x1b[0;1;3mund\x1b[0m gut"]


def test_plain_words_keep_their_lines_and_blanks() -> None:
    assert render("Liste:\n\n  - a\r\n  - b") == ["Liste:", "", "  - a", "  - b"]


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b[2J",
        "\x1b]0;title\x07",
        "\x9b31m",
        "a\rb",
        "a\x08b",
        "\x1b]52;c;ZWNobw==\x1b\\",
        "\u202eabc",
        "\u2066abc",
        "a\u200bb",
        "&#27;[2J",
        "&#x9b;2J",
    ],
)
def test_nothing_in_a_message_reaches_the_terminal_as_a_control(hostile: str) -> None:
    for lines in (render(hostile), render("", f"<p>{hostile}</p>"), [harmless(hostile)]):
        assert all(one.isprintable() for one in SGR.sub("", "".join(lines)))


@given(st.text(), st.integers(20, 120))
def test_whatever_arrives_is_printable_and_fits(text: str, width: int) -> None:
    for line in [*render(text, width=width), *render("", text, width=width)]:
        shown = SGR.sub("", line)
        assert shown.isprintable()
        assert get_cwidth(shown) <= width


BLOCKS = ["<p>", "</p>", "<ul>", "</ul>", "<ol>", "<li>", "</li>", "<pre>", "</pre>", "<br>"]
INLINE = ["<strong>", "</strong>", "<a href='https://a.de'>", "</a>", "<mx-reply>", "</mx-reply>"]
WORDS = ["Wort ", "\n", "noch ein langes Wort", "\x1b[1m", "<blockquote>", "</blockquote>", "<"]
TAGS = st.sampled_from([*BLOCKS, *INLINE, *WORDS])


@given(st.lists(TAGS, max_size=60).map("".join), st.integers(40, 120))
def test_tangled_tags_are_printable_and_fit(html: str, width: int) -> None:
    for line in render("body", html, width=width):
        shown = SGR.sub("", line)
        assert shown.isprintable()
        assert get_cwidth(shown) <= width


@pytest.mark.parametrize(
    "html", ["<a " * 20_000, ">" * 20_000 + "<a " * 10_000, "<a x='" * 9_000 + ">", "<!--" * 15_000]
)
def test_a_tangle_as_large_as_an_event_is_read_at_once(html: str) -> None:
    began = time.process_time()
    render("body", html)
    assert time.process_time() - began < 2
