"""How well the search answers: the gold set whole, queries it was not tuned on by rate."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.domain.search_data import decoded, index, judge

_HERE = Path(__file__).parent
GOLD: list[dict[str, Any]] = decoded(_HERE / "search_gold.json")
UNSEEN: list[dict[str, Any]] = decoded(_HERE / "search_unseen.json")
HELD_OUT = [case for case in UNSEEN if case.get("held_out")]
TUNED = [case for case in UNSEEN if not case.get("held_out")]


@pytest.mark.parametrize("case", GOLD, ids=lambda case: case["query"])
def test_the_gold_set_is_met_whole(case: dict[str, Any]) -> None:
    verdict = judge(case)
    assert verdict.right_first, verdict.names
    answer = index().search(case["query"])
    assert (answer.notice is not None) == case.get("no_result", False)


@pytest.mark.parametrize(
    "case", [case for case in GOLD if case.get("accept_also")], ids=lambda case: case["query"]
)
def test_only_accepted_networks_follow_directly(case: dict[str, Any]) -> None:
    names = judge(case).names
    good = {*case["expected_top"], *case["accept_also"]}
    assert set(names[: len(good)]) <= good


@pytest.mark.parametrize("cases", [TUNED, HELD_OUT], ids=["tuned", "held-out"])
def test_other_queries_are_answered_by_rate(cases: list[dict[str, Any]]) -> None:
    asked = [judge(case) for case in cases if not case.get("no_result")]
    unanswerable = [judge(case) for case in cases if case.get("no_result")]
    assert rate([v.right_first for v in asked]) >= 0.75
    assert rate([v.good_in_three for v in asked]) >= 0.9
    assert rate([v.right_first for v in unanswerable]) >= 0.85


def rate(results: list[bool]) -> float:
    return sum(results) / len(results)
