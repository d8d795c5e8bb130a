"""Make open data: nothing is stored but that it was made, by whom and with which fingerprint."""

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.knowledge.figures.open_data.access import check_publish
from integraal.knowledge.figures.open_data.content import Publication, publication


class NoSuchFile(Exception):
    """The open data holds no file of this name."""


@transaction.atomic
def make_open_data(*, by: Actor, name: str = "", mail: str = "", address: str = "") -> Publication:
    """Make the open data of the municipality as it stands now.

    Args:
        name: the one file that is wanted; empty: all.
        mail: for questions about the data; empty leaves it out.
        address: where the files will stand; empty: beside the description.

    Raises:
        NoSuchFile: nothing was made, and nothing is recorded.
    """
    check_publish(by)
    made = publication(by, timezone.localdate(), mail, address)
    if name and not made.holds(name):
        raise NoSuchFile(name)
    record("figures.published", by=by, files=len(made.files), rows=made.rows)
    return made
