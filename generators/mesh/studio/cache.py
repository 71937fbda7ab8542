"""The cache: finished pictures by the digest of all that went into them."""

from __future__ import annotations

import io
import json
from pathlib import Path

import numpy as np
from PIL import Image

from generators.entries import new_entry
from generators.mesh.studio.picture import StudioPicture, png_of

__all__ = ["StudioCache"]

_FACTS = "facts.json"


class StudioCache:
    """A folder of finished pictures; one entry appears whole or not at all.

    Args:
        folder: Where entries are kept; made on first writing.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, digest: str) -> StudioPicture | None:
        """Return the picture of a digest, or None; a damaged entry counts as none."""
        entry = self.folder / digest
        try:
            facts = json.loads((entry / _FACTS).read_text("utf-8"))
            layers = {}
            for path in sorted(entry.glob("*.png")):
                with Image.open(io.BytesIO(path.read_bytes())) as opened:
                    layers[path.stem] = np.asarray(opened)
        except (OSError, ValueError):
            return None
        if "beauty" not in layers:
            return None
        return StudioPicture(layers, {**facts, "from_cache": True})

    def write(self, digest: str, picture: StudioPicture) -> None:
        """Keep a picture in place of what was there."""
        facts = {name: picture.facts[name] for name in sorted(picture.facts)}
        with new_entry(self.folder, digest) as entry:
            for name, pixels in picture.layers.items():
                (entry / f"{name}.png").write_bytes(png_of(pixels))
            (entry / _FACTS).write_text(json.dumps(facts), "utf-8")
