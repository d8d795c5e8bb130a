"""OData v3, as opendata.cbs.nl and dataderden.cbs.nl (police) speak it.

Rows are kept as given: keys padded, a missing value null in TypedDataSet and a sign in
UntypedDataSet. The addresses with ODataFeed page; those with ODataApi refuse above 10,000 rows.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from integraal.knowledge.sources.odata.filters import Condition, expression, padded, query
from integraal.knowledge.sources.odata.metadata import TableMetadata, read_info_v3, text_of
from integraal.knowledge.sources.odata.pages import Members, Question, Row
from integraal.knowledge.sources.odata.transport import FetchProblem, Transport

Dataset = Literal["TypedDataSet", "UntypedDataSet"]
MEMBERS = Members("odata.nextLink", "ID")
MAXIMUM_OF_API = 10_000


def question(
    address: str,
    metadata: TableMetadata,
    topics: Iterable[str],
    *,
    where: Sequence[Condition] = (),
    dataset: Dataset = "TypedDataSet",
    only_needed: bool = False,
) -> Question:
    """What to ask for the rows of a table.

    Args:
        address: https://host/ODataFeed/odata/<table>, without a slash at the end.
        metadata: of the same table.
        topics: the keys of the columns that every row must have.
        where: which rows; keys may be trimmed.
        dataset: typed (numbers and null) or untyped (texts and signs).
        only_needed: ask for the dimensions and these topics only, for tables of hundreds of
            columns.

    Raises:
        FetchProblem: a condition names a key that the code list does not have.
    """
    known = [
        padded(condition, (item.key for item in metadata.codes.get(condition.column, ())))
        for condition in where
    ]
    needed = (*metadata.dimension_columns, *topics)
    select = ",".join(("ID", *needed)) if only_needed else ""
    rows = f"{address}/{dataset}"
    found = query(filter=expression(known))
    count = f"{rows}/$count" + (f"?{found}" if found else "")
    asked = query(format="json", filter=expression(known), select=select)
    check = _Check(metadata.identifier, needed, metadata.dimension_columns)
    return Question(metadata.identifier, f"{rows}?{asked}", count, MEMBERS, check)


def refuse_more_than_api_gives(address: str, count: int) -> None:
    """Raises FetchProblem when an ODataApi address would refuse so many rows."""
    if "/odataapi/" in address.lower() and count > MAXIMUM_OF_API:
        raise FetchProblem(
            f"Het adres met ODataApi geeft niet meer dan {MAXIMUM_OF_API} rijen en de tabel heeft "
            f"er {count}. Gebruik hetzelfde adres met ODataFeed."
        )


def read_modified(transport: Transport, address: str) -> str:
    """When the table was changed last, as the source writes it."""
    return text_of(read_info_v3(transport, address), "Modified", "TableInfos")


class _Check:
    """A row must have every column that is needed, and a text in each dimension."""

    def __init__(self, table: str, needed: Iterable[str], dimensions: Iterable[str]) -> None:
        self._table, self._needed = table, frozenset(needed)
        self._dimensions = tuple(dimensions)

    def __call__(self, row: Row) -> Row:
        if gone := sorted(self._needed - row.keys()):
            raise FetchProblem(
                f"Tabel {self._table} geeft rijen zonder de kolom {gone[0]}. Er is wel: "
                f"{', '.join(list(row)[:12])}. Er is niets bewaard.",
                resumable=False,
            )
        for column in self._dimensions:
            if not isinstance(row[column], str) or not row[column].strip():
                raise FetchProblem(
                    f"Tabel {self._table} geeft in rij {row.get('ID')} geen code in de kolom "
                    f"{column}. Er is niets bewaard.",
                    resumable=False,
                )
        return row
