"""The page on encryption names tests and cases that are there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "encryption.md"


def test_every_named_test_and_case_is_there() -> None:
    page = PAGE.read_text("utf-8")
    tests = "\n".join(path.read_text("utf-8") for path in ROOT.glob("tests/**/*.py"))
    named = set(re.findall(r"`(test_\w+)`", page))
    rows = [line for line in page.splitlines() if line.startswith("| ")]
    cases = {case for row in rows for case in re.findall(r"`([a-zA-Z][^`_]*)`", row)}
    assert len(named) > 20
    assert {name for name in named if f"def {name}(" not in tests} == set()
    assert {case for case in cases if f'"{case}":' not in tests} == set()
