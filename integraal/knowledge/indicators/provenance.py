"""What every definition carries: its code, whether it was adopted, and where it comes from."""

import re
from dataclasses import dataclass
from typing import Literal, cast, get_args

from integraal.knowledge.indicators.reading import FieldReader

Status = Literal["proposal", "adopted"]

_CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", re.ASCII)


@dataclass(frozen=True)
class Provenance:
    """Where the content of a definition comes from, and when that was looked at."""

    source: str
    date: str


def subject(kind: str, data: object) -> str:
    """How the problems of a definition begin: "Indicator 'overval'", also without a code."""
    code = data.get("code") if isinstance(data, dict) else None
    return f"{kind} '{code}'" if isinstance(code, str) and code else f"{kind} zonder code"


def is_code(text: str) -> bool:
    """Whether a text can be the code of a definition: small letters, digits and hyphens."""
    return _CODE.fullmatch(text) is not None


def read_code(reader: FieldReader) -> str:
    """The code of a definition: small letters, digits and hyphens."""
    code = reader.text("code")
    if code and not is_code(code):
        reader.note(f"de code '{code}' mag alleen kleine letters, cijfers en streepjes hebben.")
    return code


def read_status(reader: FieldReader) -> Status:
    """Whether the municipality adopted the definition or it is still our proposal."""
    return cast(Status, reader.one_of("status", get_args(Status)))


def read_provenance(reader: FieldReader) -> Provenance:
    """Where the content comes from, with the day as text: 2026-11-23."""
    part = reader.part("provenance")
    provenance = Provenance(source=part.text("source"), date=part.text("date"))
    if provenance.date and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", provenance.date, re.ASCII):
        part.note("schrijf 'date' als jaar-maand-dag, zoals 2026-11-23.")
    reader.absorb(part)
    return provenance
