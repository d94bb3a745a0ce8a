"""What the demo remembers between two starts, in one file that only its owner can read."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Self


@dataclass(slots=True)
class Memory:
    """Accounts by their short names; `save` after every change."""

    path: Path
    passwords: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    meetings: int = 0
    """How many meetings the demo has entered."""
    meets: str = ""
    """When the last of them begins, in ISO 8601 with the zone; empty before the first."""
    furnished: bool = False
    """Whether the office has set the demo up."""

    @classmethod
    def load(cls, path: Path) -> Self:
        """What was saved there, else nothing yet."""
        if not path.exists():
            return cls(path)
        return cls(path, **json.loads(path.read_text("utf-8")))

    def save(self) -> None:
        """Write it down, so that a crash leaves the old or the new state."""
        kept = asdict(self)
        del kept["path"]
        fresh = self.path.with_suffix(".new")
        fresh.touch(mode=0o600)
        fresh.write_text(json.dumps(kept, indent=1), "utf-8")
        fresh.replace(self.path)

    def password(self, name: str) -> str:
        """The password of an account, made up at first."""
        if name not in self.passwords:
            self.passwords[name] = secrets.token_urlsafe(9)
            self.save()
        return self.passwords[name]
