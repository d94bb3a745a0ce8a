"""Finds the command of a line, or says which ones may have been meant."""

from bot.dispatch.declaring.offers import Offer
from bot.dispatch.declaring.refusals import (
    MeantOne,
    TooLong,
    UnknownCommand,
    UnknownSentence,
    WhichOne,
)
from bot.dispatch.declaring.router import Router, folded
from bot.dispatch.declaring.vocabulary import Match
from bot.dispatch.hearing.addressing import WHY, Line
from bot.domain.dialogue.message import Message
from bot.domain.dialogue.option import control_of

_SENTENCE = 3
_LISTED = 5
_SHOWN = 80


class Matching:
    """Exact words run; whatever is only near is offered, never executed by guess."""

    def __init__(self, router: Router) -> None:
        self._router = router

    def is_plainly(self, wanted: Line) -> bool:
        """Whether a line in a direct chat is a command beyond doubt, even amid a form.

        A second word that stands alone is none: "zurück" and "annehmen" are answers first.
        """
        match = self._router.match(wanted.text)
        if match is None:
            return False
        if wanted.prefixed and match.rest:
            return True
        command, first = match.command, folded(wanted.text.split(None, 1)[0])
        if first not in (folded(command.path[0]), folded(command.alias[0])):
            return False
        return len(command.path) > 1 or not match.rest

    def is_attempt(self, wanted: Line) -> bool:
        """Whether a line looks like one of our commands and bears a sigil: no answer begins so."""
        return (
            wanted.sigil
            and control_of(wanted.text) is None
            and self._router.vocabulary.may_mean(wanted.text)
        )

    def match(self, message: Message, wanted: Line, language: str = "de") -> Match:
        """The command of a line; `language` is that of an answer to it.

        Raises:
            TooLong, WhichOne, MeantOne, UnknownSentence, UnknownCommand: there is none.
        """
        if wanted.too_long:
            raise TooLong
        if not wanted.text:
            return self.named("hilfe")
        first = wanted.text.split(None, 1)[0]
        bare = first.rstrip("?!.").casefold()
        if message.answers is not None and bare in WHY:
            return self.named(bare)
        match = self._router.match(wanted.text)
        if match is None:
            raise self._refused(wanted.text, first, english=language == "en")
        if len(match.command.path) == 1 and self._router.vocabulary.mistyped(wanted.text):
            near = self._router.vocabulary.suggest(wanted.text, english=match.english)
            if len(near) == 1:
                raise _meant(wanted.text, near[0])
        return match

    def _refused(
        self, text: str, first: str, *, english: bool
    ) -> MeantOne | WhichOne | UnknownSentence | UnknownCommand:
        near = self._router.vocabulary.suggest(text, english=english)
        if len(near) == 1 and near[0].runs:
            return _meant(text, near[0])
        root = near[0].words if len(near) == 1 else first
        below = self._router.below(root) if len(near) < 2 else ()  # noqa: PLR2004 -- one is clear
        if below:
            words = (command.alias if english else command.path for command in below)
            return WhichOne(word=root, choices=tuple(map(" ".join, words)))
        if not near and len(text.split(None, _SENTENCE)) >= _SENTENCE:
            return UnknownSentence(text=text[:200])
        return UnknownCommand(word=first[:40], near=tuple(one.words for one in near[:_LISTED]))

    def named(self, word: str) -> Match:
        """The command of exactly that word.

        Raises:
            UnknownCommand: there is none.
        """
        match = self._router.match(word)
        if match is None:
            raise UnknownCommand(word=word, near=())
        return match


def _meant(text: str, offer: Offer) -> MeantOne:
    """`meant` is shown, `line` is what runs if the answer is yes."""
    word = " ".join(text.split(None, 2)[:2])[:40]
    shown = offer.line if len(offer.line) <= _SHOWN else f"{offer.line[:_SHOWN]}…"
    return MeantOne(offer.line, word=word, meant=shown)
