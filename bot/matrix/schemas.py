"""nio's JSON schemas, compiled: its own validator takes 70-90 % of the CPU of whatever nio parses.

nio's validator stays the judge of everything that the compiled one does not accept, because the
two differ there: it fills defaults in before it looks for required properties.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import fastjsonschema
import nio.events.misc
import nio.responses
import nio.schemas

Schema = dict[str, Any]
Check = Callable[[object], object]

slow = nio.schemas.validate_json
_FORMATS = {"user_id": nio.schemas.check_user_id, "http_url": nio.schemas.check_http_url}
_compiled: dict[int, Check | None] = {}
"""By the id of a schema, which lives as long as nio; None for what cannot be compiled."""


def install() -> None:
    """Put the compiled schemas in the place of nio's; more than once does no harm."""
    nio.events.misc.validate_json = validate
    nio.responses.validate_json = validate


def validate(instance: object, schema: Schema) -> None:
    """Check, and fill defaults in, exactly as nio does.

    Raises:
        jsonschema.ValidationError, jsonschema.SchemaError: as nio's own.
    """
    try:
        check = _compiled[id(schema)]
    except KeyError:
        check = _compiled[id(schema)] = _compile(schema)
    if check is not None:
        try:
            check(instance)
        except (fastjsonschema.JsonSchemaException, ValueError):
            pass  # a required property may still come as a default: nio decides
        else:
            return
    slow(instance, schema)


def compiles(schema: Schema) -> bool:
    """Whether nio's schema is one at all."""
    return _compile(schema) is not None


def _compile(schema: Schema) -> Check | None:
    draft = {"$schema": "http://json-schema.org/draft-04/schema", **_expand(schema)}
    try:
        check: Check = fastjsonschema.compile(draft, formats=_FORMATS)
    except fastjsonschema.JsonSchemaDefinitionException:
        return None
    return check


def _expand(schema: Any) -> Any:  # noqa: ANN401 -- any part of a schema
    """The schema with every default complete."""
    if isinstance(schema, list):
        return [_expand(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    whole = {key: part if key == "default" else _expand(part) for key, part in schema.items()}
    if "default" in schema and isinstance(schema.get("properties"), dict):
        whole["default"] = _default(schema)
    return whole


def _default(schema: Schema) -> object:
    """Fill defaults in from the outside in as nio does, so those inside a default come too."""
    value = copy.deepcopy(schema["default"])
    if isinstance(value, dict):
        for name, inner in schema.get("properties", {}).items():
            if "default" in inner and name not in value:
                value[name] = _default(inner)
    return value
