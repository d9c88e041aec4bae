"""The polite client, against real servers on loopback: bounds, robots.txt, private addresses, memory."""

from __future__ import annotations

import gzip
import json
import shutil
import socket
import subprocess
import time
import zlib
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import InputError, Problem
from parley.reading import count_inputs, iter_pages, read_article
from parley.reading.fetch import exchange
from parley.reading.fetch.address import is_public, target_of
from parley.reading.fetch.client import Client
from parley.reading.fetch.failure import FetchFailure
from parley.reading.fetch.memory import Forgetful
from parley.reading.fetch.robots import parse_robots
from parley.reading.online import Web
from parley.records import Article, Page
from parley.settings import Settings

from .server import HASTY, Site, page, serving

ALLOWED = ("127.0.0.1", "127.0.0.2", "localhost")
LIMIT = 200_000
STORY = page("The envoy said on Friday that the talks would resume.", "“We are ready,” she told reporters.")


def client(**changes: Any) -> Client:
    return Client(ALLOWED, replace(HASTY, **changes))


def failure(url: str, of: Client | None = None) -> FetchFailure:
    with pytest.raises(FetchFailure) as caught:
        (of or client()).get(url, limit=LIMIT)
    return caught.value


def read(url: str, memory: Forgetful | None = None, **settings: Any) -> list[Page | Problem]:
    wish = Settings(allow_hosts=ALLOWED, max_bytes=LIMIT, **settings)
    return list(iter_pages([url], wish, None, Web(wish, memory, HASTY)))


# What is asked, and of whom


def test_a_page_is_fetched_with_our_name_and_read() -> None:
    with serving(**{"/a": STORY}) as site:
        (found,) = read(site.url("/a"))
        assert isinstance(found, Page)
        assert (found.source, found.location, found.format) == (site.url("/a"), site.url("/a"), "html")
        article = read_article(found, Settings())
        assert isinstance(article, Article)
        assert article.title == "Talks resume"
        headers = dict(site.asked)["/a"]
    assert headers["user-agent"].startswith("Parley/")
    assert headers["host"] == f"127.0.0.1:{site.port}"
    assert site.paths() == ["/robots.txt", "/a"]  # and nothing that the page links to


def test_a_named_host_may_be_private_and_no_other() -> None:
    with serving(**{"/a": STORY}) as site:
        assert client().get(site.url("/a", "localhost"), limit=LIMIT).body == STORY
        met = failure(site.url("/a", "localhost"), Client(("127.0.0.1",), HASTY))
        assert (met.code, "--allow-host localhost" in met.reason) == ("refused", True)
        assert failure(site.url("/a"), Client((), HASTY)).code == "refused"
    assert site.paths() == ["/robots.txt", "/a"]


@pytest.mark.parametrize(
    "host",
    ["127.1", "2130706433", "0x7f.0.0.1", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "localhost.", "10.0.0.1",
     "169.254.169.254", "192.168.1.1", "172.16.0.1", "100.64.0.1", "[fe80::1]", "[fd00:ec2::254]", "[64:ff9b::7f00:1]"],
)  # fmt: skip
def test_private_addresses_are_refused_however_they_are_spelt(host: str) -> None:
    assert failure(f"http://{host}:9/", Client((), HASTY)).code == "refused"


@pytest.mark.parametrize(
    ("address", "public"),
    [("8.8.8.8", True), ("2606:4700::1111", True), ("168.63.129.16", False), ("224.0.0.1", False), ("::", False),
     ("255.255.255.255", False), ("2002:7f00:1::", False), ("2002:808:808::", True), ("::ffff:10.0.0.1", False),
     ("fe80::1%eth0", False), ("ff02::1", False), ("64:ff9b::808:808", True), ("not an address", False),
     ("100.100.100.200", False), ("192.0.0.192", False), ("fec0::1", False), ("198.18.0.1", False)],
)  # fmt: skip
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


@given(st.ip_addresses(v=6))
def test_no_inner_address_makes_a_private_one_public(address: Any) -> None:
    if is_public(str(address)):
        assert not any((address.is_loopback, address.is_link_local, address.is_private))


def test_a_system_port_is_no_web_page() -> None:
    assert failure("http://8.8.8.8:25/", Client((), HASTY)).code == "refused"


