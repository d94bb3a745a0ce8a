"""No secret leaves the settings: not in faults, not in exceptions, not in what a log would show."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

import pytest

from bot.settings import BadSettings, Settings, describe, load

CANARY = "Zeisig-4711"
ALL_SECRETS = {
    "LOTSE_MATRIX__PASSWORD": CANARY,
    "LOTSE_MATRIX__ACCESS_TOKEN": CANARY,
    "LOTSE_DATABASE__URL": f"postgresql+asyncpg://lotse:{CANARY}@db.example.org/lotse",
}
REST = {
    "LOTSE_MATRIX__HOMESERVER": "https://m.example.org",
    "LOTSE_MATRIX__USER_ID": "@l:example.org",
    "LOTSE_MATRIX__DEVICE_ID": "ABC",
    "LOTSE_DATA_DIR": "data",
    "LOTSE_OFFICE__ADMINS": '["@anna:example.org"]',
}


def refused(environ: dict[str, str], file: Path | None = None) -> BadSettings:
    with pytest.raises(BadSettings) as caught:
        load(environ, file)
    return caught.value


def everything_shown(exc: BadSettings) -> str:
    """All that a terminal, a log or a crash report could show of it."""
    parts: list[str] = ["".join(traceback.format_exception(exc)), describe(exc.faults)]
    link: BaseException | None = exc
    while link is not None:
        parts += [str(link), repr(link), repr(link.args), repr(vars(link))]
        parts.append(repr(getattr(link, "errors", list)()))
        link = link.__cause__ or link.__context__
    return "\n".join(parts)


def shown(settings: Settings) -> str:
    record = logging.LogRecord("x", 20, "x", 1, "%s %r", (settings, settings.matrix), None)
    return "\n".join(
        [repr(settings), str(settings), record.getMessage(), settings.model_dump_json()]
    )


def test_good_settings_show_no_secret() -> None:
    settings = load(REST | ALL_SECRETS)
    assert settings.matrix.password is not None
    assert settings.matrix.password.get_secret_value() == CANARY
    assert CANARY in settings.database_url
    assert CANARY not in shown(settings)


@pytest.mark.parametrize("missing", [name for name in REST if "HOMESERVER" not in name])
def test_the_neighbours_of_a_missing_setting_are_not_shown(missing: str) -> None:
    environ = {k: v for k, v in (REST | ALL_SECRETS).items() if k != missing}
    text = everything_shown(refused(environ))
    assert missing in text or "matrix.device_id" in text
    assert CANARY not in text


def test_many_faults_together_show_no_secret(tmp_path: Path) -> None:
    file = tmp_path / "f.yaml"
    file.write_text(
        f"""
matrix:
  homeserver: ftp://lotse:{CANARY}@m.example.org
  user_id: my {CANARY}
  pasword: {CANARY}
  password: [{CANARY}]
  access_token: {{a: {CANARY}}}
  device_name: "password:{CANARY}\\n"
  {CANARY}:
  "{CANARY} {CANARY}": x
database: {{url: "mysql://u:{CANARY}@h/d"}}
databse: {{url: "mysql://u:{CANARY}@h/d"}}
search: {CANARY}
log: {{level: "token={CANARY}", format: syt_{CANARY}}}
""",
        encoding="utf-8",
    )
    environ = {
        "LOTSE_MATRIX__PASSWORT": CANARY,
        "LOTSE_MATRIX__ACCESS_TOKEN_FILE": f"/{CANARY}",
        "LOTSE_ROOMS__OFFICE": f"{CANARY} slipped into here",
        "LOTSE_DATABASE__URL": CANARY,
        "LOTSE_MATRIX__PASSWORD": CANARY,
    }
    exc = refused(environ, file)
    assert len(exc.faults) > 12
    assert CANARY not in everything_shown(exc)


@pytest.mark.parametrize(
    "line",
    [
        f"password: *{CANARY}",
        f"password: &{CANARY}",
        f"password: !{CANARY}",
        f"password: !{CANARY}!x",
        f"password: %{CANARY}",
        f"password: @{CANARY}",
        f"password: '{CANARY}",
        f'password: "{CANARY}\\q"',
        f"password:{CANARY}",
        f"password {CANARY}",
        f"password: {CANARY}: {CANARY}",
        f"password: [{CANARY}",
        f"password: {{{CANARY}}}",
        f"homeserver: http://x\n    password:{CANARY}",
    ],
)
def test_a_secret_in_broken_yaml_is_not_shown(tmp_path: Path, line: str) -> None:
    file = tmp_path / "f.yaml"
    file.write_text(f"matrix:\n  user_id: '@l:example.org'\n  {line}\n", encoding="utf-8")
    assert CANARY not in everything_shown(refused({}, file))


@pytest.mark.parametrize("variable", ["LOTSE_MATRIX__PASSWORD", "LOTSE_DATABASE__URL"])
@pytest.mark.parametrize("form", ["\ud800{}", " {}\0", "{}"])
def test_a_secret_that_is_refused_is_not_shown(variable: str, form: str) -> None:
    environ = ALL_SECRETS | {variable: form.format(CANARY)}
    assert CANARY not in everything_shown(refused(environ))


def test_a_model_built_by_hand_shows_no_secret_in_its_error() -> None:
    with pytest.raises(ValueError, match="user_id") as caught:
        Settings(matrix={"password": CANARY, "user_id": CANARY})
    assert CANARY not in str(caught.value)
