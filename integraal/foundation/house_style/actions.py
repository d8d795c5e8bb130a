"""Change the look of a municipality."""

from dataclasses import asdict

from django.db import connection, transaction

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.house_style.access import check_change_style
from integraal.foundation.house_style.models import HouseStyleSetting
from integraal.foundation.ui.house_style import HouseStyle, HouseStyleRefused, problems
from integraal.foundation.ui.shields import clean_shield


@transaction.atomic
def change_style(*, by: Actor, style: HouseStyle, shield: bytes | None = None) -> HouseStyleSetting:
    """Give the municipality another look.

    Args:
        by: the functional administrator.
        style: the six values.
        shield: an SVG file as sent; ``None`` keeps the shield there is, empty takes it away.

    Raises:
        NotAllowed: ``by`` may not.
        HouseStyleRefused: a value fails; all sentences together.
        ShieldRefused: the file is no safe SVG.
    """
    check_change_style(by)
    if wrong := problems(style):
        raise HouseStyleRefused(" ".join(wrong))
    setting = _locked(by)
    for name, value in asdict(style).items():
        setattr(setting, name, value.strip() if isinstance(value, str) else value)
    if shield is not None:
        setting.shield = clean_shield(shield) if shield else ""
    setting.number += 1
    setting.changed_by_id = by.member_id
    setting.save()
    record("house_style.changed", by=by, subject=setting, number=setting.number)
    return setting


def _locked(by: Actor) -> HouseStyleSetting:
    # There may be no row yet to lock, so the tenant's turn is taken instead.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [0x57E1, by.tenant_id])
    found = HouseStyleSetting.objects.first()
    return found or HouseStyleSetting(tenant_id=by.tenant_id, number=0)
