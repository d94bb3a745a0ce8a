"""Shortened and misspelt commands: one that is clear is offered, other bots' words stay theirs."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot.commands
from bot.dispatch.declaring.command import nothing
from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.nearness import folded, nearest
from bot.dispatch.declaring.router import Router
from bot.dispatch.declaring.vocabulary import Vocabulary
from bot.domain.dialogue.message import Reply
from bot.domain.dialogue.people import Role

_THEIRS = (
    "ban kick mute unban warn warnings purge clear prune lock unlock slowmode op deop rules rule "
    "poll vote umfrage abstimmung rsvp event events calendar kalender date datum time zeit timer "
    "remindme remind reminder erinnere erinnerung alarm note notes notiz todo ticket issue tag tags "
    "giphy gif meme image img cat dog joke witz quote zitat karma rank level top leaderboard stats "
    "weather wetter forecast news tagesschau rss feed wiki wikipedia define urban dict translate "
    "lang search google roll dice coin flip rps 8ball trivia quiz play pause skip queue stop resume "
    "np lyrics youtube yt ping pong uptime version about info status echo say hug pat slap bonk "
    "meet jitsi zoom call join leave part invite server whois avatar seen tell afk welcome goodbye "
    "github gitlab pr jira deploy build restart shutdown reload eval sql dns trace maubot alias "
    "done cancel accept decline update change none here plan hier frei revoke community "
    "rate review paste patch patreon plate room2go rooms roles roller troll writer needs offers "
    "offset offen leiter traum raus haus paul pro bed an ans rol hil pas price exchange convert "
    "crypto stock math calc mensa kantine bahn zug fussball announce broadcast grab sed xkcd"
)
OTHERS = _THEIRS.split()


@cache
def ours() -> Vocabulary:
    return Router.discover(bot.commands).vocabulary


@cache
def two_languages() -> Vocabulary:
    made = Router()

    @made.query("projekt liste", alias="project list", args=nothing, permission=Role.GUEST)
    async def show(ctx: Context, _: None) -> Reply:
        return Reply()

    @made.query("projekt meldung", alias="project update", args=nothing, permission=Role.GUEST)
    async def report(ctx: Context, _: None) -> Reply:
        return Reply()

    @made.query("rückgängig", alias="undo", args=nothing, permission=Role.GUEST)
    async def undo(ctx: Context, _: None) -> Reply:
        return Reply()

    @made.query("tagung", alias="meeting", args=nothing, permission=Role.GUEST)
    async def meeting(ctx: Context, _: None) -> Reply:
        return Reply()

    @made.query("tagung ändern", alias="meeting change", args=nothing, permission=Role.GUEST)
    async def change(ctx: Context, _: None) -> Reply:
        return Reply()

    @made.query("pate", alias="patron", args=nothing, permission=Role.GUEST)
    async def search(ctx: Context, _: None) -> Reply:
        return Reply()

    @made.query("hallo", alias="hello", args=nothing, permission=Role.GUEST, hidden=True)
    async def greet(ctx: Context, _: None) -> Reply:
        return Reply()

    return made.vocabulary


def lines(typed: str, *, english: bool = False) -> tuple[str, ...]:
    return tuple(offer.line for offer in two_languages().suggest(typed, english=english))


@pytest.mark.parametrize("word", OTHERS)
def test_another_bots_command_stays_theirs(word: str) -> None:
    assert not ours().claims(word)
    assert not ours().claims(f"{word} morgen in Berlin")


@pytest.mark.parametrize(
    "line",
    [
        "request the matrix",
        "role add anna",
        "project zomboid",
        "need help please",
        "was geht",
        "what is love",
        "anna 12",
        "exchange 12 EUR",
        "roll 20",
        "timer 10",
        "rate 5",
        "page 2",
    ],
)
def test_an_english_first_word_with_a_foreign_second_one_is_another_bots(line: str) -> None:
    assert not ours().claims(line)


@pytest.mark.parametrize(
    "line",
    [
        "pate Pflege",
        "Pate",
        "PROJEKT",
        "projekt quatsch",
        "project update 3 x",
        "project 3 update x",
        "request 3",
        "projet",
        "proj liste",
        "paate Pflege",
        "patte Pflege",
        "hilf",
        "tagug",
        "anfarge",
        "rückgangig",
        "rueckgaengig",
        "meldung",
        "meldung 12 Auftakt",
        "meldng 12 Auftakt",
        "update 12 done",
        "anfragen 6: Wie?",
        "was kannst du",
        "hallo",
    ],
)
def test_our_words_and_clear_slips_in_them_are_heard(line: str) -> None:
    assert ours().claims(line)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("projekt lite", "projekt liste"),
        ("proj list", "projekt liste"),
        ("prokjekt meldnug 12 Auftakt: gut", "projekt meldung 12 Auftakt: gut"),
        ("projket 12 meldung Auftakt", "projekt meldung 12 Auftakt"),
        ("projekt 12 meldnug Auftakt", "projekt meldung 12 Auftakt"),
        ("meldng 12 Auftakt", "projekt meldung 12 Auftakt"),
        ("paate Pflege in OWL", "pate Pflege in OWL"),
        ("paate 12 Pflege", "pate 12 Pflege"),
        ("tagug aendrn 3", "tagung ändern 3"),
        ("rückgangig", "rückgängig"),
        ("projct updat 3 x", "project update 3 x"),
        ("rück", "rückgängig"),
    ],
)
def test_one_clear_command_is_offered_as_declared_with_what_follows(
    typed: str, offered: str
) -> None:
    assert lines(typed) == (offered,)


def test_both_languages_of_a_command_count_once_and_the_room_decides() -> None:
    assert two_languages().near("proj") == ("projekt",)
    assert two_languages().near("proj", english=True) == ("project",)
    assert lines("proj lis") == ("projekt liste",)
    assert lines("proj lis", english=True) == ("project list",)


def test_what_was_typed_in_one_language_is_offered_in_it() -> None:
    assert lines("meetng") == ("meeting",)
    assert lines("tagng", english=True) == ("tagung",)


def test_several_that_are_as_near_are_all_named() -> None:
    assert ours().near("ansag") == ("ansage", "ansagen")


def test_a_first_word_alone_is_offered_but_runs_nothing() -> None:
    (offer,) = two_languages().suggest("projct")
    assert (offer.words, offer.runs) == ("project", False)


@pytest.mark.parametrize("typed", ["hall", "helo", "xyz", "", "neu", "a", "12", "p" * 5000])
def test_greetings_and_what_is_far_off_are_never_offered(typed: str) -> None:
    assert lines(typed) == ()


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("tagung ändren 3", True),
        ("tagung ändern 3", False),
        ("tagung morgen", False),
        ("tagung", False),
        ("", False),
    ],
)
def test_a_slip_in_the_second_word_is_told_from_an_argument(line: str, wrong: bool) -> None:
    assert two_languages().mistyped(line) is wrong


@given(st.text(max_size=60))
def test_nearness_takes_any_text_and_answers_with_our_words(text: str) -> None:
    known = {"pate", "projekt", "project"}
    assert set(nearest(folded(text), known)) <= known
    ours().claims(text)
    ours().mistyped(text)
    for offer in ours().suggest(text):
        assert offer.words


@given(st.sampled_from(["projekt", "tagung", "netzwerk"]), st.integers(0, 5))
def test_two_letters_swapped_are_still_the_word(word: str, place: int) -> None:
    at = place % (len(word) - 1)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    assert nearest(swapped, {"projekt", "tagung", "netzwerk", "pate"}) == (word,)


@pytest.mark.parametrize(
    ("line", "path", "rest"),
    [
        ("projekt 3", ("projekt", "zeige"), "3"),
        ("anfrage #7", ("anfrage", "zeige"), "#7"),
        ("request 7", ("anfrage", "zeige"), "7"),
        ("zeige projekt 3", ("projekt", "zeige"), "3"),
        ("neu angebot Pflege\nStufe 2", ("angebot", "neu"), "Pflege\nStufe 2"),
        ("meldung projekt 3 Auftakt", ("projekt", "meldung"), "3 Auftakt"),
        ("projekt 3 meldung Auftakt", ("projekt", "meldung"), "3 Auftakt"),
        ("projekte Pflege", ("projekt", "liste"), "Pflege"),
        ("Jahrestreffen", ("tagung",), ""),
        ("suche Pflege in NRW", ("pate",), "Pflege in NRW"),
    ],
)
def test_words_arrive_in_the_order_of_speech(line: str, path: tuple[str, ...], rest: str) -> None:
    match = ours().match(line)
    assert match
    assert (match.command.path, match.rest) == (path, rest)
    assert ours().claims(line) or match.english


@pytest.mark.parametrize("line", ["zeige mir das", "show project 3", "neu hier", "new offer"])
def test_words_in_the_order_of_speech_stay_with_other_bots(line: str) -> None:
    assert not ours().claims(line)
