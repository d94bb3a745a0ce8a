"""What the operator does from the command line: log in, and look after the account's identity."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.matrix.config import MatrixConfig
from bot.matrix.content.reading import Raw, mapping
from bot.matrix.crypto import identity as keeping
from bot.matrix.crypto import recovery
from bot.matrix.crypto.errors import NoSecret
from bot.matrix.crypto.establishing import OurIdentity
from bot.matrix.crypto.identity import Identity
from bot.matrix.crypto.publishing import Consent, publish
from bot.matrix.crypto.vault import StorageKey
from bot.matrix.door.homeserver import Homeserver
from bot.matrix.login import oauth
from bot.matrix.login.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """The person at the terminal."""

    show: Callable[[oauth.Consent], None]
    """Names the page on which to agree that the bot logs in."""
    consent: Consent
    """What they can give where the homeserver asks for the account's owner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Established:
    """The identity as it is now; `recovery_key` is there only if a new one was made."""

    device_id: str
    master: str
    recovery_key: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is known of account and device; None where there is nothing to know yet."""

    device_id: str
    master: str | None
    """The account's public master key."""
    kept: bool
    """Whether its secrets are in the data folder."""
    sealed: bool
    """Whether they are in the account's secret storage."""
    signed: bool | None
    """Whether our device is signed by it."""
    one_time_keys: int
    fallback_key: bool | None


async def set_up(config: MatrixConfig, operator: Operator) -> Established:
    """Log in, make sure that there is an identity, and seal it if it is not.

    Raises:
        Unauthorised: the account cannot be used.
        IdentityError: what the operator gave is not enough.
        MatrixError: see `errors`.
    """
    async with _session(config, operator.show) as session:
        await session.introduce()
        identity = _identity(config, session, operator)
        made = await identity.establish()
        sealed = await identity.account.holds(made)
        key = None if sealed else await _seal(identity, made)
        return _established(session, made, key)


async def restore(config: MatrixConfig, operator: Operator) -> Established:
    """Take the identity out of secret storage; see `set_up`."""
    async with _session(config) as session:
        identity = _identity(config, session, operator)
        master, _ = await identity.account.published()
        if master is None:
            raise NoSecret("the account has no identity yet: `netzwerklotse init` makes one")
        return _established(session, await identity.restore(master), None)


async def reset(config: MatrixConfig, operator: Operator) -> Established:
    """Replace the identity by a new one, with a new recovery key; see `set_up`."""
    async with _session(config) as session:
        identity, made = _identity(config, session, operator), Identity(user_id=config.user_id)
        keeping.propose(config.data_dir, made)
        await publish(session.homeserver, made, operator.consent)
        keeping.save(config.data_dir, made)
        return _established(session, made, await _seal(identity, made))


async def renew_recovery_key(config: MatrixConfig, operator: Operator) -> Established:
    """Seal the identity under a new key; the earlier one ends. See `set_up`."""
    async with _session(config) as session:
        identity = _identity(config, session, operator)
        made = await identity.establish()
        return _established(session, made, await _seal(identity, made))


async def look(config: MatrixConfig) -> Standing:
    """How things stand; changes nothing. See `set_up`."""
    async with _session(config) as session:
        return await standing(session, config)


async def standing(session: Session, config: MatrixConfig) -> Standing:
    """How things stand, asked through an open session."""
    homeserver = session.homeserver
    identity = OurIdentity(homeserver, config.user_id, config.data_dir)
    master, devices = await identity.account.published()
    kept = keeping.find(config.data_dir, config.user_id, master) if master else None
    device = devices.get(session.device_id)
    counts = await homeserver.post("keys", "upload")
    count = mapping(counts.get("one_time_key_counts")).get("signed_curve25519", 0)
    return Standing(
        device_id=session.device_id,
        master=master,
        kept=kept is not None,
        sealed=kept is not None and await identity.account.holds(kept),
        signed=None if device is None or kept is None else kept.has_signed(device),
        one_time_keys=count if isinstance(count, int) else 0,
        fallback_key=await _fallback(homeserver) if device is not None else None,
    )


async def _fallback(homeserver: Homeserver) -> bool | None:
    """Whether the homeserver holds a fallback key of our device; None if it does not say."""
    nothing = '{"room":{"rooms":[]},"presence":{"types":[]},"account_data":{"types":[]}}'
    answer: Raw = await homeserver.get("sync", query={"filter": nothing, "timeout": "0"})
    unused = answer.get("device_unused_fallback_key_types")
    return "signed_curve25519" in unused if isinstance(unused, list) else None


async def _seal(identity: OurIdentity, made: Identity) -> StorageKey:
    key = StorageKey()
    await identity.account.seal(made, key)
    return key


def _identity(config: MatrixConfig, session: Session, operator: Operator) -> OurIdentity:
    return OurIdentity(
        session.homeserver,
        config.user_id,
        config.data_dir,
        config.recovery_key,
        operator.consent,
    )


def _established(session: Session, made: Identity, key: StorageKey | None) -> Established:
    return Established(
        device_id=session.device_id,
        master=made.master.public,
        recovery_key=recovery.write(key.raw) if key else None,
    )


@asynccontextmanager
async def _session(
    config: MatrixConfig, show: Callable[[oauth.Consent], None] | None = None
) -> AsyncIterator[Session]:
    session = Session(config)
    try:
        await session.open(show)
        yield session
    finally:
        await session.close()
