"""What the server of cbs_server.py says to one request target."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

if TYPE_CHECKING:
    from tests.knowledge.sources.odata.cbs_server import CbsServer

Row = dict[str, Any]
# Letters outside ASCII, a quote, a plus, lower-case %2f and an encoded $: any rewriting shows.
ODD_TOKEN = "%24skiptoken=%c3%ab~'{start}'+a%2fb&x=%7e"  # noqa: S105
_SETS = ("TypedDataSet", "UntypedDataSet", "Observations")
_CLAUSE = re.compile(
    r"(?:(?P<column>\w+) eq '(?P<equal>(?:[^']|'')*)')"
    r"|(?:startswith\((?P<start_in>\w+),'(?P<start>(?:[^']|'')*)'\))"
    r"|(?:substringof\('(?P<part>(?:[^']|'')*)',(?P<part_in>\w+)\))"
)


@dataclass
class Reply:
    """Status, body, and how it is given."""

    body: bytes
    status: int = 200
    kind: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False
    wait: float = 0.0


def asks_rows(target: str) -> bool:
    """Whether a target asks for rows of the table (not for their number or a code list)."""
    return target.split("?", 1)[0].endswith(_SETS)


def answer(cbs: CbsServer, target: str) -> Reply:
    """What CBS would say, or what it says when it misbehaves."""
    path, _, query = target.partition("?")
    if wanted := cbs.due("redirect", 2) or cbs.due("redirect_away", 2):
        away = "https://example.org" if wanted.kind == "redirect_away" else ""
        return Reply(b"", 302, headers={"Location": f"{away}{target}"})
    for form, tell in (("/ODataFeed/", _v3), ("/ODataApi/", _v3), ("/odata/v1/CBS/", _v4)):
        if path.startswith(form) and f"/{cbs.table_id}/" in path:
            part = path.split(f"/{cbs.table_id}/", 1)[1]
            if part.endswith("/$count"):
                return _count(cbs, query)
            if part in _SETS:
                return _page(cbs, target, part, form)
            if tell is _v3 and "$format=json" not in query:
                return Reply(b'<?xml version="1.0"?><feed/>', kind="application/atom+xml")
            return tell(cbs, part, target)
    return Reply(b"<html><body>Niet gevonden</body></html>", 404, "text/html")


def _v3(cbs: CbsServer, part: str, target: str) -> Reply:
    info = {
        "ID": 0,
        "Title": cbs.title,
        "Identifier": cbs.table_id,
        "Modified": cbs.modified,
        "Period": "2023-2024",
        "ShortDescription": "\nDeze tabel is verzonnen voor een test.",
    }
    lists: dict[str, list[Row]] = {"TableInfos": [info], **cbs.codes}
    lists["DataProperties"] = [_shift(cbs, row) for row in cbs.properties]
    return _list(cbs, lists, part, target)


def _v4(cbs: CbsServer, part: str, target: str) -> Reply:
    if part == "Properties":
        told = {"Identifier": cbs.table_id, "Title": cbs.title, "Modified": cbs.modified}
        return _json({"@odata.context": f"{cbs.root}/$metadata", **told})
    dimensions = [row for row in cbs.properties if row["Type"] not in ("Topic", "TopicGroup")]
    lists = {
        "Dimensions": [
            {"Identifier": row["Key"], "Kind": row["Type"], **_titles(row)} for row in dimensions
        ],
        "MeasureCodes": [
            {"Identifier": row["Key"], "Unit": row.get("Unit"), **_titles(row)}
            for row in cbs.properties
            if row["Type"] == "Topic"
        ],
    }
    for name, listed in cbs.codes.items():
        lists[f"{name}Codes"] = [
            {"Identifier": row["Key"], **{k: v for k, v in row.items() if k != "Key"}}
            for row in listed
        ]
    return _list(cbs, lists, part, target)


def _titles(row: Row) -> Row:
    return {"Title": row["Title"], "Description": row.get("Description")}


def _list(cbs: CbsServer, lists: dict[str, list[Row]], part: str, target: str) -> Reply:
    if part not in lists:
        return Reply(b"<html><body>Niet gevonden</body></html>", 404, "text/html")
    first, start = cbs.links.get(target, (target, 0))
    end = start + cbs.list_page_size
    body: Row = {"odata.metadata": f"{cbs.root}/$metadata#{part}", "value": lists[part][start:end]}
    if end < len(lists[part]):
        body["odata.nextLink"] = body["@odata.nextLink"] = _next_link(cbs, first, end)
    return _json(body)


def _json(data: Row) -> Reply:
    return Reply(json.dumps(data, ensure_ascii=False).encode())


def _shift(cbs: CbsServer, row: Row) -> Row:
    if not cbs.misbehave or cbs.misbehave.kind != "shifted" or row.get("Type") != "Topic":
        return row
    return {**row, "Key": _one_higher(row["Key"])}


def _one_higher(key: str) -> str:
    return re.sub(r"_(\d+)$", lambda found: f"_{int(found[1]) + 1}", key)


def _matching(cbs: CbsServer, query: str, part: str) -> list[Row]:
    options = dict(option.partition("=")[::2] for option in query.split("&"))
    rows = cbs.rows
    if part == "Observations":
        rows = _observations(cbs)
    elif cbs.misbehave and cbs.misbehave.kind == "shifted":
        rows = [{_one_higher(key): value for key, value in row.items()} for row in rows]
    wanted = unquote(options.get("$filter", ""))
    for group in wanted.split(" and ") if wanted else []:
        tests = [_test(found) for found in _CLAUSE.finditer(group)]
        rows = [row for row in rows if any(test(row) for test in tests)]
    columns = [name for name in unquote(options.get("$select", "")).split(",") if name]
    return [{name: row[name] for name in columns} for row in rows] if columns else rows


def _test(found: re.Match[str]) -> Callable[[Row], bool]:
    parts = {name: (text or "").replace("''", "'") for name, text in found.groupdict().items()}
    if parts["column"]:
        return lambda row: row[parts["column"]] == parts["equal"]
    if parts["start_in"]:
        return lambda row: str(row[parts["start_in"]]).startswith(parts["start"])
    return lambda row: parts["part"] in row[parts["part_in"]]


def _observations(cbs: CbsServer) -> list[Row]:
    """Each measure of each row; a row's "_attributes" says what is the matter with a measure."""
    topics = [row["Key"] for row in cbs.properties if row["Type"] == "Topic"]
    made: list[Row] = []
    for row in cbs.rows:
        plain = {k: v for k, v in row.items() if k not in ("ID", "_attributes", *topics)}
        for topic in topics:
            text = isinstance(row[topic], str)
            made.append(
                {
                    "Id": len(made),
                    "Measure": topic,
                    "ValueAttribute": row.get("_attributes", {}).get(topic, "None"),
                    "Value": None if text else row[topic],
                    "StringValue": row[topic] if text else None,
                    **plain,
                }
            )
    return made


