"""Makes the environments of those peers that must not share ours, as their lock files say."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

_SOURCES = Path(__file__).parents[2]
_LOCKS = Path(__file__).with_name("peers")


def python_of(peer: str) -> str:
    """The interpreter that runs a peer."""
    return str(_venv(peer) / "bin" / "python")


def prepare(peer: str) -> None:
    """Make or renew the environment of a peer, unless it is as the lock says.

    Raises:
        subprocess.CalledProcessError: it cannot be made; what went wrong was printed.
    """
    lock, venv = _LOCKS / f"{peer}.txt", _venv(peer)
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    stamp = venv / "lock.sha256"
    if stamp.exists() and stamp.read_text() == digest:
        return
    print(f"Installing {peer} into {venv.name}", file=sys.stderr)
    subprocess.run((sys.executable, "-m", "venv", "--clear", str(venv)), check=True)
    pip = (python_of(peer), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    subprocess.run((*pip, "--require-hashes", "--requirement", str(lock)), check=True)
    stamp.write_text(digest)


def _venv(peer: str) -> Path:
    return _SOURCES / f".venv-bench-{peer}"
