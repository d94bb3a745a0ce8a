"""What is wrong with a configuration, as values and as text that holds no secret."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_LONGEST = 60
_TELLTALE = re.compile(r"pass|token|secret|sy[tl]_|m[acr][tr]_|://[^/]*@", re.IGNORECASE)
_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,40}")


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. `where` is "FILE:LINE" or a variable; `value` is bounded and never a secret."""

    where: str
    key: str
    expected: str
    nearest: str | None = None
    value: str | None = None


class BadSettings(Exception):  # noqa: N818 -- reads as what it is: the settings are bad
    """The configuration cannot be used; `faults` has all that is wrong with it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(describe(self.faults))


def visible(text: str, longest: int = _LONGEST) -> str:
    """The text on one line, bounded, with everything that does not print escaped."""
    shown = text[:longest]
    safe = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in shown)
    return safe + ("..." if len(text) > longest else "")


def visible_key(text: str) -> str:
    """The key, unless it may be something else: a forgotten colon makes a secret part of it."""
    return text if _KEY.fullmatch(text) else "?"


def visible_value(value: object, secrets: Iterable[str]) -> str | None:
    """The value, unless it is no plain one or may hold a secret that slipped into its place."""
    if not isinstance(value, str | int):
        return None
    text = str(value)
    if _TELLTALE.search(text) or any(secret in text for secret in secrets):
        return None
    return visible(text)


def describe(faults: Iterable[Fault]) -> str:
    """All faults as plain text for a terminal."""
    blocks = [_block(fault) for fault in faults]
    count = "1 fault" if len(blocks) == 1 else f"{len(blocks)} faults"
    return "\n".join([f"The configuration has {count}:", *blocks])


def _block(fault: Fault) -> str:
    lines = [f"{fault.where}: {fault.key}", f"    expected: {fault.expected}"]
    if fault.value is not None:
        lines.append(f'    found: "{fault.value}"')
    if fault.nearest is not None:
        lines.append(f"    did you mean: {fault.nearest}")
    return "\n".join(lines)
