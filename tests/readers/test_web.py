from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from generator.readers import web
from generator.readers.reading import Refusal
from generator.readers.web import encode_address, fetch, is_address


class Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/moved":
            self._send(302, {"Location": "/page"}, b"")
        elif path == "/file":
            self._send(302, {"Location": "file:///etc/hostname"}, b"")
        elif path == "/ftp":
            self._send(302, {"Location": "ftp://127.0.0.1/x"}, b"")
        elif path == "/round":
            self._send(302, {"Location": "/round"}, b"")
        elif path == "/none":
            self._send(404, {}, b"<html>not here</html>")
        elif path == "/packed":
            self._send(200, {"Content-Encoding": "gzip"}, b"xx")
        elif path == "/long":
            self._send(200, {"Content-Type": "text/plain"}, b"a" * 200_000)
        elif path == "/short":
            self._cut({"Content-Length": self.path.partition("?")[2]}, b"a" * 1_000)
        elif path == "/chunks":
            self._cut({"Transfer-Encoding": "chunked"}, self.path.partition("?")[2].encode().replace(b"_", b"\r\n"))
        elif path == "/bare":
            self._send(200, {}, b"bare")
        else:
            self._send(200, {"Content-Type": "text/html; charset=koi8-r"}, self.path.encode())

    def _send(self, code: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _cut(self, headers: dict[str, str], body: bytes) -> None:
        """Send `body` as it is, whatever `headers` promise of it, and hang up."""
        self.protocol_version = "HTTP/1.1"
        self.send_response(200)
        for name, value in {**headers, "Connection": "close"}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as listening:
        thread = threading.Thread(target=listening.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{listening.server_port}"
        listening.shutdown()
        thread.join()


def refused(address: str) -> str:
    with pytest.raises(Refusal) as refusal:
        fetch(address)
    return refusal.value.what


def test_a_page_comes_with_the_word_of_its_server(server: str) -> None:
    sent = fetch(f"{server}/page#part")
    assert (sent.data, sent.media_type, sent.charset) == (b"/page", "text/html", "koi8-r")
    assert sent.address == f"{server}/page"
    assert fetch(f"{server}/bare").media_type is None


def test_a_page_that_moved_comes_from_where_it_is(server: str) -> None:
    assert fetch(f"{server}/moved").address == f"{server}/page"


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("/none", "the server answers 404 Not Found"),
        ("/file", "the server answers 302"),
        ("/ftp", "unknown url type: ftp"),
        ("/round", "the server answers 302"),
        ("/packed", "the server sends it compressed"),
    ],
)
def test_what_a_server_must_not_send_is_refused(server: str, path: str, what: str) -> None:
    assert what in refused(server + path)


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("/short?1001", "it was cut short: 1,000 of 1,001 bytes came"),
        ("/short?200000", "it was cut short: 1,000 of 200,000 bytes came"),
        ("/chunks?5_hello_5_wor", "it was cut short"),
        ("/chunks?5_hello_", "it was cut short"),
        ("/chunks?5_hello_0", None),
        ("/chunks?5_hello_0__", None),
        ("/short?1000", None),
        ("/short?many", None),
    ],
)
def test_an_answer_that_was_cut_short_is_refused(server: str, path: str, what: str | None) -> None:
    if what is None:
        assert fetch(server + path).data in (b"hello", b"a" * 1_000)
    else:
        assert refused(server + path) == what


def test_more_than_the_limit_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "MAX_BYTES", 100_000)
    assert "it is larger than" in refused(f"{server}/long")


def test_an_answer_that_does_not_end_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "WHOLE", -1)
    assert "it did not come within" in refused(f"{server}/page")


def test_a_server_that_is_not_there_is_told() -> None:
    assert "it cannot be fetched" in refused("http://127.0.0.1:1/")


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("https://news.example", "https://news.example/"),
        ("https://news.example/a b?q=ä#x", None),
        ("https://news.example/Việt?q=ä#x", "https://news.example/Vi%E1%BB%87t?q=%C3%A4"),
        ("https://bücher.example:8443/%20", "https://xn--bcher-kva.example:8443/%20"),
        ("http://[::1]:80/", "http://[::1]:80/"),
        ("https://user:word@news.example/", None),
        ("https://", None),
        ("https://news.example:x/", None),
        ("https://a\nb/", None),
        ("file:///etc/passwd", None),
    ],
)
def test_an_address_is_asked_for_in_ascii_or_not_at_all(address: str, asked: str | None) -> None:
    if asked is None:
        with pytest.raises(Refusal):
            encode_address(address)
    else:
        assert encode_address(address) == asked


def test_only_http_and_https_are_addresses() -> None:
    told = [is_address(given) for given in ("HTTP://a/", "https://a/", "ftp://a/", "file:///a", "a.txt", "http:a")]
    assert told == [True, True, False, False, False, False]
