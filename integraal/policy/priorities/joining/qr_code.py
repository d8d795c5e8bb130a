"""A QR code as SVG, made here: no address leaves the server. Pure."""

from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

from integraal.foundation.ui.charts.scales import text

QUIET = 2
"""Modules of white around it; the page around is white too."""


def qr_svg(address: str, name: str) -> str:
    """Return an SVG that a phone can scan.

    Args:
        address: what it opens.
        name: what a screen reader says of it.
    """
    code = QRCode(error_correction=ERROR_CORRECT_M, border=QUIET)
    code.add_data(address)
    code.make(fit=True)
    rows = code.get_matrix()
    path = "".join(_row(y, row) for y, row in enumerate(rows))
    size = len(rows)
    return (
        f'<svg class="ig-qr__code" role="img" aria-label="{text(name)}" '
        f'viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        f'<path class="ig-qr__back" d="M0 0h{size}v{size}h-{size}z"/>'
        f'<path class="ig-qr__dark" d="{path}"/></svg>'
    )


def _row(y: int, row: list[bool]) -> str:
    """Return the dark runs of one row as rectangles in a path."""
    parts, start = [], None
    for x, is_dark in enumerate([*row, False]):
        if is_dark and start is None:
            start = x
        elif not is_dark and start is not None:
            parts.append(f"M{start} {y}h{x - start}v1h-{x - start}z")
            start = None
    return "".join(parts)
