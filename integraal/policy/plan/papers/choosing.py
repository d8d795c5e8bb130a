"""Which papers there are of a plan, and how each is made; screen and API ask here."""

from collections.abc import Callable
from dataclasses import dataclass

from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.models import Tenant
from integraal.foundation.documents.word.filling import CONTENT_TYPE as WORD_TYPE
from integraal.foundation.ui.spreadsheets import CONTENT_TYPE as EXCEL_TYPE
from integraal.policy.plan.documents import plan_pdf
from integraal.policy.plan.models import Plan
from integraal.policy.plan.pack.documents import pack_pdf
from integraal.policy.plan.papers.word import plan_word
from integraal.policy.plan.papers.workbook import goals_workbook

Made = tuple[str, bytes]
PDF_TYPE = "application/pdf"


@dataclass(frozen=True)
class Paper:
    """One kind of paper.

    Attributes:
        code: as used in addresses.
        url: name of its address.
        name: Dutch, what it is called.
        about: what is in it and whom it is for.
        content_type: of the file.
        is_shown: whether a browser shows it; else it is saved.
        make: from who asks, the plan and whose it is, to file name and bytes.
    """

    code: str
    url: str
    name: str
    about: str
    content_type: str
    is_shown: bool
    make: Callable[[Actor, Plan, Tenant], Made]


PAPERS = {
    one.code: one
    for one in (
        Paper("pdf", "plan-pdf", "Het plan als pdf",
              "Het hele plan, om te lezen, te printen en te publiceren. Toegankelijk volgens "
              "PDF/UA.", PDF_TYPE, True,
              lambda by, plan, tenant: plan_pdf(by=by, plan=plan, tenant=tenant)),
        Paper("word", "plan-word", "Het plan in Word",
              "Het hele plan in het sjabloon van uw gemeente, om verder in te werken.",
              WORD_TYPE, False,
              lambda by, plan, tenant: plan_word(by=by, plan=plan, tenant=tenant)),
        Paper("pack", "plan-pack", "Het raadspakket",
              "Eén pdf met bladwijzers: het raadsvoorstel, het plan, het veiligheidsbeeld, het "
              "verslag van de sessie en wat anderen ervan vonden.", PDF_TYPE, True,
              lambda by, plan, tenant: pack_pdf(by=by, plan=plan, tenant=tenant)),
        Paper("goals", "plan-goals", "De doelen in Excel",
              "Per doel: wat, waarom, wie, wanneer, beginstand met bron, en streefcijfer.",
              EXCEL_TYPE, False,
              lambda by, plan, tenant: goals_workbook(by=by, plan=plan)),
    )
}  # fmt: skip


def paper_of(code: str, *, by: Actor, plan: Plan, tenant: Tenant) -> tuple[Paper, str, bytes]:
    """Return a paper of a plan with its file name and bytes.

    Raises:
        KeyError: there is no such paper.
        DocumentProblem, TemplateRefused: it cannot be made; the text is a sentence.
    """
    paper = PAPERS[code]
    name, content = paper.make(by, plan, tenant)
    return paper, name, content
