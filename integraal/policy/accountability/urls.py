"""Pages of accountability; each room brings its own."""

from integraal.policy.accountability.following.urls import urlpatterns as following
from integraal.policy.accountability.norms.urls import urlpatterns as norms
from integraal.policy.accountability.planning.urls import urlpatterns as planning
from integraal.policy.accountability.questions.urls import urlpatterns as questions
from integraal.policy.accountability.reports.urls import urlpatterns as reports

urlpatterns = [*reports, *questions, *norms, *planning, *following]
