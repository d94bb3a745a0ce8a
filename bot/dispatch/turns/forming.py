"""Forms: a command that lacks a required part asks for it, one part at a time."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from bot.dispatch.declaring.arguments import number
from bot.dispatch.declaring.command import AnyCommand
from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.field import Field, FieldKind, Proposed, composed
from bot.dispatch.turns.choosing import Choose
from bot.dispatch.turns.correcting import Correct
from bot.dispatch.turns.turn import Run, Turn, permit
from bot.domain.dialogue.ask import Ask, Choice, Filling
from bot.domain.dialogue.message import Block, Items, Post, Reply, Text
from bot.domain.dialogue.option import DIGITS, MOST_CHOICES
from bot.domain.errors import Missing, Refusal
from bot.domain.moments.refusals import AmbiguousDay, VagueDay
from bot.storage.database import Transaction

LASTS = timedelta(days=30)


@dataclass(slots=True, kw_only=True)
class AskField:
    """Asks for the part that is missing; `because` is what was wrong with the answer before.

    `meant` is what that answer may have meant, where it can be said so. `read` is what the parser
    made of the other parts; in a `fresh` form nothing was answered yet.
    """

    command: AnyCommand
    context: Context
    filling: Filling
    because: Refusal | None = None
    meant: tuple[Proposed, ...] = ()
    read: Mapping[str, object] = field(default_factory=dict)
    fresh: bool = False
    outcome: str = "form"
    edits: str | None = None
    cause: str | None = None

    @property
    def language(self) -> str:
        return self.context.language

    async def look(self) -> None:
        """What it proposes is read in the transaction."""

    def decide(self, tx: Transaction) -> Reply:
        permit(self.command, self.context)
        asked = self.command.field(self.filling.missing)
        if asked is None:
            raise LookupError(self.filling.missing)
        try:
            self._verify(tx)
        except Refusal as refusal:
            if self.fresh or not self.filling.values:
                raise
            back = self.filling.without_last()
            return replace(self, filling=back, because=refusal, meant=(), read={}).decide(tx)
        context = replace(self.context, path=self.command.path)
        proposed = self.meant or (tuple(asked.propose(context, tx)) if asked.propose else ())
        proposed = proposed if len(proposed) <= MOST_CHOICES else ()
        ask = self._ask(proposed)
        blocks = self._blocks(asked, proposed)
        if asked.personal and not self.context.message.direct:
            person = self.context.person.user_id
            post = Post(to=person, name=f"form-{asked.name}", blocks=blocks, ask=ask)
            return Reply(Text("form-goes-direct"), posts=(post,))
        return Reply(*blocks, ask=ask)

    def _verify(self, tx: Transaction) -> None:
        """Let pass what was read so far; nobody shall dictate a text for what does not exist.

        Raises:
            Refusal: there is no such thing, or it is not for this person.
        """
        for name, value in self.read.items():
            known = self.command.field(name)
            if known and known.check:
                known.check(self.context, str(value))
            if known and known.exists:
                known.exists(self.context, tx, str(value))

    def _ask(self, proposed: tuple[Proposed, ...]) -> Ask:
        numbered = zip(proposed, DIGITS, strict=False)
        choices = tuple(Choice(one.value, one.label, digit) for one, digit in numbered)
        return Ask(
            choices=choices,
            people=(self.context.person.user_id,),
            lasts=LASTS,
            filling=self.filling,
            plain=True,
        )

    def _blocks(self, asked: Field, proposed: tuple[Proposed, ...]) -> tuple[Block, ...]:
        blocks: list[Block] = []
        if self.because is not None:
            blocks.append(Text(self.because.text_id(), **self.because.data))
        blocks.append(Text(f"{asked.text_id}-ask"))
        if proposed:
            blocks.append(Items(tuple(one.label for one in proposed), first=1))
        if not self.filling.values and self.because is None and not proposed:
            blocks.append(Text("form-hint", direct=self.context.message.direct))
        return tuple(blocks)


def line_of(command: AnyCommand, filling: Filling) -> str:
    """What would have been typed behind the command's words."""
    return composed(command.fields, filling)


def asked_again(
    command: AnyCommand,
    context: Context,
    filling: Filling,
    refusal: Refusal,
    *,
    fresh: bool = False,
) -> AskField:
    """The form goes on with what is still missing, or with another answer in place of the last.

    Raises:
        Refusal: there is nothing to ask for.
    """
    names = dict(filling.values)
    if isinstance(refusal, Missing) and command.field(refusal.field) and refusal.field not in names:
        more = replace(filling, missing=refusal.field)
        read = {**refusal.data, **refusal.read}
        return AskField(command=command, context=context, filling=more, read=read, fresh=fresh)
    if not filling.values:
        raise refusal
    back = filling.without_last()
    meant = _meant(refusal, filling.values[-1][1])
    return AskField(command=command, context=context, filling=back, because=refusal, meant=meant)


def _meant(refusal: Refusal, words: str) -> tuple[Proposed, ...]:
    """The answer with each of the days in it that its words may have meant."""
    if not isinstance(refusal, VagueDay | AmbiguousDay) or refusal.text not in words:
        return ()
    return tuple(
        Proposed(Text("day-choice", day=day), words.replace(refusal.text, f"{day:%d.%m.%Y}", 1))
        for day in refusal.days
    )


def unmeant(command: AnyCommand, context: Context, filling: Filling) -> AskField | None:
    """The form that asks again for the first answer that can be read but not be meant."""
    for name, value in filling.values:
        known = command.field(name)
        if known:
            try:
                if known.kind is FieldKind.NUMBER:
                    number(value, name)
                if known.check:
                    known.check(context, value)
            except Refusal as refusal:
                back = filling.without(name)
                return AskField(command=command, context=context, filling=back, because=refusal)
    return None


def labelled(command: AnyCommand, filling: Filling, words: str) -> Filling:
    """The form with one more answer, or with several that bear labels; each goes to its part.

    Where nothing is missing any more, other words change nothing.
    """
    found = _parts(command, words) or {filling.missing: words.strip()}
    found.pop("", None)
    kept = tuple(pair for pair in filling.values if pair[0] not in found)
    return replace(filling, values=(*kept, *found.items()))


def _parts(command: AnyCommand, words: str) -> dict[str, str]:
    """What stands behind labels; none unless the first line begins with one."""
    parts: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in words.strip().splitlines():
        label, colon, value = line.partition(":")
        meant = next((f for f in command.fields if colon and f.is_called(label.strip())), None)
        if meant:
            current = parts[meant.name] = [value]
        elif current is None:
            return {}
        else:
            current.append(line)
    said = {name: "\n".join(lines).strip() for name, lines in parts.items()}
    return {name: value for name, value in said.items() if value}


def asking_for(turn: Turn, missing: Missing) -> Turn:
    """The form that asks for what a command found missing while it ran.

    Raises:
        Missing: no form can ask for it.
    """
    if isinstance(turn, Choose) and turn.after is not None:
        turn.after = asking_for(turn.after, missing)
        return turn
    if isinstance(turn, Correct):
        turn.again = asking_for(turn.again, missing)
        return turn
    if isinstance(turn, Run) and turn.command.field(missing.field):
        filling = Filling(turn.command.path, turn.context.line, (), missing.field)
        return AskField(command=turn.command, context=turn.context, filling=filling)
    raise missing
