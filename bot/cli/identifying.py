"""`init` and `identity`: the login, and the keys by which other people's clients know the bot."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from getpass import getpass
from pathlib import Path

from bot.app import configured
from bot.app.faults import IdentityError
from bot.cli import checking, exits
from bot.cli.opening import opened
from bot.cli.operating import log_to_terminal
from bot.matrix import MatrixConfig, operating
from bot.matrix.crypto.errors import Approval, NoSecret
from bot.matrix.crypto.publishing import Consent
from bot.matrix.login.oauth import Consent as Page
from bot.matrix.operating import Established, Operator
from bot.settings import Settings
from bot.storage import pins
from bot.storage.database import Transaction
from bot.storage.lock import FolderLock

Act = Callable[[MatrixConfig, Operator], Awaitable[Established]]


def init(config: Path | None, *, oauth: bool) -> int:
    """Log in and make the identity, or find both done."""
    settings = exits.settings(config, oauth=oauth)
    log_to_terminal(settings)
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    with exits.said_plainly():
        made = _done(operating.set_up, settings)
    print(f"logged in as {settings.matrix.user_id}, device {made.device_id}")
    return _told(made)


def show(config: Path | None) -> int:
    """Print how things stand; exit code 1 if anything is wrong."""
    settings = exits.settings(config)
    with exits.said_plainly():
        found = asyncio.run(operating.look(configured.matrix(settings)))
    results = list(checking.keys(found))
    for fine, line in results:
        print(f"{'ok   ' if fine else 'WRONG'} {line}")
    return 0 if all(fine for fine, _ in results) else exits.FAILED


def restore(config: Path | None) -> int:
    """Take the identity out of secret storage."""
    return _told(_alone(operating.restore, exits.settings(config)))


def reset(config: Path | None) -> int:
    """Replace the identity, once the operator has typed the account's id."""
    settings = exits.settings(config)
    user = settings.matrix.user_id
    print(f"A new identity shuts out whoever had verified {user} until they agree to it.")
    print(f"Type {user} to go on:", file=sys.stderr)
    if _asked("", input) != user:
        print("nothing was changed", file=sys.stderr)
        return exits.FAILED
    return _told(_alone(operating.reset, settings))


def recovery_key(config: Path | None) -> int:
    """Make a new recovery key."""
    settings = exits.settings(config)
    with exits.said_plainly():
        return _told(_done(operating.renew_recovery_key, settings))


def confirm(user: str, config: Path | None) -> int:
    """Let a person's new identity count; exit code 1 if it does already."""
    settings = exits.settings(config, account=False)
    with exits.said_plainly():
        done = asyncio.run(_confirm(settings, user))
    print(
        f"{user} has the old rights again from the next start on"
        if done
        else f"there is nothing to confirm for {user}"
    )
    return 0 if done else exits.FAILED


async def _confirm(settings: Settings, user: str) -> bool:
    def work(tx: Transaction) -> bool:
        pin = pins.get(tx, user)
        if pin is None or pin.other is None:
            return False
        pins.move(tx, user, pin.other, datetime.now(UTC))
        return True

    async with opened(settings) as database:
        return await database.write(work)


def _alone(act: Act, settings: Settings) -> Established:
    """Do it while the bot does not run: it holds the identity in memory."""
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    with exits.said_plainly():
        lock = FolderLock(settings.data_dir)
        lock.take()
        try:
            return _done(act, settings)
        finally:
            lock.release()


def _done(act: Act, settings: Settings) -> Established:
    """Do it; what is missing for it is asked for, where somebody sits at the terminal."""
    config = configured.matrix(settings)
    while True:
        operator = Operator(
            show=_show_page, consent=Consent(password=config.password, approve=_approve)
        )
        try:
            return asyncio.run(_started(act, config, operator))
        except NoSecret as missing:
            config = replace(config, recovery_key=_secret(missing, config.recovery_key))
        except Approval as missing:
            config = replace(config, password=_secret(missing, config.password))


async def _started(act: Act, config: MatrixConfig, operator: Operator) -> Established:
    return await act(config, operator)


def _secret(missing: IdentityError, given: str | None) -> str:
    """What is missing, typed unseen.

    Raises:
        IdentityError: nobody is there to type it, or what was given does not help.
    """
    if given is not None or not sys.stdin.isatty():
        raise missing
    print(missing, file=sys.stderr)
    typed = _asked("Secret (it is not shown): ", getpass)
    if not typed:
        raise missing
    return typed


def _asked(question: str, ask: Callable[[str], str]) -> str:
    try:
        return ask(question).strip()
    except EOFError:
        return ""


def _show_page(page: Page) -> None:
    print(f"Open {page.address} in a browser and agree (code {page.code}).", flush=True)


async def _approve(address: str) -> None:
    print(f"Open {address} in a browser, agree, and press Enter.", flush=True)
    await asyncio.to_thread(sys.stdin.readline)


def _told(made: Established) -> int:
    print(f"identity {checking.grouped(made.master)}")
    if made.recovery_key:
        print("Its recovery key is shown only now. Keep it where you keep passwords:")
        print(f"\n    {made.recovery_key}\n")
    return 0
