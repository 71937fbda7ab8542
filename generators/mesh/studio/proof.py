"""Proofs: artwork that shows at a glance whether it is mirrored, turned or cut."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from generators.mesh.prop import ArtworkArea

__all__ = ["proof_of"]


def proof_of(area: ArtworkArea, px_per_cm: float = 80.0) -> NDArray[np.uint8]:
    """Return RGB artwork for an area, bleed included: name, arrow up, corners, trim line."""
    both = 2 * area.bleed_cm
    longest = max(area.width_cm, area.height_cm) + both
    scale = min(px_per_cm, 1400 / longest)
    width = max(16, round((area.width_cm + both) * scale))
    height = max(16, round((area.height_cm + both) * scale))
    picture = Image.new("RGB", (width, height), "#F4EEE2")
    draw = ImageDraw.Draw(picture)
    bleed = area.bleed_cm * scale
    for at in range(0, width, max(8, width // 8)):
        draw.line([(at, 0), (at, height)], fill="#DCD3C2")
    for at in range(0, height, max(8, width // 8)):
        draw.line([(0, at), (width, at)], fill="#DCD3C2")
    side = min(width, height) / 5
    draw.rectangle([bleed, bleed, width - bleed - 1, height - bleed - 1], outline="#22242A")
    draw.rectangle([bleed, bleed, bleed + side, bleed + side], fill="#D9472B")
    draw.ellipse([width - bleed - side, bleed, width - bleed, bleed + side], fill="#2F5D8C")
    draw.polygon(
        [
            (bleed, height - bleed),
            (bleed + side, height - bleed),
            (bleed, height - bleed - side),
        ],
        fill="#E2A93B",
    )
    face = ImageFont.load_default(max(9, round(min(width / 4.2, height / 3))))
    draw.text((width / 2, height / 2), area.name, "#22242A", font=face, anchor="mm")
    small = ImageFont.load_default(max(7, round(min(width / 12, height / 8))))
    draw.text((width / 2, height * 0.72), "Rag 330 ml", "#22242A", font=small, anchor="mm")
    draw.polygon(
        [
            (width * 0.5, height * 0.16),
            (width * 0.46, height * 0.24),
            (width * 0.54, height * 0.24),
        ],
        fill="#22242A",
    )
    return np.asarray(picture)
