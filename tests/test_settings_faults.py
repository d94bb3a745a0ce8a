"""What is said about a broken configuration: everything at once, with its place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.settings import BadSettings, Fault, describe, load, reference

GOOD = """\
matrix: {homeserver: "https://m.example.org", user_id: "@l:example.org", password: hunter2}
data_dir: data
office: {admins: ["@anna:example.org"]}
"""


def faults(folder: Path, text: str | bytes, environ: Mapping[str, str] = {}) -> list[Fault]:
    file = folder / "f.yaml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(BadSettings) as caught:
        load(environ, file)
    return list(caught.value.faults)


def told(found: list[Fault]) -> list[tuple[str, str, str | None, str | None]]:
    """Place (the file by its name), key, value and nearest of each fault."""
    return [(Path(f.where).name, f.key, f.value, f.nearest) for f in found]


@pytest.mark.parametrize(
    ("line", "key", "value", "nearest"),
    [
        ("languge: en", "languge", None, "language"),
        ("language: dee", "language", "dee", "de"),
        ("homeserver: http://x", "homeserver", None, "matrix.homeserver"),
        ("zzzzzz: 1", "zzzzzz", None, None),
        ("zzzzzz:", "?", None, None),
        ('"two words": 1', "?", None, None),
        ("[a]: 1", "?", None, None),
        ("time_zone: Europa/Berlin", "time_zone", "Europa/Berlin", "Europe/Berlin"),
        ("time_zone: Europe", "time_zone", "Europe", "Europe/Rome"),
        ("time_zone: ../../etc/passwd", "time_zone", None, None),
        ("rooms: {office: '#buero:example.org'}", "rooms.office", "#buero:example.org", None),
        ("rooms: {office: '!short'}", "rooms.office", "!short", None),
        ("rooms: {office: !a:example.org }", "rooms.office", None, None),
        ("rooms: {office: [a]}", "rooms.office", None, None),
        ("rooms: {office: {a: b}}", "rooms.office", None, None),
        ("rooms: {announcements: '!a:b.c'}", "rooms.announcements", "!a:b.c", None),
        ("rooms: {announcements: ['!a:b.c', [x]]}", "rooms.announcements[1]", None, None),
        ("rooms: nothing", "rooms", None, None),
        ("rooms: [a]", "rooms", None, None),
        ("rooms: {ofice: x}", "rooms.ofice", None, "rooms.office"),
        ("language: de\nlanguage: de", "language", None, None),
        ("invites: {servers: ['https://x.org']}", "invites.servers[0]", "https://x.org", None),
        ("invites: {people: ['anna', '@b:c.d']}", "invites.people[0]", "anna", None),
        ("meeting: {announce_at: 9:00}", "meeting.announce_at", "9:00", None),
        ("meeting: {announce_at: 24:00}", "meeting.announce_at", "24:00", None),
        ("meeting: {announce_at: 540}", "meeting.announce_at", "540", None),
        ("meeting: {steps: {thanks: soon}}", "meeting.steps.thanks", "soon", None),
        (
            "meeting: {steps: {thanx: 1 day after}}",
            "meeting.steps.thanx",
            None,
            "meeting.steps.thanks",
        ),
        ("meeting: {any_day: [thank]}", "meeting.any_day[0]", "thank", "thanks"),
        ("meeting: {land: NRW}", "meeting.land", "NRW", "NW"),
        ("meeting: {series: ' '}", "meeting.series", " ", None),
        ('meeting: {series: "a\\e[1m"}', "meeting.series", "a\\x1b[1m", None),
        ('meeting: {series: "\\u202Eab"}', "meeting.series", "\\u202eab", None),
        ('meeting: {series: "\\uD800"}', "meeting.series", "\\ud800", None),
        ("search: {hits: 0}", "search.hits", "0", None),
        ("search: {hits: five}", "search.hits", "five", None),
        ("health: {port: 65536}", "health.port", "65536", None),
        ("health: {host: 'http://x'}", "health.host", "http://x", None),
        ("log: {format: jason}", "log.format", "jason", "json"),
        (
            "health: {port: " + "9" * 5000 + "}",
            "health.port",
            "9" * 60 + "...",
            None,
        ),
    ],
)
def test_a_faulty_line_is_told_with_its_place(
    tmp_path: Path, line: str, key: str, value: str | None, nearest: str | None
) -> None:
    number = 5 + line.count("\n")
    found = faults(tmp_path, f"{GOOD}\n{line}\n")
    assert told(found) == [(f"f.yaml:{number}", key, value, nearest)]


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("LOTSE_MATRIX__HOMESERVER", "matrix.example.org"),
        ("LOTSE_MATRIX__HOMESERVER", "https://"),
        ("LOTSE_MATRIX__HOMESERVER", "https://x.org:99999"),
        ("LOTSE_MATRIX__HOMESERVER", "https://[::1"),
        ("LOTSE_MATRIX__HOMESERVER", "https://x.org/?a"),
        ("LOTSE_MATRIX__HOMESERVER", "https://x .org"),
        ("LOTSE_MATRIX__USER_ID", "lotse"),
        ("LOTSE_MATRIX__USER_ID", "@lotse"),
        ("LOTSE_MATRIX__USER_ID", "@:example.org"),
        ("LOTSE_MATRIX__USER_ID", "@lotse:example.org "),
        ("LOTSE_MATRIX__USER_ID", "@" + "l" * 250 + ":x.org"),
        ("LOTSE_MATRIX__PASSWORD", " "),
        ("LOTSE_DATA_DIR", "~/lotse"),
        ("LOTSE_DATA_DIR", " "),
        ("LOTSE_DATABASE__URL", "sqlite:///lotse.db"),
        ("LOTSE_DATABASE__URL", "sqlite+aiosqlite://"),
        ("LOTSE_DATABASE__URL", "sqlite+aiosqlite:///:memory:"),
        ("LOTSE_DATABASE__URL", "postgresql://u@h/d"),
        ("LOTSE_DATABASE__URL", "postgresql+asyncpg://u@h"),
        ("LOTSE_DATABASE__URL", "postgresql+asyncpg://u@h:port/d"),
        ("LOTSE_OFFICE__ADMINS", "@anna:example.org"),
        ("LOTSE_OFFICE__ADMINS", "[]"),
        ("LOTSE_OFFICE__ADMINS", '{"@anna:example.org": 1}'),
        ("LOTSE_OFFICE__ADMINS", "[" * 100_000),
        ("LOTSE_OFFICE__ADMINS", "[1]"),
        ("LOTSE_LIMITS__PERSON", "5"),
        ("LOTSE_LIMITS__PERSON", "0, then 10 a minute"),
        ("LOTSE_LIMITS__ROOM", "10, then 0 a minute"),
        ("LOTSE_LIMITS__SERVER", "never"),
    ],
)
def test_a_faulty_variable_is_told_by_its_name(tmp_path: Path, setting: str, value: str) -> None:
    found = faults(tmp_path, GOOD, {setting: value})
    assert [f.where for f in found] == [setting]
    assert {s.variable: s.secret for s in reference()}[setting] <= (found[0].value is None)


@pytest.mark.parametrize(
    ("variable", "nearest"),
    [
        ("LOTSE_MATRIX_USER_ID", "LOTSE_MATRIX__USER_ID"),
        ("LOTSE_MATRIX__PASSWROD", "LOTSE_MATRIX__PASSWORD"),
        ("LOTSE_MATRIX__USER_ID_FILE", "LOTSE_MATRIX__USER_ID"),
        ("LOTSE_MATRIX__PASSWORT_FILE", "LOTSE_MATRIX__PASSWORD_FILE"),
        ("lotse_data_dir", "LOTSE_DATA_DIR"),
        ("LOTSE_CONFIGS", "LOTSE_CONFIG"),
        ("LOTSE_" + "Q" * 90, None),
    ],
)
def test_an_unknown_variable_is_told_with_the_nearest_one(
    tmp_path: Path, variable: str, nearest: str | None
) -> None:
    found = faults(tmp_path, GOOD, {variable: "x"})
    assert [(f.where[:40], f.value, f.nearest) for f in found] == [(variable[:40], None, nearest)]


@pytest.mark.parametrize(
    ("text", "where", "hint"),
    [
        ("a: b\n c: d\n", "f.yaml:2", "correct YAML"),
        ("matrix:\n\tuser_id: x\n", "f.yaml:2", "correct YAML"),
        ("matrix:\n  user_id: @l:example.org\n", "f.yaml:2", "quotes"),
        ("a: &x 1\n\nb: *x\n", "f.yaml:3", "alias"),
        ("a: [\n", "f.yaml:2", "correct YAML"),
        ("a: 1\n---\nb: 2\n", "f.yaml:2", "correct YAML"),
        ("[" * 10_000, "f.yaml", "correct YAML"),
        ('a: "\\UFFFFFFFF"\n', "f.yaml", "correct YAML"),
        ("- a\n", "f.yaml:1", "a section with"),
        ("\n\x07\n", "f.yaml:2", "control characters"),
        (b"a: 1\nb: \xff\n", "f.yaml:2", "UTF-8"),
        (b"#" * 70_000, "f.yaml", "at most 64 KiB"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_fault(
    tmp_path: Path, text: str | bytes, where: str, hint: str
) -> None:
    (found,) = faults(tmp_path, text)
    assert (Path(found.where).name, found.key) == (where, "(file)")
    assert hint in found.expected


def test_a_missing_file_is_told_with_its_path_and_the_variables_besides() -> None:
    with pytest.raises(BadSettings) as caught:
        load({"LOTSE_CONFIG": "/nowhere/lotse.yaml", "LOTSE_LANGUAGE": "fr"})
    assert [f.where for f in caught.value.faults] == ["/nowhere/lotse.yaml", "LOTSE_LANGUAGE"]


def test_all_faults_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = "log: {level: loud}\nmatrix:\n  userid: x\n  access_token: x\noffice:\n  admins:\n"
    found = faults(tmp_path, text, {"LOTSE_LANGAUGE": "x", "LOTSE_SEARCH__HITS": "x"})
    assert [(Path(f.where).name, f.key) for f in found] == [
        ("f.yaml:1", "log.level"),
        ("f.yaml:2", "matrix.user_id"),
        ("f.yaml:3", "matrix.userid"),
        ("f.yaml:4", "matrix.access_token"),
        ("f.yaml:6", "office.admins"),
        ("f.yaml", "data_dir"),
        ("LOTSE_LANGAUGE", "(unknown)"),
        ("LOTSE_SEARCH__HITS", "search.hits"),
    ]


def test_a_faulty_item_of_a_list_has_its_own_line(tmp_path: Path) -> None:
    text = GOOD + "invites:\n  servers:\n    - a.org\n    - '#'\n    - b.org\n    - '!'\n"
    found = told(faults(tmp_path, text))
    assert [line for line, *_ in found] == ["f.yaml:7", "f.yaml:9"]


def test_a_value_that_yaml_takes_for_a_tag_is_told_to_need_quotes(tmp_path: Path) -> None:
    (found,) = faults(tmp_path, GOOD + "rooms:\n  office: !abc:example.org\n")
    assert "quotes" in found.expected


def test_without_a_way_to_log_in_both_ways_are_named(tmp_path: Path) -> None:
    (found,) = faults(tmp_path, GOOD.replace("password: hunter2", "device_id: ABC"))
    assert (Path(found.where).name, found.key) == ("f.yaml:1", "matrix.password")
    assert "matrix.access_token together with matrix.device_id" in found.expected


def test_a_secret_set_in_two_ways_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("good", encoding="utf-8")
    by_file = {"LOTSE_MATRIX__PASSWORD_FILE": str(tmp_path / "secret")}
    (found,) = faults(tmp_path, GOOD, {"LOTSE_MATRIX__PASSWORD": "good"} | by_file)
    assert found.where == "LOTSE_MATRIX__PASSWORD_FILE"


@pytest.mark.parametrize("content", [None, b"", b"\n", b"\xff", b"x" * 70_000])
def test_a_secret_file_that_gives_nothing_is_one_fault(
    tmp_path: Path, content: bytes | None
) -> None:
    secret = tmp_path / "secret"
    if content is not None:
        secret.write_bytes(content)
    environ = {"LOTSE_MATRIX__ACCESS_TOKEN_FILE": str(secret)}
    (found,) = faults(tmp_path, GOOD.replace(", password: hunter2", ""), environ)
    assert (found.where, found.key) == (*environ, "matrix.access_token")


def test_the_terminal_shows_place_value_expectation_and_neighbour(tmp_path: Path) -> None:
    shown = describe(faults(tmp_path, GOOD + "language: dee\n")).replace(str(tmp_path), "etc")
    assert shown.splitlines() == [
        "The configuration has 1 fault:",
        "etc/f.yaml:4: language",
        "    expected: one of: de, en",
        '    found: "dee"',
        "    did you mean: de",
    ]


_WORDS = "matrix user_id office admins meeting steps thanks rooms log"
_SIGNS = ": : [ ] { } , ? &a *a ! !!int | << ' \" # --- ~ @a:b.c \\ ü 0x1 \0"
_SPACES = ["\n", "\n  ", "- ", "\t", " ", ": ", "%YAML 1.1\n"]
yamlish = st.lists(st.sampled_from([*_WORDS.split(), *_SIGNS.split(), *_SPACES])).map("".join)


@given(st.text() | yamlish | st.binary())
@example("%YAML 1." + "1" * 5000 + "\n---\na")
@example("_env_file: /etc/passwd")
@example("? ? ? a")
def test_no_file_raises_anything_else(
    tmp_path_factory: pytest.TempPathFactory, text: str | bytes
) -> None:
    raw = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    found = faults(tmp_path_factory.getbasetemp(), raw)
    assert found
    assert describe(found).count("\n") >= len(found)


@given(st.dictionaries(st.sampled_from([k.variable for k in reference()]), st.text()))
@example({"LOTSE_MATRIX__PASSWORD_FILE": "\0"})
def test_no_environment_raises_anything_else(environ: dict[str, str]) -> None:
    with pytest.raises(BadSettings):
        load(environ)
