"""Read the look of the tenant that the transaction works for."""

from dataclasses import dataclass
from pathlib import Path

from integraal.foundation.house_style.models import HouseStyleSetting
from integraal.foundation.ui import shields
from integraal.foundation.ui.house_style import DEFAULT, HouseStyle

DEFAULT_SHIELD = Path(shields.__file__).parent / "static" / "ui" / "icons" / "shield.svg"


@dataclass(frozen=True)
class CurrentStyle:
    """The look as it holds now.

    Attributes:
        style: the six values.
        shield: a safe SVG; the product's own mark where the municipality gave none.
        number: how often it was changed; 0 is the look that is shipped.
        has_own_shield: whether the municipality gave its own shield.
    """

    style: HouseStyle
    shield: str
    number: int
    has_own_shield: bool


def current_style() -> CurrentStyle:
    """Return the look of the tenant; outside a tenant that is the shipped one."""
    setting = HouseStyleSetting.objects.first()
    if setting is None:
        return CurrentStyle(DEFAULT, DEFAULT_SHIELD.read_text(), 0, has_own_shield=False)
    return CurrentStyle(
        style=HouseStyle(
            brand=setting.brand,
            on_brand=setting.on_brand,
            accent=setting.accent,
            font_ui=setting.font_ui,
            font_voice=setting.font_voice,
            radius=setting.radius,
        ),
        shield=setting.shield or DEFAULT_SHIELD.read_text(),
        number=setting.number,
        has_own_shield=bool(setting.shield),
    )


def style_version() -> str:
    """Return what changes whenever tenant or look changes: part of the stylesheet's address."""
    found = HouseStyleSetting.objects.values_list("tenant_id", "number").first()
    return f"{found[0]}-{found[1]}" if found else "0"
