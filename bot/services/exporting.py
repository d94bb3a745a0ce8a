"""Writing out all that `import` reads, in the same columns."""

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path

from bot.domain.community.network import Need, Network, Offer
from bot.services.importing import Progress, silent
from bot.services.rows import NeedRow, NetworkRow, OfferRow, Row
from bot.services.sheets import as_csv, as_json
from bot.storage import needs, networks, offers
from bot.storage.database import Database, Transaction

Stored = tuple[tuple[Network, ...], tuple[Offer, ...], tuple[Need, ...]]


async def export(
    database: Database, folder: Path, *, progress: Progress = silent
) -> tuple[Path, ...]:
    """Write networks, offers and needs into the folder, which is made if need be.

    A file that is there already is replaced as a whole. `progress` is called in another thread
    with the files done and their total.

    Raises:
        OSError: the folder cannot be written to.
    """
    stored = await database.read(_stored)
    return await asyncio.to_thread(_write, _files(stored), folder, progress)


def _stored(tx: Transaction) -> Stored:
    return networks.every(tx), offers.every(tx), needs.every(tx)


def _files(stored: Stored) -> dict[str, Callable[[], str]]:
    known, offered, needed = stored
    names = {network.number: network.short_name for network in known}
    network_rows = [_row(NetworkRow, network) for network in known]
    offer_rows = [_row(OfferRow, offer, network=names[offer.network]) for offer in offered]
    need_rows = [_row(NeedRow, need, network=names[need.network]) for need in needed]
    return {
        "netzwerke.json": lambda: as_json(network_rows),
        "netzwerke.csv": lambda: as_csv(network_rows, tuple(NetworkRow.model_fields)),
        "angebote.csv": lambda: as_csv(offer_rows, tuple(OfferRow.model_fields)),
        "bedarfe.csv": lambda: as_csv(need_rows, tuple(NeedRow.model_fields)),
    }


def _row(of: type[Row], value: Network | Offer | Need, **other: object) -> dict[str, object]:
    """The columns of an import row, filled from a value."""
    return {
        column: _plain(other[column] if column in other else getattr(value, column, field.default))
        for column, field in of.model_fields.items()
    }


def _plain(value: object) -> object:
    match value:
        case tuple():
            return list(value)
        case date():
            return value.isoformat()
        case _:
            return value


def _write(
    files: dict[str, Callable[[], str]], folder: Path, progress: Progress
) -> tuple[Path, ...]:
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for count, (name, content) in enumerate(files.items(), 1):
        path = folder / name
        unfinished = path.with_suffix(".part")
        unfinished.write_bytes(content().encode())
        unfinished.replace(path)
        written.append(path)
        progress(count, len(files))
    return tuple(written)
