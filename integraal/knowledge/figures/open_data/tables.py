"""Published figures as CSV: UTF-8, commas, decimal points (RFC 4180)."""

import csv
from collections.abc import Iterable, Mapping
from decimal import Decimal
from io import StringIO

from integraal.foundation.areas.kinds import AreaKind
from integraal.foundation.ui.spreadsheets import as_csv_text
from integraal.knowledge.figures.open_data.selection import Value
from integraal.knowledge.indicators.class_lists import ClassList

HEADINGS = (
    "indeling", "klasse", "klasse_naam", "gebied_code", "gebied_indeling_van", "gebied_naam",
    "gebied_soort", "periode", "waarde", "stand", "marge_laag", "marge_hoog", "afgerond_op",
    "voorlopig", "nog_niet_compleet", "opgehaald_op", "momentopname_sha256",
)  # fmt: skip
STANDS = {
    "present": "bekend",
    "missing": "ontbreekt bij de bron",
    "withheld": "niet vrijgegeven door de bron",
    "impossible": "komt niet voor",
}
HIDDEN = {"small": "minder dan vijf, niet getoond", "complementary": "niet getoond"}


def as_csv(values: Iterable[Value], lists: Mapping[str, ClassList]) -> bytes:
    """Return the values as a CSV file; a count that is hidden has no value, and is not zero."""
    file = StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for one in values:
        writer.writerow(_row(one, lists))
    return file.getvalue().encode()


def _row(one: Value, lists: Mapping[str, ClassList]) -> list[str]:
    list_code, _, class_code = one.measure.partition(":")
    class_list = lists.get(list_code)
    found = class_list.by_code(class_code) if class_list else None
    return [
        list_code,
        class_code,
        found.label if found else "",
        one.place.code,
        str(one.place.code_year or ""),
        as_csv_text(one.place.name),
        AreaKind(one.place.kind).label,
        one.period,
        _number(one.value),
        HIDDEN[one.hidden] if one.hidden else STANDS[one.status],
        _number(one.low),
        _number(one.high),
        str(one.rounded_to),
        _yes(one.provisional),
        _yes(one.incomplete),
        one.accessed_on,
        one.sha256,
    ]


def _number(value: Decimal | None) -> str:
    if value is None:
        return ""
    plain = f"{value:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _yes(holds: bool) -> str:
    return "ja" if holds else "nee"
