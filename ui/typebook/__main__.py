"""Build the typography test book: `python -m ui.typebook --out out/typebook`."""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path

import numpy as np
from PIL import Image

from compositor.document import AssetStore, Document, Provenance
from compositor.export import export
from compositor.typography.fonts import default_fonts
from ui.typebook.detail_pages import edge_page, family_page, hyphen_page
from ui.typebook.form_pages import column_page, figure_page, path_page, script_page
from ui.typebook.reading_pages import break_page, marks_page, size_page, title_page

__all__ = ["book", "main"]

_WEB_WIDTH_PX = 810
_WEB_QUALITY = 76


def book(assets: AssetStore) -> Document:
    """Return the book; its one picture is added to the store."""
    fonts = default_fonts()
    picture = assets.add(_sunrise(), Provenance(source="typebook", license="CC0-1.0"))
    return Document(
        title="丹青字书 A test book of type",
        kind="typebook",
        pages=(
            break_page(),
            hyphen_page(),
            title_page(),
            marks_page(),
            family_page(fonts),
            size_page(),
            figure_page(fonts),
            path_page(fonts, picture.sha256),
            edge_page(),
            column_page(),
            script_page(),
        ),
        assets={picture.sha256: picture},
    )


def main(arguments: list[str] | None = None) -> int:
    """Write the book as PNG and PDF, and small WebP pages where asked; return 0."""
    parser = argparse.ArgumentParser(prog="python -m ui.typebook", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("out/typebook"))
    parser.add_argument("--web", type=Path, default=None, help="folder for small WebP pages")
    chosen = parser.parse_args(arguments)
    assets = AssetStore()
    written = export(book(assets), chosen.out, ("png", "pdf"), default_fonts(), assets)
    for one in written:
        sys.stdout.write(f"{one.path}\n")
        if chosen.web is not None and one.format == "png":
            chosen.web.mkdir(parents=True, exist_ok=True)
            with Image.open(one.path) as opened:
                height = round(opened.height * _WEB_WIDTH_PX / opened.width)
                small = opened.convert("RGB").resize((_WEB_WIDTH_PX, height), 1)
            target = chosen.web / f"{one.path.stem}.webp"
            small.save(target, quality=_WEB_QUALITY, method=6)
            sys.stdout.write(f"{target}\n")
    return 0


def _sunrise(width: int = 720, height: int = 480) -> bytes:
    """Return a picture of hills at sunrise, for type that is filled with one."""
    x = np.linspace(0.0, 1.0, width)[None, :]
    y = np.linspace(0.0, 1.0, height)[:, None]
    top, low = np.array([38, 62, 92.0]), np.array([240, 150, 84.0])
    glow = np.exp(-(((x - 0.62) / 0.28) ** 2 + ((y - 0.5) / 0.22) ** 2))[..., None]
    share = np.clip(y / 0.62, 0, 1)[..., None]
    sky = top * (1 - share) + low * share + glow * np.array([70, 70, 40.0])
    pixels = np.broadcast_to(sky, (height, width, 3)).copy()
    for depth, tone in enumerate(([122, 92, 104], [70, 74, 92], [28, 44, 56])):
        phase = 2.1 * depth
        ridge = (
            0.56 + 0.13 * depth + 0.06 * np.sin(6.0 * x + phase) + 0.03 * np.sin(17 * x - phase)
        )
        pixels[np.broadcast_to(y > ridge, (height, width))] = tone
    buffer = io.BytesIO()
    Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).save(buffer, "PNG")
    return buffer.getvalue()


if __name__ == "__main__":
    sys.exit(main())
