"""Fetch a small table from the server, and look at what came."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from integraal.knowledge.sources.odata.fetching import Fetched, fetch_table
from integraal.knowledge.sources.odata.transport import FetchProblem, TransportOptions
from tests.knowledge.sources.odata.cbs_server import CbsServer, Misbehave, crime_table

TOPICS = {"GeregistreerdeMisdrijven": ""}
FAST = TransportOptions(attempts=2, pause=0)
HURRIED = TransportOptions(attempts=2, pause=0, read_seconds=0.5)


def served(misbehave: Misbehave | None = None, page_size: int = 3) -> CbsServer:
    """Twelve rows on four pages."""
    return CbsServer("47013NED", *crime_table(), page_size, misbehave=misbehave)


def fetch(server: CbsServer, folder: Path, **more: Any) -> Fetched:
    slow = server.misbehave is not None and server.misbehave.kind == "slow"
    options = HURRIED if slow else FAST
    return fetch_table(server.address, "odata-v3", TOPICS, folder, options=options, **more)


def problem(server: CbsServer, folder: Path, **more: Any) -> str:
    with pytest.raises(FetchProblem) as raised:
        fetch(server, folder, **more)
    return "\n".join(raised.value.sentences)


def rows_of(fetched: Fetched) -> list[dict[str, Any]]:
    return [json.loads(line) for page in fetched.pages for line in page.read_text().splitlines()]
