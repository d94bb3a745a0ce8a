"""A file reaches the room in which it was asked for, or whoever asked is told that it does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.journal import Effect, OutboxState, Outgoing
from bot.matrix.door.patience import Backoff
from bot.matrix.sending.lanes import Load
from bot.services.sheets import as_csv
from bot.storage import outbox
from bot.storage.database import Transaction
from bot.text.content import file_content, file_upload
from tests.matrix.fake_homeserver import ANNA, FakeHomeserver, Fault
from tests.matrix.lotse import OFFICE, Lotse, say

ROOM = "!room:hs.example"
OTHER = "!other:hs.example"
TABLE = as_csv([{"Netzwerk": "Fachkräfte Süd", "Ort": "Köln"}], ("Netzwerk", "Ort"))
ENCRYPTED = {"algorithm": "m.megolm.v1.aes-sha2"}
Json = Mapping[str, Any]


def file(target: str = ROOM, text: str = TABLE, cause: str = "$asked") -> tuple[Outgoing, Outgoing]:
    """The two rows of a file that somebody asked for."""
    upload = file_upload("Netzwerke.csv", "text/csv", text)
    up, key = f"u-{cause}", f"f-{cause}"
    content = file_content(upload, reply_to=cause, thread="$root", key=key)
    return (
        Outgoing(key=up, target=target, cause=cause, effect=Effect.UPLOAD, content=upload),
        Outgoing(key=key, target=target, cause=cause, content=content, after=up),
    )


def files(hs: FakeHomeserver, room_id: str = ROOM) -> list[Json]:
    """What the messages say that are files."""
    said = [event["content"] for event in hs.sent(room_id)]
    return [content for content in said if content.get("msgtype") == "m.file"]


def words(hs: FakeHomeserver, room_id: str = ROOM) -> list[str]:
    return [event["content"].get("body", "") for event in hs.sent(room_id)]


async def empty(lotse: Lotse, hs: FakeHomeserver) -> None:
    """Wait until nothing more is to be sent."""
    await hs.until(lambda: lotse.matrix.health().waiting == 0, 10)


async def state_of(lotse: Lotse, key: str) -> OutboxState:
    def work(tx: Transaction) -> OutboxState:
        row = outbox.by_key(tx, key)
        assert row
        return row.state

    return await lotse.database.read(work)


def hasty(lotse: Lotse) -> Load:
    """The row that is being tried, its patience shortened."""
    load = next(iter(lotse.matrix.carrier.lanes))
    load.backoff = Backoff(0.01, 0.01)
    lotse.matrix.carrier._pace._outage = Backoff(0.01, 0.01)
    return load


async def test_a_file_is_uploaded_and_then_shown_in_the_thread(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    await lotse.post(*file())
    await empty(lotse, hs)
    ((address, (raw, mimetype, name)),) = hs.files.items()
    assert raw == b"\xef\xbb\xbfNetzwerk;Ort\r\n" + "Fachkräfte Süd;Köln\r\n".encode()
    assert (mimetype, name) == ("text/csv", "Netzwerke.csv")
    assert files(hs) == [
        {
            "msgtype": "m.file",
            "body": "Netzwerke.csv",
            "filename": "Netzwerke.csv",
            "url": address,
            "info": {"mimetype": "text/csv", "size": len(raw)},
            "m.mentions": {},
            "m.relates_to": {
                "rel_type": "m.thread",
                "event_id": "$root",
                "is_falling_back": True,
                "m.in_reply_to": {"event_id": "$asked"},
            },
            "org.netzwerklotse.key": "f-$asked",
        }
    ]


async def test_the_address_is_stored_as_what_the_upload_became(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    await lotse.post(*file())
    await empty(lotse, hs)
    await lotse.matrix.close()
    stored = await lotse.database.read(lambda tx: outbox.by_key(tx, "u-$asked"))
    assert stored is not None
    assert (stored.state, stored.event_id) == (OutboxState.SENT, next(iter(hs.files)))


async def test_a_file_for_a_person_goes_to_their_direct_chat(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    await lotse.post(*file(target=ANNA))
    await empty(lotse, hs)
    (room,) = [room for room in hs.rooms if room.startswith("!made")]
    assert [one["url"] for one in files(hs, room)] == list(hs.files)


@pytest.mark.parametrize("how", [502, 500, 429, "cut", "garbage"])
@pytest.mark.parametrize("stored", [True, False])
async def test_an_upload_that_failed_is_repeated_and_one_file_is_shown(
    lotse: Lotse, hs: FakeHomeserver, how: int | str, *, stored: bool
) -> None:
    body = {"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": 100} if how == 429 else {}
    hs.faults.append(Fault("/upload", how, stored=stored, body=body))
    await lotse.post(*file())
    await empty(lotse, hs)
    assert [one["url"] for one in files(hs)] == list(hs.files)[-1:]
    assert len(hs.files) == 1 + stored


@pytest.mark.parametrize("answer", [{}, {"content_uri": 7}, {"content_uri": "https://x.example/"}])
async def test_an_address_that_is_none_is_not_shown(
    lotse: Lotse, hs: FakeHomeserver, answer: Json
) -> None:
    hs.faults.append(Fault("/upload", 200, body=dict(answer)))
    await lotse.post(*file())
    await empty(lotse, hs)
    assert [one["url"] for one in files(hs)] == list(hs.files)


async def test_killed_while_uploading_the_file_is_shown_once(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    hs.faults.append(Fault("/upload", "hang", stored=True))
    await lotse.post(*file())
    await hs.until(lambda: len(hs.files) == 1)
    await lotse.kill()
    again = Lotse(hs, tmp_path)
    await again.start()
    await empty(again, hs)
    assert [one["url"] for one in files(hs)] == list(hs.files)[1:]
    await again.stop()


@pytest.mark.parametrize("noted", [True, False])
async def test_killed_between_upload_and_message_the_file_is_shown_once(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path, *, noted: bool
) -> None:
    hs.faults.append(Fault("/send/", "hang", stored=True))
    rows = await lotse.post(*file())
    await hs.until(lambda: len(hs.sent(ROOM)) == 1)
    await lotse.matrix.carrier._marks.close()
    if not noted:
        # As if the machine had stopped before the upload's address was written down.
        await lotse.database.write(
            lambda tx: outbox.mark_sending(tx, [rows[0].seq], "DEVICE1", lotse.now())
        )
    await lotse.kill()
    again = Lotse(hs, tmp_path)
    await again.start()
    await empty(again, hs)
    assert [one["url"] for one in files(hs)] == ["mxc://hs.example/file1"]
    assert len(hs.files) == 1 + (not noted)
    await again.stop()


async def test_the_same_file_asked_for_twice_comes_twice_and_the_same_row_once(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    await lotse.post(*file())
    await lotse.post(*file())
    await lotse.post(*file(cause="$again"))
    await empty(lotse, hs)
    assert len(files(hs)) == len(hs.files) == 2


@pytest.mark.parametrize("how", ["says so", "is asked", "proxy"])
async def test_a_file_that_is_too_large_is_given_up_and_the_asker_is_told_in_the_thread(
    lotse: Lotse, hs: FakeHomeserver, how: str
) -> None:
    hs.room(OFFICE)
    large = "x" * (70_000 if how == "is asked" else 100)
    if how == "proxy":
        hs.faults.append(Fault("/upload", 413))
    else:
        hs.largest = 50
    await lotse.post(*file(text=large), say("next", body="Weiter"))
    await empty(lotse, hs)
    assert words(hs) == ["Weiter", "file-too-large {'name': 'Netzwerke.csv'}"]
    relation = hs.sent(ROOM)[1]["content"]["m.relates_to"]
    assert (relation["event_id"], relation["m.in_reply_to"]) == ("$root", {"event_id": "$asked"})
    told = f"office-file-refused {{'target': '{ROOM}', 'reason': 'M_TOO_LARGE'}}"
    assert words(hs, OFFICE) == [told]
    assert hs.requests["upload"] == (how != "is asked")
    assert [await state_of(lotse, key) for key in ("u-$asked", "f-$asked")] == ["dead", "dead"]


async def test_a_homeserver_that_names_no_size_is_simply_tried(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.faults.append(Fault("/config", 404, body={"errcode": "M_UNRECOGNIZED"}))
    await lotse.post(*file(text="x" * 70_000))
    await empty(lotse, hs)
    assert len(files(hs)) == 1


async def test_a_forbidden_upload_is_told_to_the_asker_once_also_after_a_restart(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    hs.faults.append(Fault("/upload", 403, body={"errcode": "M_FORBIDDEN"}))
    await lotse.post(*file())
    await empty(lotse, hs)
    await lotse.stop()
    again = Lotse(hs, tmp_path)
    await again.start()
    await empty(again, hs)
    assert words(hs) == ["file-not-sent {'name': 'Netzwerke.csv'}"]
    await again.stop()


@pytest.mark.parametrize("how", [500, 502, "cut"])
async def test_a_media_store_that_is_down_does_not_hold_up_the_room(
    lotse: Lotse, hs: FakeHomeserver, how: int | str
) -> None:
    hs.faults.append(Fault("/upload", how, times=-1))
    await lotse.post(*file(), say("next", body="Weiter"))
    hasty(lotse)
    await empty(lotse, hs)
    assert words(hs) == ["Weiter", "file-not-sent {'name': 'Netzwerke.csv'}"]
    assert hs.requests["upload"] == 5


async def test_while_the_homeserver_is_down_a_file_waits(lotse: Lotse, hs: FakeHomeserver) -> None:
    hs.faults += [Fault("/upload", 502, times=-1), Fault("/whoami", 502, times=-1)]
    await lotse.post(*file())
    hasty(lotse)
    await hs.until(lambda: hs.requests["upload"] > 10)
    hs.faults.clear()
    await empty(lotse, hs)
    assert len(files(hs)) == 1


async def test_a_limit_on_uploads_slows_no_other_room(lotse: Lotse, hs: FakeHomeserver) -> None:
    hs.room(OTHER)
    limit = {"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": 1500}
    hs.faults.append(Fault("/upload", 429, body=limit))
    await lotse.post(*file())
    await hs.until(lambda: hs.requests["upload"] == 1)
    await lotse.post(say("k1", OTHER, "Hallo"))
    await hs.until(lambda: words(hs, OTHER) == ["Hallo"], 1)
    assert files(hs) == []
    await hs.until(lambda: len(files(hs)) == 1)


async def test_nobody_waits_a_quarter_of_an_hour_for_a_limited_upload(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    limit = {"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": 900_000}
    hs.faults.append(Fault("/upload", 429, body=limit))
    await lotse.post(*file(), say("next", body="Weiter"))
    await empty(lotse, hs)
    assert words(hs) == ["Weiter", "file-not-sent {'name': 'Netzwerke.csv'}"]


async def test_no_file_goes_to_the_homeserver_for_an_encrypted_room(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.room(OFFICE)
    hs.state(ROOM, "m.room.encryption", ENCRYPTED)
    await hs.until(lambda: len(hs.sent(OFFICE)) == 1)
    await lotse.post(*file())
    await empty(lotse, hs)
    assert (hs.files, hs.requests["upload"], words(hs)) == ({}, 0, [])
    assert "office-post-refused" in words(hs, OFFICE)[1]


async def test_a_room_that_gets_encrypted_after_the_upload_sees_no_file(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.faults.append(Fault("/upload", 429, body={"retry_after_ms": 600}, stored=True))
    await lotse.post(*file())
    await hs.until(lambda: len(hs.files) == 1)
    hs.state(ROOM, "m.room.encryption", ENCRYPTED)
    await hs.until(lambda: lotse.matrix._rooms.is_encrypted(ROOM))
    await empty(lotse, hs)
    assert (len(hs.files), words(hs)) == (1, [])


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"filename": 1, "mimetype": "text/csv", "text": "a"},
        {"filename": "a.csv", "mimetype": "text/csv\r\nX: y", "text": "a"},
        {"filename": "a.csv", "mimetype": "text/csv", "text": b"a".hex},
    ],
)
async def test_what_is_no_file_is_dead_and_stops_nothing(
    lotse: Lotse, hs: FakeHomeserver, content: Json
) -> None:
    upload, message = file()
    sound = {name: value for name, value in content.items() if not callable(value)}
    await lotse.post(replace(upload, content=sound), message, say("next", body="Weiter"))
    await empty(lotse, hs)
    assert hs.files == {}
    assert words(hs)[0] == "Weiter"
    assert words(hs)[1].startswith("file-not-sent")


@example("\ud800.csv", "eine halbe Paarung: \udfff")
@given(st.text(), st.text(max_size=200))
def test_every_name_and_text_makes_a_file_that_can_be_stored(name: str, text: str) -> None:
    upload = file_upload(name, "text/csv", text)
    shown = file_content(upload, key="k")
    filename = upload["filename"]
    assert filename == shown["body"] == shown["filename"]
    assert filename.strip()
    assert len(filename) <= 100
    assert not set(filename) & set('\\/:*?"<>|\n')
    assert shown["info"] == {"mimetype": "text/csv", "size": len(upload["text"].encode())}


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Netzwerke 2026.csv", "Netzwerke 2026.csv"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("Köln/Bonn: Pflege?.csv", "Köln-Bonn- Pflege-.csv"),
        ("evil\u202evsc.exe", "evilvsc.exe"),
        ("x" * 500 + ".csv", "x" * 80 + ".csv"),
        ("x" * 500, "x" * 80),
        ("...", "Lotse"),
    ],
)
def test_names_of_files_are_harmless_on_every_computer(name: str, made: str) -> None:
    assert file_upload(name, "text/csv", "")["filename"] == made
