"""Other people's devices: asked for when they matter, and again once they may have changed."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from bot.matrix.content.cleaning import identifier
from bot.matrix.content.reading import Raw, mapping
from bot.matrix.crypto.guard import GuardedOlm
from bot.matrix.crypto.olm_thread import OlmThread
from bot.matrix.crypto.parts import Trust, Verdict
from bot.matrix.door.homeserver import Homeserver, Json

log = logging.getLogger(__name__)

_AT_ONCE = 250
_OTHERS_PATIENCE_MS = 10_000
_PATIENCE = 30.0


class Devices:
    """What we know of devices is as fresh as the latest answer of /keys/query in this run."""

    def __init__(
        self,
        olm: OlmThread,
        homeserver: Homeserver,
        trust: Trust,
        changed: Callable[[Iterable[str]], None],
    ) -> None:
        """`changed` is told of the users of whom something became known that was not before."""
        self._olm = olm
        self._homeserver = homeserver
        self._trust = trust
        self._changed = changed
        self._fresh: set[str] = set()
        self._moves: Counter[str] = Counter()

    def doubt(self, answer: Raw, *, everybody: bool) -> None:
        """Somebody's devices changed, says /sync; without a token it does not say whose."""
        lists = mapping(answer.get("device_lists"))
        users = [
            user
            for part in (lists.get("changed"), lists.get("left"))
            for one in (part if isinstance(part, list) else ())
            if (user := identifier(one))
        ]
        if everybody:
            users = list(self._fresh)
        self._moves.update(users)
        self._fresh.difference_update(users)
        if users:
            self._changed(users)

    async def refresh(self, users: Iterable[str]) -> None:
        """Ask about those of whom we have no fresh answer.

        Whose own server does not answer stays as known before, and is asked about again.

        Raises:
            MatrixError: our homeserver does not answer.
        """
        stale = sorted(set(users) - self._fresh)
        for start in range(0, len(stale), _AT_ONCE):
            await self._ask(stale[start : start + _AT_ONCE])

    async def claim(self, wanted: Sequence[tuple[str, str]]) -> None:
        """Start sessions with these devices, as far as they offer keys.

        Raises:
            MatrixError: our homeserver does not answer.
        """
        for start in range(0, len(wanted), _AT_ONCE):
            keys: dict[str, dict[str, str]] = {}
            for user_id, device_id in wanted[start : start + _AT_ONCE]:
                keys.setdefault(user_id, {})[device_id] = "signed_curve25519"
            await self._take(await self._post("claim", {"one_time_keys": keys}))

    async def _take(self, answer: Raw) -> None:
        await self._olm.do(lambda olm: olm.learn_one_time_keys(answer))

    async def _ask(self, users: Sequence[str]) -> None:
        before = {user: self._moves[user] for user in users}
        answer = await self._post("query", {"device_keys": {user: [] for user in users}})
        silent = set(mapping(answer.get("failures")))
        there = [user for user in users if user.partition(":")[2] not in silent]
        given = mapping(answer.get("device_keys"))
        answer = {**answer, "device_keys": {user: given.get(user, {}) for user in there}}
        verdicts = await self._olm.do(lambda olm: self._learn(olm, answer))
        self._changed(await self._trust.learn(verdicts))
        self._fresh.update(user for user in there if self._moves[user] == before[user])

    def _learn(self, olm: GuardedOlm, answer: Raw) -> dict[str, Verdict]:
        olm.learn_devices(answer)
        return dict(self._trust.judge(answer))

    async def _post(self, what: str, body: dict[str, object]) -> Json:
        return await self._homeserver.request(
            "POST",
            ("keys", what),
            body={**body, "timeout": _OTHERS_PATIENCE_MS},
            patience=_PATIENCE,
        )
