"""Take in the demo's tables of partners, with what their columns mean."""

import hashlib

from django.utils import timezone

from integraal.foundation.people.queries import organisations
from integraal.knowledge.figures.importing.actions import (
    choose_columns,
    keep_draft,
    load_partner_table,
)
from integraal.knowledge.figures.importing.choices import Choices
from integraal.knowledge.figures.importing.drafts import headers_of, table_of
from integraal.knowledge.figures.queries import snapshots
from integraal.knowledge.sources.partner.mapping import Mapping, ValueColumn
from integraal.portal.setting_up.demo_files import DemoTable
from integraal.portal.setting_up.demo_people import somebody


def load_table(table: DemoTable) -> str:
    """Load one table, unless it is there already; returns a Dutch sentence."""
    content = table.path.read_bytes()
    known = {snapshot.sha256 for snapshot in snapshots()}
    by = somebody("adviser")
    if by is None or hashlib.sha256(content).hexdigest() in known:
        return f"de tabel {table.name} staat er al."
    draft = keep_draft(by=by, file_name=table.path.name, content=content)
    supplier = next(one for one in organisations() if one.name == table.organisation)
    opened = table_of(draft)
    choices = Choices(
        name=table.name,
        organisation=supplier.pk,
        received_on=timezone.localdate(),
        sheet=opened.sheet,
        headers=headers_of(opened),
        mapping=Mapping(
            shape="wide",
            values=tuple(
                ValueColumn(place, measure) for place, measure in enumerate(table.columns, start=2)
            ),
            area_year=timezone.localdate().year,
            area_column=0,
            period_column=1,
            period_kind="year",
        ),
    )
    loaded = load_partner_table(by=by, draft=choose_columns(by=by, draft=draft, choices=choices))
    return f"de tabel {table.name} ingelezen: {loaded.added} cijfers."
