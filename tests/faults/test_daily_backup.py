"""A backup a day by itself, as many as the rules keep, and a word where that does not work."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.storage import backups
from tests.faults.life import OFFICE, Life
from tests.matrix.fake_homeserver import FakeHomeserver


async def looked(life: Life) -> None:
    """Look now whether a backup is due."""
    await life.bot._tick(next(job for job in life.bot.core.jobs if job.name == "backup"))


async def test_each_day_has_one_and_the_oldest_go(hs: FakeHomeserver, tmp_path: Path) -> None:
    folder, now = tmp_path / "data", datetime.now(UTC)
    old = [now - timedelta(days=days) for days in range(1, 20)]
    shelf = folder / "backups"
    shelf.mkdir(parents=True)
    for moment in old:
        (shelf / backups.name(moment)).touch()
    rules = {"BACKUP__MAKE": "daily", "BACKUP__DAILY": "3", "BACKUP__WEEKLY": "0"}
    async with Life(hs, folder, **rules) as life:
        await life.heard()
        await looked(life)
        found = [made.date() for made, _ in backups.shelved(shelf)]
        newest = backups.newest_good(shelf)
        await looked(life)
        again = [made.date() for made, _ in backups.shelved(shelf)]
    assert found == [(now - timedelta(days=days)).date() for days in range(3)]
    assert newest == shelf / backups.shelved(shelf)[0][1].name
    assert again == found


async def test_a_failure_is_told_once_a_day_and_tried_again(
    hs: FakeHomeserver, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "backups").write_text("no folder")
    async with Life(hs, folder, BACKUP__MAKE="daily") as life:
        await life.heard()
        for _ in range(3):
            await looked(life)
        told = await life.told("Sicherung meiner Daten", OFFICE)
        (folder / "backups").unlink()
        await looked(life)
        assert backups.newest_good(folder / "backups") is not None
        assert life.bot.core.services.safekeeping.trouble is None
    assert len(told) == 1


async def test_it_can_be_switched_off(hs: FakeHomeserver, tmp_path: Path) -> None:
    async with Life(hs, tmp_path, BACKUP__MAKE="never") as life:
        await life.heard()
        await looked(life)
    assert not (tmp_path / "backups").exists()
