"""A question whose message the homeserver refuses waits for no answer that nobody can give."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from bot.domain.dialogue.ask import Filling
from bot.domain.dialogue.question import Question, QuestionState
from bot.storage import questions
from tests.matrix.fake_homeserver import FakeHomeserver, Fault
from tests.matrix.lotse import Lotse, say

ASKER = "@anna:hs.example"


def question(key: str, now: datetime, filling: Filling | None) -> Question:
    return Question(
        number=0,
        key=key,
        target="!room:hs.example",
        cause="$command",
        asker=ASKER,
        people=(ASKER,),
        role=None,
        but=None,
        choices=(),
        filling=filling,
        rights=False,
        today=date(2026, 11, 23),
        language="de",
        thread=None,
        plain="Stimmt das?",
        html="Stimmt das?",
        heard_until=None,
        until=now + timedelta(days=1),
        state=QuestionState.OPEN,
    )


@pytest.mark.parametrize(
    ("filling", "state"),
    [
        (None, QuestionState.WITHDRAWN),
        (Filling(("bedarf", "neu"), "", (), "topic"), QuestionState.PARKED),
    ],
)
async def test_a_question_that_cannot_be_said_is_over_and_a_form_waits_for_its_asker(
    lotse: Lotse, hs: FakeHomeserver, filling: Filling | None, state: QuestionState
) -> None:
    now = lotse.now()
    asked = question("k1", now, filling)
    await lotse.database.write(lambda tx: questions.add(tx, asked, now))
    hs.faults.append(Fault("/send/", 403, body={"errcode": "M_FORBIDDEN"}))
    await lotse.post(say("k1"))
    await hs.until(lambda: len(lotse.questions) == 1)
    stored = await lotse.database.read(lambda tx: questions.recent(tx, now))
    assert [lotse.questions[0].state] == [one.state for one in stored] == [state]
