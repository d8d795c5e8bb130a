from django.urls import path

from integraal.portal.demo_sign_in import demo_sign_in
from integraal.portal.home.views import home_page, step_page
from integraal.portal.mailbox.views import mailbox, mailbox_letter
from integraal.portal.search.views import search_page

urlpatterns = [
    path("", home_page, name="home"),
    path("stap/<slug:code>/", step_page, name="step"),
    path("zoeken/", search_page, name="search"),
    path("voorbeeld/aanmelden/", demo_sign_in, name="demo-sign-in"),
    path("voorbeeld/postvak/", mailbox, name="mailbox"),
    path("voorbeeld/postvak/<slug:name>/", mailbox_letter, name="mailbox-letter"),
]
