"""One file for each panel: it turns a State into writes, and reads nothing back from the page.

A write is a tuple of an element's id, a kind and a value. The kind is text, html, value or hidden, or
the name of an attribute, which a value of None removes. The page carries writes out in the browser
(web/page.py), and the build does so in the HTML (web/build.py).
"""

from web.views import controls, curve, network, offline, progress, question, results, status, step

VIEWS = (
    controls.view,
    progress.view,
    results.view,
    network.view,
    curve.view,
    question.view,
    step.view,
    offline.view,
    status.view,
)
