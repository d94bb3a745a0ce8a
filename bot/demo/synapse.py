"""What Synapse is told: loopback only, no contact with other servers, quick rather than strict."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Mapping
from pathlib import Path

SERVER_NAME = "demo.localhost"

_HIGH = {"per_second": 100_000, "burst_count": 100_000}
_LIFTED = {
    "rc_message": _HIGH,
    "rc_registration": _HIGH,
    "rc_admin_redaction": _HIGH,
    "rc_login": {"address": _HIGH, "account": _HIGH, "failed_attempts": _HIGH},
    "rc_joins": {"local": _HIGH, "remote": _HIGH},
    "rc_joins_per_room": _HIGH,
    "rc_invites": {"per_room": _HIGH, "per_user": _HIGH, "per_issuer": _HIGH},
    "rc_room_creation": _HIGH,
    "rc_presence": {"per_user": _HIGH},
}
_ALWAYS = {
    "server_name": SERVER_NAME,
    "report_stats": False,
    "enable_registration": False,
    "bcrypt_rounds": 4,
    "presence": {"enabled": False},
    "trusted_key_servers": [],
    "federation_domain_whitelist": [],
    # Otherwise a second initial sync within two minutes is served from a cache.
    "caches": {"sync_response_cache_duration": "0s"},
    "log_config": "log.json",
}
_SECRETS = ("registration_shared_secret", "macaroon_secret_key", "form_secret")


def configuration(
    folder: Path, port: int, before: Mapping[str, object], *, limits_lifted: bool
) -> dict[str, object]:
    """Synapse's settings; secrets are taken over from the settings of an earlier start."""
    key = folder / "signing.key"
    if not key.exists():
        key.touch(mode=0o600)
        seed = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
        key.write_text(f"ed25519 a_demo {seed}\n")
    return {
        **_ALWAYS,
        **(_LIFTED if limits_lifted else {}),
        **{name: before.get(name) or secrets.token_urlsafe(32) for name in _SECRETS},
        "public_baseurl": f"http://127.0.0.1:{port}/",
        "listeners": [
            {
                "port": port,
                "type": "http",
                "bind_addresses": ["127.0.0.1"],
                "resources": [{"names": ["client"]}],
            }
        ],
        "database": {"name": "sqlite3", "args": {"database": str(folder / "homeserver.db")}},
        "media_store_path": str(folder / "media"),
        "signing_key_path": str(key),
        "pid_file": str(folder / "synapse.pid"),
    }


def logging_configuration(log: Path) -> dict[str, object]:
    """Warnings and worse, into one file."""
    return {
        "version": 1,
        "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
        "handlers": {
            "file": {
                "class": "logging.FileHandler",
                "filename": str(log),
                "formatter": "line",
                "encoding": "utf-8",
            }
        },
        "root": {"level": "WARNING", "handlers": ["file"]},
        "disable_existing_loggers": False,
    }
