"""`!sprache`: how the bot speaks to a person, or in a room."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.dispatch.declaring.command import Input
from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.field import Field, Proposed
from bot.dispatch.declaring.router import Router
from bot.domain.dialogue.message import Reply, Text
from bot.domain.dialogue.people import Role
from bot.domain.dialogue.signals import PreferencesChanged, RoomsChanged
from bot.domain.dialogue.voice import Voice
from bot.domain.errors import Missing, NotAllowed, WrongInput
from bot.storage.database import Transaction

router = Router()
_WORDS = {
    word: voice
    for voice, words in {
        Voice.FORMAL: "de deutsch german sie formal förmlich foermlich",
        Voice.INFORMAL: "du duzen informal informell de-du",
        Voice.PLAIN: "einfach plain leicht de-einfach",
        Voice.ENGLISH: "en englisch english",
    }.items()
    for word in words.split()
}
_HERE = frozenset({"hier", "raum", "here", "room"})
_CHANGED = (PreferencesChanged(), RoomsChanged())
_FILLER = frozenset({"sprache", "per", "mit", "language", "in", "auf"})


class VoiceMissing(Missing):
    """How shall the bot speak?"""

    field = "voice"


class UnknownVoice(WrongInput):
    """None of our voices; `text`."""


class RoomsVoice(NotAllowed):
    """How the bot speaks in a room, coordinators and the office decide."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The voice, for oneself or for this room."""

    voice: Voice
    here: bool

    @classmethod
    def parse(cls, given: Input) -> "Chosen":
        """Read `du`, `englisch`, `hier einfach`.

        Raises:
            VoiceMissing, UnknownVoice: with what was typed.
        """
        words = [word for word in given.text.casefold().split() if word not in _FILLER]
        bare = [word for word in words if word not in _HERE]
        if not bare:
            raise VoiceMissing
        voice = _WORDS.get(" ".join(bare))
        if voice is None:
            raise UnknownVoice(text=given.text[:40])
        return cls(voice, here=len(bare) < len(words))


def _voices(_: Context, __: Transaction) -> tuple[Proposed, ...]:
    return tuple(Proposed(Text("voice-name", voice=voice), voice.value) for voice in Voice)


VOICE = Field(name="voice", propose=_voices)


def _take_back(ctx: Context, tx: Transaction, memory: Mapping[str, Any]) -> Reply:
    voice = Voice.of(memory["voice"]) if memory["voice"] else None
    _set(ctx, tx, memory["target"], voice)
    return Reply(Text("sprache-undone"), signals=_CHANGED)


@router.action(
    "sprache",
    alias="language",
    args=Chosen.parse,
    permission=Role.GUEST,
    fields=(VOICE,),
    undo=_take_back,
)
def speak(ctx: Context, tx: Transaction, chosen: Chosen) -> Reply:
    """Set the voice for oneself, or for the room."""
    here = chosen.here and not ctx.message.direct
    if here and not ctx.person.may(Role.COORDINATOR):
        raise RoomsVoice
    target = ctx.message.room_id if here else ctx.person.user_id
    before = _set(ctx, tx, target, chosen.voice)
    return Reply(
        Text("sprache-done", voice=chosen.voice, here=here),
        signals=_CHANGED,
        memory={"target": target, "voice": before},
    )


def _set(ctx: Context, tx: Transaction, target: str, voice: Voice | None) -> str | None:
    """Let the bot speak so to a person (by Matrix id) or in a room; how it was before."""
    if target.startswith("@"):
        by = ctx.person.user_id
        return ctx.services.preferring.speak(tx, target, voice, by, ctx.now).voice
    return ctx.services.hosting.speak(tx, target, voice)
