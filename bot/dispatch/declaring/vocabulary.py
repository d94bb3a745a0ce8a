"""The words of all commands: which command a line means, and which ones it may have meant."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.dispatch.declaring.command import AnyCommand
from bot.dispatch.declaring.context import Path
from bot.dispatch.declaring.nearness import folded, nearest, unmistakable
from bot.dispatch.declaring.offers import Meant, Near, Offer, Part, once

_CLEAR_ALONE = 6
"""Letters of a second word that no other bot will have as its command."""
_ROOT_AND_NUMBER = 2
_SHOW = ("zeige", "show")
"""What is done with an object of which only the number is said."""


@dataclass(frozen=True, slots=True)
class Match:
    """The command, what follows its words, and whether its English words were used."""

    command: AnyCommand
    rest: str
    english: bool


class Vocabulary:
    """Knows every command by its German and by its English words."""

    def __init__(self, commands: Iterable[AnyCommand]) -> None:
        self._paths: dict[Path, Meant] = {}
        self._below: defaultdict[str, dict[str, Meant]] = defaultdict(dict)
        self._roots: dict[str, Meant] = {}
        for command in commands:
            for path, english in ((command.path, False), (command.alias, True)):
                self._learn(typed(path), Meant(command, english))
            for word in command.also:
                self._paths.setdefault(typed((word,)), Meant(command, english=False))
        self._alone = _single(self._below, self._roots)
        self._offered = {word for word, meant in self._roots.items() if not meant.command.hidden}

    def _learn(self, path: Path, meant: Meant) -> None:
        self._paths.setdefault(path, meant)
        self._roots.setdefault(path[0], meant)
        if len(path) > 1 and not meant.command.hidden:
            self._below[path[0]].setdefault(path[1], meant)

    def match(self, line: str) -> Match | None:
        """The command with the most words that the line begins with.

        The number of what it is about may stand between them ("projekt 12 meldung ..."), and a
        second word that only one command has may stand alone ("meldung 12 ...").
        """
        words = line.split(None, 3)
        if turned := self._turned(line, words):
            return turned
        if len(words) > _ROOT_AND_NUMBER and is_number(words[1]):
            found = self._paths.get(typed((words[0], words[2])))
            if found:
                return Match(found.command, " ".join([words[1], *words[3:]]), found.english)
        for count in range(min(len(words), 2), 0, -1):
            found = self._paths.get(typed(words[:count]))
            if found is None and count == 1:
                found = self._alone.get(folded(words[0]))
            if found:
                rest = line.split(None, count)[count:]
                return Match(found.command, rest[0] if rest else "", found.english)
        return None

    def _turned(self, line: str, words: Sequence[str]) -> Match | None:
        """The words in the order of speech, "zeige projekt 3"; or a number alone, "projekt 3"."""
        if len(words) < 2 or typed(words[:2]) in self._paths:  # noqa: PLR2004 -- two words
            return None
        if found := self._paths.get(typed((words[1], words[0]))):
            return Match(found.command, "".join(line.split(None, 2)[2:]), found.english)
        if is_number(words[1]) and len(words) == 2:  # noqa: PLR2004
            shown = (self._paths.get(typed((words[0], word))) for word in _SHOW)
            found = next((one for one in shown if one), None)
            return Match(found.command, words[1], found.english) if found else None
        return None

    def claims(self, line: str) -> bool:
        """Whether a line behind a sigil, which other bots share, must be for us.

        Exact words are, and what can hardly be anything but a slip in them. An English word says
        little without its second one, and so do most second words without a number.
        """
        words = line.split(None, 2)
        first = folded(words[0]) if words else ""
        root = self._roots.get(first)
        if (first,) in self._paths:
            return True
        if root and (root.english or root.command.hidden):
            return self.match(line) is not None or self._is_begun(first, words[1:])
        if root or unmistakable(first, self._offered):
            return True
        if len(words) > 1 and self._is_turned(first, folded(words[1])):
            return True
        alone = self._alone.get(first)
        if alone and not alone.english and len(first) >= _CLEAR_ALONE:
            return True
        numbered = len(words) > 1 and is_number(words[1])
        return numbered and bool(unmistakable(first, self._alone))

    def _is_turned(self, first: str, second: str) -> bool:
        """Whether two words of one command stand in the order of speech."""
        found = self._paths.get((second, first))
        return found is not None and not found.english

    def _is_begun(self, root: str, behind: Sequence[str]) -> bool:
        """Whether nothing, a number, or nearly a second word of ours follows."""
        below = self._below.get(root, {})
        if not below or not behind:
            return bool(below)
        return is_number(behind[0]) or bool(unmistakable(folded(behind[0]), below))

    def may_mean(self, line: str) -> bool:
        """Whether a line is one of our commands, or nearly one."""
        return self.match(line) is not None or bool(self.suggest(line))

    def suggest(self, line: str, *, english: bool = False) -> tuple[Offer, ...]:
        """What a mistyped or shortened line may have meant; each command once.

        Where both languages are as near, `english` decides which one is shown.
        """
        first, behind = (*line.split(None, 1), "", "")[:2]
        found: list[Near] = []
        for word in nearest(folded(first), {*self._offered, *self._alone}):
            if word in self._alone:
                found.append(Near(self._alone[word], behind))
            else:
                found += self._from_root(word, behind, exact=word == folded(first))
        return once(found, english=english)

    def _from_root(self, root: str, behind: str, *, exact: bool) -> Iterator[Near]:
        """The commands of that first word, by the second one if that is nearly one of ours."""
        below = self._below.get(root, {})
        second, rest = (*behind.split(None, 1), "", "")[:2]
        near = nearest(folded(second), below)
        if is_number(second) and rest:
            third, rest = (*rest.split(None, 1), "")[:2]
            near, rest = nearest(folded(third), below), f"{second} {rest}"
        yield from (Near(below[word], rest) for word in near)
        if exact or near:
            return
        if (root,) in self._paths:
            yield Near(self._paths[root,], behind)
        else:
            yield Near(self._roots[root], kind=Part.ROOT)

    def mistyped(self, line: str) -> bool:
        """Whether the second word of a line is nearly one of ours, where the first is a command."""
        words = line.split(None, 2)
        below = self._below.get(folded(words[0]), {}) if len(words) > 1 else {}
        word = folded(words[1]) if below else ""
        return bool(below) and word not in below and bool(unmistakable(word, below))

    def near(self, word: str, *, english: bool = False) -> tuple[str, ...]:
        """The words of ours that it is or nearly is, as declared; each command's once."""
        near = nearest(folded(word), {*self._offered, *self._alone})
        found = [
            Near(self._alone[one], kind=Part.SECOND)
            if one in self._alone
            else Near(self._roots[one], kind=Part.ROOT)
            for one in near
        ]
        return tuple(offer.words for offer in once(found, english=english))


def typed(words: Sequence[str]) -> Path:
    """Words as they are compared."""
    return tuple(folded(word) for word in words)


def is_number(word: str) -> bool:
    """Whether the word is a short number, `12` or `#12`."""
    return word.strip("#.,:").isdecimal()


def _single(below: Mapping[str, Mapping[str, Meant]], roots: Collection[str]) -> dict[str, Meant]:
    """Second words that one command alone has, and that begin no other."""
    found: defaultdict[str, list[Meant]] = defaultdict(list)
    for seconds in below.values():
        for word, meant in seconds.items():
            found[word].append(meant)
    return {
        word: meant[0]
        for word, meant in found.items()
        if len({one.command.path for one in meant}) == 1 and word not in roots
    }
