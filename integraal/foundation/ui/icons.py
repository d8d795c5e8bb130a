"""Line icons on a 24 grid, always shown beside a word."""

ICONS: dict[str, str] = {
    "add": '<path d="M12 5v14M5 12h14"/>',
    "alert": '<path d="M12 3v11M12 20h.01"/>',
    "chart": '<path d="M4 20h16M7 16v-5M12 16V6M17 16v-8"/>',
    "check": '<path d="M4 12.5l5.5 5.5L20 6.5"/>',
    "circle": '<circle cx="12" cy="12" r="7.5"/>',
    "cross": '<path d="M6 6l12 12M18 6L6 18"/>',
    "decision": '<path d="M4 20h9M7 12l7-7 4 4-7 7zM15.5 13.5L20 18"/>',
    "document": '<path d="M6 3.500h8l4 4V20.500H6zM14 3.500v4h4"/>',
    "dots": '<path d="M5 12h.01M12 12h.01M19 12h.01"/>',
    "down": '<path d="M12 4v15M5 12.5l7 7 7-7"/>',
    "download": '<path d="M12 4v11M7 11l5 5 5-5M4 20h16"/>',
    "edit": '<path d="M4 20l1-4.5L16.5 4 20 7.500 8.500 19z"/>',
    "expand": '<path d="M5 9l7 7 7-7"/>',
    "eye": (
        '<path d="M2 12s3.5-6.5 10-6.5S22 12 22 12s-3.5 6.5-10 6.5S2 12 2 12z"/>'
        '<circle cx="12" cy="12" r="2.6"/>'
    ),
    "flag": '<path d="M5 21V4h12l-2.500 4L17 12H5"/>',
    "go": '<path d="M4 12h15M13 6l6 6-6 6"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v6M12 7.500h.01"/>',
    "lock": (
        '<rect x="5" y="10.500" width="14" height="10" rx="1.500"/>'
        '<path d="M8 10.500V7.500a4 4 0 018 0v3"/>'
    ),
    "pin": (
        '<path d="M12 21s7-6.500 7-11.500A7 7 0 005 9.500C5 14.500 12 21 12 21z"/>'
        '<circle cx="12" cy="9.500" r="2.500"/>'
    ),
    "print": '<path d="M7 8V3.500h10V8M7 17H4V8.500h16V17h-3M7 14h10v6.500H7z"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="M20 20l-4.7-4.7"/>',
    "table": (
        '<rect x="3.500" y="4.500" width="17" height="15" rx="1.500"/>'
        '<path d="M3.500 10h17M10 10v9.500"/>'
    ),
    "up": '<path d="M12 20V5M5 11.5l7-7 7 7"/>',
    "wave": '<path d="M3 10c3-4 6-4 9 0s6 4 9 0M3 17c3-4 6-4 9 0s6 4 9 0"/>',
}


def icon_svg(name: str) -> str:
    """Return the inline SVG of an icon; it is hidden from assistive technology.

    Raises KeyError naming the icon and the ones that exist.
    """
    if name not in ICONS:
        raise KeyError(f"no icon named {name!r}; choose one of {', '.join(sorted(ICONS))}")
    return (
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
        f"{ICONS[name]}</svg>"
    )
