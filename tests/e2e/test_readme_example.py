"""The README's example is what the demo says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.documentation import README
from tests.e2e.community import ROOT

pytestmark = pytest.mark.e2e

DAY = re.compile(r"\b(?:Mo|Di|Mi|Do|Fr|Sa|So)\., \d{1,2}\. \w+ \d{4}")


def undated(text: str) -> list[str]:
    return [DAY.sub("DAY", line.rstrip()) for line in text.strip().splitlines()]


def test_the_example_is_what_a_fresh_demo_gives(tmp_path: Path) -> None:
    script = str(ROOT / "bot" / "demo" / "readme.txt")
    command = [sys.executable, "-m", "bot", "demo", "--script", script, "--folder", str(tmp_path)]
    played = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    shown = re.search(r"<!-- example:.*?```\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert played.returncode == 0, played.stderr
    assert shown is not None
    assert undated(played.stdout) == undated(shown[1])
