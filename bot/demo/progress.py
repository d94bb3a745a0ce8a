"""Tells people who wait how far the demo is: step and count, on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TextIO

Tell = Callable[[str], None]


class Steps:
    """Numbers what it is told: "2/5 ...". Inner work counts its own steps, further in."""

    def __init__(self, total: int, *, indent: str = "", out: TextIO | None = None) -> None:
        self._total = total
        self._indent = indent
        self._out = out or sys.stderr
        self._done = 0

    def __call__(self, text: str) -> None:
        self._done += 1
        print(f"{self._indent}{self._done}/{self._total} {text}", file=self._out, flush=True)

    def within(self, total: int) -> Steps:
        """Steps of a part of the current one."""
        return Steps(total, indent=self._indent + "    ", out=self._out)


class DemoError(Exception):
    """The demo cannot go on; the text says why and what to do."""
