"""Which connection may make tables."""

from typing import Any


class OwnerMakesTables:
    """Migrations run on the ``owner`` connection; the application's role only reads and writes."""

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == "owner"
