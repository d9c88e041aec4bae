"""A real HTTP server on loopback for the tests: what it answers stands in the test."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from parley.reading.fetch.manners import Manners

HASTY = Manners(
    connect=1.0, silence=0.4, whole=1.2, redirects=4, tries=3, pause=0.01, patience=0.3, delay=0.0, longest_delay=0.05
)
"""Manners of somebody who tests: the same rules, in hundredths of the time."""

Answer = tuple[int, Mapping[str, str], bytes] | bytes | Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """What a server answers by path, and what it was asked: (path, headers in lower case)."""

    answers: dict[str, Answer | list[Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    port: int = 0

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def answer(self, path: str) -> Answer:
        found = self.answers.get(path, (404, {}, b"not here"))
        if isinstance(found, list):  # one answer after another, the last for good
            return found.pop(0) if len(found) > 1 else found[0]
        return found


@contextmanager
def serving(
    address: str = "127.0.0.1", certificate: Path | None = None, **answers: Answer | list[Answer]
) -> Iterator[Site]:
    site = Site(dict(answers))

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            answer = site.answer(self.path)
            try:
                if callable(answer):
                    answer(self)
                    return
                status, headers, body = (200, {}, answer) if isinstance(answer, bytes) else answer
                self.send_response(status)
                for name, value in {"Content-Type": "text/html", "Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                pass  # the client had enough, as it should

        def log_message(self, *arguments: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *arguments: object) -> None:
            pass

    server = Server((address, 0), Handler)
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    site.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def page(*paragraphs: str, title: str = "Talks resume", head: str = "") -> bytes:
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{body}"
        "</article></body></html>"
    ).encode()
