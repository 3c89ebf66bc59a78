"""Pictures as PNG: the browser draws the SVG that Python made into a canvas."""

from web.browser.javascript import create_proxy, document, to_js, window
from web.browser.own_data import hand_over

KIND, SVG = "image/png", "image/svg+xml"
SCALE = 2  # pixels for each of the picture's own


def save_as_png(svg: str, name: str) -> None:
    """Hand a picture, given as SVG, to the person under this name."""
    address = window.URL.createObjectURL(window.Blob.new(to_js([svg]), to_js({"type": SVG})))
    image = document.createElement("img")

    def drawn(_: object) -> None:
        hand_over_png(image, name)
        window.URL.revokeObjectURL(address)

    image.addEventListener("load", create_proxy(drawn))
    image.src = address


def hand_over_png(image: object, name: str, over: object = None) -> None:
    """Hand an image that has come to the person under this name, with what lies over all of it."""
    canvas = document.createElement("canvas")
    canvas.width = SCALE * image.naturalWidth
    canvas.height = SCALE * image.naturalHeight
    for layer in (image, over) if over else (image,):
        canvas.getContext("2d").drawImage(layer, 0, 0, canvas.width, canvas.height)
    canvas.toBlob(create_proxy(lambda blob: hand_over(blob, name)))
