"""Pages of accountability; each room brings its own."""

from integraal.policy.accountability.papers.urls import urlpatterns as papers
from integraal.policy.accountability.reports.urls import urlpatterns as reports
from integraal.policy.accountability.to_picture.urls import urlpatterns as to_picture

urlpatterns = [*reports, *papers, *to_picture]
