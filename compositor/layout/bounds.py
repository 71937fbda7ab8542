"""Where an item of a Frame puts ink, in page px."""

from compositor.geometry import Affine, Box
from compositor.layout.frame import FrameGroup, FrameImage, FrameItem, FrameShapes, FrameText

__all__ = ["item_bounds"]

_NOTHING = Box(0, 0, 0, 0)


def item_bounds(item: FrameItem, transform: Affine) -> Box:
    """Return the upright box around what an item paints; zero-size when that is nothing.

    Strokes and clips count; shadows and blur do not: they are around the ink, not ink.

    Args:
        item: What is painted.
        transform: From the item's own coordinates to the page's, as `walk_items` yields it.
    """
    if isinstance(item, FrameGroup):
        found = _NOTHING
        for child in item.children:
            found = found.union(item_bounds(child, child.transform.then(transform)))
    else:
        found = _NOTHING
        for box in _inked(item, transform):
            found = found.union(box)
    if item.clip is not None:
        found = found.intersection(item.clip.transformed(transform).bounds)
    return _NOTHING if found.is_empty else found


def _inked(item: FrameItem, transform: Affine) -> list[Box]:
    if isinstance(item, FrameShapes):
        boxes: list[Box] = []
        for shape in item.shapes:
            outline = shape.path.transformed(transform).bounds
            if shape.stroke is not None:
                outline = outline.inset(-shape.stroke.width / 2 * transform.mean_scale)
            if shape.stroke is not None or shape.fill is not None:
                boxes.append(outline)
        return boxes
    if isinstance(item, FrameText):
        widths = [
            run.stroke.width / 2
            for line in item.block.lines
            for run in line.runs
            if run.stroke is not None
        ]
        ink = item.block.ink
        if not ink.is_empty:
            ink = ink.inset(-max(widths, default=0.0))
        return [transform.apply_box(ink)]
    if isinstance(item, FrameImage):
        return [transform.apply_box(item.target)]
    return []
