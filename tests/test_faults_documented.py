"""The list of faults is whole, and every test that it names as proof exists."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LIST = ROOT / "docs" / "faults.md"
ELSEWHERE = {50, 51, 52, 56, 57, 58}
_ROW = re.compile(r"(?m)^\| (\d+) \| (.*) \|$")
_PROOF = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def rows() -> dict[int, str]:
    found = _ROW.findall(LIST.read_text("utf-8"))
    assert len(found) == len({number for number, _ in found}), "a number stands twice"
    return {int(number): row for number, row in found}


@cache
def known_tests(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    functions = (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
    return frozenset(one.name for one in functions if one.name.startswith("test_"))


def test_the_list_has_sixty_rows() -> None:
    assert sorted(rows()) == list(range(1, 61))


@pytest.mark.parametrize("number", sorted(set(range(1, 61)) - ELSEWHERE))
def test_every_row_is_proven_or_says_that_it_is_not(number: int) -> None:
    row = rows()[number]
    proofs = _PROOF.findall(row)
    assert proofs or "not proven yet" in row
    assert [f"{path}::{name}" for path, name in proofs if name not in known_tests(path)] == []
