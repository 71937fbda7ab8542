"""The scene as our Document."""

from __future__ import annotations

from collections.abc import Iterator

from bench.poster_scene.pictures import grain_png, photo_jpeg
from bench.poster_scene.words import Words
from compositor.color import Color
from compositor.document import (
    Asset,
    AssetStore,
    Blur,
    Document,
    FontChoice,
    ImageLayer,
    ImagePaint,
    Layer,
    LinearGradient,
    Page,
    Provenance,
    Shadow,
    Shape,
    Stop,
    Stroke,
    SweepGradient,
    TextLayer,
    TextPath,
    TextRun,
    VectorLayer,
    solid,
)
from compositor.document.layer import BlendMode
from compositor.document.paint import Paint
from compositor.geometry import Box
from compositor.geometry.shapes import arc, circle, line, rectangle, rounded_rectangle

__all__ = ["HEIGHT_PX", "WIDTH_PX", "poster", "store_of_scene"]

WIDTH_PX = 1080
HEIGHT_PX = 1440

_SERIF = ("Inter", "Noto Serif SC")
_DISPLAY = ("Playfair Display",)
_PHOTO = Box(330, 540, 600, 470)
_RING = (300.0, 740.0)
_INK = "#2A0E08"
_PAPER = "#FFF4E8"
_BLOBS: tuple[tuple[float, float, float, str, BlendMode], ...] = (
    (900, 240, 330, "#FFD27AAA", "screen"),
    (160, 900, 360, "#D6336C99", "multiply"),
    (860, 1240, 320, "#27469099", "multiply"),
)


def store_of_scene() -> tuple[AssetStore, Asset, Asset]:
    """Return a store in memory with the photo and the grain in it."""
    store = AssetStore()
    made = Provenance(source="bench")
    return store, store.add(photo_jpeg(), made), store.add(grain_png(), made)


def poster(words: Words, photo: Asset, grain: Asset, *, rich: bool) -> Document:
    """Return the poster.

    Args:
        words: What it says.
        photo: The picture in the card.
        grain: The noise that is laid over all.
        rich: With the blurred blobs, the shadows, the blend modes and the grain.
    """
    layers = (*_ground(photo, rich=rich), *_ring(words), *_type(words, rich=rich))
    if rich:
        noise = ImagePaint(asset=grain.sha256)
        sheet = Shape(path=rectangle(Box(0, 0, WIDTH_PX, HEIGHT_PX)), fill=noise)
        layers = (
            *layers,
            VectorLayer(id="grain", shapes=(sheet,), blend="soft-light", opacity=0.22),
        )
    page = Page(
        id="page",
        width=WIDTH_PX,
        height=HEIGHT_PX,
        background=_gradient(
            (0, 0, WIDTH_PX, HEIGHT_PX), (0, "#FBE9D7"), (0.55, "#F2A871"), (1, "#D9572F")
        ),
        layers=layers,
    )
    return Document(
        title=words.headline,
        kind="poster",
        pages=(page,),
        assets={asset.sha256: asset for asset in ((photo, grain) if rich else (photo,))},
    )


def _ground(photo: Asset, *, rich: bool) -> Iterator[Layer]:
    for index, (x, y, radius, color, blend) in enumerate(_BLOBS if rich else ()):
        yield VectorLayer(
            id=f"blob-{index}",
            shapes=(Shape(path=circle(x, y, radius), fill=solid(color)),),
            blend=blend,
            effects=(Blur(blur=90),),
        )
    rules = tuple(
        Shape(path=line(90 * i, 0, 90 * i, HEIGHT_PX), stroke=_pen("#00000014", 1))
        for i in range(1, 12)
    )
    yield VectorLayer(id="grid", shapes=rules)
    card = rounded_rectangle(_PHOTO, 48)
    shadow = Shadow(dy=28, blur=36, color=Color.from_hex("#40100066"))
    yield ImageLayer(
        id="photo",
        asset=photo.sha256,
        box=_PHOTO,
        clip=card,
        effects=(shadow,) if rich else (),
    )
    yield VectorLayer(id="card", shapes=(Shape(path=card, stroke=_pen("#FFFFFF66", 2)),))


