"""The tables of the safety picture, one module per subject."""

from integraal.policy.picture.models.contributions import Contribution, Referral
from integraal.policy.picture.models.passages import EarlierPassage, Passage
from integraal.policy.picture.models.picture import DraftFigures, Picture
from integraal.policy.picture.models.promises import Promise
from integraal.policy.picture.models.remarks import Remark
from integraal.policy.picture.models.sharing import ShareLink

__all__ = [
    "Contribution",
    "DraftFigures",
    "EarlierPassage",
    "Passage",
    "Picture",
    "Promise",
    "Referral",
    "Remark",
    "ShareLink",
]
