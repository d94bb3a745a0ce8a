"""Our own device: opened or replaced, its keys offered at the homeserver, signed by our identity."""

from __future__ import annotations

import asyncio
import contextlib
import logging

from bot.matrix.content.reading import Raw, mapping
from bot.matrix.crypto.guard import GuardedOlm
from bot.matrix.crypto.offering import Stock, offered, stock, to_offer
from bot.matrix.crypto.olm_thread import Damaged, OlmThread
from bot.matrix.crypto.parts import Device, Identity
from bot.matrix.door.errors import MatrixError, Permanent, Temporary, Unauthorised, as_temporary
from bot.matrix.door.patience import insist
from bot.matrix.encryption import Obstacle
from bot.matrix.login.session import Session

log = logging.getLogger(__name__)

_LOOK_AGAIN = 300.0


class OurDevice:
    """The OwnDevice. `ready` once other people's clients will hear us."""

    def __init__(
        self, session: Session, olm: OlmThread, identity: Identity, *, unsigned: bool
    ) -> None:
        """`unsigned` lets us speak although our identity did not sign the device."""
        self._session = session
        self._olm = olm
        self._identity = identity
        self._may_be_unsigned = unsigned
        self._device: Device | None = None
        self._stock = Stock()
        self._signed = False
        self._wake = asyncio.Event()
        self.obstacle: Obstacle | None = None
        self.ready = False

    @property
    def device(self) -> Device:
        if self._device is None:
            raise RuntimeError("not open")
        return self._device

    async def sign(self, value: Raw) -> str:
        bare = {name: part for name, part in value.items() if name not in _ASIDE}
        return await self._olm.do(lambda olm: str(olm.sign_json(bare)))

    async def open(self) -> None:
        """Be the device that the login says, or a new one where that is lost.

        Raises:
            Unauthorised: the homeserver no longer knows us.
        """
        try:
            self._device = await self._opened(anew=False)
            await self._be_the_only_one()
            await self._tend()
        except Unauthorised:
            raise
        except Permanent as refused:
            log.error("keys are refused: %s", refused)  # noqa: TRY400 -- the homeserver's word
            self._stop(Obstacle.KEYS)
        except Temporary as fault:
            log.warning("our keys are not offered yet: %s", fault)
        except Exception:
            log.exception("the key store cannot be used")
            self._stop(Obstacle.STORE)

    def heard(self, answer: Raw) -> None:
        """What /sync says of the keys that we offer."""
        self._stock = stock(answer, self._stock)
        self._wake.set()

    async def run(self) -> None:
        """Offer what is missing, for ever.

        Raises:
            Unauthorised: the homeserver no longer knows us.
        """
        backoff = self._session.homeserver.backoff()
        while self.obstacle in (None, Obstacle.UNSIGNED):
            self._wake.clear()
            try:
                await self._tend()
            except Unauthorised:
                raise
            except MatrixError as fault:
                await backoff.sleep("offering keys", as_temporary(fault))
            except Exception as fault:
                log.exception("our keys could not be offered")
                await backoff.sleep("offering keys", as_temporary(fault))
            else:
                backoff.reset()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(None if self._signed else _LOOK_AGAIN):
                        await self._wake.wait()

    async def _opened(self, *, anew: bool) -> Device:
        try:
            return await self._olm.open(self._session.device_id, anew=anew)
        except Damaged:
            log.exception("the key store is damaged; a new one is made")
            return await self._olm.open(self._session.device_id, anew=True)

    async def _be_the_only_one(self) -> None:
        """Whoever lost the keys of a device must not go on as that device: nobody could tell.

        Other clients would refuse its new keys, and the homeserver would refuse them, too.
        """
        backoff = self._session.homeserver.backoff()
        known = await insist(self._known_keys, "asking for the keys of our device", backoff=backoff)
        ours = self.device
        shared = await self._olm.do(lambda olm: bool(olm.account.shared))
        if known == ours.ed25519 or (known is None and not shared):
            return
        if self._session.can_log_in:
            log.warning("the keys of device %s are lost: we become a new one", ours.device_id)
            await self._session.renew()
            self._device = await self._opened(anew=True)
        elif known is None:
            await self._olm.do(_unshare)
        else:
            log.error("the keys of device %s are lost, and there is no password", ours.device_id)
            self._stop(Obstacle.DEVICE)

    async def _known_keys(self) -> str | None:
        """The signing key that the homeserver shows others for our device."""
        ours = self.device
        body = {"device_keys": {ours.user_id: [ours.device_id]}}
        answer = await self._session.homeserver.post("keys", "query", body=body)
        devices = mapping(mapping(answer.get("device_keys")).get(ours.user_id))
        keys = mapping(mapping(devices.get(ours.device_id)).get("keys"))
        key = keys.get(f"ed25519:{ours.device_id}")
        return key if isinstance(key, str) else None

    async def _tend(self) -> None:
        if self.obstacle not in (None, Obstacle.UNSIGNED):
            return
        body = await self._olm.do(lambda olm: to_offer(olm, self._stock))
        if body is not None:
            answer = await self._session.homeserver.post("keys", "upload", body=body)
            self._stock = await self._olm.do(lambda olm: offered(olm, answer))
        if not self._signed:
            self._signed = await self._identity.vouch(self)
            self.obstacle = None if self._signed else Obstacle.UNSIGNED
            self.ready = self._signed or self._may_be_unsigned

    def _stop(self, obstacle: Obstacle) -> None:
        self.obstacle, self.ready = obstacle, False


_ASIDE = ("signatures", "unsigned")


def _unshare(olm: GuardedOlm) -> None:
    """The homeserver forgot our keys: they are offered as if for the first time."""
    olm.account.shared = False
    olm.save_account()
