"""Exit codes, and the faults of a start that each of them stands for."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.settings import BadSettings, Settings, describe, load

if TYPE_CHECKING:
    from bot.app.faults import NeedsRestoring

CONFIGURATION = 78
ALREADY_RUNNING = 75
DISK = 74
FAILED = 1


# What the sub-commands that only work on the database have no use for.
_ACCOUNT = {
    "LOTSE_MATRIX__HOMESERVER": "http://localhost",
    "LOTSE_MATRIX__USER_ID": "@nobody:localhost",
    "LOTSE_MATRIX__PASSWORD": "none",
    "LOTSE_OFFICE__ADMINS": '["@nobody:localhost"]',
}


def settings(config: Path | None, *, account: bool = True, oauth: bool = False) -> Settings:
    """The settings, or all their faults on the terminal and exit code 78.

    Without `account` those of the Matrix account may be missing; `oauth` needs no password.

    Raises:
        typer.Exit: they are faulty.
    """
    try:
        given = {**os.environ} if account else _without_account()
        return load({**given, "LOTSE_MATRIX__OAUTH": "true"} if oauth else given, config)
    except BadSettings as bad:
        print(describe(bad.faults), file=sys.stderr)
        raise typer.Exit(CONFIGURATION) from None


def _without_account() -> dict[str, str]:
    given = dict(os.environ)
    for name, text in _ACCOUNT.items():
        if name not in given and f"{name}_FILE" not in given:
            given[name] = text
    return given


@contextmanager
def said_plainly() -> Iterator[None]:
    """Turns what can go wrong with the start into one sentence and its exit code."""
    from bot.app import faults

    try:
        yield
    except faults.AlreadyRunning as running:
        raise _ended(f"already running ({running})", ALREADY_RUNNING) from None
    except faults.Unauthorised as refused:
        raise _ended(f"the homeserver refuses the account: {refused}", CONFIGURATION) from None
    except faults.IdentityError as fault:
        raise _ended(str(fault), CONFIGURATION) from None
    except faults.MatrixError as fault:
        raise _ended(f"the homeserver: {fault}", FAILED) from None
    except faults.NotOurs as why:
        raise _ended(str(why), CONFIGURATION) from None
    except faults.Overtaken as why:
        raise _ended(str(why), ALREADY_RUNNING) from None
    except faults.NeedsRestoring as damage:
        raise _ended(_way_back(damage), DISK) from None
    except faults.DiskFault as fault:
        raise _ended(str(fault), DISK) from None
    except OSError as fault:
        raise _ended(f"{fault.strerror}: {fault.filename or 'data folder'}", DISK) from None


def _way_back(damage: "NeedsRestoring") -> str:
    if damage.backup is None:
        return f"{damage}; there is no good backup where backups lie"
    way = f"{Path(sys.argv[0]).name} backup restore {damage.backup}"
    return f"{damage}; the newest good backup is put back by: {way}"


def _ended(sentence: str, code: int) -> typer.Exit:
    print(sentence, file=sys.stderr)
    return typer.Exit(code)