@pytest.mark.parametrize(
    "url",
    ["ftp://x.org/a", "file:///etc/passwd", "http://user:secret@x.org/", "http://user@x.org/", "http://", "https:///a",
     "http://x.org:99999/", "http://[::1/", "http://x.org/\r\nHost: y", "gopher://x", "http://x.org/" + "a" * 5000],
)  # fmt: skip
def test_what_is_no_url_of_a_page_is_refused_before_anything_is_asked(url: str) -> None:
    with pytest.raises(FetchFailure) as caught:
        target_of(url)
    assert caught.value.code == "bad-url"
    assert "secret" not in caught.value.reason
    with pytest.raises(InputError):
        iter_pages([url], Settings())


def test_one_url_is_written_in_one_way() -> None:
    assert target_of(" HTTP://Example.ORG:80/a b?q=é#part ").url == "http://example.org/a%20b?q=%C3%A9"
    assert target_of("https://bücher.example").url == "https://xn--bcher-kva.example/"
    assert target_of("../c", "http://x.org/a/b").url == "http://x.org/c"
    assert target_of("//y.org/c", "https://x.org/a").url == "https://y.org/c"


@given(st.text(max_size=60))
def test_any_text_is_a_url_or_refused(text: str) -> None:
    try:
        again = target_of("http://" + text).url
    except FetchFailure:
        return
    assert target_of(again).url == again
    assert again.isascii()


# Redirects


def moved(place: str, status: int = 302) -> tuple[int, dict[str, str], bytes]:
    return status, {"Location": place}, b""


def test_redirects_are_followed_also_to_another_host_whose_robots_are_asked() -> None:
    with serving("127.0.0.2", **{"/b": STORY, "/robots.txt": b"User-agent: *\nDisallow: /no"}) as other:
        answers = {
            "/a": moved("/a2", 301),
            "/a2": moved(other.url("/b", "127.0.0.2")),
            "/n": moved(other.url("/no", "127.0.0.2")),
        }
        with serving(**answers) as site:
            got = client().get(site.url("/a"), limit=LIMIT)
            assert (got.url, got.body) == (other.url("/b", "127.0.0.2"), STORY)
            assert failure(site.url("/n")).code == "robots"
    assert "/no" not in other.paths()


@pytest.mark.parametrize(
    ("place", "code"),
    [("/a", "redirects"), ("http://169.254.169.254/latest/meta-data/", "refused"), ("http://[::1]:1/", "refused"),
     ("http://10.0.0.1/", "refused"), ("file:///etc/passwd", "bad-url"), ("ftp://x.org/", "bad-url"),
     ("http://u:p@127.0.0.1/", "bad-url"), ("", "redirects")],
)  # fmt: skip
def test_every_hop_is_checked(place: str, code: str) -> None:
    with serving(**{"/a": moved(place)}) as site:
        assert failure(site.url("/a")).code == code
    assert site.paths().count("/a") == (HASTY.redirects + 1 if place == "/a" else 1)


# Servers that misbehave


def hang(seconds: float) -> Any:
    return lambda handler: time.sleep(seconds)


