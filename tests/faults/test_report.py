"""A run renews the sections that it measured, in the order of the scenarios."""

from __future__ import annotations

from tests.faults.report import renewed

ORDER = ("storm", "weather", "stop")


def test_a_run_renews_what_it_measured_and_keeps_the_rest() -> None:
    first = renewed("", {"stop": "## stop\n\nold", "storm": "## storm\n\nold"}, ORDER)
    second = renewed(first, {"weather": "## weather\n\nnew", "storm": "## storm\n\nnew"}, ORDER)
    sections = second.split("## ")[1:]
    assert sections == ["storm\n\nnew\n\n", "weather\n\nnew\n\n", "stop\n\nold\n"]
