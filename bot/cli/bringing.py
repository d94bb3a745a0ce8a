"""`import` and `export`: the office's files in and out."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

from bot.cli import exits
from bot.cli.opening import opened
from bot.domain.dialogue.message import Text
from bot.services import exporting, importing
from bot.services.faults import BadImport
from bot.services.importing import ImportReport, Progress
from bot.settings import Settings
from bot.storage.database import Database
from bot.text import Catalogues

_STEPS = 20
Read = Callable[[Database, Path, bool, Progress], Awaitable[ImportReport]]


async def _networks(
    database: Database, file: Path, dry_run: bool, progress: Progress
) -> ImportReport:
    return await importing.import_networks(database, file, dry_run=dry_run, progress=progress)


async def _offers(
    database: Database, file: Path, dry_run: bool, progress: Progress
) -> ImportReport:
    return await importing.import_offers(
        database, file, now=datetime.now(UTC), dry_run=dry_run, progress=progress
    )


async def _needs(database: Database, file: Path, dry_run: bool, progress: Progress) -> ImportReport:
    return await importing.import_needs(
        database, file, now=datetime.now(UTC), dry_run=dry_run, progress=progress
    )


_KINDS: dict[str, Read] = {"netzwerke": _networks, "angebote": _offers, "bedarfe": _needs}


def read(kind: str, file: Path, config: Path | None, *, dry_run: bool) -> int:
    """Import a file whole, or name all its faults and import nothing."""
    settings = exits.settings(config, account=False)
    words = Catalogues().get(settings.language)
    try:
        with exits.said_plainly():
            report = asyncio.run(_read(settings, _KINDS[kind], file, dry_run))
    except BadImport as bad:
        for fault in bad.faults:
            print(words.line(fault.text), file=sys.stderr)
        return exits.FAILED
    said = Text(
        "import-report",
        dry=dry_run,
        added=report.added,
        changed=report.changed,
        unchanged=report.unchanged,
    )
    print(words.line(said))
    return 0


async def _read(settings: Settings, kind: Read, file: Path, dry_run: bool) -> ImportReport:
    async with opened(settings) as database:
        return await kind(database, file, dry_run, show)


def write(folder: Path, config: Path | None) -> int:
    """Export everything that can be imported."""
    settings = exits.settings(config, account=False)
    with exits.said_plainly():
        for path in asyncio.run(_write(settings, folder)):
            print(path)
    return 0


async def _write(settings: Settings, folder: Path) -> tuple[Path, ...]:
    async with opened(settings) as database:
        return await exporting.export(database, folder, progress=show)


def show(count: int, total: int) -> None:
    """A line now and then, so that long work is seen to go on."""
    if total > _STEPS and (count % (total // _STEPS) == 0 or count == total):
        print(f"{count}/{total}", file=sys.stderr)
