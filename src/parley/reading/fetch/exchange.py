"""One request and its answer over one connection to a checked address, bounded in time and size."""

from __future__ import annotations

import contextlib
import logging
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http.client import HTTPException
from typing import TYPE_CHECKING

from parley.reading.fetch.address import Target
from parley.reading.fetch.failure import FetchFailure
from parley.reading.fetch.manners import Manners

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection
    from urllib3.response import BaseHTTPResponse

_PIECE = 65_536

logging.getLogger("urllib3").setLevel(logging.CRITICAL)  # what goes wrong is reported by us, with the page's name


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: `headers` by lower-case name, `body` unpacked (empty unless the status is 200)."""

    status: int
    reason: str
    headers: Mapping[str, str]
    body: bytes = b""


def exchange(target: Target, hosts: Sequence[str], headers: Mapping[str, str], manners: Manners, limit: int) -> Answer:
    """Ask one of the addresses `hosts` for `target` and take at most `limit` bytes, counted after unpacking.

    Raises FetchFailure: `unreachable`, `timeout`, `damaged`, `too-large`.
    """
    from urllib3.exceptions import HTTPError

    failure = FetchFailure("unreachable", f"{target.host} has no address", passing=True)
    for host in hosts:
        connection = _connection(target, host, manners)
        try:
            connection.connect()
        except (OSError, HTTPError, HTTPException, ValueError) as error:
            failure = _unconnected(target, error)
            connection.close()
            continue
        began = time.monotonic()
        try:
            with _cut_after(connection.sock, manners.whole) as was_cut:
                answer = _ask(connection, target, headers, manners, limit, began)
                if was_cut.is_set():  # to the reader of an answer without a length, a cut is its end
                    raise TimeoutError
                return answer
        except (OSError, HTTPError, HTTPException, ValueError) as error:
            raise _broken(target, error, time.monotonic() - began >= manners.whole) from error
        finally:
            connection.close()
    raise failure


def _connection(target: Target, host: str, manners: Manners) -> HTTPConnection:
    from urllib3.connection import HTTPConnection, HTTPSConnection

    if target.scheme == "http":
        return HTTPConnection(host, target.port, timeout=manners.connect)
    # The connection goes to the checked address; the name is what the certificate must be for.
    return HTTPSConnection(
        host, target.port, timeout=manners.connect, ssl_context=_trust(), server_hostname=target.host,
        assert_hostname=target.host,
    )  # fmt: skip


@cache
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()


@contextmanager
def _cut_after(sock: socket.socket | None, seconds: float) -> Iterator[threading.Event]:
    """Shut the connection down when the answer takes too long: no time limit of a single read bounds a drip.

    The event tells whether that happened.
    """
    was_cut = threading.Event()

    def cut() -> None:
        was_cut.set()
        with contextlib.suppress(OSError):
            if sock is not None:
                socket.socket.shutdown(sock, socket.SHUT_RDWR)

    timer = threading.Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield was_cut
    finally:
        timer.cancel()


def _ask(
    connection: HTTPConnection, target: Target, headers: Mapping[str, str], manners: Manners, limit: int, began: float
) -> Answer:
    connection.timeout = manners.silence  # which the library sets on the socket when it sends
    sent = {"Host": target.authority, "Accept-Encoding": "gzip, deflate", "Connection": "close", **headers}
    connection.request("GET", target.path, headers=sent, preload_content=False, decode_content=False)
    response = connection.getresponse()
    try:
        got = {name.lower(): value for name, value in response.headers.items()}
        body = _body(response, got, manners, limit, began) if response.status == 200 else b""
        return Answer(response.status, response.reason or "", got, body)
    finally:
        response.close()


def _body(response: BaseHTTPResponse, headers: Mapping[str, str], manners: Manners, limit: int, began: float) -> bytes:
    """The body, refused as soon as it is known to be too large: by its announced length, or while it is unpacked."""
    announced = headers.get("content-length", "")
    if announced.isdecimal() and int(announced[:18]) > limit:
        raise _too_large(limit)
    if headers.get("content-encoding", "identity").lower() not in ("identity", "gzip", "x-gzip", "deflate", ""):
        raise FetchFailure("damaged", f"the page is packed in a way not asked for ({headers['content-encoding'][:40]})")
    pieces: list[bytes] = []
    size = 0
    for piece in response.stream(_PIECE, decode_content=True):
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            raise _too_large(limit)
        if time.monotonic() - began > manners.whole:
            raise TimeoutError
    return b"".join(pieces)


def _too_large(limit: int) -> FetchFailure:
    return FetchFailure("too-large", f"larger than {limit} bytes")


def _unconnected(target: Target, error: Exception) -> FetchFailure:
    from urllib3.exceptions import ConnectTimeoutError, NewConnectionError, SSLError

    if isinstance(error, (ConnectTimeoutError, TimeoutError)) and not isinstance(error, NewConnectionError):
        return FetchFailure("timeout", f"{target.host} did not answer the call", passing=True)
    if isinstance(error, (SSLError, ssl.SSLError, ValueError)):  # the last: a certificate for another name
        why = getattr(error, "verify_message", "") or getattr(error, "reason", "") or error
        return FetchFailure("unreachable", f"no secure connection to {target.host}: {why}")
    return FetchFailure("unreachable", f"no connection to {target.host}: {_words(error)}", passing=True)


def _broken(target: Target, error: Exception, late: bool) -> FetchFailure:
    from urllib3.exceptions import DecodeError
    from urllib3.exceptions import TimeoutError as SilentError

    if isinstance(error, DecodeError):
        return FetchFailure("damaged", "the page cannot be unpacked")
    if late or isinstance(error, (SilentError, TimeoutError)):
        return FetchFailure("timeout", f"{target.host} took too long to answer", passing=True)
    return FetchFailure("damaged", f"the answer of {target.host} broke off: {_words(error)}", passing=True)


def _words(error: BaseException) -> str:
    """The system's words for what happened, without the library's wrapping."""
    inner: BaseException | None = error
    while inner is not None:
        if isinstance(inner, OSError) and inner.strerror:
            return inner.strerror
        inner = inner.__cause__ or inner.__context__
    return type(error).__name__
