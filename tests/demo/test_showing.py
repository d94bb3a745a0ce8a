"""What the terminal shows of events and files: readable, and harmless to the terminal."""

from __future__ import annotations

import pytest

from bot.demo.event import Content, Event
from bot.demo.showing import contents, shown


def lines(content: Content, kind: str = "m.room.message") -> list[str]:
    one = Event("!room", "$event", "@lotse:demo.localhost", kind, content, 0)
    return shown(one, width=80, colour=False)


def file(size: object, name: str = "Netzwerke.csv") -> Content:
    url = "mxc://demo.localhost/abc"
    return {"msgtype": "m.file", "body": name, "url": url, "info": {"size": size}}


@pytest.mark.parametrize(
    ("size", "said"),
    [(0, "0 Byte"), (999, "999 Byte"), (12_345, "12,3 kB"), (None, "Größe unbekannt")],
)
def test_a_file_is_shown_with_its_size_and_how_to_open_it(size: object, said: str) -> None:
    assert lines(file(size)) == [f"Datei: Netzwerke.csv ({said}); :datei zeigt, was darin steht"]


def test_the_name_of_a_file_cannot_steer_the_terminal() -> None:
    (line,) = lines(file(1, "\x1b[2J\u202eNetz\nwerke.csv"))
    assert line.startswith("Datei: [2JNetz werke.csv (1 Byte)")


def test_messages_and_reactions_are_shown_and_nothing_else() -> None:
    relation = {"m.relates_to": {"key": "✅\x1b"}}
    assert lines({"msgtype": "m.text", "body": "Guten Tag"}) == ["Guten Tag"]
    assert lines(relation, "m.reaction") == ["reagiert mit ✅"]
    assert lines({"name": "Pflege"}, "m.room.name") == []


def test_of_a_file_its_text_is_shown_and_of_a_long_one_the_beginning() -> None:
    assert contents(b"\xef\xbb\xbfNetzwerk;Ort\r\nS\xc3\xbcd;\x1b[2JK", width=77) == [
        "  Netzwerk;Ort",
        "  Süd;[2JK",
    ]
    long = contents(b"Zeile\n" * 500, width=77)
    assert (len(long), long[-1]) == (31, "  …")


def test_what_is_no_text_is_not_shown() -> None:
    assert contents(b"\x89PNG\xff\xfe", width=77) == ["  In dieser Datei steht kein Text."]
