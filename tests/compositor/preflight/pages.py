"""Pages for tests of preflight: texts, fields, and what is found on them."""

from typing import Any

from compositor.document import (
    AssetStore,
    Document,
    FontChoice,
    Layer,
    Page,
    Shape,
    TextLayer,
    TextRun,
    VectorLayer,
    solid,
)
from compositor.geometry import Box
from compositor.geometry.shapes import rectangle
from compositor.preflight import Finding, Target, check
from compositor.typography.fonts import default_fonts

SANS = FontChoice(families=("Inter", "Noto Sans SC"))
Spot = tuple[float, float, float, float]


def text(layer_id: str, words: str, box: Spot, size: float = 40, **options: Any) -> TextLayer:
    run = TextRun(
        text=words,
        font=options.pop("font", SANS),
        size=size,
        paint=solid(options.pop("color", "#000000")),
        stroke=options.pop("stroke", None),
    )
    return TextLayer.model_validate(
        {"id": layer_id, "box": box, "runs": (run,), "role": "body", **options}
    )


def field(layer_id: str, box: Spot, color: str, **options: Any) -> VectorLayer:
    shape = Shape(path=rectangle(Box(*box)), fill=solid(color))
    return VectorLayer(id=layer_id, shapes=(shape,), **options)


def found(
    *layers: Layer, target: Target | None = None, kind: str = "poster", **options: Any
) -> dict[str, Finding]:
    sheet = {"id": "p", "width": 1080, "height": 1440, "margin": 32, **options}
    page = Page.model_validate({**sheet, "layers": layers})
    document = Document(kind=kind, pages=(page,))
    told = check(document, default_fonts(), AssetStore(), (), target)
    return {finding.code: finding for finding in told}


TITLE = text("title", "大标题", (80, 80, 900, 200), 160, role="headline")
