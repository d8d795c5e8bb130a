"""What a table says about itself: title, columns, code lists; the same form for both services."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from integraal.knowledge.sources.odata.pages import Members, read_list
from integraal.knowledge.sources.odata.transport import FetchProblem, Transport

LIST_V3 = Members("odata.nextLink", "Key")
_INFOS_V3 = Members("odata.nextLink", "ID")
_REGION = frozenset({"GeoDetail", "GeoDimension"})
_DIMENSIONS = _REGION | {"TimeDimension", "Dimension"}
_SUFFIX = re.compile(r"_\d+$", re.ASCII)
_DIVISION = re.compile(r"indeling\s+(?:van\s+)?((?:19|20)\d\d)\b", re.IGNORECASE)
_TITLE_YEAR = re.compile(
    r"\b(?:gemeenten?|wijk(?:en)?|buurt(?:en)?|regio'?s?)\s+((?:19|20)\d\d)$", re.IGNORECASE
)
_SHOWN = 12


@dataclass(frozen=True)
class Property:
    """A column: its key, its kind (GeoDetail, TimeDimension, Dimension, Topic, ...) and title."""

    key: str
    kind: str
    title: str
    description: str = ""
    unit: str = ""
    decimals: int | None = None

    @property
    def name(self) -> str:
        """The key without its number: GeregistreerdeMisdrijven_1 is GeregistreerdeMisdrijven."""
        return _SUFFIX.sub("", self.key)


@dataclass(frozen=True)
class Code:
    """An entry of a code list; `key` is as given, with its padding."""

    key: str
    title: str
    description: str = ""
    status: str = ""

    @property
    def code(self) -> str:
        """The key without the blanks around it."""
        return self.key.strip()

    @property
    def provisional(self) -> bool:
        """Whether figures of this period are not final yet (Voorlopig, NaderVoorlopig, a star)."""
        return self.status not in ("", "Definitief") or self.title.endswith("*")


@dataclass(frozen=True)
class TableMetadata:
    """A table: who it is, when it was changed (as the source writes it), columns and codes."""

    identifier: str
    title: str
    modified: str
    period: str
    description: str
    properties: tuple[Property, ...]
    codes: Mapping[str, tuple[Code, ...]]

    @property
    def region_column(self) -> str | None:
        """The column with the region, if the table has one."""
        return next((item.key for item in self.properties if item.kind in _REGION), None)

    @property
    def period_column(self) -> str | None:
        """The column with the period, if the table has one."""
        return next((item.key for item in self.properties if item.kind == "TimeDimension"), None)

    @property
    def class_columns(self) -> tuple[str, ...]:
        """The other dimensions: a kind of crime, a margin, an age."""
        return tuple(item.key for item in self.properties if item.kind == "Dimension")

    @property
    def dimension_columns(self) -> tuple[str, ...]:
        """All columns that together say what a row is about."""
        return tuple(item.key for item in self.properties if item.kind in _DIMENSIONS)

    @property
    def division_year(self) -> int | None:
        """The year of the areas, as the region column or the title tells; MapYear is not kept up.

        47018NED of 2024 says "(indeling 2024)" in the description, and 2019 as MapYear.
        """
        region = next((item for item in self.properties if item.kind in _REGION), None)
        told = f"{region.title} {region.description}" if region else ""
        found = _DIVISION.search(told) or _TITLE_YEAR.search(self.title.strip())
        return int(found[1]) if found else None

    @property
    def provisional_periods(self) -> tuple[str, ...]:
        """The codes of the periods whose figures are not final yet."""
        codes = self.codes.get(self.period_column or "", ())
        return tuple(item.code for item in codes if item.provisional)


def read_v3(transport: Transport, address: str) -> TableMetadata:
    """The metadata of a table behind an OData v3 address.

    Args:
        transport: what asks.
        address: https://host/ODataFeed/odata/<table>, without a slash at the end.

    Raises:
        FetchProblem: see Transport and Walk; or a part is missing or has another form.
    """
    info = read_info_v3(transport, address)
    rows = read_list(transport, _list_link(address, "DataProperties"), _INFOS_V3)
    properties = tuple(
        _property_v3(row, "DataProperties")
        for row in sorted(rows, key=_position)
        if row.get("Type") != "TopicGroup"
    )
    return TableMetadata(
        identifier=text_of(info, "Identifier", "TableInfos"),
        title=text_of(info, "Title", "TableInfos"),
        modified=text_of(info, "Modified", "TableInfos"),
        period=str(info.get("Period") or ""),
        description=str(info.get("ShortDescription") or "").strip(),
        properties=properties,
        codes={
            item.key: code_list(
                read_list(transport, _list_link(address, item.key), LIST_V3), item.key, "Key"
            )
            for item in properties
            if item.kind in _DIMENSIONS
        },
    )


def read_info_v3(transport: Transport, address: str) -> dict[str, Any]:
    """The one row of TableInfos; raises FetchProblem when there is not exactly one."""
    rows = read_list(transport, _list_link(address, "TableInfos"), _INFOS_V3)
    if len(rows) != 1:
        raise _other_form("TableInfos")
    return rows[0]


def topic_columns(properties: Iterable[Property], wanted: Mapping[str, str]) -> dict[str, str]:
    """Find the columns of the wanted topics, whatever number the source gave them this time.

    Args:
        properties: the columns of the table.
        wanted: the name of a column without its number, and the class that it counts ('' when a
            class column says so).

    Returns:
        The key of each column as it is now, and its class.

    Raises:
        FetchProblem: a topic is gone or is there more than once; says which topics there are.
    """
    topics = [item for item in properties if item.kind == "Topic"]
    found, sentences = {}, []
    for name, class_code in wanted.items():
        keys = [item.key for item in topics if name in (item.name, item.key)]
        if len(keys) == 1:
            found[keys[0]] = class_code
        elif keys:
            sentences.append(f"De bron heeft meer dan een kolom {name}: {', '.join(keys)}.")
        else:
            sentences.append(f"De bron heeft geen kolom {name} meer. Er is wel: {_named(topics)}.")
    if not wanted:
        sentences.append(f"Noem de kolommen die nodig zijn. Er is: {_named(topics)}.")
    if sentences:
        sentences.append("Pas de omschrijving van deze bron aan. Er is niets veranderd.")
        raise FetchProblem(sentences)
    return found


def text_of(row: Mapping[str, Any], member: str, where: str) -> str:
    """A text that must be there; raises FetchProblem when it is not."""
    text = row.get(member)
    if not isinstance(text, str) or not text.strip():
        raise _other_form(where)
    return text


def code_list(rows: Iterable[Mapping[str, Any]], where: str, key: str) -> tuple[Code, ...]:
    """The rows of a code list; `key` is what the service calls the code."""
    return tuple(
        Code(
            key=text_of(row, key, where),
            title=str(row.get("Title") or "").strip(),
            description=str(row.get("Description") or "").strip(),
            status=str(row.get("Status") or "").strip(),
        )
        for row in rows
    )


def _named(topics: list[Property]) -> str:
    names = [item.key for item in topics[:_SHOWN]]
    more = len(topics) - len(names)
    return ", ".join(names or ["geen enkele"]) + (f" en nog {more}" if more > 0 else "")


def _property_v3(row: Mapping[str, Any], where: str) -> Property:
    decimals = row.get("Decimals")
    return Property(
        key=text_of(row, "Key", where).strip(),
        kind=text_of(row, "Type", where),
        title=str(row.get("Title") or "").strip(),
        description=str(row.get("Description") or "").strip(),
        unit=str(row.get("Unit") or "").strip(),
        decimals=decimals if isinstance(decimals, int) else None,
    )


def _position(row: Mapping[str, Any]) -> int:
    position = row.get("Position")
    return position if isinstance(position, int) else 0


def _list_link(address: str, name: str) -> str:
    return f"{address}/{name}?$format=json"


def _other_form(where: str) -> FetchProblem:
    return FetchProblem(
        f"De beschrijving van de tabel ({where}) heeft een andere vorm dan verwacht. "
        "Er is niets veranderd. Kijk of het adres van de bron nog klopt."
    )
