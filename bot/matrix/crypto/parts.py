"""What the parts of encryption are to one another: our device, our identity, our trust in others.

The machine (Olm, Megolm, the key store) lives in a thread of its own. Whatever is `async` here is
called in the loop; the rest is quick and may be called from either side.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from bot.matrix.content.reading import Raw


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """A device with its public keys, in unpadded base64."""

    user_id: str
    device_id: str
    ed25519: str
    curve25519: str


class OwnDevice(Protocol):
    """The device that this run of the bot is."""

    @property
    def device(self) -> Device:
        """Its ids and public keys; they never change while the device lives."""
        ...

    async def sign(self, value: Raw) -> str:
        """The device's signature, unpadded base64, over the canonical JSON of the value.

        `signatures` and `unsigned` are left out of what is signed.
        """
        ...


class Standing(StrEnum):
    """What a person's device is worth to us."""

    UNKNOWN = "unknown"
    """We have no answer of /keys/query about the person, or the device is not in it."""
    UNSIGNED = "unsigned"
    """Its owner has not signed it, or has no cross-signing keys."""
    SIGNED = "signed"
    """Its owner has signed it, with the master key that we have pinned."""
    CHANGED = "changed"
    """Its owner has signed it, but with another master key than the pinned one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What an answer of /keys/query proves about one person."""

    master: str | None
    """The public master key, if a self-signing key is signed by it and both are well formed."""
    signed: frozenset[str]
    """The device ids whose keys are signed by themselves and by that self-signing key."""
    devices: frozenset[str] = frozenset()
    """All device ids in the answer whose keys are signed by themselves."""


class Trust(Protocol):
    """Whom we give keys, and whose word counts."""

    def judge(self, answer: Raw) -> Mapping[str, Verdict]:
        """By user id, for everybody in the raw answer. Pure, never raises.

        It is slow with many devices, so it is called in the machine's thread.
        """
        ...

    async def learn(self, verdicts: Mapping[str, Verdict]) -> frozenset[str]:
        """Remember them, and pin each master key that is seen for the first time.

        It is durable on return. The users of whom something changed: a device more or less
        signed, or another master key.
        """
        ...

    def may_have_keys(self, user_id: str, device_id: str) -> bool:
        """Whether room keys may go to that device, by the setting `encryption.share_with`."""
        ...

    def standing(self, user_id: str, device_id: str) -> Standing:
        """What we know of that device; rights need `SIGNED`."""
        ...


class Identity(Protocol):
    """Our own cross-signing keys, by which other people's clients know us."""

    async def vouch(self, own: OwnDevice) -> bool:
        """Make sure that our device is signed by our published identity.

        Called at every start, after the device's keys are uploaded. False: it is not, and the
        operator was told why.

        Raises:
            Temporary: the homeserver does not answer.
        """
        ...


class Courier(Protocol):
    """Carries what is neither command nor answer, such as the steps of a verification."""

    async def to_device(self, user_id: str, device_id: str, kind: str, content: Raw) -> None:
        """Send it in clear to one device (or `*`).

        Raises:
            MatrixError: it did not happen, or nobody knows.
        """
        ...

    async def to_room(self, room_id: str, kind: str, content: Raw) -> str:
        """Send it to a room, encrypted if the room is; the event id.

        Raises:
            MatrixError: it did not happen, nobody knows, or we refuse to send it in clear.
        """
        ...


class Verifying(Protocol):
    """Hears the events whose type begins with `m.key.verification.` and the requests for them."""

    async def heard(self, event: Raw, room_id: str | None) -> None:
        """One event, decrypted if it was encrypted; without a room it came to our device.

        Never raises for what others send.
        """
        ...
