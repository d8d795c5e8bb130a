from django.urls import path

from integraal.policy.priorities.scoring import views

urlpatterns = [
    path("meedoen/ik/<str:secret>/", views.participant, name="participant"),
    path("meedoen/ik/<str:secret>/bewaren", views.save, name="participant-save"),
    path("meedoen/ik/<str:secret>/stand", views.stand, name="participant-stand"),
]
