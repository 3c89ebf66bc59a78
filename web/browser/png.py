"""Pictures as PNG: the browser draws the SVG that Python made into a canvas."""

from web.browser.javascript import create_proxy, document, window
from web.browser.own_data import blob_of, hand_over

KIND, SVG = "image/png", "image/svg+xml"
SCALE = 2  # pixels for each of the picture's own


def save_as_png(svg: object, name: str) -> None:
    """Hand a picture, given as SVG, to the person under this name."""
    address = window.URL.createObjectURL(blob_of(svg, SVG))
    image = document.createElement("img")

    def drawn(_: object) -> None:
        canvas = document.createElement("canvas")
        canvas.width = SCALE * image.naturalWidth
        canvas.height = SCALE * image.naturalHeight
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height)
        canvas.toBlob(create_proxy(lambda blob: hand_over(blob, name)))
        window.URL.revokeObjectURL(address)

    image.addEventListener("load", create_proxy(drawn))
    image.src = address
