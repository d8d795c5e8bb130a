"""What the open data of this municipality holds now: a file for each source, and a description."""

import io
import json
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from django.db.models import Q

from integraal.foundation.areas.kinds import AreaKind
from integraal.foundation.areas.models import Area
from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import current_tenant_id
from integraal.knowledge.figures.catalogue.links import name_of
from integraal.knowledge.figures.definitions import class_lists, sources
from integraal.knowledge.figures.hiding.kept import At
from integraal.knowledge.figures.hiding.making import code_of
from integraal.knowledge.figures.hiding.queries import hidden_of
from integraal.knowledge.figures.models import Figure, Snapshot
from integraal.knowledge.figures.open_data import dcat
from integraal.knowledge.figures.open_data.selection import (
    HiddenOf,
    Place,
    Value,
    measures_of_parts,
    publishable,
)
from integraal.knowledge.figures.open_data.tables import as_csv
from integraal.knowledge.indicators.periods import Period
from integraal.statistics.disclosure import HiddenKind

CATALOG, README, ARCHIVE = "catalogus.jsonld", "leesmij.txt", "open-data.zip"
RULES = (
    "Aantallen onder de vijf van wijken, buurten en dorpen zijn niet getoond, en zo nodig ook "
    "andere aantallen: anders zou u de kleine kunnen uitrekenen.",
    "Van delen van de gemeente staan er alleen jaren in, en van misdrijven en overlast alleen het "
    "totaal. Uit soorten en maanden samen zou u kleine aantallen kunnen uitrekenen.",
    "Eigen tabellen van partners staan er niet in: hun licentie is niet bekend.",
    "De oude indeling van misdrijven staat er niet in; die telt bijna hetzelfde, maar afgerond.",
    "Leeg is geen nul. De kolom ‘stand’ zegt waarom er geen waarde is.",
)


@dataclass(frozen=True)
class Publication:
    """Open data as files: one CSV for each source, described in JSON-LD."""

    files: tuple[dcat.PublishedFile, ...]
    catalog: dict[str, Any]
    made_on: date

    @property
    def rows(self) -> int:
        """How many values there are in all files together."""
        return sum(file.rows for file in self.files)

    @property
    def catalog_text(self) -> bytes:
        """The description as a file."""
        return json.dumps(self.catalog, ensure_ascii=False, indent=2).encode() + b"\n"

    def file(self, name: str) -> dcat.PublishedFile | None:
        """Return the file with this name; None when there is none."""
        return next((one for one in self.files if one.name == name), None)

    def holds(self, name: str) -> bool:
        """Whether there is something of this name to give."""
        return name in (ARCHIVE, CATALOG) or self.file(name) is not None

    @property
    def archive(self) -> bytes:
        """All files in one ZIP; the same figures on the same day give the same bytes."""
        held = io.BytesIO()
        moment = datetime.combine(self.made_on, datetime.min.time()).timetuple()[:6]
        contents = [(file.name, file.content) for file in self.files]
        contents += [(CATALOG, self.catalog_text), (README, _readme(self))]
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in contents:
                about = zipfile.ZipInfo(name, moment)
                about.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(about, content)
        return held.getvalue()


def publication(by: Actor, made_on: date, mail: str = "", address: str = "") -> Publication:
    """Return the open data of this municipality as it stands.

    Args:
        by: who looks; what stays hidden is reckoned first when nobody asked yet.
        made_on: the day that is put in the description.
        mail: for questions; empty leaves it for the municipality to fill in.
        address: where the files will stand; empty: beside the description.
    """
    tenant = Tenant.objects.get(pk=current_tenant_id())
    by_source: dict[str, list[Value]] = defaultdict(list)
    values = _values()
    for value in publishable(values, class_lists(), sources(), _hiding(by, values)):
        by_source[value.source].append(value)
    whole = address if not address or address.endswith("/") else f"{address}/"
    publisher = dcat.Publisher(f"Gemeente {tenant.name}", tenant.code, mail, whole)
    files = tuple(_file(code, values, tenant.name) for code, values in sorted(by_source.items()))
    return Publication(files, dcat.catalog(publisher, files, made_on), made_on)


def _file(code: str, values: list[Value], municipality: str) -> dcat.PublishedFile:
    source, periods = sources()[code], [Period.from_code(one.period) for one in values]
    listed = class_lists()[source.list].name if source.list in class_lists() else source.list
    return dcat.PublishedFile(
        name=f"{code}.csv",
        content=as_csv(values, class_lists()),
        code=code,
        title=f"{listed}: {municipality}",
        description=f"Uit {name_of(source)}. {' '.join((*source.caveats, *RULES))}",
        licence=source.licence,
        credit=source.credit,
        origin=source.url,
        first=min(periods, key=lambda one: one.months.start),
        last=max(periods, key=lambda one: one.months.stop),
        rows=len(values),
    )


def _values() -> list[Value]:
    """Return the current figures of this municipality that may matter; three queries."""
    places = {
        area.pk: Place(
            str(area.pk), area.name, area.kind, area.code, area.code_year,
            str(area.within_id) if area.within_id else None, area.number is not None,
        )
        for area in Area.objects.defer("geometry")
    }  # fmt: skip
    snapshots = {
        pk: (source, accessed_on.isoformat(), sha256)
        for pk, source, accessed_on, sha256 in Snapshot.objects.values_list(
            "pk", "source", "accessed_on", "sha256"
        )
    }
    found = []
    # What is never published of parts need not come out of the database either.
    of_parts = Q(period__endswith="JJ00", measure__in=measures_of_parts(class_lists()))
    wanted = Q(area__kind=AreaKind.MUNICIPALITY) | of_parts
    for row in Figure.objects.filter(wanted, is_current=True).values_list(
        "measure", "area_id", "period", "value", "status", "low", "high", "rounded_to",
        "provisional", "incomplete", "snapshot_id",
    ):  # fmt: skip
        source, accessed_on, sha256 = snapshots[row[10]]
        found.append(
            Value(
                measure=row[0], place=places[row[1]], period=row[2], value=row[3], status=row[4],
                low=row[5], high=row[6], rounded_to=row[7], provisional=row[8], incomplete=row[9],
                source=source, accessed_on=accessed_on, sha256=sha256,
            )
        )  # fmt: skip
    return found


def _hiding(by: Actor, values: Iterable[Value]) -> HiddenOf:
    """Return what stays hidden by measure, division and year; one query for each measure."""
    years = {int(one.period[:4]) for one in values if one.place.kind != AreaKind.MUNICIPALITY}

    @cache
    def of_measure(measure: str, division: int | None) -> Mapping[At, Mapping[str, HiddenKind]]:
        return hidden_of(by, code_of(measure), [(division, year) for year in years])

    return lambda measure, division, year: of_measure(measure, division).get((division, year), {})


def _readme(made: Publication) -> bytes:
    lines = [str(made.catalog["dct:title"]["@value"]), "", *RULES, "", "Bestanden:"]
    lines += [
        f"- {file.name}: {file.title}; {file.licence}, bron: {file.credit}; sha256 {file.sha256}"
        for file in made.files
    ]
    return (
        "\n".join([*lines, f"- {CATALOG}: beschrijving volgens DCAT-AP-NL 3.0"]) + "\n"
    ).encode()
