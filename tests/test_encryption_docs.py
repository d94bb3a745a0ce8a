"""The page on encryption names tests and cases that are there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "encryption.md"
REASON = re.compile(r"encrypt(ed|ion-[a-z-]+)")


def test_every_named_test_and_case_is_there() -> None:
    tests = "\n".join(path.read_text("utf-8") for path in ROOT.glob("tests/**/*.py"))
    _, _, proven = PAGE.read_text("utf-8").partition("## From anybody who knows our id")
    rows = [line for line in proven.splitlines() if line.startswith("| ")]
    named = {name for row in rows for name in re.findall(r"`([^`]+)`", row)}
    named = {name for name in named if not REASON.fullmatch(name)}
    assert len(named) > 80
    there = {name for name in named if f"def {name}(" in tests or f'"{name}":' in tests}
    assert named - there == set()
