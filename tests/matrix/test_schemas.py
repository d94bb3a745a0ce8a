"""The compiled schemas judge as nio's own do, and what we replace in nio is still there."""

from __future__ import annotations

import copy
import inspect
import random
from typing import Any

import nio.api
import nio.events.misc
import nio.responses
import pytest
from nio import AsyncClient
from nio.schemas import Schemas, validate_json

from bot.matrix import schemas

ALL = {name: schema for name, schema in vars(Schemas).items() if isinstance(schema, dict)}
TEXTS = ["@a:b.c", "!r:x.y", "http://a/b", "hello", "", "m.text", "nocolon"]
KEYS = ["@a:b.c", "!r:x.y", "ed25519:A", "curve25519:A", "m.x", "zz"]
ODD: list[object] = [None, 1, 1.5, "x", [], {}, True, -3]


def instance(chance: random.Random, schema: Any) -> Any:
    """Something that fits, mostly."""
    if not isinstance(schema, dict):
        return None
    for fixed in ("const", "enum"):
        if fixed in schema and chance.random() < 0.9:
            choice = schema[fixed]
            return chance.choice(choice) if fixed == "enum" else choice
    if chance.random() < 0.04:
        return chance.choice(ODD)
    kind = schema.get("type")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "object" or "properties" in schema:
        return _object(chance, schema)
    if kind == "array":
        return [instance(chance, schema.get("items", {})) for _ in range(chance.randint(0, 2))]
    choices: dict[Any, list[object]] = {
        "string": list(TEXTS),
        "integer": [0, 1, -1, 50, 1.0],
        "number": [0, 1.5],
        "boolean": [True, False],
    }
    return chance.choice(choices.get(kind, ODD))


def _object(chance: random.Random, schema: Any) -> dict[str, Any]:
    made = {}
    for name, inner in schema.get("properties", {}).items():
        if chance.random() < (0.98 if name in schema.get("required", []) else 0.5):
            made[name] = instance(chance, inner)
    for inner in schema.get("patternProperties", {}).values():
        if chance.random() < 0.5:
            made[chance.choice(KEYS)] = instance(chance, inner)
    return made | ({"extra": 1} if chance.random() < 0.3 else {})


def outcome(check: Any, value: Any, schema: Any) -> tuple[str, Any]:
    value = copy.deepcopy(value)
    try:
        check(value, schema)
    except Exception as refused:  # noqa: BLE001 -- whatever nio's raises, ours must raise
        return type(refused).__name__, None
    return "valid", value


@pytest.mark.parametrize("name", ALL)
def test_the_compiled_schema_judges_and_fills_in_as_nios(name: str) -> None:
    chance = random.Random(name)
    for _ in range(40):
        value = instance(chance, ALL[name])
        expected = outcome(validate_json, value, copy.deepcopy(ALL[name]))
        assert expected == outcome(schemas.validate, value, ALL[name])


def test_all_but_nios_mistake_compile() -> None:
    assert [n for n, one in ALL.items() if not schemas.compiles(one)] == ["delete_devices"]


def test_the_names_in_nio_that_we_use_are_still_there() -> None:
    assert callable(nio.events.misc.validate_json)
    assert callable(nio.responses.validate_json)
    built = nio.api.Api._build_path(("a", "b/c"), {"q": "x y"}, "/base")
    assert built == "/base/a/b%2Fc?q=x+y"
    given = list(inspect.signature(AsyncClient.send).parameters)
    assert given == ["self", "method", "path", "data", "headers", "trace_context", "timeout"]
    assert {"user_id", "device_id", "access_token"} <= set(
        inspect.signature(AsyncClient.restore_login).parameters
    )


def test_installing_puts_ours_into_nio() -> None:
    schemas.install()
    assert nio.responses.validate_json is schemas.validate
    assert nio.events.misc.validate_json is schemas.validate
