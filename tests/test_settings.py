"""What the settings are when nothing is wrong: file, environment, secrets' files, defaults."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from bot.settings import BadSettings, Distance, load
from bot.settings.model import Meeting, Settings

PROMISED = {
    "LOTSE_MATRIX__HOMESERVER": "http://127.0.0.1:8008/",
    "LOTSE_MATRIX__USER_ID": "@lotse:example.org",
    "LOTSE_MATRIX__PASSWORD": "first-password",
    "LOTSE_DATA_DIR": "/srv/lotse",
    "LOTSE_OFFICE__ADMINS": '["@anna:example.org", "@ben:example.org"]',
}
FILE = """
matrix:
  homeserver: https://matrix.example.org
  user_id: "@from-file:example.org"
  password: file-password
data_dir: data
office:
  admins: ["@anna:example.org"]
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "lotse.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def without(environ: Mapping[str, str], *names: str) -> dict[str, str]:
    return {name: value for name, value in environ.items() if name not in names}


def test_the_promised_variables_suffice() -> None:
    settings = load(PROMISED)
    assert settings.matrix.homeserver == "http://127.0.0.1:8008"
    assert settings.matrix.user_id == "@lotse:example.org"
    assert settings.matrix.password is not None
    assert settings.matrix.password.get_secret_value() == "first-password"
    assert settings.data_dir == Path("/srv/lotse")
    assert settings.office.admins == ("@anna:example.org", "@ben:example.org")
    assert settings.database_url == "sqlite+aiosqlite:////srv/lotse/lotse.db"


def test_a_token_with_its_device_takes_the_place_of_the_password() -> None:
    environ = without(PROMISED, "LOTSE_MATRIX__PASSWORD") | {
        "LOTSE_MATRIX__ACCESS_TOKEN": "first-token",
        "LOTSE_MATRIX__DEVICE_ID": "ABC",
    }
    matrix = load(environ).matrix
    assert (matrix.password, matrix.device_id) == (None, "ABC")
    assert matrix.access_token is not None
    assert matrix.access_token.get_secret_value() == "first-token"


def test_the_environment_counts_more_than_the_file(tmp_path: Path) -> None:
    file = written(tmp_path, FILE + "language: en\n")
    settings = load({"LOTSE_MATRIX__USER_ID": "@env:example.org"}, file)
    assert settings.matrix.user_id == "@env:example.org"
    assert settings.matrix.homeserver == "https://matrix.example.org"
    assert settings.language == "en"


def test_lotse_config_names_the_file_and_an_argument_counts_more(tmp_path: Path) -> None:
    named = {"LOTSE_CONFIG": str(written(tmp_path, FILE))}
    other = tmp_path / "other.yaml"
    other.write_text(FILE.replace("from-file", "from-argument"), encoding="utf-8")
    assert load(named).matrix.user_id == "@from-file:example.org"
    assert load(named, other).matrix.user_id == "@from-argument:example.org"


def test_an_empty_variable_and_an_empty_value_count_as_unset(tmp_path: Path) -> None:
    file = written(tmp_path, FILE + "language:\nrooms:\nlog:\n  level: ~\n")
    settings = load({"LOTSE_MATRIX__USER_ID": "", "LOTSE_MATRIX__PASSWORD_FILE": ""}, file)
    assert settings.matrix.user_id == "@from-file:example.org"
    assert (settings.language, settings.log.level) == ("de", "info")


def test_values_are_taken_as_they_are_written(tmp_path: Path) -> None:
    # YAML itself would read 600, False and an octal number.
    text = "meeting: {announce_at: 10:00, series: no}\nhealth: {port: 010}\n"
    settings = load(PROMISED, written(tmp_path, text))
    assert settings.meeting.announce_at == time(10)
    assert settings.meeting.series == "no"
    assert settings.health.port == 10


def test_secrets_come_from_files_without_their_last_line_end(tmp_path: Path) -> None:
    (tmp_path / "password").write_text(" from file \n", encoding="utf-8")
    (tmp_path / "url").write_text("postgresql+asyncpg://u:p@h:5432/d\n", encoding="utf-8")
    environ = without(PROMISED, "LOTSE_MATRIX__PASSWORD") | {
        "LOTSE_MATRIX__PASSWORD_FILE": str(tmp_path / "password"),
        "LOTSE_DATABASE__URL_FILE": str(tmp_path / "url"),
    }
    settings = load(environ)
    assert settings.matrix.password is not None
    assert settings.matrix.password.get_secret_value() == " from file "
    assert settings.database_url == "postgresql+asyncpg://u:p@h:5432/d"


