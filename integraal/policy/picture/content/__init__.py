"""The content of a picture as plain JSON: live while it is a draft, frozen once adopted.

Page, PDF, API and comparison of versions all read this one form, so they show the same numbers.
"""

from integraal.policy.picture.content.building import FORM, build_content, build_figures
from integraal.policy.picture.content.reading import Parts, content_of, parts_of

__all__ = ["FORM", "Parts", "build_content", "build_figures", "content_of", "parts_of"]
