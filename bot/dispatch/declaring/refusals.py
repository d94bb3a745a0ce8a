"""What every command can be refused for, before it runs."""

from collections.abc import Sequence

from bot.domain.dialogue.inline import Mention
from bot.domain.dialogue.people import Person, Role
from bot.domain.errors import NotAllowed, NotFound, WrongInput


class UnknownCommand(WrongInput):
    """No such word; `near` are words of ours that look like it."""


class UnknownSentence(WrongInput):
    """A whole sentence that begins with no command; `text` may be a question to search for."""


class MeantOne(WrongInput):
    """No such `word`; the `line` of ours that looks like it is shown as `meant`."""

    def __init__(self, line: str, **data: object) -> None:
        super().__init__(**data)
        self.line = line


class WhichOne(WrongInput):
    """A first word that needs a second; `choices` are the commands."""


class TooLong(WrongInput):
    """More text than a command takes."""


class TooManyCommands(WrongInput):
    """More than `most` of them in one message; the last ones were not done."""


class TooOld(WrongInput):
    """Sent long ago, for instance while we were off; `text` is what to send again."""


class NotUndoable(NotFound):
    """What the person did last, by `command`, cannot be taken back."""


class NeedsRole(NotAllowed):
    """The command is for another `role`."""


class RightsSuspended(NotAllowed):
    """The person has another cryptographic identity, which the office has not confirmed yet."""


class SaidInClear(NotAllowed):
    """The message came in clear, although its room is encrypted."""


class Unproven(NotAllowed):
    """Nothing proves that the person wrote it: `how` is a reaction, or a device without its owner."""


class OfficeRoomOnly(NotAllowed):
    """The command works in the office's room alone."""


def lacking(person: Person, permission: Role, path: Sequence[str]) -> NotAllowed:
    """Why that person may not use the command."""
    command = " ".join(path)
    if person.suspended:
        return RightsSuspended(user=Mention(person.user_id), command=command)
    return NeedsRole(role=permission.name.lower(), command=command)
