"""Takes acts and questions back, whichever way somebody asks for it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.refusals import NotUndoable, lacking
from bot.dispatch.turns.choosing import withdrawn
from bot.domain.dialogue.act import Act
from bot.domain.dialogue.message import Block, Remove, Replace, Reply, Text
from bot.domain.dialogue.question import Question, QuestionState
from bot.storage import acts, questions
from bot.storage.database import Transaction


def is_own(act: Act, context: Context) -> bool:
    """Whether the person who changes a message is the one whose act it led to."""
    return act.user_id == context.message.sender


def undo(tx: Transaction, context: Context, act: Act) -> Reply:
    """Take an act back by its command's own means.

    Raises:
        Refusal: it can no longer be.
    """
    command = next((one for one in context.commands if one.path == act.path), None)
    if command is None or command.undo is None or act.memory is None:
        raise NotUndoable(command=" ".join(act.path))
    person = context.services.appointing.person_in(tx, context.person)
    if not person.may(command.permission):
        raise lacking(person, command.permission, command.path)
    reply = command.undo(replace(context, path=act.path, person=person), tx, act.memory)
    acts.undo(tx, act)
    return reply


def take_questions_back(
    tx: Transaction, context: Context, original: str
) -> tuple[Sequence[Question], tuple[Replace | Remove, ...]]:
    """Close the questions that a message's command led to, if the person is its sender."""
    closed: list[Question] = []
    changes: list[Replace | Remove] = []
    for question in questions.of_cause(tx, original):
        if question.asker != context.message.sender:
            continue
        if questions.close(tx, question, QuestionState.WITHDRAWN, context.now):
            closed.append(replace(question, state=QuestionState.WITHDRAWN))
            changes += withdrawn(question)
    return closed, tuple(changes)


def crossed_out(done: Sequence[Act], undone: Sequence[Reply]) -> tuple[Replace, ...]:
    """What said that something was done says that it was taken back; each message once."""
    said: dict[str, list[Block]] = {}
    for act, reply in zip(done, undone, strict=True):
        said.setdefault(act.answer, [Text("withdrawn-done")]).extend(reply.blocks)
    return tuple(Replace(key, tuple(blocks)) for key, blocks in said.items())


def changes_of(undone: Sequence[Reply]) -> tuple[Replace | Remove, ...]:
    """What taking steps back changes about other messages of ours."""
    return tuple(change for one in undone for change in one.changes)
