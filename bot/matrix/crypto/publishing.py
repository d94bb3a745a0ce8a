"""Makes the homeserver know our identity, and our identity vouch for a device."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from bot.matrix.content.reading import Raw, mapping
from bot.matrix.crypto.errors import Approval, IdentityError
from bot.matrix.crypto.identity import Identity
from bot.matrix.crypto.parts import OwnDevice
from bot.matrix.door.errors import Interactive
from bot.matrix.door.homeserver import Homeserver

_PASSWORD = "m.login.password"  # noqa: S105 -- a name, no secret
# Servers whose accounts live elsewhere name the page where a person agrees.
_PAGES = ("m.oauth", "org.matrix.cross_signing_reset")


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """What we can give where the homeserver wants to be sure that the owner agrees."""

    password: str | None = field(default=None, repr=False)
    approve: Callable[[str], Awaitable[None]] | None = None
    """Asks a person to agree on the page with this address, and returns when they did."""


async def publish(homeserver: Homeserver, identity: Identity, consent: Consent) -> None:
    """Make this the account's identity. The first one, or the same again, needs no consent.

    Raises:
        Approval: consent is needed that we cannot give.
        MatrixError: see `errors`.
    """
    path = ("keys", "device_signing", "upload")
    body: Mapping[str, object] = identity.published()
    try:
        await homeserver.post(*path, body=body)
    except Interactive as asked:
        auth = await _answer(asked, identity.user_id, consent)
        try:
            await homeserver.post(*path, body={**body, "auth": auth})
        except Interactive as again:
            wrong = "the password is wrong" if again.errcode else "the homeserver wants still more"
            raise Approval(wrong) from None


async def _answer(asked: Interactive, user_id: str, consent: Consent) -> Mapping[str, object]:
    if asked.session is None:
        raise Approval("the homeserver asks for consent in a way that it does not describe")
    page = next((kind for kind in _PAGES if [kind] in asked.flows), None)
    if [_PASSWORD] in asked.flows and consent.password is not None:
        return {
            "type": _PASSWORD,
            "session": asked.session,
            "password": consent.password,
            "identifier": {"type": "m.id.user", "user": user_id},
        }
    if page is not None and consent.approve is not None:
        address = mapping(asked.params.get(page)).get("url")
        await consent.approve(address if isinstance(address, str) else "")
        return {"session": asked.session}
    if [_PASSWORD] in asked.flows:
        raise Approval("the homeserver asks for the account's password")
    raise Approval("the homeserver wants somebody to agree on a page: use the command line")


async def sign(homeserver: Homeserver, identity: Identity, own: OwnDevice, device: Raw) -> None:
    """Sign the device, as the homeserver has it, by the identity, and the identity by the device.

    Raises:
        IdentityError: the homeserver refuses a signature.
        MatrixError: see `errors`.
    """
    ours, name = own.device, identity.user_id
    master = identity.master_object()
    by_device = {f"ed25519:{ours.device_id}": await own.sign(master)}
    signed = {
        ours.device_id: identity.sign_device(device),
        identity.master.public: {**master, "signatures": {name: by_device}},
    }
    answer = await homeserver.post("keys", "signatures", "upload", body={name: signed})
    failures = mapping(mapping(answer.get("failures")).get(name))
    if failures:
        raise IdentityError(f"the homeserver refuses signatures: {', '.join(sorted(failures))}")