def _ring(words: Words) -> Iterator[Layer]:
    x, y = _RING
    sweep = SweepGradient(
        cx=x,
        cy=y,
        stops=_stops((0, "#F2A871"), (0.33, "#D6336C"), (0.66, "#274690"), (1, "#F2A871")),
    )
    yield VectorLayer(
        id="disc",
        shapes=(
            Shape(path=circle(x, y, 150), fill=solid(_PAPER)),
            Shape(path=circle(x, y, 84), fill=sweep),
        ),
    )
    yield TextLayer(
        id="ring",
        box=Box(x - 150, y - 150, 300, 300),
        runs=(_run(words.ring, ("Inter",), 24, weight=700, tracking=0.02),),
        path=TextPath(outline=arc(x, y, 112, -90, 269)),
    )


def _type(words: Words, *, rich: bool) -> Iterator[Layer]:
    shine = _gradient((66, 170, 900, 350), (0, "#3A0D0A"), (0.5, "#8E1F17"), (1, "#C2410C"))
    soft = Shadow(dy=10, blur=10, color=Color.from_hex("#40100040"))
    yield TextLayer(
        id="headline",
        role="headline",
        box=Box(66, 160, 948, 212),
        runs=(_run(words.headline, ("Noto Serif SC",), 212, weight=900, paint=shine),),
        effects=(soft,) if rich else (),
    )
    yield _text("display", (66, 396, 948, 100), _run(words.display, _DISPLAY, 92, weight=700))
    yield _text("brand", (72, 86, 400, 40), _run(words.brand, ("Inter",), 26, 0.18, weight=700))
    yield _text("issue", (780, 86, 230, 40), _run(words.issue, ("Inter",), 24, 0.04))
    yield _text("body", (72, 1050, 560, 236), _run(words.body, _SERIF, 25), leading=1.6)
    yield TextLayer(
        id="vertical",
        box=Box(960, 540, 48, 470),
        runs=(_run(words.vertical, ("Noto Serif SC",), 34, 0.15),),
        writing="vertical-rl",
    )
    pill = rounded_rectangle(Box(72, 1304, 240, 68), 34)
    yield VectorLayer(id="pill", role="cta", shapes=(Shape(path=pill, fill=solid(_INK)),))
    yield TextLayer(
        id="call",
        role="cta",
        box=Box(72, 1304, 240, 68),
        runs=(_run(words.call, _SERIF, 30, weight=900, paint=solid(_PAPER)),),
        align="center",
        valign="middle",
    )
    currency = _run("￥", ("Noto Serif SC",), 40, weight=900, paint=solid(_PAPER))
    number = _run(words.price, ("Inter",), 96, -0.03, weight=700, paint=solid(_PAPER))
    yield TextLayer(id="price", box=Box(690, 1240, 330, 110), runs=(currency, number))
    yield _text("site", (72, 1388, 500, 30), _run(words.site, ("Inter",), 20, 0.02))


def _text(
    name: str, box: tuple[float, float, float, float], run: TextRun, leading: float = 1.2
) -> TextLayer:
    return TextLayer(id=name, box=Box(*box), runs=(run,), leading=leading)


def _run(
    text: str,
    families: tuple[str, ...],
    size: float,
    tracking: float = 0.0,
    *,
    weight: int = 400,
    paint: Paint | None = None,
) -> TextRun:
    return TextRun(
        text=text,
        font=FontChoice(families=families, weight=weight),
        size=size,
        paint=paint or solid(_INK),
        tracking=tracking,
    )


def _pen(color: str, width: float) -> Stroke:
    return Stroke(paint=solid(color), width=width)


def _gradient(
    ends: tuple[float, float, float, float], *stops: tuple[float, str]
) -> LinearGradient:
    x1, y1, x2, y2 = ends
    return LinearGradient(x1=x1, y1=y1, x2=x2, y2=y2, stops=_stops(*stops))


def _stops(*stops: tuple[float, str]) -> tuple[Stop, ...]:
    return tuple(Stop(offset=offset, color=Color.from_hex(text)) for offset, text in stops)
