"""Who asks for much waits longest: everybody else's answer is the next but one."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.matrix.sending.fairness import FairQueue
from tests.matrix.fake_homeserver import ANNA, BERND, FakeHomeserver
from tests.matrix.lotse import Lotse, say


def test_askers_take_turns_and_each_is_served_in_order() -> None:
    queue = FairQueue[str]()
    for asker, item in [("a", "a1"), ("a", "a2"), ("a", "a3"), ("b", "b1"), ("b", "b2")]:
        queue.append(asker, item)
    assert [queue.popleft() for _ in range(5)] == ["a1", "b1", "a2", "b2", "a3"]
    assert not queue


def test_what_must_be_tried_again_comes_before_all_others() -> None:
    queue = FairQueue[str]()
    queue.append("a", "a1")
    queue.append("b", "b1")
    tried = queue.popleft()
    queue.appendleft("a", tried)
    assert queue.popleft() == tried


@given(st.lists(st.sampled_from("abc")))
def test_nothing_is_lost_and_nobody_has_two_turns_while_others_wait(askers: list[str]) -> None:
    queue = FairQueue[tuple[str, int]]()
    items = list(zip(askers, range(len(askers)), strict=True))
    for asker, number in items:
        queue.append(asker, (asker, number))
    out = [queue.popleft() for _ in items]
    for asker in "abc":
        own = [one for one in out if one[0] == asker]
        assert own == [one for one in items if one[0] == asker]
        for before, after in pairwise(own):
            between = [one for one, _ in out[out.index(before) + 1 : out.index(after)]]
            assert len(between) == len(set(between))


async def test_an_answer_does_not_wait_behind_a_hundred_of_somebody_else(
    hs: FakeHomeserver, tmp_path: Path
) -> None:
    hs.room()
    lotse = Lotse(hs, tmp_path)
    await lotse.open()
    many = [say(f"r-$flood{n}", body=f"flood {n}") for n in range(100)]
    await lotse.post(*many, asker=ANNA)
    await lotse.post(say("r-$one", body="one"), asker=BERND)
    lotse.begin()
    await hs.until(lambda: len(hs.sent()) == 101, 30)
    await lotse.stop()
    said = [event["content"]["body"] for event in hs.sent()]
    # As many as are in flight at once may arrive in any order.
    assert said.index("one") < 20
