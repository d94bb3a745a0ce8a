"""Puts the parts of encryption together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.domain.journal import OutboxRow
from bot.matrix.config import MatrixConfig, Ports
from bot.matrix.crypto.courier import OurCourier
from bot.matrix.crypto.establishing import OurIdentity
from bot.matrix.crypto.olm_encryption import OlmEncryption
from bot.matrix.crypto.olm_thread import OlmThread
from bot.matrix.crypto.publishing import Consent
from bot.matrix.crypto.trusting import EVERYBODY, Trusting
from bot.matrix.crypto.verifying import Verifications
from bot.matrix.door.state import is_encrypted
from bot.matrix.login.session import Session
from bot.storage.database import Database


def build(
    config: MatrixConfig,
    session: Session,
    database: Database,
    ports: Ports,
    carry: Callable[[Sequence[OutboxRow]], None],
) -> OlmEncryption:
    """The Encryption of an account; `carry` takes over what is said to the office."""
    homeserver, share_with = session.homeserver, str(config.share_with)
    consent = Consent(password=config.password)
    secret = config.recovery_key
    identity = OurIdentity(homeserver, config.user_id, config.data_dir, secret, consent)
    trust = Trusting(
        database,
        ports.words,
        ports.now,
        share_with=share_with,
        rights=ports.rights,
        carry=carry,
    )
    olm = OlmThread(config.data_dir / "crypto", config.user_id)
    unsigned = share_with == EVERYBODY
    encryption = OlmEncryption(session, olm, identity, trust, unsigned=unsigned)

    async def closed(room_id: str) -> bool:
        return await is_encrypted(homeserver, room_id)

    courier = OurCourier(homeserver, encryption, closed)
    encryption.verifying = Verifications(
        homeserver, identity, lambda: encryption.device.device, courier
    )
    return encryption
