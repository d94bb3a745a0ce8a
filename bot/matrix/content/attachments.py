"""Files for encrypted rooms: what is uploaded is ciphertext, the key travels in the message.

Between the upload and the message a file is known by one text: the address, and after `#` what
opens it. That stands in our database only, never in a request.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping

from nio.crypto.attachments import decrypt_attachment, encrypt_attachment
from nio.exceptions import EncryptionError

from bot.matrix.content.reading import Raw, mapping


class Damaged(Exception):  # noqa: N818 -- says what it is
    """The file is not the one that was sent."""


def sealed(raw: bytes) -> tuple[bytes, Raw]:
    """The ciphertext, and what opens it; slow with large files."""
    ciphertext, keys = encrypt_attachment(raw)
    return ciphertext, keys


def known_as(address: str, keys: Raw) -> str:
    """Address and key in one text."""
    packed = base64.urlsafe_b64encode(json.dumps(keys).encode()).decode()
    return f"{address}#{packed}"


def attached(content: Mapping[str, object]) -> dict[str, object]:
    """The content of a message with a file: where its address holds a key, as the block `file`."""
    url = content.get("url")
    address, mark, packed = url.partition("#") if isinstance(url, str) else ("", "", "")
    if not mark:
        return dict(content)
    keys = json.loads(base64.urlsafe_b64decode(packed))
    bare = {name: part for name, part in content.items() if name != "url"}
    return {**bare, "file": {**keys, "url": address}}


def opened(ciphertext: bytes, file: Raw) -> bytes:
    """What the ciphertext of a block `file` holds; slow with large files.

    Raises:
        Damaged: it is another one, or the block is no key.
    """
    key, digest = mapping(file.get("key")).get("k"), mapping(file.get("hashes")).get("sha256")
    iv = file.get("iv")
    if not (isinstance(key, str) and isinstance(digest, str) and isinstance(iv, str)):
        raise Damaged("no key")
    try:
        return bytes(decrypt_attachment(ciphertext, key, digest, iv))
    except (EncryptionError, ValueError, binascii.Error) as fault:
        raise Damaged(str(fault)) from None
