"""A brake on guessing secrets: many wrong ones in a minute, and nobody is let in that minute.

It counts per municipality and for all server processes together, and keeps no address of anybody.
The random bits of a secret are what keeps a guesser out; the brake keeps the guessing from being
work for the database. It treats right and wrong secrets alike, so that it tells nothing.
"""

import time

from django.core.cache import cache

WRONG_IN_A_MINUTE = 60
_KEPT_SECONDS = 120
PERSONAL_LINK = "personal-link"


def is_on(tenant_id: int, kind: str = PERSONAL_LINK) -> bool:
    """Return whether too many wrong secrets of a kind were tried in this minute."""
    return int(cache.get(_key(tenant_id, kind), 0)) >= WRONG_IN_A_MINUTE


def note_wrong(tenant_id: int, kind: str = PERSONAL_LINK) -> None:
    """Count one wrong secret."""
    key = _key(tenant_id, kind)
    # Two at once may count as one: it is a brake, not a bookkeeping.
    cache.set(key, int(cache.get(key, 0)) + 1, _KEPT_SECONDS)


def _key(tenant_id: int, kind: str) -> str:
    return f"{kind}-wrong:{tenant_id}:{_minute()}"


def _minute() -> int:
    return int(time.time() // 60)
