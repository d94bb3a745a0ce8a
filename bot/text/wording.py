"""Every kind of value that a sentence can take, in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from html import escape
from urllib.parse import quote, unquote

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal

from bot.domain.dialogue.inline import Lines, Link, Mention
from bot.domain.dialogue.message import Text
from bot.text.body import Body, verbatim
from bot.text.calendar import in_pattern, zone_name
from bot.text.inert import cleaned, defused, inert, lures
from bot.text.sentences import BrokenText, Choice, Sentences

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_OTHER = "*"  # is no variant's name, so that the default is chosen
_URL = re.compile(r"(?:https?://|mailto:)[^\s\"<>\\^`{|}]+", re.IGNORECASE)
_USER_ID = re.compile(r"@[^\s:]*:[A-Za-z0-9.:\[\]-]+")


class Wording:
    """Words values in one language."""

    def __init__(self, sentences: Sentences) -> None:
        self._sentences = sentences
        self._locale = Locale.parse(sentences.locale)
        self._constant: dict[str, Body] = {}

    def text(self, text: Text) -> Body:
        """The sentence with its arguments.

        Raises:
            MissingText: there is no such sentence.
            BrokenText: it needs other arguments, or one cannot be worded.
        """
        if not text.args:
            return self._without_arguments(text.id)
        chosen_by = self._sentences.chosen_by
        arguments: list[Body] = []
        for name, value in text.args.items():
            unseen = isinstance(value, bool) and name in chosen_by
            try:
                arguments.append(self._value("" if unseen else value))
            except TypeError as error:
                raise BrokenText(f"text {text.id!r}, ${name}: {error}") from error
        choices = tuple([_choice(v) for name, v in text.args.items() if name in chosen_by])
        return self._sentences.template(text.id, tuple(text.args), choices).fill(arguments)

    def _without_arguments(self, text_id: str) -> Body:
        body = self._constant.get(text_id)
        if body is None:
            body = self._constant[text_id] = self._sentences.template(text_id, (), ()).fill(())
        return body

    def _value(self, value: object) -> Body:  # noqa: PLR0911 -- one answer per kind of value
        match value:
            case str():
                return verbatim(inert(value).replace("\n", " "))
            case Text():
                return self.text(value)
            case Lines():
                return verbatim(inert(value.text))
            case Link():
                return _link(value)
            case Mention():
                return _mention(value.user_id)
            case tuple():
                return self._list([self._value(item) for item in value])
            case datetime():
                return self._moment(value)
            case date():
                return verbatim(self._day(value, Text("date-pattern")))
            case int() if not isinstance(value, bool):
                return verbatim(_number(value, self._locale))
            case _:
                raise TypeError(f"no words for {value!r}")

    def _list(self, items: Sequence[Body]) -> Body:
        return Body(
            format_list([item.plain for item in items], locale=self._locale),
            format_list([item.html for item in items], locale=self._locale),
        )

    def _moment(self, moment: datetime) -> Body:
        zone = zone_name(moment, self._locale)
        words = self._day(moment.replace(tzinfo=None), Text("moment-pattern"))
        if zone is None:
            return verbatim(words)
        return self.text(Text("moment-elsewhere", moment=words, zone=zone))

    def _day(self, day: date, pattern: Text) -> str:
        return in_pattern(day, self.text(pattern).plain, self._locale)


def _choice(value: object) -> Choice:
    """Numbers as they are, lists by their length, words as they are; an empty string is 0."""
    match value:
        case bool():
            return "yes" if value else "no"
        case Enum(value=word):
            return int(word) if str(word).isdecimal() else str(word)
        case int():
            return value
        case tuple() | "":
            return len(value)
        case str() if _WORD.fullmatch(value):
            return value
    return _OTHER


@lru_cache(maxsize=1_024)
def _number(value: int, locale: Locale) -> str:
    return format_decimal(value, locale=locale)


def _link(link: Link) -> Body:
    url = cleaned(link.url)
    address = re.sub("^mailto:", "", url, flags=re.IGNORECASE)
    bare = link.label in (link.url, address)
    label = verbatim((address if bare else inert(link.label)).replace("\n", " "))
    if _URL.fullmatch(url) is None or lures(unquote(url)):
        shown = verbatim(defused(address).replace("\n", " "))
        return (
            shown if bare else Body(f"{label.plain}: {shown.plain}", f"{label.html}: {shown.html}")
        )
    html = f'<a href="{escape(url)}">{label.html}</a>'
    return Body(address if bare else f"{label.plain}: {address}", html)


def _mention(user_id: str) -> Body:
    shown = verbatim(inert(user_id).replace("\n", " "))
    if _USER_ID.fullmatch(user_id) is None or cleaned(user_id) != user_id:
        return shown
    href = "https://matrix.to/#/" + quote(user_id, safe="@:!$'()*,;=._~-")
    return Body(shown.plain, f'<a href="{escape(href)}">{shown.html}</a>')