def reset(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    handler.connection.close()


def drip(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    for _ in range(100):
        handler.wfile.write(b"<p>")
        time.sleep(0.05)


def drip_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for _ in range(100):
        handler.wfile.write(b"X")
        time.sleep(0.05)


def short(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<p>half of")


def flood(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    for _ in range(1600):
        handler.wfile.write(b"x" * 65_536)


def noise(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(bytes(range(256)) * 40)


BOMB = gzip.compress(b"\0" * 100_000_000, 9)


@pytest.mark.parametrize(
    ("answer", "code", "asked"),
    [
        (hang(3), "timeout", 2), (drip, "timeout", 2), (drip_headers, "timeout", 2), (reset, "damaged", 2),
        (short, "damaged", 2), (noise, "damaged", 2), (flood, "too-large", 1),
        ((200, {"Content-Length": "100000000"}, b""), "too-large", 1),
        ((200, {"Content-Encoding": "gzip"}, BOMB), "too-large", 1),
        ((200, {"Content-Encoding": "deflate"}, zlib.compress(b" " * 50_000_000)), "too-large", 1),
        ((200, {"Content-Encoding": "gzip"}, gzip.compress(BOMB)), "page", 1),
        ((200, {"Content-Encoding": "gzip"}, b"no gzip at all"), "damaged", 1),
        ((200, {"Content-Encoding": "br"}, b"\x0b\x02\x80abc\x03"), "damaged", 1),
        ((500, {}, b"oh"), "http", 2), ((404, {}, b"no"), "http", 1), ((410, {}, b"no"), "http", 1),
        ((401, {"WWW-Authenticate": "Basic"}, b"no"), "http", 1), ((204, {}, b""), "http", 1), (b"", "empty", 1),
        ((200, {"Content-Type": "image/png"}, b"\x89PNG\r\n"), "unknown-format", 1),
        ((200, {"Content-Type": "application/json"}, b"[1, 2"), "page", 1),
    ],
)  # fmt: skip
def test_a_server_that_misbehaves_costs_its_page_only(answer: Any, code: str, asked: int) -> None:
    """Two tries at most, about a second each; the next page is read."""
    wish = Settings(allow_hosts=ALLOWED, max_bytes=LIMIT)
    began = time.monotonic()
    with serving(**{"/bad": answer, "/good": STORY}) as site:
        web = Web(wish, None, replace(HASTY, tries=2, whole=0.6))
        found = list(iter_pages([site.url("/bad"), site.url("/good")], wish, None, web))
    assert [getattr(f, "code", "page") for f in found] == [code, "page"]
    if code != "page":
        problem = found[0]
        assert isinstance(problem, Problem)
        assert problem.source == site.url("/bad")
        assert problem.reason
    assert site.paths().count("/bad") == asked
    assert time.monotonic() - began < 8


def test_nobody_listens_and_no_such_host() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        met = failure(f"http://127.0.0.1:{taken.getsockname()[1]}/", client(tries=1))
    assert met.code == "unreachable"
    assert "refused" in met.reason


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for `localhost` that signs itself, with its key in the same file."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs the program openssl to make a certificate")
    path = tmp_path_factory.mktemp("tls") / "cert.pem"
    make = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost".split()
    name = ["-addext", "subjectAltName=DNS:localhost"]
    subprocess.run([openssl, *make, *name, "-keyout", path, "-out", f"{path}.2"], check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + Path(f"{path}.2").read_bytes())
    return path


@pytest.mark.parametrize(
    ("host", "trusted", "words"),
    [("localhost", True, ""), ("localhost", False, "self-signed certificate"), ("127.0.0.1", True, "doesn't match")],
)
def test_the_certificate_must_be_trusted_and_be_for_the_name(
    certificate: Path, monkeypatch: pytest.MonkeyPatch, host: str, trusted: bool, words: str
) -> None:
    """The connection goes to a checked address; the certificate is held against the name all the same."""
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    exchange._trust.cache_clear()
    with serving(certificate=certificate, **{"/a": STORY}) as site:
        url = f"https://{host}:{site.port}/a"
        if words:
            met = failure(url, client(tries=1))
            assert met.code == "unreachable"
            assert words in met.reason
        else:
            assert client().get(url, limit=LIMIT).body == STORY
    exchange._trust.cache_clear()


def test_plain_http_where_https_is_asked() -> None:
    with serving(**{"/a": STORY}) as site:
        assert failure(site.url("/a").replace("http:", "https:"), client(tries=1)).code == "unreachable"


def test_a_server_that_recovers_is_read() -> None:
    ill = (503, {}, b"")
    with serving(**{"/a": [ill, ill, STORY]}) as site:
        assert client().get(site.url("/a"), limit=LIMIT).body == STORY
    assert site.paths() == ["/robots.txt", "/a", "/a", "/a"]


def test_retry_after_is_obeyed() -> None:
    with serving(
        **{"/a": [(429, {"Retry-After": "0"}, b""), STORY], "/b": (503, {"Retry-After": "3600"}, b"")}
    ) as site:
        one = client()
        assert one.get(site.url("/a"), limit=LIMIT).body == STORY
        assert "3600 seconds" in failure(site.url("/b"), one).reason
        assert "left alone" in failure(site.url("/a"), one).reason
    assert site.paths() == ["/robots.txt", "/a", "/a", "/b"]


def test_a_host_that_hangs_is_left_alone_and_the_others_are_read() -> None:
    """Ten links to a host that hangs: six requests of it, then none."""
    wish = Settings(allow_hosts=ALLOWED)
    with serving(**{"/robots.txt": hang(3)}) as bad, serving(**{"/a": STORY}) as good:
        urls = [bad.url(f"/{n}") for n in range(10)]
        found = list(iter_pages([*urls, good.url("/a")], wish, None, Web(wish, None, replace(HASTY, silence=0.1))))
    assert [getattr(f, "code", "page") for f in found] == ["timeout"] * 2 + ["left-alone"] * 8 + ["page"]
    assert len(bad.asked) == 6


def test_all_requests_for_one_page_take_no_longer_than_is_set() -> None:
    def slowly(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(0.3)
        handler.send_response(302)
        handler.send_header("Location", handler.path + "x")
        handler.end_headers()

    with serving(**{"/" + "x" * n: slowly for n in range(1, 40)}) as site:
        began = time.monotonic()
        assert failure(site.url("/x"), client(redirects=30, page=1.0)).code == "timeout"
        assert time.monotonic() - began < 2


def test_a_host_is_not_asked_in_haste() -> None:
    robots = b"User-agent: *\nCrawl-delay: 100\n"
    with serving(**{"/a": STORY, "/robots.txt": robots}) as site:
        one = client(delay=0.1, longest_delay=0.2)
        began = time.monotonic()
        for _ in range(3):
            one.get(site.url("/a"), limit=LIMIT)
        assert time.monotonic() - began >= 0.6


# robots.txt


def test_robots_are_asked_once_and_honoured() -> None:
    with serving(**{"/a": STORY, "/private/x": STORY, "/robots.txt": b"User-agent: *\nDisallow: /private"}) as site:
        one = client()
        assert one.get(site.url("/a"), limit=LIMIT).body == STORY
        assert failure(site.url("/private/x"), one).code == "robots"
    assert site.paths() == ["/robots.txt", "/a"]


@pytest.mark.parametrize(
    ("robots", "code"),
    [((404, {}, b""), "page"), ((403, {}, b""), "page"), ((500, {}, b""), "robots"), ((503, {}, b""), "robots"),
     (moved("/robots.txt"), "page"), (moved("/elsewhere"), "robots"), (b"\0\xff" * 999, "page"),
     ((200, {"Content-Type": "text/html"}, STORY), "page"), (hang(3), "timeout")],
)  # fmt: skip
def test_what_a_failing_robots_file_means(robots: Any, code: str) -> None:
    with serving(**{"/robots.txt": robots, "/a": STORY, "/elsewhere": b"User-agent: *\nDisallow: /"}) as site:
        found = read(site.url("/a"))
    assert [getattr(f, "code", "page") for f in found] == [code]


@pytest.mark.parametrize(
    ("robots", "path", "allowed"),
    [
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", True),
        ("User-agent: *\nDisallow: /a*b*c", "/axxbyyc/d", False),
        ("User-agent: *\nDisallow: /a*b*c", "/axxcyyb", True),
        ("User-agent: *\nDisallow: /$", "/", False),
        ("User-agent: *\nDisallow: /$", "/a", True),
        ("User-agent: *\nDisallow: /%7Eann", "/~ann", False),
        ("User-agent: *\nDisallow: /caf\u00e9", "/caf%C3%A9/x", False),
        ("User-agent: Parley\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("user-agent:other\nUSER-AGENT : *\nDISALLOW:/a # all of it", "/a", False),
        ("User-agent: Parley/1.0\nDisallow: /a", "/a", False),
        ("Disallow: /", "/a", True),
        ("\ufeffUser-agent: *\r\nDisallow: /a\r\nSitemap: /s.xml", "/a", False),
        ("User-agent: *\nDisallow: /" + "*a" * 900 + "b", "/" + "a" * 3000, True),
        ("", "/a", True),
    ],
)
def test_rules(robots: str, path: str, allowed: bool) -> None:
    assert parse_robots(robots.encode(), "parley").allows(path) is allowed


@given(st.binary(max_size=400), st.text(max_size=60))
def test_any_robots_file_gives_rules(robots: bytes, path: str) -> None:
    assert parse_robots(b"User-agent: *\nDisallow: " + robots, "parley").allows("/" + path) in (True, False)


# What is remembered


def test_an_unchanged_page_is_not_sent_again() -> None:
    def page_with_validator(handler: BaseHTTPRequestHandler) -> None:
        same = handler.headers.get("If-None-Match") == '"v1"' and handler.headers.get("If-Modified-Since") == "Fri, 14"
        handler.send_response(304 if same else 200)
        handler.send_header("ETag", '"v1"')
        handler.send_header("Last-Modified", "Fri, 14")
        handler.end_headers()
        if not same:
            handler.wfile.write(STORY)

    memory = Forgetful()
    with serving(**{"/a": page_with_validator}) as site:
        assert len(read(site.url("/a"), memory)) == 1
        assert read(site.url("/a"), memory) == []
        assert read(site.url("/a"), memory) == []
        assert len(read(site.url("/a"))) == 1  # somebody else


def test_a_validator_that_would_break_the_request_is_forgotten() -> None:
    with serving(**{"/a": (200, {"ETag": "x" * 2000, "Last-Modified": "caf\xe9"}, STORY)}) as site:
        got = client().get(site.url("/a"), limit=LIMIT)
    assert (got.etag, got.modified) == (None, None)


# What kind of page it is


@pytest.mark.parametrize(
    ("kind", "body", "form", "has"),
    [
        ("text/html; charset=windows-1251", "<p>Переговоры в Москве</p>".encode("cp1251"), "html", "Переговоры"),
        ("text/html; charset=utf-8", "<p>Überall</p>".encode("latin-1"), "html", ""),
        ("text/html; charset=iso-8859-1", "<p>Überall «ja»</p>".encode(), "html", "Überall «ja»"),
        ("text/html; charset=nonsense", "<p>Überall</p>".encode(), "html", "Überall"),
        ("text/html;charset=iso-8859-2", '<meta charset="utf-8"><p>é</p>'.encode(), "html", "é"),
        ("text/plain; charset=iso-8859-1", "Zürich, March 14".encode("latin-1"), "text", "Zürich"),
        ("application/octet-stream", b"<!DOCTYPE html><p>x</p>", "html", "<p>"),
        ("", b"Plain words, no mark-up.", "text", "Plain"),
        ("application/pdf", b"%PDF-1.7 x", "pdf", "PDF"),
        ("text/html", b"%PDF-1.7 x", "pdf", "PDF"),
    ],
)
def test_format_and_character_set_come_from_bytes_and_header(kind: str, body: bytes, form: str, has: str) -> None:
    with serving(**{"/a": (200, {"Content-Type": kind}, body)}) as site:
        (found,) = read(site.url("/a"))
    assert isinstance(found, Page)
    assert found.format == form
    assert has in found.data.decode("utf-8", "replace")


def test_a_compressed_page() -> None:
    for name, pack in (("gzip", gzip.compress), ("deflate", zlib.compress)):
        with serving(**{"/a": (200, {"Content-Encoding": name}, pack(STORY))}) as site:
            assert client().get(site.url("/a"), limit=LIMIT).body == STORY


def test_urls_stand_among_other_inputs_and_each_is_read_once(tmp_path: Any) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "r", "text": "x"}) + "\n")
    with serving(**{"/a": STORY}) as site:
        wish = Settings(allow_hosts=ALLOWED)
        inputs = [site.url("/a"), str(tmp_path), site.url("/a#top"), "HTTP" + site.url("/a")[4:]]
        found = list(iter_pages(inputs, wish, None, Web(wish, None, HASTY)))
        assert [f.source for f in found] == [site.url("/a"), "r"]
        assert count_inputs(inputs) is None


def test_nothing_is_asked_before_the_first_page_is_wanted() -> None:
    with serving(**{"/a": STORY}) as site:
        wish = Settings(allow_hosts=ALLOWED)
        pages = iter_pages([site.url("/a")], wish, None, Web(wish, None, HASTY))
        assert site.asked == []
        assert isinstance(next(pages), Page)


def test_a_site_is_a_site() -> None:
    """The helper itself: a list of answers ends with its last."""
    site = Site({"/a": [b"1", b"2"]})
    assert [site.answer("/a"), site.answer("/a"), site.answer("/a")] == [b"1", b"2", b"2"]
