"""A text from the web: the only place of the program that asks another machine for anything, at the officer's word."""

from __future__ import annotations

import http.client
import re
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass

from generator.readers.reading import MAX_BYTES, Refusal

# Seconds: for a server to answer, and for the whole of its answer.
PATIENCE = 20
WHOLE = 120
CHUNK = 65_536
MEND = "save the page with a browser and add the file"
SAFE = "/%:@!$&'()*+,;=~-._"


@dataclass(frozen=True)
class Fetched:
    """What a server sent: `address` is where it was in the end; `media_type` and `charset` are the server's word."""

    data: bytes
    address: str
    media_type: str | None
    charset: str | None


def is_address(given: str) -> bool:
    """Tell an address on the web from the path of a file."""
    return given.lower().startswith(("http://", "https://"))


def fetch(address: str) -> Fetched:
    """Return what stands at `address` (http or https); raises Refusal when it cannot be had within the limits."""
    headers = {"User-Agent": "briefs", "Accept-Encoding": "identity"}
    request = urllib.request.Request(encode_address(address), headers=headers)
    deadline = time.monotonic() + WHOLE
    try:
        with _opener().open(request, timeout=PATIENCE) as response:
            data = _read(response, deadline)
            headers = response.headers
            media_type = headers.get_content_type() if "Content-Type" in headers else None
            return Fetched(data, response.geturl(), media_type, headers.get_content_charset())
    except urllib.error.HTTPError as error:
        code = error.code
        error.close()
        raise Refusal(f"the server answers {code} {http.client.responses.get(code, '')}".rstrip(), MEND) from None
    except http.client.IncompleteRead:
        raise Refusal("it was cut short", f"try again, or {MEND}") from None
    except (urllib.error.URLError, OSError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", None) or error
        raise Refusal(f"it cannot be fetched: {str(reason) or type(error).__name__}", MEND) from None


def encode_address(address: str) -> str:
    """Return `address` as it is asked for: letters beyond ASCII encoded, no fragment; raises Refusal for a bad one."""
    try:
        parts = urllib.parse.urlsplit(address)
        host, port = parts.hostname, parts.port
        name = host.encode("idna").decode() if host else ""
    except (ValueError, UnicodeError):
        name, port = "", None
    if not name or parts.scheme not in ("http", "https") or any(char.isspace() or char < " " for char in address):
        raise Refusal("it is not a web address", "give the whole address, from https:// on")
    if parts.username is not None:
        raise Refusal("its address holds a user name or password, which a dossier must not", MEND)
    place = f"[{name}]" if ":" in name else name
    place += f":{port}" if port else ""
    path, query = urllib.parse.quote(parts.path, SAFE), urllib.parse.quote(parts.query, SAFE + "?")
    return urllib.parse.urlunsplit((parts.scheme, place, path or "/", query, ""))


def _opener() -> urllib.request.OpenerDirector:
    """Return an opener that knows http and https and nothing else: no file, no ftp, also not when sent there."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.UnknownHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _read(response: http.client.HTTPResponse, deadline: float) -> bytes:
    """Read until the end, one byte beyond the limit, or the deadline."""
    if response.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise Refusal("the server sends it compressed, though asked not to", MEND)
    data = bytearray()
    while chunk := response.read1(CHUNK):
        data += chunk
        if len(data) > MAX_BYTES:
            raise Refusal(f"it is larger than {MAX_BYTES // 1_000_000} MB", "add the part that matters as a text")
        if time.monotonic() > deadline:
            raise Refusal(f"it did not come within {WHOLE} seconds", MEND)
    announced = _announced(response)
    if announced is not None and len(data) < announced:
        what = f"it was cut short: {len(data):,} of {announced:,} bytes came"
        raise Refusal(what, f"try again, or {MEND}")
    return bytes(data)


def _announced(response: http.client.HTTPResponse) -> int | None:
    """Return how many bytes the server said that it would send; None where it did not, or sends them in chunks."""
    if response.chunked:  # a chunk that is cut short is told by the library
        return None
    lengths = {
        length.strip() for value in response.headers.get_all("Content-Length", ()) for length in value.split(",")
    }
    return max((int(length) for length in lengths if re.fullmatch("[0-9]{1,18}", length)), default=None)
