"""Clutter: small words over details of their size get a calm ground; on a smooth one none."""

from compositor.color import Color
from compositor.document import AssetStore, Document, Layer, Page, Shape, VectorLayer, solid
from compositor.geometry import Box
from compositor.geometry.shapes import rectangle
from compositor.layout.lay_out import lay_out
from compositor.preflight.clutter import CLUTTERED, calmed, clutter
from compositor.preflight.ink import look_at
from compositor.preflight.placed import placed_texts
from compositor.typography.fonts import default_fonts
from tests.compositor.preflight.pages import TITLE, field, text

GROUND = Color.from_hex("#0B2A2A")
NIGHT = field("night", (0, 0, 1080, 1440), "#0B2A2A", role="visual")
WINDOWS = VectorLayer(
    id="windows",
    role="visual",
    shapes=tuple(
        Shape(path=rectangle(Box(40.0 + 34 * i, 540.0 + 34 * j, 14, 16)), fill=solid("#F4E6B0"))
        for i in range(30)
        for j in range(26)
    ),
)
WORDS = text(
    "meta", "12月3日 9:00-17:00", (80, 1240, 500, 60), 36, color="#FFFFFF", role="meta"
)
MIDDLE = text(
    "meta", "12月3日 9:00-17:00", (80, 720, 500, 60), 36, color="#FFFFFF", role="meta"
)


def calm(*layers: Layer) -> Page:
    page = Page(id="p", width=1080, height=1440, margin=32, layers=layers)
    document = Document(kind="poster", pages=(page,))
    frame = lay_out(document, default_fonts(), AssetStore())[0]
    look = look_at(frame, AssetStore())
    return calmed(document, 0, frame, look, AssetStore(), GROUND).pages[0]


def behind(page: Page, name: str) -> float:
    frame = lay_out(Document(kind="poster", pages=(page,)), default_fonts(), AssetStore())[0]
    words = next(placed for placed in placed_texts(frame) if placed.item.id == name)
    return clutter(look_at(frame, AssetStore()), words)


def test_words_at_the_foot_get_a_fade_below_them() -> None:
    page = calm(NIGHT, WINDOWS, TITLE, WORDS)
    added = [layer for layer in page.layers if layer.name == "calm ground"]
    assert len(added) == 1
    assert page.layers.index(added[0]) < page.layers.index(WORDS)
    assert behind(page, "meta") < 0.6 * CLUTTERED


def test_words_in_the_middle_get_a_plate() -> None:
    page = calm(NIGHT, WINDOWS, TITLE, MIDDLE)
    added = next(layer for layer in page.layers if layer.name == "calm ground")
    assert isinstance(added, VectorLayer)
    assert added.shapes[0].path.bounds.width < 700
    assert behind(page, "meta") < CLUTTERED


def test_a_smooth_ground_and_large_words_are_left_alone() -> None:
    assert len(calm(NIGHT, TITLE, WORDS).layers) == 3
    large = text("title", "大标题", (80, 700, 900, 200), 160, role="headline", color="#FFFFFF")
    assert len(calm(NIGHT, WINDOWS, large).layers) == 3
