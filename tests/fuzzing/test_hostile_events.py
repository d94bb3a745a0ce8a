"""Whatever a stranger sends, the readers and parsers understand it or leave it, and go on.

`python -m tests.fuzzing` (`make fuzz`) looks further, led by the code that it reaches; what it
found is kept in `found/` and played again here.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzzing import hostile, targets

FOUND = Path(__file__).with_name("found")
KEPT = sorted(path for path in FOUND.rglob("*") if path.is_file())
many = settings(max_examples=200, deadline=None)


@many
@given(hostile.events)
def test_any_event_is_read_or_left(event: hostile.Json) -> None:
    targets.event(hostile.as_sent(event))


@many
@given(hostile.answers)
def test_any_answer_of_sync_is_read(answer: hostile.Json) -> None:
    targets.answer(hostile.as_sent(answer))


@many
@given(hostile.powers)
def test_any_power_levels_give_a_number(powers: hostile.Json) -> None:
    targets.powers(hostile.as_sent(powers))


@many
@given(hostile.texts, hostile.texts)
def test_any_text_is_cleaned_and_looked_through(body: str, markup: str) -> None:
    targets.words((body + markup).encode("utf-8", "surrogatepass"))


@many
@given(st.integers(0, 255), hostile.texts | st.text(max_size=60))
def test_any_words_behind_a_command_are_parsed_or_refused(which: int, typed: str) -> None:
    targets.command(bytes([which]) + typed.encode("utf-8", "surrogatepass"))


@many
@given(hostile.texts | hostile.ids)
def test_any_link_is_read_or_refused(link: str) -> None:
    targets.link(link.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_was_found_once_stays_mended(path: Path) -> None:
    targets.TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("wrapped", [[1, "x"], {"a": None}, "!hilfe " * 9000])
def test_the_largest_and_the_deepest_event_pass(wrapped: hostile.Json) -> None:
    deep = wrapped
    for _ in range(hostile.DEEPEST):
        deep = {"m.relates_to": deep, "body": "!hilfe", "msgtype": "m.text"}
    event = {"event_id": "$e", "sender": "@a:b", "type": "m.room.message", "content": deep}
    raw = hostile.as_sent(event)
    targets.event(raw)
    targets.event(raw[: hostile.LARGEST])
