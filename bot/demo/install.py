"""Puts Synapse into a virtual environment of its own, exactly as the lock beside this file says."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from bot.demo import words
from bot.demo.progress import DemoError, Steps

LOCK = Path(__file__).with_name("synapse.txt")
_SOURCES = Path(__file__).parents[2]


def source_checkout() -> Path | None:
    """The folder of the project, where the package was not installed from elsewhere."""
    return _SOURCES if (_SOURCES / "pyproject.toml").exists() else None


def default_venv() -> Path:
    """Where Synapse lives unless told otherwise; the tests use the same place."""
    if place := os.environ.get("LOTSE_SYNAPSE_VENV"):
        return Path(place).absolute()
    if checkout := source_checkout():
        return checkout / ".venv-synapse"
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache) / "netzwerklotse" / "synapse"


def python_of(venv: Path) -> Path:
    """The interpreter of a virtual environment."""
    return venv / "bin" / "python"


def ensure_synapse(
    venv: Path, progress: Steps, *, lock: Path = LOCK, python: str = sys.executable
) -> None:
    """Make `venv` hold what `lock` pins; does nothing when that is done already.

    Raises:
        DemoError: It cannot be made; the text says what is missing.
    """
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    stamp = venv / "lock.sha256"
    if stamp.exists() and stamp.read_text() == digest and _sound(venv):
        return
    stamp.unlink(missing_ok=True)
    steps = progress.within(3)
    steps(words.MAKING_VENV.format(venv=venv))
    if not _sound(venv):
        _make(venv, python)
    steps(words.INSTALLING.format(count=_packages(lock)))
    _install(venv, lock)
    steps(words.CHECKING)
    _run([str(python_of(venv)), "-m", "pip", "check"], words.INSTALL_FAILED)
    stamp.write_text(digest)


def _sound(venv: Path) -> bool:
    """Whether its interpreter starts and has pip; an upgrade of the system may have broken it."""
    try:
        command = (str(python_of(venv)), "-c", "import pip")
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _make(venv: Path, python: str) -> None:
    # venv writes about ensurepip to either stream, depending on the distribution.
    done = subprocess.run(
        (python, "-m", "venv", "--clear", str(venv)), capture_output=True, text=True, check=False
    )
    if done.returncode == 0:
        return
    said = done.stdout + done.stderr
    lacking = "ensurepip" in said or "No module named venv" in said
    raise DemoError(words.NO_ENSUREPIP if lacking else f"{words.VENV_FAILED}\n{_end(said)}")


def _install(venv: Path, lock: Path) -> None:
    _run(
        [
            *(str(python_of(venv)), "-m", "pip", "install", "--quiet", "--no-input"),
            *("--disable-pip-version-check", "--require-hashes", "--requirement", str(lock)),
        ],
        words.INSTALL_FAILED,
    )


def _run(command: list[str], failed: str) -> None:
    done = subprocess.run(
        command,
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if done.returncode:
        raise DemoError(f"{failed}\n{_end(done.stdout)}")


def _packages(lock: Path) -> int:
    return sum("==" in line for line in lock.read_text("utf-8").splitlines())


def _end(text: str) -> str:
    return "\n".join(text.strip().splitlines()[-12:])
