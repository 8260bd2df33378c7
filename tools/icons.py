"""Draw the extension's icons from their one drawing: `python -m tools.icons`.

The toolbar's come with a mark, too: the shape that stands for a level in the summary, at the corner where browsers
write no number.
"""

from playwright.sync_api import sync_playwright

from tests.browser.chromium import EXECUTABLE, EXTENSION
from tests.extension import node

DRAWING = EXTENSION / "summary" / "smallprint.svg"
SIZES = (16, 24, 32, 48, 96, 128)
MARKED_SIZES = (16, 32)
MARKS = {"warning": "#b3261e", "info": "#46506b"}

# On a field of 32 by 32, as the drawing: large enough to be told by its form at 16 pixels.
_MARK = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  {drawing}
  <g transform="translate(10 0) scale(1.1)">
    <path d="{outline}" fill="#fff" stroke="#fff" stroke-width="3" />
    <path d="{shape}" fill="{colour}" fill-rule="evenodd" />
  </g>
</svg>"""


def drawings() -> dict[str, str]:
    """Return the drawings by the names of their files: "" is the one without a mark."""
    shapes = node.value("summary/icons.js", "m.ICONS")
    plain = DRAWING.read_text("utf-8")
    marked = {
        f"{name}-": _MARK.format(drawing=plain, outline=_outline(shapes[name]), shape=shapes[name], colour=colour)
        for name, colour in MARKS.items()
    }
    return {"": plain, **marked}


def _outline(shape: str) -> str:
    """The first closed path of the shape: what the others leave out shows through."""
    return shape[: shape.index("z") + 1]


def draw() -> None:
    """Write each drawing as a PNG of each size that is asked for."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=EXECUTABLE, args=["--no-sandbox"])
        for name, drawing in drawings().items():
            for size in MARKED_SIZES if name else SIZES:
                page = browser.new_page(viewport={"width": size, "height": size})
                page.set_content(drawing + "<style>body { margin: 0 } svg { display: block }</style>")
                page.screenshot(path=EXTENSION / "icons" / f"{name}{size}.png", omit_background=True)
        browser.close()


if __name__ == "__main__":
    draw()
