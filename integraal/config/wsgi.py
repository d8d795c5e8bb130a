"""What gunicorn serves."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "integraal.config.settings")
application = get_wsgi_application()
# The first page would load all pages; and what is loaded now stays for good, so that looking
# through it for waste, as Python does in the midst of a page, is time lost.
_ = get_resolver().url_patterns
gc.collect()
gc.freeze()
