"""Finds the question that a message answers: by reaction, reply, word or number."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.dispatch.hearing.addressing import Address, Line
from bot.domain.dialogue.message import Message, MessageKind
from bot.domain.dialogue.option import Option
from bot.domain.dialogue.question import WAITING, Offered, Question
from bot.services.appointing import Appointing
from bot.services.asking import Asking


@dataclass(frozen=True, slots=True)
class Heard:
    """An answer: one of the choices, or the words for a form's field."""

    question: Question
    offered: Offered | None
    words: str
    too_long: bool = False
    """Whether there were more words than are taken."""


class Answering:
    """Knows no database: whether a message is an answer must be clear before it is stored."""

    def __init__(self, asking: Asking, appointing: Appointing) -> None:
        self._asking = asking
        self._appointing = appointing

    def heard(self, message: Message, line: Line, now: datetime) -> Heard | None:
        """What the message answers, if it is an answer."""
        asked = self._asking.of(message)
        if message.kind is MessageKind.REACTION:
            offered = asked.reacted(message.text) if asked else None
            return Heard(asked, offered, "") if asked and offered else None
        if message.kind is not MessageKind.TEXT or message.invocation:
            return None
        if message.replaces:
            return self._corrected(message, line, message.replaces)
        if asked is not None:
            return self._reply(asked, line)
        return None if message.answers else self._unasked(message, line, now)

    @staticmethod
    def _reply(asked: Question, line: Line) -> Heard | None:
        """A reply to the question itself; a command stays a command."""
        offered = asked.typed(line.text, replied=True)
        if offered or (asked.filling and line.address is not Address.SIGIL):
            return Heard(asked, offered, line.text, line.too_long)
        return None

    def _corrected(self, message: Message, line: Line, original: str) -> Heard | None:
        """A form's answer that was edited while the form waits for the next one."""
        asked = self._asking.next(original)
        if asked is None or line.address is Address.SIGIL or asked.cause == original:
            return None
        if not asked.filling or not asked.filling.values or not self._may(asked, message.sender):
            return None
        if asked.state not in WAITING:
            return None
        return Heard(
            replace(asked, filling=asked.filling.without_last()), None, line.text, line.too_long
        )

    def _unasked(self, message: Message, line: Line, now: datetime) -> Heard | None:
        """Words of somebody who was asked something in that place."""
        if line.address is Address.SIGIL or not line.text:
            return None
        clear = message.direct or line.prefixed
        if message.reply_to and not clear:
            return None  # it answers another person
        found: list[Heard] = []
        for question in self._asking.here(message):
            if not question.open_at(now) or not self._may(question, message.sender):
                continue
            heard_now = question.heard_until is not None and now < question.heard_until
            offered = question.typed(line.text, addressed=line.prefixed)
            free = question.filling and (question.filling.missing or clear)
            if (clear or heard_now) and (offered or free) and not question.is_used(offered):
                found.append(Heard(question, offered, line.text, line.too_long))
        return None if _which(found) else next(iter(found), None)

    def _may(self, question: Question, user_id: str) -> bool:
        return question.may_answer(self._appointing.person(user_id, member=False))


def _which(found: list[Heard]) -> bool:
    """Whether a request would be decided though the same word fits another one as well."""
    words = [heard.offered.word for heard in found if heard.offered]
    return len(words) > 1 and words[0] in (Option.ACCEPT, Option.DECLINE)
