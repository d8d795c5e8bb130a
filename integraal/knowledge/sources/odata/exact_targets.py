"""Make urllib3 ask for a target byte for byte.

By itself it rewrites the %xx of a link, and CBS knows its own links only as it wrote them. The
pool passes a request's headers on untouched, so the target travels in one of them as far as our
connection, which takes it out again: it is never sent.
"""

from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection

EXACT_TARGET = "X-Exact-Target"


class _AsGiven:
    """A connection that asks for the target as it was given."""

    def request(
        self, method: str, url: str, body: Any = None, headers: Any = None, **more: Any
    ) -> None:
        kept = dict(headers or {})
        super().request(method, kept.pop(EXACT_TARGET, url), body, kept, **more)  # type: ignore[misc]


class _PlainConnection(_AsGiven, HTTPConnection):
    pass


class _SafeConnection(_AsGiven, HTTPSConnection):
    pass


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _PlainConnection


class _SafePool(HTTPSConnectionPool):
    ConnectionCls = _SafeConnection


def exact_manager() -> PoolManager:
    """A pool manager for one host that asks for the target in the header EXACT_TARGET."""
    manager = PoolManager(num_pools=1, maxsize=1)
    manager.pool_classes_by_scheme = {"http": _PlainPool, "https": _SafePool}
    return manager
