"""The papers of a safety picture by API."""

import uuid

from django.shortcuts import get_object_or_404
from ninja import Router

from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.documents.papers import Made, Paper
from integraal.policy.picture.papers.choosing import PAPERS
from integraal.policy.picture.queries import pictures
from integraal.portal.api.papers import Address, add_papers

router = Router(tags=["Veiligheidsbeeld"])
ADDRESSES = (
    Address(PAPERS["pdf"], "pdf", "readPicturePdf", "The picture as PDF/UA."),
    Address(PAPERS["word"], "word", "readPictureWord",
            "The picture in Word, from the template of the municipality."),
    Address(PAPERS["excel"], "excel", "readPictureExcel",
            "All figures of the picture with their metadata, and its texts."),
    Address(PAPERS["infographic"], "infographic", "readPictureInfographic",
            "The picture on one page, as PDF/UA."),
)  # fmt: skip


def _made(paper: Paper, by: Actor, pk: uuid.UUID, tenant: Tenant) -> Made:
    picture = get_object_or_404(pictures(by), pk=pk)
    return paper.make(by=by, picture=picture, tenant=tenant)


said = "The file itself; of an adopted picture always the same bytes."
add_papers(router, "picture:read", ADDRESSES, _made, said)
