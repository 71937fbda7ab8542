"""The book of type: every specimen is set whole, inside its page, in real faces."""

from compositor.document import AssetStore, TextLayer
from compositor.document.document import walk
from compositor.geometry import Box
from compositor.typography.fonts import default_fonts
from compositor.typography.set_text import set_text
from ui.typebook.__main__ import book


def test_every_specimen_is_whole_and_on_its_page() -> None:
    found = book(AssetStore())
    assert len(found.pages) == 11
    for page in found.pages:
        sheet = Box(0, 0, page.width, page.height)
        for layer in walk(page.layers):
            if isinstance(layer, TextLayer):
                block = set_text(layer, default_fonts())
                assert not block.overset, layer.text
                assert sheet.covers(block.ink), layer.text


def test_the_book_is_always_the_same() -> None:
    assert book(AssetStore()).to_json() == book(AssetStore()).to_json()
