"""Access token and device id on disk: one login serves for ever, and no database dump holds it."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """A login: whose, on which device, with which secret."""

    homeserver: str
    user_id: str
    device_id: str
    access_token: str = field(repr=False)


def load(path: Path) -> Credentials | None:
    """The stored login; None if there is none or the file is damaged."""
    try:
        return Credentials(**json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def save(path: Path, credentials: Credentials) -> None:
    """Store the login for this user only; a crash leaves the old file or the new one."""
    new = path.with_suffix(".new")
    new.unlink(missing_ok=True)
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(asdict(credentials), file)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
