"""Applications: where the brand lives, drawn flat in vector, always with the real logo."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from brand_kits.kit import BrandKit
from brand_kits.lockup import build_lockup, placed_mark
from brand_kits.manual.pattern import pattern
from brand_kits.manual.tiles import panel, section_label
from brand_kits.recolor import LogoInks, full_color, on_color
from compositor.color import Color
from compositor.color.color import WHITE
from compositor.document import GroupLayer, Layer, Shape, SolidPaint, VectorLayer, solid
from compositor.geometry import Box, Path
from compositor.geometry.boolean import outline_stroke
from compositor.geometry.shapes import rectangle, rounded_rectangle, superellipse
from compositor.typography.fonts import FontSet

__all__ = ["APPLICATIONS", "application_tile", "fitting_applications"]


class Scene(NamedTuple):
    """What an application is drawn with."""

    kit: BrandKit
    box: Box
    fonts: FontSet
    prefix: str
    ground: SolidPaint


def fitting_applications(industry: str) -> tuple[str, str]:
    """Return the two applications that suit a trade."""
    for names, pair in _BY_INDUSTRY:
        if industry in names:
            return pair
    return "cards", "tote"


def application_tile(
    kit: BrandKit, name: str, box: Box, ground: SolidPaint, fonts: FontSet, prefix: str
) -> list[Layer]:
    """Return a tile that shows one application."""
    label, build = APPLICATIONS[name]
    scene = Scene(kit, box, fonts, prefix, ground)
    inside = GroupLayer(
        id=f"{prefix}scene",
        name=label,
        role="visual",
        clip=rectangle(box),
        children=tuple(build(scene)),
    )
    return [
        panel(f"{prefix}tile", box, ground),
        inside,
        section_label(f"{prefix}label", label, kit, box, ground, fonts),
    ]


def _flat(scene: Scene, name: str, *parts: tuple[Path, SolidPaint]) -> VectorLayer:
    return VectorLayer(
        id=f"{scene.prefix}{name}",
        name=name,
        role="visual",
        shapes=tuple(Shape(path=path, fill=paint) for path, paint in parts),
    )


def _shade(paint: SolidPaint, amount: float) -> SolidPaint:
    return solid(paint.color.shifted(lightness=amount))


def _versions(scene: Scene) -> tuple[LogoInks, LogoInks]:
    """The version on paper and the one on the brand color."""
    palette = scene.kit.theme.palette
    return full_color(palette, scene.kit.mark), on_color(palette, palette.paint("primary"))


def _cast(scene: Scene, path: Path, dx: float, dy: float) -> tuple[Path, SolidPaint]:
    """A flat shadow: the same outline, lower, a tone of the ground."""
    tone = scene.ground.color
    return path.moved(dx, dy), solid(tone.shifted(lightness=-0.075))


def _cards(scene: Scene) -> list[Layer]:
    """Two business cards, front and back, one half over the other."""
    paper, brand = _versions(scene)
    box = scene.box
    h = box.height * 0.5
    w = h * 90 / 54
    if w > box.width * 0.49:
        w = box.width * 0.49
        h = w * 54 / 90
    back = Box(box.center.x - w * 0.86, box.center.y - h * 0.62 + 8, w, h)
    front = Box(box.center.x - w * 0.14, box.center.y - h * 0.3 + 8, w, h)
    sheet = _paper(scene, paper)
    found: list[Layer] = [
        _flat(
            scene,
            "card back",
            _cast(scene, rectangle(back), 5, 7),
            (rectangle(back), brand.ground),
        ),
        pattern(scene.kit, back, brand, f"{scene.prefix}back-", rows=2, strength=0.32),
        _flat(
            scene, "card front", _cast(scene, rectangle(front), 5, 7), (rectangle(front), sheet)
        ),
    ]
    lockup = build_lockup(
        scene.kit, "horizontal" if scene.kit.has_name else "mark_only", paper,
        (w * 0.56, h * 0.42), scene.fonts, prefix=f"{scene.prefix}card-", with_tagline=False,
    )  # fmt: skip
    found.append(
        lockup.moved(front.x + w * 0.09, front.bottom - h * 0.15 - lockup.ink.height).layer
    )
    return found


def _tote(scene: Scene) -> list[Layer]:
    """A cotton bag, its handles two arcs, the logo large on its face."""
    paper, brand = _versions(scene)
    box = scene.box
    h = box.height * 0.62
    w = h * 0.86
    bag = Box(box.center.x - w / 2, box.bottom - h - box.height * 0.06, w, h)
    face = Path.polygon(
        [
            (bag.x + w * 0.02, bag.y),
            (bag.right - w * 0.02, bag.y),
            (bag.right, bag.bottom),
            (bag.x, bag.bottom),
        ]
    )
    inks, cloth = (
        (brand, brand.ground)
        if scene.ground.color != brand.ground.color
        else (paper, _paper(scene, paper))
    )
    strap = _strap(bag, w)
    found: list[Layer] = [
        _flat(
            scene, "tote", (outline_stroke(strap.moved(6, -4), w * 0.045, cap="butt"), _shade(cloth, -0.09)),
            _cast(scene, face, 8, 6), (face, cloth),
            (outline_stroke(strap, w * 0.05, cap="butt"), _shade(cloth, -0.045)),
            (rectangle(Box(bag.x + w * 0.02, bag.y, w * 0.96, h * 0.035)), _shade(cloth, -0.05)),
        ),
    ]  # fmt: skip
    kit = scene.kit
    lockup = build_lockup(
        kit, "stacked" if kit.has_name else "mark_only", inks, (w * 0.64, h * 0.58), scene.fonts,
        prefix=f"{scene.prefix}tote-", with_tagline=False,
    )  # fmt: skip
    found.append(
        lockup.moved(
            bag.center.x - lockup.ink.width / 2, bag.center.y + h * 0.03 - lockup.ink.height / 2
        ).layer
    )
    return found


def _strap(bag: Box, w: float) -> Path:
    top = bag.y - w * 0.36
    left, right = bag.x + w * 0.3, bag.right - w * 0.3
    return Path(
        (
            ("M", (left, bag.y + w * 0.08)),
            ("C", (left, top, right, top, right, bag.y + w * 0.08)),
        )
    )


def _cup(scene: Scene) -> list[Layer]:
    """Two paper cups: one in the brand color with the mark, one wrapped in the pattern."""
    paper, brand = _versions(scene)
    box = scene.box
    h = box.height * 0.66
    w = h * 0.66
    found: list[Layer] = []
    for i, (inks, x) in enumerate(
        ((brand, box.center.x - w * 0.56), (paper, box.center.x + w * 0.56))
    ):
        scale = 1.0 if i == 0 else 0.82
        cw, ch = w * scale, h * scale
        top = box.bottom - box.height * 0.09 - ch
        wall = Path.polygon(
            [
                (x - cw / 2, top + ch * 0.13),
                (x + cw / 2, top + ch * 0.13),
                (x + cw * 0.37, top + ch),
                (x - cw * 0.37, top + ch),
            ]
        )
        body = inks.ground if i == 0 else _paper(scene, paper)
        lid = rounded_rectangle(Box(x - cw * 0.54, top + ch * 0.06, cw * 1.08, ch * 0.085), 4)
        cap = rounded_rectangle(Box(x - cw * 0.45, top, cw * 0.9, ch * 0.09), 6)
        shade = Path.polygon(
            [
                (x + cw * 0.27, top + ch * 0.13),
                (x + cw / 2, top + ch * 0.13),
                (x + cw * 0.37, top + ch),
                (x + cw * 0.2, top + ch),
            ]
        )
        lids = brand.ground if i else _paper(scene, paper)
        found.append(_flat(scene, f"cup {i + 1}", _cast(scene, wall, 8, 4), (wall, body)))
        spot = Box(x - cw * 0.3, top + ch * 0.3, cw * 0.6, ch * 0.48)
        if i == 0:
            found.append(
                placed_mark(scene.kit, inks, spot.inset(cw * 0.04), f"{scene.prefix}cup-")
            )
        else:
            field = Box(x - cw / 2, top + ch * 0.34, cw, ch * 0.44)
            tiled = pattern(scene.kit, field, paper, f"{scene.prefix}cup2-", rows=2)
            found.append(
                GroupLayer(
                    id=f"{scene.prefix}wrap",
                    name="wrap",
                    role="decoration",
                    clip=wall,
                    children=(tiled,),
                )
            )
        found.append(
            _flat(
                scene,
                f"cup light {i + 1}",
                (shade, _tone(body)),
                (cap, _shade(lids, -0.03)),
                (lid, lids),
            )
        )
    return found


def _tone(paint: SolidPaint) -> SolidPaint:
    return solid(paint.color.shifted(lightness=-0.12).with_opacity(0.28))


def _sign(scene: Scene) -> list[Layer]:
    """A shop front: fascia with the logo, striped awning, a round blade sign."""
    paper, brand = _versions(scene)
    box = scene.box
    left, right = box.x + box.width * 0.08, box.right - box.width * 0.08
    top = box.y + box.height * 0.24
    fascia = Box(left, top, right - left, box.height * 0.29)
    wall = Box(left, fascia.bottom, right - left, box.bottom - fascia.bottom)
    glass = Box(left + wall.width * 0.05, wall.y, wall.width * 0.58, wall.height)
    door = Box(glass.right + wall.width * 0.06, wall.y, wall.width * 0.24, wall.height)
    base = _paper(scene, paper)
    stripes: list[tuple[Path, SolidPaint]] = []
    count = 14
    step = fascia.width / count
    for i in range(count):
        strip = Path.polygon(
            [
                (left + i * step, fascia.bottom),
                (left + (i + 1) * step, fascia.bottom),
                (left + (i + 1) * step - 0.5, fascia.bottom + box.height * 0.12),
                (left + i * step, fascia.bottom + box.height * 0.12),
            ]
        )
        stripes.append((strip, brand.ground if i % 2 == 0 else base))
    window = solid(scene.ground.color.shifted(lightness=-0.13))
    found: list[Layer] = [
        _flat(scene, "wall", (rectangle(wall), base), (rectangle(glass), window), (rectangle(door), window),
              (rectangle(Box(door.x + 8, door.y, door.width - 16, door.height)), _shade(window, 0.06)),
              (rectangle(fascia), brand.ground)),
        _flat(scene, "awning", *stripes),
    ]  # fmt: skip
    lockup = build_lockup(
        scene.kit, "horizontal" if scene.kit.has_name else "mark_only", brand,
        (fascia.width * 0.66, fascia.height * 0.56), scene.fonts,
        prefix=f"{scene.prefix}sign-", with_tagline=False,
    )  # fmt: skip
    found.append(
        lockup.moved(
            fascia.center.x - lockup.ink.width / 2, fascia.center.y - lockup.ink.height / 2
        ).layer
    )
    return found


def _app(scene: Scene) -> list[Layer]:
    """An app icon at full size and a phone with the same sign on its first screen."""
    paper, brand = _versions(scene)
    box = scene.box
    side = box.height * 0.44
    icon = Box(box.x + box.width * 0.12, box.center.y - side / 2 + 6, side, side)
    tile = superellipse(icon.center.x, icon.center.y, side / 2, side / 2, 5)
    ph = box.height * 1.02
    pw = ph * 0.5
    phone = Box(box.x + box.width * 0.58, box.y + box.height * 0.16, pw, ph)
    screen = phone.inset(7)
    body = solid(
        Color(22, 23, 28) if scene.ground.color.oklch.lightness > 0.4 else Color(196, 200, 208)
    )
    found: list[Layer] = [
        _flat(scene, "icon", _cast(scene, tile, 6, 9), (tile, brand.ground)),
        placed_mark(scene.kit, brand, icon.inset(side * 0.21), f"{scene.prefix}icon-"),
        _flat(scene, "phone", _cast(scene, rounded_rectangle(phone, 26), 9, 8), (rounded_rectangle(phone, 26), body),
              (rounded_rectangle(screen, 20), paper.ground)),
        placed_mark(
            scene.kit, paper,
            Box(screen.center.x - pw * 0.24, screen.y + screen.height * 0.2, pw * 0.48, pw * 0.48),
            f"{scene.prefix}screen-",
        ),
    ]  # fmt: skip
    bars = [
        (
            rounded_rectangle(
                Box(
                    screen.x + 18,
                    screen.y + screen.height * (0.56 + 0.085 * i),
                    (screen.width - 36) * share,
                    9,
                ),
                4.5,
            ),
            paint,
        )
        for i, (share, paint) in enumerate(
            (
                (1.0, brand.ground),
                (0.72, _shade(paper.ground, -0.08)),
                (0.88, _shade(paper.ground, -0.08)),
            )
        )
    ]
    found.append(_flat(scene, "screen lines", *bars))
    return found


def _pouch(scene: Scene) -> list[Layer]:
    """A stand-up pouch and a small tin: pattern above, label with the logo."""
    paper, brand = _versions(scene)
    box = scene.box
    h = box.height * 0.76
    w = h * 0.68
    x, top = box.center.x - w * 0.92, box.bottom - h - box.height * 0.06
    bag = Path(
        (
            ("M", (x, top)), ("L", (x + w, top)), ("L", (x + w * 0.985, top + h * 0.1)),
            ("C", (x + w * 1.03, top + h * 0.4, x + w * 1.03, top + h * 0.8, x + w, top + h)),
            ("L", (x, top + h)),
            ("C", (x - w * 0.03, top + h * 0.8, x - w * 0.03, top + h * 0.4, x + w * 0.015, top + h * 0.1)),
            ("Z", ()),
        )
    )  # fmt: skip
    base = _paper(scene, paper)
    label = Box(x + w * 0.14, top + h * 0.3, w * 0.72, h * 0.5)
    found: list[Layer] = [
        _flat(scene, "pouch", _cast(scene, bag, 9, 5), (bag, brand.ground)),
        GroupLayer(
            id=f"{scene.prefix}print", name="print", role="decoration", clip=bag,
            children=(pattern(scene.kit, Box(x - 8, top, w + 16, h), brand, f"{scene.prefix}pouch-", rows=5, strength=0.2),),
        ),
        _flat(scene, "pouch label", (rectangle(Box(x, top, w, h * 0.085)), _shade(brand.ground, -0.06)), (rectangle(label), base)),
    ]  # fmt: skip
    kit = scene.kit
    lockup = build_lockup(
        kit, "stacked" if kit.has_name else "mark_only", paper, (label.width * 0.66, label.height * 0.7),
        scene.fonts, prefix=f"{scene.prefix}pouch-", with_tagline=False,
    )  # fmt: skip
    found.append(
        lockup.moved(
            label.center.x - lockup.ink.width / 2, label.center.y - lockup.ink.height / 2
        ).layer
    )
    tw, th = w * 0.66, h * 0.46
    tin = Box(x + w * 1.18, box.bottom - th - box.height * 0.06, tw, th)
    body = rounded_rectangle(tin, 8)
    lid = rounded_rectangle(Box(tin.x - 3, tin.y - th * 0.05, tw + 6, th * 0.17), 5)
    found += [
        _flat(scene, "tin", _cast(scene, body, 9, 4), (body, base), (lid, brand.ground)),
        placed_mark(
            kit,
            paper,
            Box(tin.x + tw * 0.24, tin.y + th * 0.28, tw * 0.52, th * 0.56),
            f"{scene.prefix}tin-",
        ),
    ]
    return found


def _badge(scene: Scene) -> list[Layer]:
    """A swing tag on a thread and a square label: for things one wears."""
    paper, brand = _versions(scene)
    box = scene.box
    h = box.height * 0.64
    w = h * 0.58
    tag = Box(box.center.x - w * 1.02, box.center.y - h / 2 + box.height * 0.07, w, h)
    outline = Path.polygon(
        [
            (tag.x + w * 0.22, tag.y),
            (tag.right - w * 0.22, tag.y),
            (tag.right, tag.y + w * 0.22),
            (tag.right, tag.bottom),
            (tag.x, tag.bottom),
            (tag.x, tag.y + w * 0.22),
        ]
    )
    side = h * 0.7
    patch = Box(tag.right + w * 0.28, tag.bottom - side, side, side)
    thread = Path(
        (
            ("M", (tag.center.x, tag.y + h * 0.07)),
            (
                "C",
                (
                    tag.center.x - 6,
                    tag.y - h * 0.2,
                    tag.center.x + w * 0.5,
                    tag.y - h * 0.1,
                    tag.center.x + w * 0.34,
                    tag.y - h * 0.5,
                ),
            ),
        )
    )
    hole = superellipse(tag.center.x, tag.y + h * 0.08, 5, 5, 2)
    found: list[Layer] = [
        _flat(scene, "tag", _cast(scene, outline, 7, 6), (outline, brand.ground), (hole, scene.ground),
              (outline_stroke(thread, 2.4), solid(scene.ground.color.shifted(lightness=-0.3)))),
        placed_mark(scene.kit, brand, Box(tag.x + w * 0.2, tag.y + h * 0.26, w * 0.6, h * 0.52), f"{scene.prefix}tag-"),
        _flat(scene, "patch", _cast(scene, rectangle(patch), 7, 6), (rectangle(patch), _paper(scene, paper))),
    ]  # fmt: skip
    lockup = build_lockup(
        scene.kit, "stacked" if scene.kit.has_name else "mark_only", paper, (side * 0.66, side * 0.62),
        scene.fonts, prefix=f"{scene.prefix}patch-", with_tagline=False,
    )  # fmt: skip
    found.append(
        lockup.moved(
            patch.center.x - lockup.ink.width / 2, patch.center.y - lockup.ink.height / 2
        ).layer
    )
    return found


def _paper(scene: Scene, paper: LogoInks) -> SolidPaint:
    """The ground, or a lighter paper where the tile already has the ground's color."""
    ground = paper.ground
    if ground.color != scene.ground.color:
        return ground
    lighter = (
        ground.color.mixed(WHITE, 0.55)
        if not scene.kit.theme.palette.is_dark
        else ground.color.shifted(lightness=0.06)
    )
    return solid(lighter)


