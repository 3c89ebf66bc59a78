"""The room on the screen that the open course leaves free, and how a place is brought into it."""

from web.browser.javascript import document, to_js, window

# Something is in sight if this share of it is, or so many pixels of something tall.
SHARE = 0.6
PIXELS = 120
EDGE = 12  # pixels between a place and the end of the room
STUCK_AT = 8  # pixels from the window's top: there a lesson stays when the page is scrolled, see style.css


def free_room() -> tuple:
    """From where to where, in pixels from the window’s top, the open course leaves the page free."""
    course = document.getElementById("course")
    place = course.getBoundingClientRect()
    if window.getComputedStyle(course).position != "fixed":
        return max(0, place.bottom), window.innerHeight
    is_column = place.width < window.innerWidth / 2  # on a wide screen it stands beside the page
    return 0, window.innerHeight if is_column or not place.height else place.top  # on a phone it is a sheet


def is_between(element: object, top: float, bottom: float) -> bool:
    """Whether enough of it is; of something hidden nothing is."""
    place = element.getBoundingClientRect()
    shown = min(place.bottom, bottom) - max(place.top, top)
    return place.height > 0 and shown >= min(SHARE * place.height, PIXELS)


def bring_into_sight(names: tuple, still: bool) -> None:
    """Scroll no further than needed until one of these elements can be seen; the focus stays where it is."""
    top, bottom = free_room()
    places = [element.getBoundingClientRect() for element in [document.getElementById(name) for name in names]]
    places = [place for place in places if place.height > 0]
    if not places:
        return
    top, bottom = _room_when_scrolled(top, bottom)
    ways = [_way(place, top, bottom) for place in places]
    _scroll(min(ways, key=abs), still)


def bring_to_the_middle(element: object) -> None:
    """Scroll at once until it stands in the middle of the room, or begins at the top if it is taller."""
    element.scrollIntoView(to_js({"block": "center"}))  # also within a table that scrolls by itself
    bar = element.closest(".act")
    if bar and window.getComputedStyle(bar).position == "fixed":
        return  # on a phone Train is always there
    top, bottom = free_room()
    place = element.getBoundingClientRect()
    if place.height > bottom - top:
        _scroll(place.top - top - EDGE, True)
    else:
        _scroll((place.top + place.bottom - top - bottom) / 2, True)


def _room_when_scrolled(top: float, bottom: float) -> tuple:
    """The room after the page is scrolled down: a lesson that is not at the window's top yet will be there."""
    height = document.getElementById("course").getBoundingClientRect().height
    return min(top, height + STUCK_AT) + EDGE, bottom - EDGE


def _way(place: object, top: float, bottom: float) -> float:
    """How far to scroll, in pixels, until it is wholly in the room, or begins at the top if it is taller."""
    if place.top < top or place.height > bottom - top:
        return place.top - top
    return max(0, place.bottom - bottom)


def _scroll(way: float, still: bool) -> None:
    if way:
        window.scrollBy(to_js({"top": way, "behavior": "instant" if still else "smooth"}))
