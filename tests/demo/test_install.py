"""Installing Synapse: done once, done again when the lock changes, refused in clear words."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.demo.install import ensure_synapse, python_of
from bot.demo.progress import DemoError, Steps

# They make environments and let pip work: too long for the fast part.
pytestmark = pytest.mark.e2e


def steps() -> tuple[Steps, io.StringIO]:
    out = io.StringIO()
    return Steps(5, out=out), out


@pytest.fixture(scope="module")
def venv(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment made from an empty lock."""
    folder = tmp_path_factory.mktemp("install")
    (folder / "lock.txt").write_text("")
    progress, out = steps()
    ensure_synapse(folder / "venv", progress, lock=folder / "lock.txt")
    told = [line.split()[0] for line in out.getvalue().splitlines()]
    assert told == ["1/3", "2/3", "3/3"]
    return folder / "venv"


def test_what_is_installed_already_is_left_alone(venv: Path) -> None:
    progress, out = steps()
    ensure_synapse(venv, progress, lock=venv.parent / "lock.txt")
    assert out.getvalue() == ""


def test_a_changed_lock_is_installed_into_the_same_environment(venv: Path, tmp_path: Path) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text("# nothing yet\n")
    before = python_of(venv).lstat().st_ino
    progress, out = steps()
    ensure_synapse(venv, progress, lock=lock)
    assert before == python_of(venv).lstat().st_ino
    assert len(out.getvalue().splitlines()) == 3


def test_a_package_without_its_hash_is_refused_and_tried_again_next_time(
    venv: Path, tmp_path: Path
) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text("matrix-synapse==1.163.2\n")
    ensure_synapse(venv, steps()[0], lock=venv.parent / "lock.txt")
    for _ in range(2):
        with pytest.raises(DemoError, match=r"(?s)Synapse ließ sich nicht installieren.*hash"):
            ensure_synapse(venv, steps()[0], lock=lock)
    # A half-done installation no longer counts as what was there before.
    progress, out = steps()
    ensure_synapse(venv, progress, lock=venv.parent / "lock.txt")
    assert len(out.getvalue().splitlines()) == 3


def test_an_environment_whose_python_is_gone_is_made_anew(venv: Path) -> None:
    python_of(venv).unlink()
    ensure_synapse(venv, steps()[0], lock=venv.parent / "lock.txt")
    subprocess.run([python_of(venv), "-m", "pip", "--version"], check=True, capture_output=True)


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ("The virtual environment was not created: ensurepip is not available.", "python3-venv"),
        ("/usr/bin/python3: No module named venv", "python3-venv"),
        ("No space left on device", "(?s)ließ sich nicht anlegen.*No space left"),
    ],
)
def test_a_python_that_cannot_make_environments_is_explained(
    tmp_path: Path, said: str, complaint: str
) -> None:
    python = tmp_path / "python"
    python.write_text(f"#!{sys.executable}\nimport sys\nprint({said!r})\nsys.exit(1)\n")
    python.chmod(0o755)
    with pytest.raises(DemoError, match=complaint):
        ensure_synapse(tmp_path / "venv", steps()[0], python=os.fspath(python))
