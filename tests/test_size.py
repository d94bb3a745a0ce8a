"""A module tells one story and a function fits a screen."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parent.parent / "bot"
MODULES = sorted(p for p in ROOT.rglob("*.py") if "versions" not in p.parts)
LONGEST_MODULE, LONGEST_FUNCTION, USUAL_FUNCTION = 210, 40, 10


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Name and lines without the docstring."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            said = ast.get_docstring(node, clean=False)
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            yield node.name, lines - (said.count("\n") + 1 if said else 0)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_module_and_no_function_is_too_long(path: Path) -> None:
    too_long = [name for name, lines in functions(path) if lines > LONGEST_FUNCTION]
    assert too_long == []
    assert path.read_text("utf-8").count("\n") <= LONGEST_MODULE


def test_most_functions_are_short() -> None:
    lines = [lines for path in MODULES for _, lines in functions(path)]
    assert median(lines) < USUAL_FUNCTION


@pytest.mark.parametrize("name", ["utils", "helpers", "manager", "common", "base"])
def test_no_module_is_named_after_nothing(name: str) -> None:
    assert [path for path in MODULES if path.stem == name] == []
