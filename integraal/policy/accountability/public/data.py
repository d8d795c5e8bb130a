"""A report as open data: the same numbers as the page, with the meaning of every field. Pure.

Numbers are text with a point and without thousands; what is not known is empty, never nought.
"""

import csv
import json
from dataclasses import dataclass
from io import StringIO
from typing import Any

from integraal.foundation.ui.spreadsheets import as_csv_text
from integraal.policy.accountability.outline import Account, MeasureAccount, ThemeAccount
from integraal.policy.accountability.public.telling import organisation, public_key

Json = dict[str, Any]
FORM = 1
LICENCE = "CC BY 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True)
class Field:
    """A field of the data: its name, what it means and in which unit; "" without unit."""

    name: str
    meaning: str
    unit: str = ""


MEASURE_FIELDS = (
    Field("sleutel", "Vaste sleutel van de maatregel; in elk verslag dezelfde"),
    Field("thema_code", "Code van het onderwerp"),
    Field("thema", "Naam van het onderwerp"),
    Field("doel_sleutel", "Vaste sleutel van het doel; leeg als de maatregel bij geen doel hoort"),
    Field("maatregel", "Wat er is beloofd"),
    Field("organisatie", "Wie het doet; leeg als niemand is aangewezen"),
    Field("wanneer", "Wanneer het gebeurt"),
    Field("dorp", "Waar; leeg voor de hele gemeente"),
    Field(
        "stand",
        "planned (nog niet begonnen), running (loopt), done (afgerond) of stopped (gestopt); leeg "
        "als er niets over is gemeld",
    ),
    Field("begroot", "Begroot voor de hele looptijd; leeg is onbekend", "euro"),
    Field("uitgegeven", "Uitgegeven tot de laatste dag; leeg is onbekend", "euro"),
)
GOAL_FIELDS = (
    Field("sleutel", "Vaste sleutel van het doel; in elk verslag dezelfde"),
    Field("thema_code", "Code van het onderwerp"),
    Field("doel", "Wat de gemeente wil bereiken"),
    Field("beloofd", "Wat er is beloofd, in een zin"),
    Field(
        "oordeel",
        "reached (bereikt), ahead (voor), behind (achter), unclear (valt binnen de marge) of "
        "unknown (er is geen oordeel mogelijk)",
    ),
    Field("bereikt", "Wat er is bereikt, in zinnen"),
)


def as_json(account: Account) -> bytes:
    """Return the report as JSON, with its codebook."""
    whole = {"form": FORM, **_about(account), "codeboek": _codebook()}
    whole["doelen"] = [one for theme in account.themes for one in _goals(theme)]
    whole["maatregelen"] = _measures(account)
    whole["niet_te_zeggen"] = [one.text for one in account.cannot_say]
    return json.dumps(whole, ensure_ascii=False, indent=2).encode() + b"\n"


def as_csv(account: Account) -> bytes:
    """Return the measures as CSV: UTF-8, commas, decimal points (RFC 4180)."""
    file = StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    names = [one.name for one in MEASURE_FIELDS]
    writer.writerow(names)
    for row in _measures(account):
        writer.writerow([as_csv_text(row[name]) for name in names])
    return file.getvalue().encode()


def plain_number(written: str) -> str:
    """Return an amount as a report writes it ("16.000,50") with a point: "16000.50"."""
    return written.replace(".", "").replace(",", ".")


def _about(account: Account) -> Json:
    return {
        "titel": account.title,
        "soort": account.kind_label,
        "gemeente": account.municipality,
        "programma": account.programme,
        "periode": {"van": str(account.first_day), "tot_en_met": str(account.last_day)},
        "vingerafdruk_van_de_feiten": account.facts_mark,
        "licentie": {
            "naam": LICENCE,
            "adres": LICENCE_URL,
            "bron": f"Gemeente {account.municipality}",
        },
    }


def _codebook() -> Json:
    return {
        name: [{"veld": one.name, "betekenis": one.meaning, "eenheid": one.unit} for one in fields]
        for name, fields in (("doelen", GOAL_FIELDS), ("maatregelen", MEASURE_FIELDS))
    }


def _goals(theme: ThemeAccount) -> list[Json]:
    return [
        {
            "sleutel": public_key(one.key),
            "thema_code": theme.code,
            "doel": one.title,
            "beloofd": one.promised.text,
            "oordeel": one.outcome,
            "bereikt": one.reached.text,
        }
        for one in theme.goals
    ]


def _measures(account: Account) -> list[dict[str, str]]:
    return [
        _measure(theme, one, goal) for theme in account.themes for one, goal in _with_goals(theme)
    ]


def _with_goals(theme: ThemeAccount) -> list[tuple[MeasureAccount, str]]:
    with_goal = [(one, public_key(goal.key)) for goal in theme.goals for one in goal.measures]
    return [*with_goal, *((one, "") for one in theme.measures)]


def _measure(theme: ThemeAccount, one: MeasureAccount, goal: str) -> dict[str, str]:
    return {
        "sleutel": public_key(one.key),
        "thema_code": theme.code,
        "thema": theme.name,
        "doel_sleutel": goal,
        "maatregel": one.title,
        "organisatie": organisation(one.who),
        "wanneer": one.when,
        "dorp": one.area,
        "stand": one.status,
        "begroot": plain_number(one.budget),
        "uitgegeven": plain_number(one.spent),
    }
