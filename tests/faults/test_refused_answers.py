"""An answer that the homeserver refuses for what it says: who asked is told, once, in their voice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.life import OFFICE, ROOM, Life
from tests.matrix.fake_homeserver import BERND, FakeHomeserver, Fault, Json


async def refused(hs: FakeHomeserver, folder: Path, fault: Fault) -> tuple[str, list[Json]]:
    """Bernd, who reads English, asks; the event, and what is said of it in the room."""
    async with Life(hs, folder) as life:
        await life.heard()
        hs.say("!sprache englisch", sender=BERND)
        await hs.until(lambda: len(hs.sent(ROOM)) == 1, 20)
        hs.faults.append(fault)
        asked = hs.say("!tagung", sender=BERND)
        await hs.until(lambda: bool(hs.sent(OFFICE)), 20)
    async with Life(hs, folder) as again:
        await again.heard()
        hs.say("!netzwerk 1", sender=BERND)
        await again.told("Nordostniedersachsen")
    return asked, [e for e in hs.sent(ROOM) if answers(e, asked)]


def answers(event: Json, asked: str) -> bool:
    return bool(
        event["content"].get("m.relates_to", {}).get("m.in_reply_to") == {"event_id": asked}
    )


@pytest.mark.parametrize(
    ("status", "errcode", "told"),
    [
        (413, "M_TOO_LARGE", "My answer is larger than our server allows"),
        (400, "M_BAD_JSON", "Our server did not take my answer"),
    ],
)
async def test_who_asked_is_told_once_and_what_to_do_next(
    hs: FakeHomeserver, tmp_path: Path, status: int, errcode: str, told: str
) -> None:
    fault = Fault(f"/rooms/{ROOM}/send/", status, body={"errcode": errcode})
    _, (said,) = await refused(hs, tmp_path, fault)
    assert told in said["content"]["body"]


async def test_where_every_word_is_refused_nothing_is_tried_in_its_place(
    hs: FakeHomeserver, tmp_path: Path
) -> None:
    fault = Fault(f"/rooms/{ROOM}/send/", 403, body={"errcode": "M_FORBIDDEN"})
    _, said = await refused(hs, tmp_path, fault)
    assert said == []
