"""One file for each panel: it turns a State into writes, and reads nothing back from the page.

A write is a tuple of an element's id, a kind and a value. The kind is text, html, value or hidden, or
another of web.browser.screen.PROPERTIES, or the name of an attribute, which a value of None removes. The page carries
writes out in the browser (web/browser/screen.py), and the build does so in the HTML (web/build/site.py).
"""

from web.page.views import (
    activation,
    code,
    controls,
    course,
    curve,
    data,
    engine,
    guide,
    hand,
    legs,
    link,
    live,
    map,
    masthead,
    network,
    offline,
    progress,
    question,
    results,
    settings,
    status,
    tabs,
    teachers,
    update,
    why,
    yardsticks,
)

VIEWS = (
    masthead.view,
    controls.view,
    settings.view,
    legs.view,
    live.view,
    progress.view,
    results.view,
    network.view,
    hand.view,
    curve.view,
    question.view,
    tabs.view,
    update.view,
    why.view,
    activation.view,
    map.view,
    yardsticks.view,
    data.view,
    code.view,
    link.view,
    course.view,
    guide.view,
    teachers.view,
    offline.view,
    engine.view,
    status.view,
)
