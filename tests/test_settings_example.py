"""The shipped example names every setting with its default, and what it shows can be used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from configparser import RawConfigParser
from pathlib import Path
from typing import get_args

import yaml

from bot.settings import Setting, load, reference
from bot.settings.model import StepName, Steps

CONFIG = Path(__file__).parent.parent / "config"
EXAMPLE = CONFIG / "lotse.yaml"


def uncommented() -> str:
    """The example with every setting set: "#" directly before a word starts one that is not."""
    return re.sub(r"(?m)^( *)#(?=[a-z])", r"\1", EXAMPLE.read_text(encoding="utf-8"))


def names(node: yaml.Node, path: tuple[str, ...] = ()) -> Iterator[tuple[str, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        yield ".".join(path), node
        return
    for key, value in node.value:
        yield from names(value, (*path, key.value))


def written_default(node: yaml.Node, setting: Setting) -> str:
    if isinstance(node, yaml.SequenceNode):
        return str([item.value for item in node.value]).replace("'", '"')
    assert isinstance(node, yaml.ScalarNode), setting
    return str(node.value)


def test_the_example_names_every_setting_once_and_no_other() -> None:
    root = yaml.compose(uncommented(), Loader=yaml.SafeLoader)
    assert root is not None
    assert sorted(name for name, _ in names(root)) == sorted(s.name for s in reference())


def test_the_example_shows_the_defaults() -> None:
    root = yaml.compose(uncommented(), Loader=yaml.SafeLoader)
    assert root is not None
    shown = dict(names(root))
    with_default = [s for s in reference() if s.default not in {None, "", "[]"}]
    assert {s.name: s.default for s in with_default} == {
        s.name: written_default(shown[s.name], s) for s in with_default
    }


def test_the_example_loads_as_it_is_with_a_password() -> None:
    settings = load({"LOTSE_MATRIX__PASSWORD": "x"}, EXAMPLE)
    assert settings.matrix.user_id == "@lotse:example.org"
    assert settings.rooms.announcements == ()


def test_the_example_loads_with_everything_in_it_set(tmp_path: Path) -> None:
    file = tmp_path / "lotse.yaml"
    file.write_text(uncommented(), encoding="utf-8")
    settings = load({}, file)
    assert settings.rooms.announcements == ("!NEWSabcdefghijklm:example.org",)
    assert settings.health.port == 8080
    assert settings.meeting.land == "NW"


def test_every_setting_has_a_meaning_and_its_variable_sets_it() -> None:
    for setting in reference():
        assert setting.meaning.endswith("."), setting
        assert setting.variable == "LOTSE_" + setting.name.replace(".", "__").upper()


def test_the_reference_knows_defaults_and_secrets() -> None:
    by_name = {setting.name: setting for setting in reference()}
    assert by_name["data_dir"].default is None
    assert by_name["matrix.device_id"].default == ""
    assert by_name["log.level"].type == "one of: debug, info, warning, error"
    assert by_name["search.hits"].type == "a whole number from 1 to 15"
    assert by_name["office.admins"].type.startswith("a list; each item is a full Matrix id")
    assert {name for name, s in by_name.items() if s.secret} == {
        "matrix.password",
        "matrix.access_token",
        "matrix.recovery_key",
        "database.url",
    }


def test_the_steps_that_may_fall_on_any_day_are_the_steps() -> None:
    assert set(get_args(StepName)) == set(Steps.model_fields)


def test_every_default_can_be_written_down_and_passes_its_check() -> None:
    environ = {"LOTSE_MATRIX__PASSWORD": "x"}
    defaults = {s.variable: s.default for s in reference() if s.default is not None}
    assert load(defaults | environ, EXAMPLE) == load(environ, EXAMPLE)


def test_the_unit_gives_up_on_faulty_settings_only() -> None:
    unit = RawConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(CONFIG / "netzwerklotse.service", encoding="utf-8")
    service = unit["Service"]
    assert (service["Restart"], service["RestartPreventExitStatus"]) == ("always", "78")
    assert unit["Unit"]["StartLimitIntervalSec"] == "0"
    assert service["LoadCredential"].partition(":")[0] in {s.name for s in reference() if s.secret}
    assert service["Environment"].partition("=")[0] in {s.variable for s in reference()}
