"""The plan as a Word document, from the template that holds for the municipality."""

from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.documents.papers import Made, word_paper
from integraal.policy.plan.documents import document_data
from integraal.policy.plan.models import Plan
from integraal.policy.plan.papers.file_names import file_name
from integraal.policy.plan.papers.word_kind import WORD
from integraal.policy.plan.papers.word_values import word_values


def plan_word(*, by: Actor, plan: Plan, tenant: Tenant) -> Made:
    """Return file name and bytes of the plan in Word.

    Raises:
        TemplateRefused: the template cannot be filled; the text is a sentence for the reader.
    """
    data, name = document_data(plan, tenant), file_name(plan, "docx")
    return word_paper(WORD, data, word_values(data), by=by, is_frozen=plan.is_frozen, name=name)
