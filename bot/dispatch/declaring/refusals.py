"""What every command can be refused for, before it runs."""

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


class OfficeRoomOnly(NotAllowed):
    """The command works in the office's room alone."""