def test_a_credential_of_systemd_counts_less_than_a_variable(tmp_path: Path) -> None:
    (tmp_path / "matrix.password").write_text("from credential", encoding="utf-8")
    (tmp_path / "of-another-service").write_text("not ours", encoding="utf-8")
    environ = PROMISED | {"CREDENTIALS_DIRECTORY": str(tmp_path)}
    both = load(environ).matrix.password
    alone = load(without(environ, "LOTSE_MATRIX__PASSWORD")).matrix.password
    assert both is not None
    assert alone is not None
    assert both.get_secret_value() == "first-password"
    assert alone.get_secret_value() == "from credential"


def test_credentials_that_cannot_be_listed_are_as_none() -> None:
    assert load(PROMISED | {"CREDENTIALS_DIRECTORY": "/nowhere/at/all"}) == load(PROMISED)


def test_nested_settings_and_lists_come_from_the_environment() -> None:
    environ = PROMISED | {
        "LOTSE_MEETING__STEPS__PROGRAMME": "10 weeks before",
        "LOTSE_MEETING__STEPS__THANKS": "never",
        "LOTSE_MEETING__ANY_DAY": '["thanks"]',
        "LOTSE_INVITES__SERVERS": '["example.org", "[::1]:8448"]',
        "LOTSE_LOG__LEVEL": "DEBUG",
        "LOTSE_TIME_ZONE": "Europe/Vienna",
    }
    settings = load(environ)
    assert settings.meeting.steps.programme == Distance(days=-70)
    assert settings.meeting.steps.thanks is None
    assert settings.meeting.any_day == ("thanks",)
    assert settings.invites.servers == ("example.org", "[::1]:8448")
    assert settings.log.level == "debug"
    assert settings.time_zone == ZoneInfo("Europe/Vienna")


def test_the_plan_of_a_meeting_is_the_usual_one() -> None:
    steps = {
        name: str(getattr(Meeting().steps, name)) for name in type(Meeting().steps).model_fields
    }
    assert steps == {
        "save_the_date": "6 months before",
        "programme": "8 weeks before",
        "sign_up": "3 weeks before",
        "last_call": "1 week before",
        "day_before": "1 day before",
        "thanks": "1 day after",
    }
    assert Meeting().announce_at == time(9)
    assert set(Meeting().any_day) < set(steps)


@pytest.mark.parametrize("user", ["@l:example.org", "@_b_=/x.y:10.0.0.1:80", "@A:[2001:db8::1]"])
def test_every_legal_matrix_id_is_taken(user: str) -> None:
    assert load(PROMISED | {"LOTSE_MATRIX__USER_ID": user}).matrix.user_id == user


@pytest.mark.parametrize("room", ["!a:example.org", "!" + "Ab-_" * 10 + "xyz"])
def test_room_ids_are_taken_with_server_and_as_hash(room: str) -> None:
    assert load(PROMISED | {"LOTSE_ROOMS__OFFICE": room}).rooms.office == room


@given(st.builds(Distance, days=st.integers(-999, 999).filter(bool)))
def test_a_distance_reads_back_as_it_is_shown(distance: Distance) -> None:
    environ = PROMISED | {"LOTSE_MEETING__STEPS__SIGN_UP": str(distance)}
    assert load(environ).meeting.steps.sign_up == distance


@pytest.mark.parametrize("written", ["1, then 1 a minute", "99999, then 600 a minute", "none"])
def test_a_limit_reads_back_as_it_is_shown(written: str) -> None:
    limits = load(PROMISED | {"LOTSE_LIMITS__ROOM": written}).limits
    assert str(limits.room or "none") == written
    assert str(limits.person) == "500, then 60 a minute"


def test_nothing_can_be_changed_afterwards() -> None:
    settings = load(PROMISED)
    sections = [getattr(settings, name) for name in Settings.model_fields]
    for part in [settings, *(s for s in sections if isinstance(s, BaseModel))]:
        with pytest.raises(ValidationError, match="frozen"):
            setattr(part, next(iter(type(part).model_fields)), "other")


def test_the_model_alone_looks_at_no_environment() -> None:
    os.environ["DATA_DIR"] = "/from/environment"
    try:
        with pytest.raises(ValidationError, match="data_dir"):
            Settings()
    finally:
        del os.environ["DATA_DIR"]


def test_the_variable_of_the_test_suite_is_left_alone() -> None:
    with pytest.raises(BadSettings, match="LOTSE_TEST_OTHER"):
        load(PROMISED | {"LOTSE_TEST_OTHER": "x"})
    assert load(PROMISED | {"LOTSE_TEST_POSTGRES": "x"}) == load(PROMISED)
