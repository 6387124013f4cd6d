"""What a run found out, kept by its content in SQLite under .cache/ of the dossier: readings, and pages of the site.

The cache may be deleted at any time, be broken, or come from elsewhere: the pages are the same bytes. A row is named by
a digest of everything that it follows from (the generator's own code too) and carries a digest of its content; what
does not agree is made anew. (Alone, the digest is against damage: whoever can write here can write the topic map too.
With a key of this machine it is against strangers as well.) Another process that holds the file costs this one its
cache, never its time.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

FILE = Path(".cache") / "readings.sqlite"
# Seconds to wait for another process that is just writing.
PATIENCE = 0.2
# Rows that nobody asks for any more go once there are more than `_LEAST` rows and `spare` times those asked for.
_SPARE = 4
_LEAST = 200
_AT_ONCE = 500


class Cache:
    """Rows of bytes by name. Whatever goes wrong with the file, nothing is raised: there is less in it, that is all."""

    def __init__(
        self, connection: sqlite3.Connection | None = None, *, key: bytes = b"", spare: float = _SPARE
    ) -> None:
        self._connection = connection
        self._key = key
        self._spare = spare

    @property
    def keeps(self) -> bool:
        """Whether what is written is there when it is read: False where the file could not be had."""
        return self._connection is not None

    def read(self, names: Iterable[str]) -> Mapping[str, bytes]:
        """Return the content of those of `names` that are there and whole."""
        found: dict[str, bytes] = {}
        wanted = list(names)
        for at in range(0, len(wanted), _AT_ONCE):
            some = wanted[at : at + _AT_ONCE]
            marks = ",".join("?" * len(some))
            for name, digest, packed in self._rows(
                f"SELECT name, digest, content FROM kept WHERE name IN ({marks})", some
            ):
                data = self._unpack(name, digest, packed)
                if data is not None:
                    found[name] = data
        return found

    def write(self, rows: Mapping[str, bytes], used: Iterable[str] | None = None) -> None:
        """Keep `rows`, and let go of what is not among `used` (all names that this run asked for) once it is much."""
        if self._connection is None:
            return
        packed = [(name, zlib.compress(data, 1)) for name, data in rows.items()]
        with contextlib.suppress(sqlite3.Error), self._connection as open_:
            open_.executemany(
                "INSERT OR REPLACE INTO kept VALUES (?, ?, ?)",
                [(name, self._digest(name, content), content) for name, content in packed],
            )
            if used is not None:
                self._sweep(open_, set(used))

    def _rows(self, query: str, values: list[str]) -> list[tuple[str, str, bytes]]:
        if self._connection is None:
            return []
        try:
            return list(self._connection.execute(query, values))
        except sqlite3.Error:
            return []

    def _sweep(self, connection: sqlite3.Connection, used: set[str]) -> None:
        count = connection.execute("SELECT count(*) FROM kept").fetchone()[0]
        if count > _LEAST + self._spare * len(used):
            stale = [(name,) for (name,) in connection.execute("SELECT name FROM kept") if name not in used]
            connection.executemany("DELETE FROM kept WHERE name = ?", stale)

    def _digest(self, name: str, content: bytes) -> str:
        data = name.encode() + b"\0" + content
        return (hmac.digest(self._key, data, "sha256") if self._key else hashlib.sha256(data).digest()).hex()

    def _unpack(self, name: object, digest: object, content: object) -> bytes | None:
        if not (isinstance(name, str) and isinstance(digest, str) and isinstance(content, bytes)):
            return None
        if not hmac.compare_digest(self._digest(name, content).encode(), digest.encode()):
            return None
        try:
            return zlib.decompress(content)
        except zlib.error:
            return None


@contextmanager
def open_cache(folder: Path, file: Path = FILE, *, key: bytes = b"", spare: float = _SPARE) -> Iterator[Cache]:
    """Give a cache of the dossier in `folder`: an empty one where its file is broken, none where it cannot be had.

    Rows that were not written with the same `key` are not believed. `spare`: how many times as many rows as are asked
    for may stay.
    """
    connection = _connect(folder / file)
    try:
        yield Cache(connection, key=key, spare=spare)
    finally:
        if connection is not None:
            connection.close()


def _connect(file: Path) -> sqlite3.Connection | None:
    for _ in range(2):
        connection: sqlite3.Connection | None = None
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(file, timeout=PATIENCE)
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, digest TEXT, content BLOB)")
            connection.execute("SELECT name, digest, content FROM kept LIMIT 1").fetchone()
        except sqlite3.OperationalError as error:  # locked, or a folder that cannot be written
            if connection is not None:
                connection.close()
            if "no such column" not in str(error):
                return None
            _forget(file)
        except sqlite3.DatabaseError:  # not a database at all, or a broken one
            if connection is not None:
                connection.close()
            _forget(file)
        except OSError:
            return None
        else:
            return connection
    return None


def _forget(file: Path) -> None:
    for name in (file, file.with_name(file.name + "-journal")):
        with contextlib.suppress(OSError):
            name.unlink(missing_ok=True)
