"""Pages of accountability; each room brings its own."""

from integraal.policy.accountability.following.urls import urlpatterns as following
from integraal.policy.accountability.norms.urls import urlpatterns as norms
from integraal.policy.accountability.papers.urls import urlpatterns as papers
from integraal.policy.accountability.planning.urls import urlpatterns as planning
from integraal.policy.accountability.public.urls import urlpatterns as public
from integraal.policy.accountability.questions.urls import urlpatterns as questions
from integraal.policy.accountability.reports.urls import urlpatterns as reports
from integraal.policy.accountability.to_picture.urls import urlpatterns as to_picture

urlpatterns = [*questions, *norms, *planning, *following, *papers, *to_picture, *public, *reports]
