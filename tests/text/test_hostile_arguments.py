"""Whatever a person typed is inert in every answer, and both forms say the same."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.dialogue.inline import Lines, Link, Mention
from bot.domain.dialogue.message import Block, Items, Text
from bot.text import Body, Catalogue
from bot.text.inert import LONGEST
from bot.text.sentences import Sentences

FTL = """
says = Hier: <strong>{ $x }</strong>, ja
pair = { $x }<br><em>{ $y }</em>
choice = { $x ->
    [a] A
   *[other] { $x }
}
ours = Schreiben Sie @room.
text-cut = gekürzt
"""
WORDS = Catalogue(Sentences("de_DE", {"test.ftl": FTL}))
TAGS = {"p", "br", "strong", "em", "del", "code", "pre", "ul", "ol", "li", "blockquote", "a"}
JOINER = "\u2060"


class Reader(HTMLParser):
    """Reads HTML back into plain text as a client would, and complains about odd tags."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.links: list[str] = []
        self._open: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, tag
        self.links += [str(value) for name, value in attrs if name == "href"]
        assert {name for name, _ in attrs} <= {"href", "start"}
        if tag == "br":
            self.text += "\n"
            return
        if tag == "li":
            parent, number = self._open.pop()
            self._open.append((parent, number + 1))
            self.text += f"{number}." if parent == "ol" else "•"
        self._open.append((tag, int(dict(attrs).get("start") or 0)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def done(self) -> None:
        self.close()
        assert self._open == []


def read(body: Body) -> Reader:
    """The HTML as a reader sees it; both forms must have the same words."""
    reader = Reader()
    reader.feed(body.html)
    reader.done()
    assert "".join(body.plain.split()) == "".join(reader.text.split())
    body.plain.encode()
    return reader


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<b>fett</b>", "<b>fett</b>"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("</strong></p><h1>", "</strong></p><h1>"),
        ('"><a href="javascript:x">', '"><a href="javascript:x">'),
        ("&lt;b&gt; &amp;", "&lt;b&gt; &amp;"),
        ("<br>\n<!-- x -->", "<br> <!-- x -->"),
        ("{ $x } { -term } {0}", "{ $x } { -term } {0}"),
        ("\ue000\ue001", "\ue000\ue001"),
        ("hallo @room!", f"hallo @{JOINER}room!"),
        ("@Room @ROOM", f"@{JOINER}Room @{JOINER}ROOM"),
        ("@\u200broom", f"@{JOINER}room"),
        ("@\u202eroom", f"@{JOINER}room"),
        ("am Ende @", f"am Ende @{JOINER}"),
        ("@eva:x.de", "@eva:x.de"),
        ("https://matrix.to/#/@eva:x.de", f"https://matrix{JOINER}.to/#/@eva:x.de"),
        ("HTTPS://Matrix.To/#/%40eva:x.de", f"HTTPS://Matrix{JOINER}.To/#/%40eva:x.de"),
        ("matrix:u/eva:x.de", f"matrix{JOINER}:u/eva:x.de"),
        ("[Eva](https://matrix.to/#/@e:x)", f"[Eva](https://matrix{JOINER}.to/#/@e:x)"),
        ("\u202egro.live\u202c \u2066a\u2069 \u200e\u200f\u061c", f"gro.{JOINER}live a "),
        ("FI.SH", f"FI.{JOINER}SH"),
        ("Ende.Dann", f"Ende.{JOINER}Dann"),
        ("z.B. am 8.12.2026 um 10.30", "z.B. am 8.12.2026 um 10.30"),
        ("siehe https://example.org/a", "siehe https://example.org/a"),
        ("a\x00b\x07c\x1b[31m\x7f\x85\x9f", "abc[31m"),
        ("a\ud800b\udfff", "ab"),
        ("so\u00ad\u200b\u200d\ufeff\u2060ft", "soft"),
        ("u\u0308ber", "über"),
        ("a\tb", "a\tb"),
        ("a\r\nb\rc\u2028d\u2029e", "a b c d e"),
    ],
)
def test_typed_text_is_inert_in_both_forms(typed: str, shown: str) -> None:
    body = WORDS.body((Text("says", x=typed),))

    assert f"Hier: {shown}, ja" == body.plain
    assert read(body).links == []
    assert body.html.startswith("Hier: <strong>")


