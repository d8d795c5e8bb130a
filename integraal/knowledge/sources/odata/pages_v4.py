"""OData v4, as datasets.cbs.nl speaks it: one observation a row, in the shape of a v3 row.

An observation {Id, Measure, ValueAttribute, Value, StringValue, <dimensions>} is kept as
{ID, <dimensions>, <measure>: value, "_topic": measure, "_attribute": as given, "_status": status}.
So each row has exactly one topic; a topic that is absent from a row says nothing.

`_status` follows ValueAttribute: None with a value is present; Confidential or Secret is withheld;
Impossible, NotApplicable or Empty is impossible; all others without a value are missing. A value
under a mark that says there is none is never kept; a value under an unknown mark is refused.
The names beyond None are not taken from a published list: CBS documents none that we found.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Literal, NoReturn

from integraal.knowledge.sources.odata.filters import Condition, expression, padded, query
from integraal.knowledge.sources.odata.metadata import (
    Property,
    TableMetadata,
    code_list,
    text_of,
)
from integraal.knowledge.sources.odata.pages import Members, Question, Row, read_list
from integraal.knowledge.sources.odata.transport import FetchProblem, Transport

Status = Literal["present", "missing", "withheld", "impossible"]
MEMBERS = Members("@odata.nextLink", "Id")
_LIST = Members("@odata.nextLink", "Identifier")
_WITHOUT_VALUE: dict[str, Status] = {
    "confidential": "withheld",
    "secret": "withheld",
    "impossible": "impossible",
    "notapplicable": "impossible",
    "empty": "impossible",
    "unknown": "missing",
    "missing": "missing",
    "notavailable": "missing",
    "unreliable": "missing",
}


def read_v4(transport: Transport, address: str) -> TableMetadata:
    """The metadata of a table; its measures become topics.

    Args:
        transport: what asks.
        address: https://datasets.cbs.nl/odata/v1/CBS/<table>, without a slash at the end.

    Raises:
        FetchProblem: see Transport and Walk; or a part is missing or has another form.
    """
    info = transport.get_json(f"{address}/Properties").data
    dimensions = [
        Property(
            key=text_of(row, "Identifier", "Dimensions").strip(),
            kind=text_of(row, "Kind", "Dimensions"),
            title=str(row.get("Title") or "").strip(),
            description=str(row.get("Description") or "").strip(),
        )
        for row in read_list(transport, f"{address}/Dimensions", _LIST)
    ]
    measures = [_measure(row) for row in read_list(transport, f"{address}/MeasureCodes", _LIST)]
    return TableMetadata(
        identifier=text_of(info, "Identifier", "Properties"),
        title=text_of(info, "Title", "Properties"),
        modified=text_of(info, "Modified", "Properties"),
        period=str(info.get("TemporalCoverage") or ""),
        description=str(info.get("Summary") or info.get("Description") or "").strip(),
        properties=(*dimensions, *measures),
        codes={
            item.key: code_list(
                read_list(transport, f"{address}/{item.key}Codes", _LIST), item.key, "Identifier"
            )
            for item in dimensions
        },
    )


def read_modified(transport: Transport, address: str) -> str:
    """When the table was changed last, as the source writes it."""
    info = transport.get_json(f"{address}/Properties").data
    return text_of(info, "Modified", "Properties")


def question(
    address: str,
    metadata: TableMetadata,
    topics: Iterable[str],
    *,
    where: Sequence[Condition] = (),
) -> Question:
    """What to ask for the observations of these measures.

    Args:
        address: https://datasets.cbs.nl/odata/v1/CBS/<table>, without a slash at the end.
        metadata: of the same table.
        topics: the identifiers of the measures, as the table writes them.
        where: which observations; keys may be trimmed.

    Raises:
        FetchProblem: a condition names a key that the code list does not have.
    """
    measures = tuple(topics)
    known = [Condition("Measure", "equals", measures)]
    for condition in where:
        codes = metadata.codes.get(condition.column, ())
        known.append(padded(condition, (item.key for item in codes)))
    asked = query(filter=expression(known, version=4))
    rows = f"{address}/Observations"
    to_row = _ToRow(metadata.identifier, measures, metadata.dimension_columns)
    return Question(
        metadata.identifier, f"{rows}?{asked}", f"{rows}/$count?{asked}", MEMBERS, to_row
    )


def status_of(attribute: str | None, value: Any) -> Status | None:
    """What ValueAttribute says about a value; None when there is a value under an unknown mark."""
    mark = (attribute or "None").strip().lower()
    if mark in _WITHOUT_VALUE:
        return _WITHOUT_VALUE[mark]
    if value is None or value == "":
        return "missing"
    return "present" if mark in ("none", "") else None


class _ToRow:
    """From an observation to a row in the shape of v3."""

    def __init__(self, table: str, measures: Iterable[str], dimensions: Iterable[str]) -> None:
        self._table, self._dimensions = table, tuple(dimensions)
        self._measures = {measure.strip(): measure for measure in measures}

    def __call__(self, row: Row) -> Row:
        measure = row.get("Measure")
        if not isinstance(measure, str) or measure.strip() not in self._measures:
            self._refuse(f"het onderwerp '{measure}', waar niet om gevraagd is", row)
        kept: Row = {"ID": row["Id"]}
        for column in self._dimensions:
            if not isinstance(row.get(column), str) or not row[column].strip():
                self._refuse(f"geen code in de kolom {column}", row)
            kept[column] = row[column]
        attribute = row.get("ValueAttribute")
        value = row.get("StringValue") if row.get("Value") is None else row["Value"]
        status = status_of(attribute, value)
        if status is None:
            self._refuse(f"een waarde met het onbekende kenmerk '{attribute}'", row)
        topic = str(measure).strip()
        kept[topic] = value if status == "present" else None
        return {**kept, "_topic": topic, "_attribute": attribute, "_status": status}

    def _refuse(self, what: str, row: Row) -> NoReturn:
        raise FetchProblem(
            f"Tabel {self._table} geeft in rij {row.get('Id')} {what}. Er is niets bewaard.",
            resumable=False,
        )


def _measure(row: dict[str, Any]) -> Property:
    decimals = row.get("Decimals")
    return Property(
        key=text_of(row, "Identifier", "MeasureCodes"),
        kind="Topic",
        title=str(row.get("Title") or "").strip(),
        description=str(row.get("Description") or "").strip(),
        unit=str(row.get("Unit") or "").strip(),
        decimals=decimals if isinstance(decimals, int) else None,
    )
