"""Pages of accountability; each room brings its own."""

from integraal.policy.accountability.public.urls import urlpatterns as public
from integraal.policy.accountability.reports.urls import urlpatterns as reports

urlpatterns = [*reports, *public]