def test_our_own_sentences_ping_nobody_either() -> None:
    assert WORDS.line(Text("ours")) == f"Schreiben Sie @{JOINER}room."


@pytest.mark.parametrize("letter", ["a", "ä", "&", '"', "\\", "\n", "中", "😀"])
def test_65_kilobytes_are_shortened_until_they_fit(letter: str) -> None:
    body = WORDS.body((Text("says", x=Lines(letter * 65_536)),))

    count = (LONGEST - len("…".encode())) // len(letter.encode())
    assert f"Hier: {letter * count}…, ja" == body.plain
    read(body)


@pytest.mark.parametrize(
    "link",
    [
        Link("javascript:alert(1)", "Klick"),
        Link("https://matrix.to/#/@eva:x.de", "Klick"),
        Link("https://matrix.to/#/%40eva:x.de", "Klick"),
        Link("matrix:u/eva:x.de", "Klick"),
        Link('https://x.de/"onclick="x', "Klick"),
        Link("https://x.de/ a", "Klick"),
        Link("data:text/html,x", "data:text/html,x"),
        Link("x.de\nhttps://y.de", "Klick"),
    ],
)
def test_an_unsafe_link_is_shown_as_text(link: Link) -> None:
    body = WORDS.body((Text("says", x=link),))

    assert read(body).links == []
    assert "https://matrix.to/#/@" not in body.plain


def test_a_label_cannot_leave_its_link() -> None:
    body = WORDS.body((Text("says", x=Link("https://x.de", "</a>@room\n<b>")),))

    assert f'<a href="https://x.de">&lt;/a&gt;@{JOINER}room &lt;b&gt;</a>' in body.html


@pytest.mark.parametrize(
    "user_id", ["eva", "@eva", '@e"x:y z', "@e:\u202ex", "@e\u202ea:x", "@room:x<b>"]
)
def test_what_is_no_user_id_is_never_a_pill(user_id: str) -> None:
    body = WORDS.body((Text("says", x=Mention(user_id)),))

    assert read(body).links == []


MARKUP = st.sampled_from(["<b>", "</strong>", "<br>", "<!--", "]]>", "&amp;", "&#0;", "{ $x }"])
LURES = st.sampled_from(["@room", "@", "room", "matrix.to/#/@a:b", "\ue000", "\ue001"])
ODD = st.sampled_from(["\u202e", "\n", "\r", "\ud800", "\x00", "• ", "1. "])
TYPED = st.lists(st.text(max_size=20) | MARKUP | LURES | ODD, max_size=8).map("".join)
VALUES = TYPED | TYPED.map(Lines) | st.tuples(TYPED, TYPED, TYPED)


@given(VALUES, VALUES)
def test_html_is_balanced_and_says_what_plain_says(x: object, y: object) -> None:
    pair = Text("pair", x=x, y=y)
    blocks: tuple[Block, ...] = (
        pair,
        Items((pair, Text("choice", x=x))),
        Text("says", x=pair),
        Items((Text("says", x=y), pair), first=9),
    )

    body = WORDS.body(blocks)

    assert read(body).links == []
    assert "@room" not in body.plain + body.html
    assert "matrix.to" not in body.plain + body.html


@given(TYPED, TYPED)
def test_any_link_is_a_safe_link_or_none(url: str, label: str) -> None:
    body = WORDS.body((Text("says", x=Link(f"https://{url}", label)),))

    reader = Reader()
    reader.feed(body.html)
    reader.done()
    assert all(link.startswith("https://") and "@room" not in link for link in reader.links)