def _count(cbs: CbsServer, query: str) -> Reply:
    part = "Observations" if "Measure%20eq" in query else "TypedDataSet"
    number = len(_matching(cbs, query, part))
    if cbs.due("wrong_count", 2):
        number -= 1
    text = "veel" if cbs.due("no_count", 2) else str(number)
    return Reply(f"\ufeff {text} \r\n".encode(), kind="text/plain")


def _page(cbs: CbsServer, target: str, part: str, form: str) -> Reply:
    first, start = cbs.links.get(target, (target, 0))
    if "skiptoken" in target.lower() and target not in cbs.links:
        return Reply(b'{"odata.error":{"message":{"value":"Invalid skiptoken"}}}', 400)
    rows = _matching(cbs, first.partition("?")[2], part)
    if form == "/ODataApi/" and len(rows) > cbs.api_limit:
        return Reply(b'{"odata.error":{"message":{"value":"exceeds 10000 records"}}}', 500)
    number = start // cbs.page_size + 1
    if trouble := _trouble(cbs, number):
        return trouble
    end = start + cbs.page_size
    next_link = _next_link(cbs, first, end) if end < len(rows) else None
    body: Row = {
        "odata.metadata": f"{cbs.root}/$metadata#{part}",
        "value": _spoiled_rows(cbs, rows, start, number),
    }
    if next_link := _spoiled_link(cbs, next_link, first, number):
        body["@odata.nextLink" if part == "Observations" else "odata.nextLink"] = next_link
    if cbs.due("grow", number):
        cbs.add_row()
    if cbs.due("revise", number):
        cbs.modified = f"{cbs.modified}.5"
    reply = _json(body)
    reply.cut = cbs.due("cut", number) is not None
    return reply


def _spoiled_rows(cbs: CbsServer, rows: list[Row], start: int, number: int) -> list[Row]:
    if start and cbs.due("repeat_page", number):
        return rows[start - cbs.page_size : start]
    shown = rows[start : start + cbs.page_size]
    if start and cbs.due("repeat_row", number):
        return [*shown, rows[start - 1]]
    return shown


def _spoiled_link(cbs: CbsServer, link: str | None, first: str, number: int) -> str | None:
    if cbs.due("loop", number):
        return f"{cbs.root}{first}"
    if cbs.due("other_host", number):
        return f"https://example.org{first}"
    return None if cbs.due("short", number) else link


def _next_link(cbs: CbsServer, first: str, start: int) -> str:
    link = f"{first.split('?', 1)[0]}?$format=json&{ODD_TOKEN.format(start=start)}"
    cbs.links[link] = (first, start)
    return f"{cbs.root}{link}"


def _trouble(cbs: CbsServer, number: int) -> Reply | None:
    if wanted := cbs.due("error", number):
        headers = {"Retry-After": wanted.retry_after} if wanted.retry_after else {}
        return Reply(b"Er ging iets mis", wanted.status, "text/plain", headers)
    if wanted := cbs.due("slow", number):
        return Reply(b'{"value":[]}', wait=wanted.seconds)
    if cbs.packed:
        return Reply(cbs.packed, headers={"Content-Encoding": "gzip"})
    bodies = {
        "broken_json": b'{"odata.metadata":"x","value":[{"ID":1,"Sooort',
        "html": b"<!DOCTYPE html><html><body>Onderhoud</body></html>",
        "no_value": b'{"odata.metadata":"x"}',
        "nan": b'{"value":[{"ID":9999,"GeregistreerdeMisdrijven_1":NaN}]}',
    }
    return next((Reply(body) for kind, body in bodies.items() if cbs.due(kind, number)), None)
