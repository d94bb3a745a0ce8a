"""Which messages are for us, and what they ask: the ways in of the common clients."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dispatch.declaring.command import nothing
from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.router import Clash, Router
from bot.dispatch.hearing.addressing import Address, Names, line
from bot.domain.dialogue.message import Message, Reply
from bot.domain.dialogue.people import Role

NAMES = Names("@lotse:example.org", "Netz Lotse")


def router() -> Router:
    made = Router()

    @made.query("pate", alias="patron", args=nothing, permission=Role.GUEST)
    async def search(ctx: Context, _: None) -> Reply:
        return Reply()

    @made.query("pate anfragen", alias="patron request", args=nothing, permission=Role.GUEST)
    async def ask(ctx: Context, _: None) -> Reply:
        return Reply()

    @made.query("anfrage zurück", alias="request withdraw", args=nothing, permission=Role.GUEST)
    async def withdraw(ctx: Context, _: None) -> Reply:
        return Reply()

    return made


ROUTER = router()


def message(text: str, *, direct: bool = False, replies_to_us: bool = False) -> Message:
    return Message(
        event_id="$e",
        room_id="!r",
        sender="@anna:example.org",
        text=text,
        sent_at=datetime(2026, 11, 23, tzinfo=UTC),
        direct=direct,
        answers="r-1" if replies_to_us else None,
    )


@pytest.mark.parametrize(
    "text",
    [
        "!pate Pflege",
        "/pate Pflege",
        "//pate Pflege",
        "!Pate Pflege",
        "  !pate Pflege ",
        "@lotse:example.org: pate Pflege",
        "@lotse:example.org  pate Pflege",
        "@lotse:example.org, !pate Pflege",
        "Netz Lotse:  pate Pflege",
        "netz lotse pate Pflege",
        "@Netz Lotse pate Pflege",
        "lotse: pate Pflege",
        "Lotse pate Pflege",
    ],
)
def test_a_command_is_heard_however_it_is_addressed(text: str) -> None:
    heard = line(message(text), NAMES, ROUTER)
    assert heard.address is not Address.NONE
    assert heard.text.casefold() == "pate pflege"


@pytest.mark.parametrize(
    "text",
    [
        "pate Pflege",
        "Ich frage den Lotse: pate Pflege",
        "!wetter morgen",
        "/me winkt",
        "!",
        "",
        "!!! wichtig",
        "Lotsendienst: pate Pflege",
        "**Alice**: !pate Pflege",
    ],
)
def test_other_talk_is_left_alone(text: str) -> None:
    assert line(message(text), NAMES, ROUTER).address is Address.NONE


def test_in_a_direct_chat_no_prefix_is_needed() -> None:
    heard = line(message("pate Pflege", direct=True), NAMES, ROUTER)
    assert (heard.address, heard.text) == (Address.CLEAR, "pate Pflege")


def test_why_as_a_reply_to_us_is_heard_and_elsewhere_not() -> None:
    heard = [
        line(message("Warum?", replies_to_us=reply), NAMES, ROUTER).address
        for reply in (True, False)
    ]
    assert heard == [Address.CLEAR, Address.NONE]


def test_a_misspelt_word_behind_a_sigil_is_heard_if_it_is_near_ours() -> None:
    assert line(message("!patte Pflege"), NAMES, ROUTER).address is Address.SIGIL
    assert ROUTER.near("anfarge") == ("anfrage",)


def test_too_much_text_is_cut_and_said() -> None:
    heard = line(message("!pate " + "x" * 65_000), NAMES, ROUTER)
    assert (heard.too_long, len(heard.text)) == (True, 4000)


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    for direct in (True, False):
        heard = line(message(text, direct=direct), NAMES, ROUTER)
        ROUTER.match(heard.text)


@pytest.mark.parametrize(
    ("typed", "path", "rest", "english"),
    [
        ("pate Pflege in NRW", ("pate",), "Pflege in NRW", False),
        ("pate anfragen 6 Wie?\nUnd wann?", ("pate", "anfragen"), "6 Wie?\nUnd wann?", False),
        ("PATRON care", ("pate",), "care", True),
        ("patron request 6 how", ("pate", "anfragen"), "6 how", True),
        ("anfrage zurueck 3", ("anfrage", "zurück"), "3", False),
        ("Anfrage   Zurück   3", ("anfrage", "zurück"), "3", False),
        ("pate", ("pate",), "", False),
    ],
)
def test_the_longest_words_win(typed: str, path: tuple[str, ...], rest: str, english: bool) -> None:
    match = ROUTER.match(typed)
    assert match is not None
    assert (match.command.path, match.rest, match.english) == (path, rest, english)


def test_two_commands_cannot_share_their_words() -> None:
    made = router()
    with pytest.raises(Clash):

        @made.query("PATE", alias="godfather", args=nothing, permission=Role.GUEST)
        async def again(ctx: Context, _: None) -> Reply:
            return Reply()
