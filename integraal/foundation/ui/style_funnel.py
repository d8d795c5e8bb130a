"""An invented funnel for the style page: the own municipality among others, near the target."""

from __future__ import annotations

from integraal.foundation.ui.charts.funnel import Funnel, FunnelArea, FunnelLimit
from integraal.foundation.ui.components import Figure
from integraal.foundation.ui.tables import Column, Table

_TARGET = 5.8
_SIZES = (5_000, 8_000, 13_000, 20_000, 32_000, 55_000)
_PEERS = (
    *((5_600, 5.1), (6_700, 3.8), (7_900, 3.2), (10_200, 3.7), (11_900, 4.6), (14_400, 4.4)),
    *((17_000, 5.3), (21_900, 5.9), (29_000, 4.9), (36_000, 7.1), (53_000, 7.8)),
)


def _limit(size: int) -> FunnelLimit:
    """Invented limits that narrow with size; real pages get theirs from the statistics."""
    near, far = 1.6 + 100 / size**0.5, 2.6 + 150 / size**0.5
    return FunnelLimit(size, _TARGET - far, _TARGET - near, _TARGET + near, _TARGET + far)


FUNNEL_FIGURE = Figure(
    "trechter",
    "Molendrecht past bij vergelijkbare gemeenten",
    "Vernielingen per 1.000 inwoners, 2025. Geen ranglijst: anderen hebben geen naam.",
    Funnel(
        title="Trechter: vernielingen per 1.000 inwoners, 2025",
        description="Molendrecht heeft er 4,9. Bij elf vergelijkbare gemeenten samen 5,8.",
        own_name="Molendrecht",
        own=FunnelArea(12_300, 4.9),
        others=tuple(FunnelArea(size, rate) for size, rate in _PEERS),
        target=_TARGET,
        limits=tuple(_limit(size) for size in _SIZES),
        unit="vernielingen per 1.000 inwoners",
    ),
    "Bron: verzonnen cijfers, alleen voor deze bladzijde.",
    twin=Table(
        caption="Tabel: Molendrecht naast vergelijkbare gemeenten",
        columns=(Column("Wie"), Column("Per 1.000 inwoners", numeric=True)),
        rows=(("Molendrecht", "4,9"), ("Vergelijkbare gemeenten samen", "5,8")),
    ),
)
