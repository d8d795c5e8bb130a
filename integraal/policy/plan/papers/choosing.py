"""Which papers there are of a plan, and how each is made; screen and API ask here."""

from dataclasses import dataclass

from integraal.foundation.documents.papers import PDF_TYPE, Paper
from integraal.foundation.documents.word.filling import CONTENT_TYPE as WORD_TYPE
from integraal.foundation.ui.spreadsheets import CONTENT_TYPE as EXCEL_TYPE
from integraal.policy.plan.documents import plan_pdf
from integraal.policy.plan.pack.documents import pack_pdf
from integraal.policy.plan.papers.word import plan_word
from integraal.policy.plan.papers.workbook import goals_workbook


@dataclass(frozen=True)
class PlanPaper(Paper):
    """A paper that the page of documents lists.

    Attributes:
        url: name of its address.
        name: Dutch, what it is called.
        about: what is in it and whom it is for.
    """

    url: str
    name: str
    about: str


PAPERS = {
    one.code: one
    for one in (
        PlanPaper("pdf", PDF_TYPE, True, plan_pdf, "plan-pdf", "Het plan als pdf",
                  "Het hele plan, om te lezen, te printen en te publiceren. Toegankelijk volgens "
                  "PDF/UA."),
        PlanPaper("word", WORD_TYPE, False, plan_word, "plan-word", "Het plan in Word",
                  "Het hele plan in het sjabloon van uw gemeente, om verder in te werken."),
        PlanPaper("pack", PDF_TYPE, True, pack_pdf, "plan-pack", "Het raadspakket",
                  "Eén pdf met bladwijzers: het raadsvoorstel, het plan, het veiligheidsbeeld, "
                  "het verslag van de sessie en wat anderen ervan vonden."),
        PlanPaper("goals", EXCEL_TYPE, False,
                  lambda by, plan, **_: goals_workbook(by=by, plan=plan),
                  "plan-goals", "De doelen in Excel",
                  "Per doel: wat, waarom, wie, wanneer, beginstand met bron, en streefcijfer."),
    )
}  # fmt: skip
