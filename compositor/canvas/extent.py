"""Extent: where drawing has touched, layer by layer. Page px: from the trim's top left."""

from compositor.geometry import Affine, Box

__all__ = ["Extent"]

_NOTHING = Box(0, 0, 0, 0)


class Extent:
    """Follows a canvas's transform and clip, and the box each open layer is drawn in.

    Args:
        sheet: What can be seen, page px.

    Attributes:
        to_page: From the current coordinates to page px.
        clip_box: Around the current clip, page px.
    """

    def __init__(self, sheet: Box) -> None:
        self.to_page = Affine()
        self.clip_box = sheet
        self._states: list[tuple[Affine, Box]] = []
        self._ink: list[Box] = []

    def save(self) -> None:
        """Remember transform and clip."""
        self._states.append((self.to_page, self.clip_box))

    def restore(self) -> None:
        """Go back to those last saved."""
        self.to_page, self.clip_box = self._states.pop()

    def transform(self, affine: Affine) -> None:
        """Apply a transform before the current one."""
        self.to_page = affine.then(self.to_page)

    def clip(self, box: Box) -> None:
        """Narrow the clip to a box of the current coordinates."""
        self.clip_box = self.clip_box.intersection(self.to_page.apply_box(box))

    def touch(self, box: Box) -> None:
        """Note that a box of the current coordinates is drawn on."""
        self.touch_page(self.to_page.apply_box(box).inset(-1))

    def touch_page(self, box: Box) -> None:
        """Note that a box in page px is drawn on."""
        if self._ink:
            self._ink[-1] = self._ink[-1].union(box.intersection(self.clip_box))

    def begin(self, reach_px: float) -> None:
        """Open a layer whose effects carry what it holds `reach_px` page px far."""
        self._ink.append(_NOTHING)
        # What lies outside the sheet may still cast a shadow or blur into it.
        self.clip_box = self.clip_box.inset(-reach_px)

    def end(self) -> Box:
        """Close the layer and return the box drawn on, page px."""
        return self._ink.pop()
