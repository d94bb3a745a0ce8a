"""The end of a form: what was understood, before it counts."""

from dataclasses import dataclass, replace

from bot.dispatch.declaring.command import AnyCommand
from bot.dispatch.declaring.context import Context
from bot.dispatch.turns.forming import LASTS, asked_again
from bot.dispatch.turns.turn import confirmation, permit
from bot.domain.dialogue.ask import Choice, Filling
from bot.domain.dialogue.inline import Lines
from bot.domain.dialogue.message import Items, Reply, Text
from bot.domain.dialogue.option import Option
from bot.domain.dialogue.people import Role
from bot.domain.errors import Refusal
from bot.storage.database import Transaction
from bot.storage.savepoint import rehearse


@dataclass(slots=True, kw_only=True)
class Summary:
    """All parts are there: shows them before they count; `because` says why once more."""

    command: AnyCommand
    context: Context
    filling: Filling
    argument: object
    because: Text | None = None
    outcome: str = "form"
    edits: str | None = None
    cause: str | None = None

    @property
    def language(self) -> str:
        return self.context.language

    async def look(self) -> None:
        """Nothing to read."""

    def decide(self, tx: Transaction) -> Reply:
        permit(self.command, self.context)
        try:
            lines = self._lines(tx)
        except Refusal as refusal:
            return asked_again(self.command, self.context, self.filling, refusal).decide(tx)
        back = Choice.of(Option.BACK, Text("choice-back"))
        ask = replace(
            confirmation(self.command, self.context, (back,)),
            filling=replace(self.filling, missing=""),
            lasts=LASTS,
            plain=True,
            rights=self.command.permission >= Role.OFFICE,
        )
        why = (self.because,) if self.because else ()
        return Reply(*why, Text("form-summary"), Items(lines), ask=ask)

    def _lines(self, tx: Transaction) -> tuple[Text, ...]:
        """What was understood, else what was typed."""
        if self.command.understood:
            found = self.command.understood(self.context, tx, self.argument)
            fields = [(self.command.field(name), value) for name, value in found]
            named = ((Text(one.text_id), value) for one, value in fields if one)
            return tuple(Text("form-line", label=label, value=value) for label, value in named)
        rehearse(tx, self._act)
        lines = []
        if self.filling.typed.strip():
            lines.append(Text("form-typed", value=Lines(self.filling.typed.strip())))
        for name, value in self.filling.values:
            known = self.command.field(name)
            if known is not None:
                label = Text(known.text_id)
                lines.append(Text("form-line", label=label, value=Lines(value)))
        return tuple(lines)

    def _act(self, tx: Transaction) -> Reply:
        if self.command.action is None:
            raise LookupError(self.command.path)
        return self.command.action(self.context, tx, self.argument)
