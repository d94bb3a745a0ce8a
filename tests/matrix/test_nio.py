"""What we use of nio below its public surface is still there."""

import inspect

import nio.api
from nio import AsyncClient


def test_the_names_in_nio_that_we_use_are_still_there() -> None:
    built = nio.api.Api._build_path(("a", "b/c"), {"q": "x y"}, "/base")
    assert built == "/base/a/b%2Fc?q=x+y"
    given = list(inspect.signature(AsyncClient.send).parameters)
    assert given == ["self", "method", "path", "data", "headers", "trace_context", "timeout"]
    assert {"user_id", "device_id", "access_token"} <= set(
        inspect.signature(AsyncClient.restore_login).parameters
    )
