"""Numbers, Matrix ids and fields, as people type them."""

import pytest

from bot.dispatch.declaring.arguments import NumberMissing, UserMissing, fields, number, user


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("12 Hallo", (12, "Hallo")),
        ("#12 Hallo", (12, "Hallo")),
        ("# 12: Hallo", (12, "Hallo")),
        ("Nr. 12 Hallo", (12, "Hallo")),
        ("no 12", (12, "")),
        ("12\nHallo", (12, "Hallo")),
        ("12. Hallo", (12, "Hallo")),
    ],
)
def test_a_number_is_read_in_every_spelling(typed: str, expected: tuple[int, str]) -> None:
    assert number(typed) == expected


@pytest.mark.parametrize(
    "typed", ["", "zwölf", "12a", "#", "-3", "1234567890123", "12.11.: Auftakt"]
)
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(NumberMissing):
        number(typed)


def test_a_missing_number_says_whose_it_is() -> None:
    with pytest.raises(NumberMissing) as missing:
        number("Auftakt", "project")

    assert (missing.value.field, missing.value.data) == ("project", {"text": "Auftakt"})


@pytest.mark.parametrize("typed", ["@anna:example.org FKB", "@anna:example.org: FKB"])
def test_a_matrix_id_is_read(typed: str) -> None:
    assert user(typed) == ("@anna:example.org", "FKB")


@pytest.mark.parametrize("typed", ["anna FKB", "@anna FKB", ""])
def test_a_name_is_no_matrix_id(typed: str) -> None:
    with pytest.raises(UserMissing):
        user(typed)


def test_fields_stand_between_lines_or_bars() -> None:
    assert fields(" a | b\n\nc |  ") == ("a", "b", "c")
