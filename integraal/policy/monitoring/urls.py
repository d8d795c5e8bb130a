"""Pages of monitoring; each room brings its own."""

from integraal.policy.monitoring.deviations.urls import urlpatterns as deviations
from integraal.policy.monitoring.goals.urls import urlpatterns as goals
from integraal.policy.monitoring.incidents.urls import urlpatterns as incidents
from integraal.policy.monitoring.joined.urls import urlpatterns as joined
from integraal.policy.monitoring.meetings.urls import urlpatterns as meetings
from integraal.policy.monitoring.thresholds.urls import urlpatterns as thresholds

urlpatterns = [*goals, *thresholds, *deviations, *incidents, *joined, *meetings]
