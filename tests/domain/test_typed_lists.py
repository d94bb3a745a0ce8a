"""Lists are narrowed, cut into pages and asked for as a file in one line."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import Refusal
from bot.domain.typed.lists import (
    PAGE,
    ROOM,
    Listing,
    NoSuchPage,
    last_page,
    page_starts,
    parse_listing,
)

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "listing"),
    [
        ("", Listing()),
        ("2", Listing(page=2)),
        ("FKB OWL 2", Listing(about="FKB OWL", page=2)),
        ("#2", Listing(about="#2")),
        ("eigene", Listing(own=True)),
        ("alle Seite 3", Listing(every=True, page=3)),
        ("Thema: Pflege", Listing(about="Pflege")),
        (
            "Pflege seit 01.10. Seite 2",
            Listing(about="Pflege", since=date(2026, 10, 1), page=2),
        ),
        ("since Monday", Listing(since=TODAY)),
        ("seit Sonntag", Listing(since=date(2026, 11, 22))),
    ],
)
def test_a_list_is_narrowed(text: str, listing: Listing) -> None:
    assert listing == parse_listing(text, TODAY)


@pytest.mark.parametrize(("page", "count", "offset"), [(1, 0, 0), (1, 11, 0), (2, 16, 15)])
def test_a_page_begins_where_the_last_one_ended(page: int, count: int, offset: int) -> None:
    assert offset == Listing(page=page).offset(count)


@pytest.mark.parametrize(("page", "count"), [(0, 5), (2, 15), (9, 0)])
def test_a_page_that_is_not_there_is_refused(page: int, count: int) -> None:
    with pytest.raises(NoSuchPage):
        Listing(page=page).offset(count)


@pytest.mark.parametrize(
    ("text", "listing"),
    [
        ("datei", Listing(file=True)),
        ("Pflege als Datei", Listing(about="Pflege", file=True)),
        ("seit gestern file", Listing(since=date(2026, 11, 22), file=True)),
        ("Datei Pflege", Listing(about="Datei Pflege")),
    ],
)
def test_a_file_is_asked_for_at_the_end(text: str, listing: Listing) -> None:
    assert parse_listing(text, TODAY) == listing


def test_a_bare_list_is_of_ones_own_where_the_command_says_so() -> None:
    assert parse_listing("2", TODAY, own=True) == Listing(own=True, page=2)
    assert parse_listing("alle", TODAY, own=True) == Listing(every=True)
    assert parse_listing("Pflege", TODAY, own=True) == Listing(about="Pflege")


@pytest.mark.parametrize(
    "text", ["", "eigene", "alle", "#2", "Pflege", "Pflege seit gestern", "FKB OWL seit 1.10."]
)
def test_another_page_of_a_list_is_the_same_list_whenever_it_is_read(text: str) -> None:
    listing = parse_listing(text, TODAY)
    years_later = date(2029, 5, 1)

    again = parse_listing(listing.line(7), years_later)
    file = parse_listing(listing.line(), years_later)

    assert (again.page, file.file) == (7, True)
    for one in (again, file):
        assert (one.about, one.own, one.every, one.since) == (
            listing.about,
            listing.own,
            listing.every,
            listing.since,
        )


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        parse_listing(text, TODAY)
    except Refusal:
        return


@given(st.lists(st.integers(0, 2 * ROOM), max_size=60))
def test_pages_hold_everything_once_and_never_too_much(sizes: list[int]) -> None:
    starts = (*page_starts(sizes), len(sizes))
    pages = [sizes[begin:end] for begin, end in pairwise(starts)]

    assert [size for page in pages for size in page] == sizes
    assert all(len(page) <= PAGE for page in pages)
    assert all(len(page) == 1 or sum(page) <= ROOM for page in pages if page)
    assert all(pages) or not sizes


def test_a_list_without_items_has_one_page() -> None:
    assert (last_page(0), page_starts(())) == (1, (0,))
