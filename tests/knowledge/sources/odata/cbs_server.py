"""A server on this computer that answers like CBS, and misbehaves when told to.

    with CbsServer("47013NED", rows, properties, codes, page_size=10) as server:
        fetch_table(server.address, "odata-v3", ...)

OData v3 under `address` (ODataFeed) and `api_address` (ODataApi, which refuses what is too much),
v4 under `v4_address`. It knows its own next links only as it wrote them, byte for byte, and notes
every request target in `requests`.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from tests.knowledge.sources.odata import cbs_answers

Row = dict[str, Any]


@dataclass(frozen=True)
class Misbehave:
    """What goes wrong with pages of rows, from page `at` (counted from 1) on, so many `times`.

    error (with `status`, `retry_after`), cut, slow (`seconds`), broken_json, html, no_value,
    loop (a next link back to the first page), repeat_page (the page before under a new link),
    repeat_row (the last row of the page before), other_host (a next link elsewhere), grow (a row
    more), revise (another Modified), short (no next link, too early), nan.
    Also: wrong_count, no_count, shifted (measure numbers one higher), redirect, redirect_away.
    """

    kind: str
    at: int = 2
    times: float = math.inf
    status: int = 500
    retry_after: str = ""
    seconds: float = 30.0


class CbsServer:
    """One table.

    Args:
        table_id: such as 47013NED.
        rows: v3 rows with ID, padded codes and measures; v4 observations are made of them.
        properties: rows of DataProperties.
        codes: for each dimension the rows of its code list.
        page_size: rows on a page of the Feed.
    """

    def __init__(
        self,
        table_id: str,
        rows: Sequence[Mapping[str, Any]],
        properties: Sequence[Mapping[str, Any]],
        codes: Mapping[str, Sequence[Mapping[str, Any]]],
        page_size: int = 10_000,
        *,
        title: str = "Geregistreerde misdrijven; soort misdrijf, gemeente",
        modified: str = "2026-08-15T02:00:00",
        misbehave: Misbehave | None = None,
    ) -> None:
        self.table_id, self.title, self.modified = table_id, title, modified
        self.rows = [dict(row) for row in rows]
        self.properties = [dict(row) for row in properties]
        self.codes = {name: [dict(row) for row in listed] for name, listed in codes.items()}
        self.page_size, self.api_limit = page_size, 10_000
        self.misbehave = misbehave
        self.list_page_size = 10_000
        self.packed = b""  # a gzipped body to give instead of any page
        self.requests: list[str] = []
        self.agents: set[str] = set()
        self.stopped = threading.Event()
        self.lock = threading.Lock()
        self.links: dict[str, tuple[str, int]] = {}
        self._times = 0
        self._server: _Server | None = None

    def __enter__(self) -> Self:
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.cbs = self
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopped.set()
        assert self._server is not None
        self._server.shutdown()
        self._server.server_close()

    @property
    def root(self) -> str:
        """Where the server is."""
        assert self._server is not None, "Use the server in a with."
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def address(self) -> str:
        """The table on the Feed, which pages."""
        return f"{self.root}/ODataFeed/odata/{self.table_id}"

    @property
    def api_address(self) -> str:
        """The table on the Api, which refuses more rows than `api_limit`."""
        return f"{self.root}/ODataApi/odata/{self.table_id}"

    @property
    def v4_address(self) -> str:
        """The table in OData v4."""
        return f"{self.root}/odata/v1/CBS/{self.table_id}"

    @property
    def page_requests(self) -> list[str]:
        """The targets asked for that held rows of the table."""
        return [target for target in self.requests if cbs_answers.asks_rows(target)]

    def add_row(self, **changes: Any) -> None:
        """The publisher adds a row."""
        self.rows.append({**self.rows[-1], "ID": self.rows[-1]["ID"] + 1, **changes})

    def due(self, kind: str, page: int = 1) -> Misbehave | None:
        """The misbehaviour, when it is this kind and its turn has come; counts the times."""
        wanted = self.misbehave
        if wanted is None or wanted.kind != kind or page < wanted.at:
            return None
        if self._times >= wanted.times:
            return None
        self._times += 1
        return wanted


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    cbs: CbsServer

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is part of the test."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else each answer waits 40 ms
    server: _Server

    def log_message(self, *_: Any) -> None:
        """Keep the test output clean."""

    def do_GET(self) -> None:
        cbs = self.server.cbs
        with cbs.lock:
            cbs.requests.append(self.path)
            cbs.agents.add(self.headers.get("User-Agent", ""))
            answer = cbs_answers.answer(cbs, self.path)
        if answer.wait:
            cbs.stopped.wait(answer.wait)
        body = answer.body
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        if answer.cut:
            self.wfile.write(body[: len(body) // 2])
            self.close_connection = True
            return
        self.wfile.write(body)


def crime_table(
    regions: Sequence[str] = ("NL00  ", "GM0432", "GM0375"),
    classes: Sequence[str] = ("0.0.0 ", "1.1.1 "),
    periods: Sequence[str] = ("2023JJ00", "2024JJ00"),
    value: Callable[[int], Any] = lambda number: number * 3,
) -> tuple[list[Row], list[Row], dict[str, list[Row]]]:
    """Rows, properties and codes of a table like 47013NED: `CbsServer("47013NED", *crime_table())`.

    The last period is provisional; `value` gives the figure of a row by its ID.
    """
    cells = [(c, r, p) for c in classes for r in regions for p in periods]
    rows: list[Row] = [
        {
            "ID": number,
            "SoortMisdrijf": crime,
            "RegioS": region,
            "Perioden": period,
            "GeregistreerdeMisdrijven_1": value(number),
        }
        for number, (crime, region, period) in enumerate(cells)
    ]
    kinds = {"SoortMisdrijf": "Dimension", "RegioS": "GeoDetail", "Perioden": "TimeDimension"}
    properties: list[Row] = [
        {"ID": number, "Position": number, "Type": kind, "Key": key, "Title": key}
        for number, (key, kind) in enumerate(kinds.items())
    ]
    properties[1]["Description"] = "Regio's (indeling 2024)"
    properties[1]["MapYear"] = 2019
    properties.append(
        {"ID": 3, "Position": None, "Type": "TopicGroup", "Key": "", "Title": "Groep"}
    )
    topic = {"Type": "Topic", "Key": "GeregistreerdeMisdrijven_1", "Unit": "aantal", "Decimals": 0}
    properties.append({"ID": 4, "Position": 3, "Title": "Geregistreerde misdrijven", **topic})
    codes: dict[str, list[Row]] = {
        "SoortMisdrijf": [{"Key": code, "Title": code.strip()} for code in classes],
        "RegioS": [{"Key": code, "Title": f"Gebied {code.strip()}"} for code in regions],
        "Perioden": [{"Key": p, "Title": p[:4], "Status": "Definitief"} for p in periods],
    }
    codes["Perioden"][-1]["Status"] = "Voorlopig"
    return rows, properties, codes
