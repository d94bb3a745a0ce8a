"""Brings a file into the homeserver's media store, so that a message can point to it.

Repeating it does no harm: every upload gets an address of its own, and nobody sees one before it
stands in a message. That message leaves once, by its transaction id, with whichever address it
first had; what an interrupted try left behind is referred to by nothing.

A file is worth less than the room in which it was asked for: answers wait behind it, so it is
given up soon, and whoever asked is told.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from bot.matrix.content import attachments
from bot.matrix.content.cleaning import identifier
from bot.matrix.content.effects import Unsendable
from bot.matrix.door.errors import TOO_LARGE, Limited, Permanent, Temporary
from bot.matrix.door.homeserver import Homeserver
from bot.matrix.sending.lanes import Load

_CERTAINLY_TAKEN = 64 * 1024
_MOST_TRIES = 5
_LONGEST_PAUSE = 60.0
_MIMETYPE = re.compile(r"[\w.+-]+/[\w.+-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class _File:
    name: str | None
    mimetype: str
    raw: bytes


async def upload(
    homeserver: Homeserver, load: Load, content: Mapping[str, object], *, encrypted: bool
) -> str:
    """Upload it; the address, which begins with `mxc://`, with its key if it is `encrypted`.

    Raises:
        MatrixError: it did not happen, or nobody knows.
        Unsendable: the content is no file, or the homeserver works but does not take it.
    """
    try:
        file = _file(content)
        if not encrypted:
            return await _upload(homeserver, file)
        raw, keys = await asyncio.to_thread(attachments.sealed, file.raw)
        address = await _upload(homeserver, _File(None, "application/octet-stream", raw))
        return attachments.known_as(address, keys)
    except Limited as fault:
        load.unseen += 1
        if fault.retry_after > _LONGEST_PAUSE or load.unseen >= _MOST_TRIES:
            raise Unsendable("upload-limited") from None
        raise
    except Temporary:
        # While everything is down, it waits like everything.
        load.unseen += await homeserver.works()
        if load.unseen >= _MOST_TRIES:
            raise Unsendable("upload-fails") from None
        raise


async def _upload(homeserver: Homeserver, file: _File) -> str:
    # Some servers cut the connection on what is too large, instead of saying so.
    if len(file.raw) > _CERTAINLY_TAKEN and len(file.raw) > await _largest(homeserver):
        raise Permanent(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, TOO_LARGE)
    answer = await homeserver.upload(file.raw, file.mimetype, file.name)
    address = identifier(answer.get("content_uri"))
    if address is None or not address.startswith("mxc://"):
        raise Temporary("the answer to the upload has no address")
    return address


async def _largest(homeserver: Homeserver) -> float:
    """How many bytes a file may have; infinite where the homeserver does not say."""
    try:
        answer = await homeserver.request("GET", ("media", "config"), base="/_matrix/client/v1")
    except Permanent:
        return float("inf")
    size = answer.get("m.upload.size")
    return size if isinstance(size, int) and not isinstance(size, bool) else float("inf")


def _file(content: Mapping[str, object]) -> _File:
    name, mimetype, text = (content.get(part) for part in ("filename", "mimetype", "text"))
    if not isinstance(name, str) or not isinstance(text, str) or not isinstance(mimetype, str):
        raise Unsendable("no-file")
    if not _MIMETYPE.fullmatch(mimetype):
        raise Unsendable("no-mimetype")
    return _File(name, mimetype, text.encode(errors="replace"))
