"""How the file of a paper of a picture is called."""

from integraal.policy.picture.models import Picture


def file_name(picture: Picture, ending: str, kind: str = "veiligheidsbeeld") -> str:
    """Return the name of a paper; that of a draft says so."""
    draft = "" if picture.is_frozen else "-concept"
    return f"{kind}-{picture.year}-versie-{picture.version}{draft}.{ending}"
