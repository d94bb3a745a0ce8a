"""The folder of the backups: which there are, and which may go."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.storage.backups.archive import BadBackup, verify

_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = f"lotse-{_STAMP}.tar.gz"


@dataclass(frozen=True, slots=True)
class KeepRules:
    """The newest of each of so many days and weeks that have one."""

    daily: int = 7
    weekly: int = 4


def name(now: datetime) -> str:
    """What a backup of that moment is called."""
    return now.astimezone(UTC).strftime(_NAME)


def made_at(file: Path) -> datetime | None:
    """When a backup was made; None if the name is not one of ours."""
    try:
        return datetime.strptime(file.name, _NAME).replace(tzinfo=UTC)
    except ValueError:
        return None


def shelved(folder: Path) -> list[tuple[datetime, Path]]:
    """All backups, newest first."""
    files = folder.iterdir() if folder.is_dir() else ()
    found = [(made, file) for file in files if (made := made_at(file))]
    return sorted(found, reverse=True)


def superfluous(made: Iterable[datetime], rules: KeepRules) -> set[datetime]:
    """Which of these moments the rules let go; never the newest."""
    newest_first = sorted(made, reverse=True)
    kept = set(newest_first[:1])
    for count, period in ((rules.daily, "%Y-%m-%d"), (rules.weekly, "%G-%V")):
        newest: dict[str, datetime] = {}
        for moment in newest_first:
            newest.setdefault(moment.strftime(period), moment)
        kept.update(list(newest.values())[:count])
    return set(newest_first) - kept


def newest_good(folder: Path) -> Path | None:
    """The newest backup that can be put back."""
    for _, file in shelved(folder):
        try:
            verify(file)
        except (BadBackup, OSError):
            continue
        return file
    return None
