"""Each way of not reaching the homeserver has words of its own, and none makes us hammer at it."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.matrix.config import RETRY_PAUSE
from bot.matrix.door import patience
from bot.matrix.door.errors import Temporary
from bot.matrix.door.homeserver import Homeserver
from bot.matrix.door.outages import Outage
from bot.matrix.listening import sync
from tests.matrix.fake_homeserver import BOT, FakeHomeserver, Fault
from tests.matrix.lotse import OFFICE, Lotse

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def listening(serve: Serve, tls: ssl.SSLContext | None = None) -> AsyncIterator[int]:
    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=tls)
    async with server:
        yield server.sockets[0].getsockname()[1]


async def silent(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.sleep(30)
    writer.close()


async def breaking_off(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{")
    await writer.drain()
    writer.close()


async def a_web_page(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\n<html>")
    await writer.drain()
    writer.close()


def expired(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server whose certificate ran out yesterday, and a client that trusts it otherwise."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=30))
        .not_valid_after(now - timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    pem = key.private_bytes(serialization.Encoding.PEM, form, plain)
    both = folder / "expired.pem"
    both.write_bytes(pem + certificate.public_bytes(serialization.Encoding.PEM))
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(both)
    return server, ssl.create_default_context(cafile=str(both))


async def told(
    address: str, tls: ssl.SSLContext | None = None, seconds: float = 10
) -> tuple[Outage, str]:
    homeserver = Homeserver(address, BOT)
    homeserver.client.ssl = tls
    try:
        with pytest.raises(Temporary) as raised:
            await homeserver.get("account", "whoami", patience=seconds)
    finally:
        await homeserver.close()
    return raised.value.outage, str(raised.value)


async def test_each_outage_is_told_from_the_others(tmp_path: Path) -> None:
    server, client = expired(tmp_path)
    async with (
        listening(silent) as mute,
        listening(breaking_off) as breaking,
        listening(a_web_page) as page,
        listening(silent, server) as old,
    ):
        found = [
            await told("http://no-such-name.invalid"),
            await told(f"https://localhost:{old}", client),
            await told("http://127.0.0.1:9"),
            await told(f"http://127.0.0.1:{mute}", seconds=0.3),
            await told(f"http://127.0.0.1:{breaking}"),
            await told(f"http://127.0.0.1:{page}"),
        ]
    assert [kind for kind, _ in found] == [
        Outage.NAME,
        Outage.CERTIFICATE,
        Outage.REFUSED,
        Outage.SILENCE,
        Outage.BROKEN,
        Outage.FAILING,
    ]
    words = ["(DNS)", "certificate has expired", "refused", "in time", "broke off", "no JSON"]
    assert all(word in text for word, (_, text) in zip(words, found, strict=True))


async def test_a_name_with_several_addresses_that_all_refuse_is_refused() -> None:
    """`localhost` is often both ::1 and 127.0.0.1: then one of them alone may be broken."""
    assert (await told("http://localhost:9"))[0] is Outage.REFUSED


def test_no_number_of_failures_makes_more_than_one_request_a_second() -> None:
    backoff, waited = patience.Backoff(RETRY_PAUSE), 0.0
    for failures in range(1, 500):
        waited += backoff.next(Temporary("away"))
        assert failures <= waited


async def test_the_office_hears_of_a_long_outage_once_when_it_is_over(
    lotse: Lotse, hs: FakeHomeserver, monkeypatch: pytest.MonkeyPatch
) -> None:
    hs.room(OFFICE)
    monkeypatch.setattr(sync, "_STUCK_AFTER", 0.1)
    hs.faults.append(Fault("/sync", 502, times=4))
    hs.say("!hilfe")
    await hs.until(lambda: bool(lotse.matrix.health().trouble), 20)
    assert "502" in lotse.matrix.health().trouble
    hs.say("!hilfe")
    await hs.until(lambda: bool(hs.sent(OFFICE)), 20)
    said = [event["content"]["body"].split()[0] for event in hs.sent()]
    assert said == ["office-outage"]
    await hs.until(lambda: not lotse.matrix.health().trouble)


async def test_a_batch_that_breaks_the_homeserver_is_told_while_it_lasts(
    lotse: Lotse, hs: FakeHomeserver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A malformed invitation makes /sync fail for ever at one token, while all else works."""
    hs.room(OFFICE)
    monkeypatch.setattr(sync, "_STUCK_AFTER", 0.1)
    hs.faults.append(Fault("/sync", 500, times=-1))
    hs.say("!hilfe")
    await hs.until(lambda: bool(hs.sent(OFFICE)), 20)
    await hs.until(lambda: hs.requests["sync"] >= 5, 30)
    said = [event["content"]["body"].split()[0] for event in hs.sent()]
    assert said == ["office-sync-stuck"]
