"""One question put to several people: the first answer, by whatever way it came, closes them all."""

from dataclasses import replace

from bot.dispatch.declaring.context import Context
from bot.dispatch.turns.choosing import answered, in_place, with_changes, withdrawn
from bot.domain.dialogue.message import Remove, Replace, Reply
from bot.domain.dialogue.option import Option
from bot.domain.dialogue.question import Question, QuestionState
from bot.domain.dialogue.subject import Subject
from bot.storage import questions
from bot.storage.database import Transaction


def conclude(
    tx: Transaction, context: Context, about: Subject, option: Option | None, reply: Reply
) -> Reply:
    """The reply, with every open question about the object closed: by that choice, or withdrawn.

    Everyone sees the result in place of the question that was put to them.
    """
    closed: list[Question] = []
    changes: list[Replace | Remove] = []
    for question in questions.about(tx, about):
        offered = next((one for one in question.choices if one.word == option), None)
        if offered is not None:
            done = answered(tx, context, question, offered)
            if done is not None:
                closed.append(done)
                changes += in_place(done, offered, context)
        elif questions.close(tx, question, QuestionState.WITHDRAWN, context.now):
            closed.append(replace(question, state=QuestionState.WITHDRAWN))
            changes += withdrawn(question)
    return with_changes(reply, tuple(changes), *closed)
