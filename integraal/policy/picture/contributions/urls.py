from django.urls import path

from integraal.policy.picture.contributions import referral_views, views

urlpatterns = [
    path("beeld/<uuid:pk>/inbreng/bij/<slug:theme>/", views.add, name="contribution-add"),
    path("beeld/<uuid:pk>/inbreng/<uuid:row_id>/", views.change, name="contribution"),
    path("beeld/<uuid:pk>/inbreng/<uuid:row_id>/weg", views.remove, name="contribution-remove"),
    path("beeld/<uuid:pk>/verwijzingen/", referral_views.referral_list, name="referrals"),
    path("beeld/<uuid:pk>/verwijzingen/excel", referral_views.excel, name="referrals-excel"),
    path("beeld/<uuid:pk>/verwijzingen/nieuw/", referral_views.add, name="referral-add"),
    path("beeld/<uuid:pk>/verwijzingen/<uuid:row_id>/", referral_views.change, name="referral"),
    path(
        "beeld/<uuid:pk>/verwijzingen/<uuid:row_id>/weg",
        referral_views.remove,
        name="referral-remove",
    ),
    path(
        "beeld/<uuid:pk>/verwijzingen/<uuid:row_id>/antwoord/",
        referral_views.answer,
        name="referral-answer",
    ),
]
