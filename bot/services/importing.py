"""Taking in files of networks, offers and needs: whole or not at all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from bot.domain.community.network import Need, Network, Offer
from bot.domain.dialogue.message import Text
from bot.services.checking import Rows, checked
from bot.services.rows import LISTS, NeedRow, NetworkRow, OfferRow, Row
from bot.services.sheets import Sheet, read
from bot.storage import markers, needs, networks, offers
from bot.storage.database import Database, Transaction

R = TypeVar("R", bound=Row)
Progress = Callable[[int, int], None]
_KEY = ("network", "topic")
BY = "import"
"""Who entered what came from a file."""


@dataclass(slots=True)
class ImportReport:
    """How many rows were new, changed what was known, or said nothing new."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0

    def text(self, *, dry_run: bool) -> Text:
        """The counts in words."""
        return Text(
            "import-report",
            added=self.added,
            changed=self.changed,
            unchanged=self.unchanged,
            dry=dry_run,
        )


def silent(count: int, total: int) -> None:
    """A progress that nobody sees."""


async def import_networks(
    database: Database, path: Path, *, dry_run: bool = False, progress: Progress = silent
) -> ImportReport:
    """Add networks and change known ones, told by their short names; numbers stay.

    `progress` is called in another thread with the rows done and their total.

    Raises:
        BadImport: with every fault; nothing was imported.
    """
    rows = checked(read(path, LISTS), NetworkRow, ("short_name",))
    return await _run(database, lambda tx: _networks(tx, rows, dry_run, progress), dry_run)


async def import_offers(
    database: Database,
    path: Path,
    *,
    now: datetime,
    dry_run: bool = False,
    progress: Progress = silent,
) -> ImportReport:
    """Add offers and change known ones, told by network and topic; see `import_networks`."""
    sheet = read(path, LISTS)
    return await _run(database, lambda tx: _offers(tx, sheet, now, dry_run, progress), dry_run)


async def import_needs(
    database: Database,
    path: Path,
    *,
    now: datetime,
    dry_run: bool = False,
    progress: Progress = silent,
) -> ImportReport:
    """Add needs and change known ones, told by network and topic; see `import_networks`."""
    sheet = read(path, LISTS)
    return await _run(database, lambda tx: _needs(tx, sheet, now, dry_run, progress), dry_run)


def networks_in(path: Path) -> tuple[Network, ...]:
    """The networks of a file, numbered from 1, for a search without a database.

    Raises:
        BadImport: with every fault.
    """
    rows = checked(read(path, LISTS), NetworkRow, ("short_name",))
    return tuple(_network(row, None, number) for number, (_, row) in enumerate(rows.numbered, 1))


async def _run(
    database: Database, work: Callable[[Transaction], ImportReport], dry_run: bool
) -> ImportReport:
    """Without a dry run, leave a mark too, by which a running bot sees that it must look."""
    if dry_run:
        return await database.read(work)

    def counted(tx: Transaction) -> ImportReport:
        report = work(tx)
        markers.put(tx, markers.IMPORTS, str(int(markers.get(tx, markers.IMPORTS) or 0) + 1))
        return report

    return await database.write(counted)


def _counted(rows: Rows[R], progress: Progress) -> Iterator[R]:
    for count, (_, row) in enumerate(rows.numbered, 1):
        yield row
        progress(count, len(rows.numbered))


def _networks(
    tx: Transaction, rows: Rows[NetworkRow], dry_run: bool, progress: Progress
) -> ImportReport:
    known = {network.short_name: network for network in networks.every(tx)}
    report = ImportReport()
    for row in _counted(rows, progress):
        before = known.get(row.short_name)
        after = _network(row, before, before.number if before else 0)
        if _changes(report, before, after) and not dry_run:
            networks.change(tx, after) if before else networks.add(tx, after)
    return report


def _network(row: NetworkRow, before: Network | None, number: int) -> Network:
    values = _given(row, before)
    values.pop("role", None)
    values |= {name: tuple(values[name]) for name in LISTS & values.keys()}
    return replace(before, **values) if before else Network(number=number, **values)


def _given(row: Row, before: object) -> dict[str, Any]:
    """The values of a row; of one that is known only those that the file has columns for."""
    return row.model_dump(exclude_unset=before is not None)


def _offers(
    tx: Transaction, sheet: Sheet, now: datetime, dry_run: bool, progress: Progress
) -> ImportReport:
    numbers = _numbers(tx)
    rows = checked(sheet, OfferRow, _KEY, numbers)
    known = {(offer.network, offer.topic): offer for offer in offers.every(tx)}
    report = ImportReport()
    for row in _counted(rows, progress):
        before = known.get((numbers[row.network], row.topic))
        values = _given(row, before) | {"network": numbers[row.network]}
        after = replace(before, **values) if before else Offer(number=0, **values)
        if _changes(report, before, after) and not dry_run:
            offers.change(tx, after) if before else offers.add(tx, after, BY, now)
    return report


def _needs(
    tx: Transaction, sheet: Sheet, now: datetime, dry_run: bool, progress: Progress
) -> ImportReport:
    numbers = _numbers(tx)
    rows = checked(sheet, NeedRow, _KEY, numbers)
    known = {(need.network, need.topic): need for need in needs.every(tx)}
    report = ImportReport()
    for row in _counted(rows, progress):
        before = known.get((numbers[row.network], row.topic))
        values = _given(row, before) | {"network": numbers[row.network]}
        after = replace(before, **values) if before else Need(number=0, **values)
        if _changes(report, before, after) and not dry_run:
            needs.change(tx, after) if before else needs.add(tx, after, BY, now)
    return report


def _changes(report: ImportReport, before: object, after: object) -> bool:
    """Count what a row does; False if it does nothing."""
    if before is None:
        report.added += 1
    elif before != after:
        report.changed += 1
    else:
        report.unchanged += 1
    return before != after


def _numbers(tx: Transaction) -> dict[str, int]:
    """The numbers of the networks by their short names."""
    return {network.short_name: network.number for network in networks.every(tx)}