APPLICATIONS: dict[str, tuple[str, Callable[[Scene], list[Layer]]]] = {
    "cards": ("名片 Business cards", _cards),
    "tote": ("帆布袋 Tote bag", _tote),
    "cup": ("外带杯 Paper cups", _cup),
    "sign": ("门头 Shop front", _sign),
    "app": ("应用图标 App icon", _app),
    "pouch": ("包装 Packaging", _pouch),
    "tag": ("吊牌 Swing tag", _badge),
}
_BY_INDUSTRY: tuple[tuple[tuple[str, ...], tuple[str, str]], ...] = (
    (("coffee", "milk_tea", "beverage", "craft_beer"), ("cup", "sign")),
    (("bakery", "snacks", "fresh_produce", "agriculture", "baijiu_wine"), ("pouch", "tote")),
    (("tea", "pet_food", "skincare", "makeup", "fragrance", "supplement", "baby"), ("pouch", "cards")),
    (("chinese_restaurant", "fast_food"), ("sign", "cup")),
    (("hair_salon", "hotel", "fitness", "wellness", "clinic", "museum", "film_theatre"), ("sign", "cards")),
    (("fashion", "streetwear", "jewelry", "wedding"), ("tag", "tote")),
    (("saas_b2b", "ai_startup", "fintech", "bank_insurance", "security", "gaming", "esports",
      "electronics", "appliance", "new_energy", "auto_ev", "logistics"), ("app", "cards")),
    (("publishing", "music_festival", "retail_ecom", "kids_play", "education"), ("tote", "cards")),
)  # fmt: skip
